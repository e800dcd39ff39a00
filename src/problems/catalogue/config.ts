import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/config.ts`. */
export const config: readonly CatalogueEntry[] = [];
