import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/usage.ts`. */
export const usage: readonly CatalogueEntry[] = [];
