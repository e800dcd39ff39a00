import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Site } from '../../src/model/site.js';
import { parseLedger } from '../../src/stages/ledger/index.js';
import { modifiedAt } from '../../src/text/indexing.js';
import { outputPath } from '../../src/text/urls.js';
import { RULES } from '../formats/structured-data.js';
import { builtDemo, REPOSITORY, siteIn } from '../support/browser.js';
import { validateSitemap, valuesOf } from '../support/sitemaps.js';
import { type Data, faultsOf, lacks, thingsOf } from '../support/structured-data.js';

let files: ReadonlyMap<string, string>;
let site: Site;
/** Paths of all files. */
let everything: ReadonlySet<string>;

beforeAll(async () => {
  const built = await builtDemo();
  site = await siteIn(REPOSITORY);
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

  it('says all that Google recommends, wherever the newsroom has the fact', () => {
    /** What a thing leaves unsaid of what is recommended for its type. */
    const unsaid = (thing: Data): string[] =>
      RULES[String(thing['@type'])]?.recommended.filter((property) => lacks(thing, property)) ?? [];
    const firstOf = (url: string): Data => thingsOf(files.get(outputPath(url)) ?? '')[0] ?? {};
    const unless = (said: boolean, ...properties: string[]): string[] => (said ? [] : properties);

    for (const { article, brief, authors } of site.entries) {
      const missing = [
        ...unless(authors.length > 0, 'author.url'),
        ...unless(modifiedAt(article, site.now) !== null, 'dateModified'),
        ...unless(brief.image !== null, 'image', 'image.url'),
      ];
      // The newsroom itself, which signs what nobody else does, has an address.
      const allowed =
        article.source?.url === null ? missing : missing.filter((name) => name !== 'author.url');
      expect([article.url, unsaid(firstOf(article.url))]).toEqual([article.url, allowed]);
    }
    for (const { url, profile } of site.authors) {
      expect([url, unsaid(firstOf(url)).sort()]).toEqual([
        url,
        [
          ...unless(Boolean(profile?.description), 'mainEntity.description'),
          ...unless(Boolean(profile?.picture), 'mainEntity.image'),
          ...unless((profile?.sameAs.length ?? 0) > 0, 'mainEntity.sameAs'),
        ],
      ]);
    }
    // What an invented paper can't have; the rest is in its site.yaml.
    const [paper = {}, web = {}] = thingsOf(files.get('index.html') ?? '');
    expect(unsaid(paper)).toEqual([
      'sameAs',
      'alternateName',
      'legalName',
      'telephone',
      'address.addressRegion',
      'address.postalCode',
      'contactPoint.telephone',
    ]);
    expect(unsaid(web)).toEqual(['alternateName']);
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
