import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/front-matter.ts`. */
export const frontMatter: readonly CatalogueEntry[] = [];
