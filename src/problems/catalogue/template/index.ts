import type { CatalogueEntry } from '../entry.js';
import { names } from './names.js';
import { rendering } from './rendering.js';
import { syntax } from './syntax.js';
import { themeFiles } from './theme-files.js';
import { tools } from './tools.js';

/** What `docs/problems.md` says of the codes in `problems/template/`, in its order. */
export const template: readonly CatalogueEntry[] = [
  ...syntax,
  ...tools,
  ...names,
  ...rendering,
  ...themeFiles,
];
