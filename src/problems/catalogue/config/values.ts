import type { CatalogueEntry } from '../entry.js';

export const values: readonly CatalogueEntry[] = [
  {
    code: 'unsafe-path',
    severity: 'error',
    title: 'A path leaves the site’s folder',
    explanation: '`..` leads to folders around the site, whose files are nobody else’s business.',
    example: 'publisher:\n  logo: ../../logo.png',
    cure: 'publisher:\n  logo: /media/logo.png',
  },
  {
    code: 'invalid-path',
    severity: 'error',
    title: 'A path does not begin with a slash',
    explanation: 'Paths on the site are written from its top, so that they mean the same on every page.',
    example: 'elsewhere: [shop]',
    cure: 'elsewhere: [/shop/]',
  },
  {
    code: 'invalid-search-engine',
    severity: 'error',
    title: 'A search engine has no address that can be asked',
    explanation:
      'Readers without script are shown a link to the search engine, with the address of this site in the place of `{query}`.',
    example: 'search:\n  engine: duckduckgo.com',
    cure: 'search:\n  engine: "https://duckduckgo.com/?q={query}"',
  },
  {
    code: 'invalid-colour',
    severity: 'error',
    title: 'A colour of cards can’t be read',
    explanation:
      'Drawn cards have grounds of one colour, written with its red, green and blue in hexadecimal digits.',
    example: 'pictures: { colours: { sport: green } }',
    cure: 'pictures: { colours: { sport: "#1f6f2e" } }',
  },
  {
    code: 'invalid-link',
    severity: 'error',
    title: 'A link has an address that nobody can follow',
    explanation:
      'A link leads to a path on the site or to a whole address. Scripts (`javascript:`) are never links.',
    example: 'footer:\n  - { name: About us, url: about }',
    cure: 'footer:\n  - { name: About us, url: /about/ }',
  },
];
