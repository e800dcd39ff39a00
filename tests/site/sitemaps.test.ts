import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/edges/store/index.js';
import { PHASES } from '../../src/model/page.js';
import { article, codes, NOW, newsroom, SITE_YAML, type TestSite } from '../support/site.js';
import { validateSitemap, valuesOf } from '../support/sitemaps.js';

const HOUR = 3_600_000;

/** Every sitemap that is published, by name, each checked against the schema. */
function sitemaps(site: TestSite): Map<string, string> {
  const found = [...site.published()].filter(([path]) => /(^|\/)sitemap.*\.xml$/.test(path));
  for (const [path, text] of found) {
    expect(() => validateSitemap(Buffer.from(text, 'latin1').toString()), path).not.toThrow();
  }
  return new Map(found);
}

const locs = (site: TestSite, name: string): string[] => valuesOf(site.read(name), 'loc');

/** The `url` element of an address. */
const urlOf = (xml: string, address: string): string | undefined =>
  xml.split('\n').find((line) => line.includes(`<loc>${address}</loc>`));

describe('the sitemap', () => {
  const files = {
    'content/articles/world/a.md': article('title: A\ndate: 2026-09-03 08:00\ntags: [Port]'),
    'content/articles/world/b.md': article(
      'title: B\ndate: 2026-11-02\nauthors: Rudina Leka\ntags: [Port, Alone]',
    ),
    'content/articles/c.md': article('title: C\ndate: 2026-11-03\nsection: world'),
    'content/pages/about.md': '---\ntitle: About us\n---\n\nText.\n',
    'content/pages/hidden.md': '---\ntitle: Hidden\nnoindex: true\n---\n\nText.\n',
  };

  it('is an index of the standing pages and of the months', async () => {
    const site = newsroom(files);
    await site.build();
    expect([...sitemaps(site).keys()]).toEqual([
      'sitemap-2026-09.xml',
      'sitemap-2026-11.xml',
      'sitemap-news.xml',
      'sitemap-pages.xml',
      'sitemap.xml',
    ]);
    const at = 'https://herald.example/';
    expect(locs(site, 'sitemap.xml')).toEqual([
      `${at}sitemap-pages.xml`,
      `${at}sitemap-2026-09.xml`,
      `${at}sitemap-2026-11.xml`,
    ]);
    expect(locs(site, 'sitemap-pages.xml')).toEqual([
      at,
      `${at}world/`,
      `${at}authors/rudina-leka/`,
      `${at}tags/port/`,
      `${at}about/`,
      `${at}archive/`,
    ]);
    expect(locs(site, 'sitemap-2026-11.xml')).toEqual([
      `${at}2026/11/`,
      `${at}2026/11/b/`,
      `${at}2026/11/c/`,
    ]);
  });

  it('names no address that the site does not answer', async () => {
    const site = newsroom(files);
    await site.build();
    const published = site.published();
    for (const [, text] of sitemaps(site)) {
      for (const loc of valuesOf(text, 'loc')) {
        const path = new URL(loc).pathname.slice(1);
        expect([loc, published.has(path) || published.has(`${path}index.html`)]).toEqual([loc, true]);
      }
    }
  });

  it.each([
    ['nothing, so when it appeared', '', '2026-11-02T08:00:00+00:00'],
    ['a day alone', 'date: 2026-11-02', '2026-11-02'],
    ['an update', 'updated: 2026-11-05 10:00', '2026-11-05T10:00:00+00:00'],
    ['an embargo', 'embargo: 2026-11-04 06:00', '2026-11-04T06:00:00+00:00'],
    ['a correction', 'corrections: [{ date: 2026-11-07, text: A name was wrong. }]', '2026-11-07'],
    [
      'the latest of all',
      'updated: 2026-11-09 10:00\ncorrections: [{ date: 2026-11-07, text: A name was wrong. }]',
      '2026-11-09T10:00:00+00:00',
    ],
    ['an update to come', 'updated: 2026-12-24 10:00', '2026-11-02T08:00:00+00:00'],
    ['an update before the story', 'updated: 2026-10-01', '2026-11-02T08:00:00+00:00'],
  ])('tells the true time of the last change: %s', async (_, fields, lastmod) => {
    const date = fields.startsWith('date:') ? '' : 'date: 2026-11-02 08:00\n';
    const site = newsroom({ 'content/articles/a.md': article(`title: A\n${date}${fields}`) });
    await site.build();
    sitemaps(site);
    const line = urlOf(site.read('sitemap-2026-11.xml'), 'https://herald.example/2026/11/a/');
    expect(valuesOf(line ?? '', 'lastmod')).toEqual([lastmod]);
    expect(urlOf(site.read('sitemap.xml'), 'https://herald.example/sitemap-2026-11.xml')).toContain(lastmod);
  });

  it('leaves out what is not ours to be found', async () => {
    const site = newsroom({
      'content/articles/seen.md': article('title: Seen\ndate: 2026-11-24'),
      'content/articles/noindex.md': article('title: N\ndate: 2026-11-24\nnoindex: true'),
      'content/articles/agency.md': article(
        'title: S\ndate: 2026-11-24\nsource: { name: Agency, url: https://agency.example/x }',
      ),
      'content/articles/gone.md': article('title: G\ndate: 2026-11-24\ngone: true'),
      'content/articles/draft.md': article('title: D\ndate: 2026-11-24\ndraft: true'),
    });
    await site.build({ show: { drafts: true } });
    for (const name of ['sitemap-2026-11.xml', 'sitemap-news.xml']) {
      const found = locs(site, name).filter((loc) => loc.split('/').length > 5 && !loc.endsWith('/2026/11/'));
      expect([name, found]).toEqual([name, ['https://herald.example/2026/11/seen/']]);
    }
    expect(site.read('2026/11/draft/index.html')).toContain('content="noindex, follow"');
  });

  it('has the pictures of a story, each once and whole', async () => {
    const site = newsroom({
      'content/articles/a.md': article(
        'title: A\ndate: 2026-11-02\nimage: { src: lead.svg, alt: x }',
        '![b](b c.svg)\n\n![lead](lead.svg)\n\n![gone](missing.svg)'.replace('b c.svg', '<b c.svg>'),
      ),
      'content/articles/lead.svg': SVG,
      'content/articles/b c.svg': SVG,
    });
    await site.build();
    sitemaps(site);
    expect(valuesOf(site.read('sitemap-2026-11.xml'), 'image:loc')).toEqual([
      expect.stringMatching(/^https:\/\/herald\.example\/.*lead\.svg$/),
      expect.stringMatching(/^https:\/\/herald\.example\/.*b%20c\.svg$/),
    ]);
  });

  it('leads from every language to every other, and strangers to the site’s own', async () => {
    const site = newsroom({
      'content/articles/a.md': article('title: A\ndate: 2026-11-02'),
      'content/articles/a-sq.md': article('title: Ç\ndate: 2026-11-02\nlang: sq\ntranslationOf: articles/a'),
      'content/articles/a-de.md': article(
        'title: D\ndate: 2026-11-02\nlang: de\ntranslationOf: articles/a\nnoindex: true',
      ),
    });
    await site.build();
    sitemaps(site);
    const links = (name: string) =>
      [
        ...(
          urlOf(site.read('sitemap-2026-11.xml'), `https://herald.example/2026/11/${name}/`) ?? ''
        ).matchAll(/hreflang="([^"]+)" href="[^"]*\/([^/]+)\/"/g),
      ].map(([, lang, to]) => `${lang} ${to}`);
    expect(links('a')).toEqual(['en a', 'sq a-sq', 'x-default a']);
    expect(links('a-sq')).toEqual(links('a'));
    const alternates = (name: string) =>
      [...site.read(`2026/11/${name}/index.html`).matchAll(/rel="alternate" hreflang="([^"]+)"/g)].map(
        ([, lang]) => lang,
      );
    expect(alternates('a-de')).toEqual([]);
    expect(alternates('a')).toEqual(['en', 'sq', 'x-default']);
  });

  it('changes only the sitemap of its month when a story is added, and no closed month', async () => {
    const site = newsroom(files);
    const store = createMemoryStore();
    await site.build({ store });
    site.write({ 'content/articles/d.md': article('title: D\ndate: 2026-11-20\nsection: world') });
    const { changes } = await site.build({ store });
    const touched = PHASES.flatMap((phase) => changes?.changed[phase] ?? []);
    expect(touched.filter((path) => path.startsWith('sitemap')).sort()).toEqual([
      'sitemap-2026-11.xml',
      'sitemap-pages.xml',
      'sitemap.xml',
    ]);
  });

  it('stands in a folder of its host as the site does', async () => {
    const site = newsroom({
      'content/site.yaml': SITE_YAML.replace('herald.example/\n', 'herald.example/news\n'),
      'content/articles/ç.md': article('title: Çlirimi\ndate: 2026-11-24'),
    });
    await site.build();
    sitemaps(site);
    expect(locs(site, 'sitemap.xml')).toContain('https://herald.example/news/sitemap-2026-11.xml');
    expect(locs(site, 'sitemap-2026-11.xml')).toContain(
      `https://herald.example/news/2026/11/${encodeURI('ç')}/`,
    );
  });
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"></svg>';

describe('the sitemap for Google News', () => {
  it('holds a story for 48 hours, to the second', async () => {
    const site = newsroom({ 'content/articles/a.md': article('title: A & B\ndate: 2026-11-24 08:00:00') });
    const from = Date.parse('2026-11-24T08:00:00Z');
    const holds = async (now: number) => {
      await site.build({ now });
      sitemaps(site);
      return site.read('sitemap-news.xml').includes('<news:title>A &amp; B</news:title>');
    };
    expect(await holds(from)).toBe(true);
    expect(await holds(from + 48 * HOUR - 1)).toBe(true);
    expect(await holds(from + 48 * HOUR)).toBe(false);
    // By the protocol a sitemap is never empty.
    expect(locs(site, 'sitemap-news.xml')).toEqual(['https://herald.example/']);
    expect(site.read('sitemap-news.xml')).not.toContain('<news:news>');
  });

  it('is not touched by an old story while there is nothing new', async () => {
    const site = newsroom({ 'content/articles/a.md': article('title: A\ndate: 2026-01-24') });
    await site.build({ now: NOW });
    const before = site.read('sitemap-news.xml');
    site.write({ 'content/articles/b.md': article('title: B\ndate: 2026-02-24\nupdated: 2026-11-24') });
    await site.build({ now: NOW });
    expect(site.read('sitemap-news.xml')).toBe(before);
  });

  it('counts from the end of an embargo', async () => {
    const site = newsroom({
      'content/articles/a.md': article('title: A\ndate: 2026-11-01\nembargo: 2026-11-24 06:00'),
    });
    await site.build();
    expect(valuesOf(site.read('sitemap-news.xml'), 'news:publication_date')).toEqual([
      '2026-11-24T06:00:00+00:00',
    ]);
  });

  it('holds the sections and kinds that site.yaml wants, and nothing sponsored', async () => {
    const files = {
      'content/articles/world/europe/a.md': article('title: A\ndate: 2026-11-24'),
      'content/articles/world/b.md': article('title: B\ndate: 2026-11-24\nkind: opinion'),
      'content/articles/sport/c.md': article('title: C\ndate: 2026-11-24'),
      'content/articles/world/d.md': article('title: D\ndate: 2026-11-24\nkind: sponsored'),
    };
    const titles = async (yaml: string) => {
      const site = newsroom({ ...files, 'content/site.yaml': SITE_YAML + yaml });
      expect(codes(await site.build()).filter((code) => code !== 'unlisted-section')).toEqual([]);
      sitemaps(site);
      return valuesOf(site.read('sitemap-news.xml'), 'news:title').sort();
    };
    expect(await titles('')).toEqual(['A', 'B', 'C']);
    expect(await titles('newsSitemap: { sections: world }')).toEqual(['A', 'B']);
    expect(await titles('newsSitemap: { sections: [world], kinds: [news, sponsored] }')).toEqual(['A']);
  });

  it('has the publication’s name as Google knows it, and Google’s names of languages', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}language: pt-BR\nnewsSitemap: { name: "The <Herald> & Co" }`,
      'content/articles/a.md': article('title: A\ndate: 2026-11-24 10:00'),
      'content/articles/b.md': article('title: B\ndate: 2026-11-24 09:00\nlang: zh-Hans'),
      'content/articles/c.md': article('title: C\ndate: 2026-11-24 08:00\nlang: zh-TW'),
    });
    await site.build();
    sitemaps(site);
    const xml = site.read('sitemap-news.xml');
    expect(valuesOf(xml, 'news:language')).toEqual(['pt', 'zh-cn', 'zh-tw']);
    expect(new Set(valuesOf(xml, 'news:name'))).toEqual(new Set(['The <Herald> & Co']));
  });

  it('is an index of parts where there are more than 1,000 stories', async () => {
    const files: Record<string, string> = {};
    for (let n = 0; n < 1001; n += 1) {
      files[`content/articles/a${n}.md`] = article(
        `title: A ${n}\ndate: 2026-11-24 0${n % 10}:0${Math.floor(n / 10) % 10}`,
      );
    }
    const site = newsroom({ ...files, 'content/site.yaml': `${SITE_YAML}related: { pages: none }` });
    await site.build();
    sitemaps(site);
    expect(locs(site, 'sitemap-news.xml')).toEqual([
      'https://herald.example/sitemap-news-1.xml',
      'https://herald.example/sitemap-news-2.xml',
    ]);
    const all = ['sitemap-news-1.xml', 'sitemap-news-2.xml'].map((name) => locs(site, name));
    expect(all.map(({ length }) => length)).toEqual([1000, 1]);
    expect(new Set(all.flat()).size).toBe(1001);
  });

  it('can be left out', async () => {
    const site = newsroom({ 'content/site.yaml': `${SITE_YAML}newsSitemap: false` });
    await site.build();
    expect(site.published().has('sitemap-news.xml')).toBe(false);
    expect(site.read('robots.txt')).not.toContain('sitemap-news');
  });
});

describe('hostile texts and addresses', () => {
  it.each([
    ['control characters', '"\\u0001a\\u001fb\\u000b"'],
    ['the end of a CDATA section', '"]]> & <b>"'],
    ['half a surrogate pair', '"a\\ud800b"'],
    ['noncharacters', '"a\\ufffe\\uffffb"'],
    ['4,900 characters', `"${'ç<&'.repeat(1633)}"`],
  ])('leave every sitemap well formed: %s', async (_, title) => {
    const site = newsroom({
      'content/articles/a.md': article(`title: ${title}\ndate: 2026-11-24\nslug: a`),
    });
    await site.build();
    expect(sitemaps(site).size).toBeGreaterThan(3);
  });

  it('leave every address one that a program can follow', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}permalink: /:section/:slug/`,
      "content/articles/o'neill & co/the “quoted” one.md": article(
        'title: A\ndate: 2026-11-24\nimage: { src: "a & b\'s \\"c\\".svg", alt: x }',
      ),
      'content/articles/o\'neill & co/a & b\'s "c".svg': SVG,
    });
    const result = await site.build();
    expect(result.outcome).toBe('done');
    for (const [, text] of sitemaps(site)) {
      for (const loc of [...valuesOf(text, 'loc'), ...valuesOf(text, 'image:loc')]) {
        expect(new URL(loc).href).toBe(loc);
      }
    }
    expect(valuesOf(site.read('sitemap-2026-11.xml'), 'image:loc')).toHaveLength(1);
  });
});

describe('an empty newsroom', () => {
  it('has a valid sitemap, with the front page alone', async () => {
    const site = newsroom();
    await site.build({ now: NOW });
    sitemaps(site);
    expect(locs(site, 'sitemap-pages.xml')).toEqual(['https://herald.example/']);
  });
});
