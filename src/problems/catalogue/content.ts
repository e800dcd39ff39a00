import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/content.ts`. */
export const content: readonly CatalogueEntry[] = [];
