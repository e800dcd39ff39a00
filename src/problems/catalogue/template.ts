import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/template.ts`. */
export const template: readonly CatalogueEntry[] = [];
