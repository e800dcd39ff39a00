import type { CatalogueEntry } from '../entry.js';
import { file, yaml } from './file.js';
import { fronts } from './fronts.js';
import { languages } from './languages.js';
import { names } from './names.js';
import { newsroom } from './newsroom.js';
import { options } from './options.js';
import { parts } from './parts.js';
import { sections } from './sections.js';
import { values } from './values.js';

/** What `docs/problems.md` says of the codes in `problems/config/`, in its order. */
export const config: readonly CatalogueEntry[] = [
  ...yaml,
  ...languages,
  ...parts,
  ...file,
  ...options,
  ...newsroom,
  ...sections,
  ...values,
  ...names,
  ...fronts,
];
