import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/publish.ts`. */
export const publish: readonly CatalogueEntry[] = [];
