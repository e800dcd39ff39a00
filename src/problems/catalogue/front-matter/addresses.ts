import type { CatalogueEntry } from '../entry.js';

export const addresses: readonly CatalogueEntry[] = [
  {
    code: 'slug-outside',
    severity: 'error',
    title: 'A slug is a path',
    explanation:
      'A slug is one part of the address. With `/` or `..` in it, also written as `%2F`, a page could be written outside its folder.',
    example: 'slug: ../../index',
    cure: 'slug: night-trains-return',
  },
  {
    code: 'address-outside',
    severity: 'error',
    title: 'An address is not on this site',
    explanation:
      '`url` and `aliases` are addresses on this site: paths without `..`, or full addresses with this site’s host.',
    example: 'aliases: [../../etc/passwd]',
    cure: 'aliases: [/old/night-trains/]',
  },
  {
    code: 'alias-query',
    severity: 'warning',
    title: 'An old address differs only behind its `?` or `#`',
    explanation:
      'Old addresses such as `/?p=1234` lead on where the parts behind the `?` are names with plain values. What stands behind a `#` never leaves the browser, and other signs are compared differently by each host.',
    example: 'aliases: ["/?q=port%20strike#top"]',
    cure: 'aliases: ["/?p=1234"]',
  },
];

/** By itself, because it is the last of the area in `docs/problems.md`. */
export const reserved: readonly CatalogueEntry[] = [
  {
    code: 'reserved-address',
    severity: 'error',
    title: 'An address is one that Dateline needs itself',
    explanation:
      'Archives, tags, authors, feeds and other pages have fixed addresses such as `/tags/` and `/2023/06/`. An article, section or page can’t take their place, and an alias not that of files such as `/robots.txt`.',
    example: 'section: tags',
    cure: 'section: topics-explained',
  },
];
