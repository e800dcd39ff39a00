import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseLedger } from '../../src/stages/ledger/index.js';
import { outputPath } from '../../src/text/urls.js';
import { buildInMemory, REPOSITORY } from '../support/browser.js';
import { validateSitemap, valuesOf } from '../support/sitemaps.js';
import { faultsOf, thingsOf } from '../support/structured-data.js';

let files: ReadonlyMap<string, string>;
/** Paths of all files. */
let everything: ReadonlySet<string>;

beforeAll(async () => {
  const built = await buildInMemory(REPOSITORY);
  everything = new Set(built.keys());
  files = new Map(
    [...built]
      .filter(([path]) => /\.(html|xml|txt)$/.test(path))
      .map(([path, content]) => [path, new TextDecoder().decode(content)]),
  );
}, 120_000);

const named = (pattern: RegExp): [string, string][] => [...files].filter(([path]) => pattern.test(path));

describe('what machines read of the demo newsroom', () => {
  it('is valid in every sitemap, and leads to pages that want to be found, each in one sitemap', () => {
    const found: string[] = [];
    for (const [path, text] of named(/^sitemap.*\.xml$/)) {
      expect(() => validateSitemap(text), path).not.toThrow();
      if (path !== 'sitemap.xml' && path !== 'sitemap-news.xml') found.push(...valuesOf(text, 'loc'));
    }
    expect(new Set(found).size).toBe(found.length);
    for (const loc of found) {
      const html = files.get(`${decodeURI(new URL(loc).pathname).slice(1)}index.html`) ?? '';
      expect(html, loc).toContain(`<link rel="canonical" href="${loc}">`);
      expect(html, loc).not.toMatch(/<meta name="robots" content="noindex/);
    }
    expect(found.length).toBeGreaterThan(100);
  });

  it('is all that urls.txt says was published, and urls.txt names nothing that is not', () => {
    const { entries, problems } = parseLedger(readFileSync(join(REPOSITORY, 'urls.txt'), 'utf8'));
    expect(problems).toEqual([]);
    const missing = entries.filter(({ url }) => !everything.has(decodeURI(outputPath(url))));
    expect(missing).toEqual([]);
    const feeds = [...everything].filter((path) => /(?:^|\/)(?:feed|atom)\.(?:xml|json)$/.test(path));
    const known = new Set(entries.map(({ url }) => url));
    expect(feeds.filter((path) => !known.has(`/${path}`))).toEqual([]);
  });

  it('is sound in the structured data of every page', () => {
    const faults = named(/\.html$/).flatMap(([path, html]) =>
      faultsOf(html).map((fault) => `${path}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('names the newsroom’s policies by pages that there are', () => {
    const [publisher = {}] = thingsOf(files.get('index.html') ?? '');
    for (const name of [
      'publishingPrinciples',
      'ethicsPolicy',
      'correctionsPolicy',
      'masthead',
      'ownershipFundingInfo',
    ]) {
      const { pathname, hash } = new URL(String(publisher[name]));
      const html = files.get(`${pathname.slice(1)}index.html`) ?? '';
      expect([name, html.includes(hash === '' ? '<h1' : `id="${hash.slice(1)}"`)]).toEqual([name, true]);
    }
  });
});
