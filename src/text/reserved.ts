/** First parts of addresses that Dateline needs itself; sections and slugs can't have them. */
const RESERVED: ReadonlySet<string> = new Set([
  '',
  '.',
  '..',
  '.well-known',
  '404',
  '404.html',
  '_f',
  'archive',
  'assets',
  'atom.xml',
  'authors',
  'corrections',
  'feed',
  'feed.json',
  'feed.xml',
  'index.html',
  'manifest.webmanifest',
  'media',
  'page',
  'related',
  'robots.txt',
  'rss.xml',
  'search',
  'series',
  'sitemap',
  'sitemap.xml',
  'sitemap-news.xml',
  'tags',
]);

/** Parts that have a meaning inside a group or an article: `/world/page/2/`, `…/related/`, `/world/feed.xml`. */
const RESERVED_INSIDE: ReadonlySet<string> = new Set([
  '',
  '.',
  '..',
  'atom.xml',
  'feed',
  'feed.json',
  'feed.xml',
  'index.html',
  'page',
  'related',
]);

/** First parts of files that hosts, or the output itself, look for by name: not even an old address can have them. */
const RESERVED_FILES: ReadonlySet<string> = new Set([
  '404',
  '404.html',
  '_f',
  '_headers',
  '_redirects',
  'assets',
  'index.html',
  'manifest.webmanifest',
  'robots.txt',
  'sitemap.xml',
]);

const SITEMAP = /^sitemap-.*\.xml$/;

/** Years of the calendar archive: `/2026/` and `/world/2026/`. */
const YEAR = /^\d{4}$/;

/** True for the first part of an address that is taken by Dateline: a name of `RESERVED`, or a year. */
export function isReserved(part: string): boolean {
  const name = part.toLowerCase();
  return RESERVED.has(name) || YEAR.test(name) || SITEMAP.test(name);
}

/** True for the first part of an old address that is kept, whatever pages are planned. */
export function isReservedFile(part: string): boolean {
  const name = part.toLowerCase();
  return RESERVED_FILES.has(name) || SITEMAP.test(name);
}

/** True for a part that has a meaning of its own below a group: a section inside another can't have it. */
export function isReservedInside(part: string): boolean {
  const name = part.toLowerCase();
  return RESERVED_INSIDE.has(name) || YEAR.test(name);
}
