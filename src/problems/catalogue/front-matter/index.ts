import type { CatalogueEntry } from '../entry.js';
import { addresses, reserved } from './addresses.js';
import { bytes } from './bytes.js';
import { doubts } from './doubts.js';
import { fences } from './fences.js';
import { fields } from './fields.js';
import { syntax } from './syntax.js';
import { titleAndDate } from './title-and-date.js';

/** What `docs/problems.md` says of the codes in `problems/front-matter/`, in its order. */
export const frontMatter: readonly CatalogueEntry[] = [
  ...bytes,
  ...fences,
  ...syntax,
  ...titleAndDate,
  ...fields,
  ...addresses,
  ...doubts,
  ...reserved,
];
