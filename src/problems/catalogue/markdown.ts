import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/markdown.ts`. */
export const markdown: readonly CatalogueEntry[] = [];
