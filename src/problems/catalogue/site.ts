import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/site.ts`. */
export const site: readonly CatalogueEntry[] = [];
