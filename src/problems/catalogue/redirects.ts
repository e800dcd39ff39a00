import type { CatalogueEntry } from './entry.js';

export const redirects: readonly CatalogueEntry[] = [
  {
    code: 'redirects-too-many',
    severity: 'error',
    title: 'A host reads fewer redirects than there are',
    explanation:
      'Cloudflare reads 2,000 redirects of its file `_redirects` and passes over the rest. With `html` beside it, pages answer those.',
    example: 'redirects: [cloudflare]   # and 3,000 old addresses',
    cure: 'redirects: [html, cloudflare]',
  },
  {
    code: 'redirect-too-long',
    severity: 'error',
    title: 'A redirect is longer than the host reads',
    explanation:
      'Cloudflare reads 1,000 characters of a rule, S3 2,048 of a target; letters outside of ASCII count several times.',
    example: 'redirects: [cloudflare]   # and an old address of 900 letters',
    cure: 'redirects: [html, cloudflare]',
  },
  {
    code: 'htaccess-large',
    severity: 'warning',
    title: 'Apache has too many rules to read',
    explanation:
      'Apache reads `.htaccess` anew for every request, also for pictures, and tries its rules one by one. On a busy machine with two processors each request took 4 ms with 30 rules, 15 ms with 2,000 and 300 ms with 19,000.',
    example: 'redirects: [apache]   # and 20,000 old addresses',
    cure: 'redirects: [html]',
  },
  {
    code: 'redirect-query',
    severity: 'warning',
    title: 'An old address with a `?` goes unanswered',
    explanation:
      'Redirects of Cloudflare and S3 compare paths. Addresses such as `/?p=123` can be told apart by the rules of Netlify, nginx and Apache, and by the pages of `html`.',
    example: 'redirects: [cloudflare]   # and aliases: ["/?p=123"]',
    cure: 'redirects: [html, cloudflare]',
  },
  {
    code: 'address-vanished',
    severity: 'warning',
    title: 'An address that was published answers no more',
    explanation:
      '`urls.txt` knows every address that the site has had. Others link there; an address must lead on (`aliases`) or say that its story was taken down (`gone`). `severity: { address-vanished: error }` lets no such build through.',
    example: 'slug: port-strike-ends   # was: port-strike',
    cure: 'aliases: [/2026/11/port-strike/]',
  },
  {
    code: 'address-hidden',
    severity: 'warning',
    title: 'A published article is a draft again',
    explanation:
      'Readers who follow a link to it find an error page. `gone: true` tells them that it was taken down. An article that has expired, or has an embargo, is not told of.',
    example: 'draft: true   # months after it was published',
    cure: 'gone: true',
  },
  {
    code: 'id-changed',
    severity: 'warning',
    title: 'A published article has another id',
    explanation:
      'An article’s id is its file’s path, unless it has an `id`. Feeds name a story by it, so that a file which was moved, and keeps its address, would be a new story for every subscriber.',
    example: 'content/articles/world/port-strike.md   # was: content/articles/local/port-strike.md',
    cure: 'id: articles/local/port-strike',
  },
  {
    code: 'ledger-line',
    severity: 'warning',
    title: 'A line of urls.txt is no address',
    explanation:
      'The file holds a path in each line, sorted; `dateline urls --save` adds to it. What git puts around a conflict is no address.',
    example: '<<<<<<< HEAD',
    cure: 'Delete the line.',
  },
];
