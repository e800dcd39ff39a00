import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/model/article.js';
import { ARTICLE_TYPES } from '../../src/stages/plan/json-ld/article.js';
import { RULES } from '../formats/structured-data.js';
import { article, codes, newsroom, SITE_YAML, type TestSite } from '../support/site.js';
import { attribute, type Data, elementsOf, faultsOf, lacks, thingsOf } from '../support/structured-data.js';

/** A newsroom that says all that it can. */
const FULL: Record<string, string | Uint8Array> = {
  'content/site.yaml': `${SITE_YAML}description: News of the harbour.
image: /media/share.png
sections: [World]
publisher:
  name: Herald Press
  logo: /media/logo.svg
  foundingDate: "1921"
  sameAs: [https://encyclopaedia.example/Herald]
  alternateName: [The Herald, TTH]
  legalName: Herald Press Ltd
  email: news@herald.example
  telephone: +355 4 222 3333
  address: { streetAddress: 1 Quay, addressLocality: Durrës, addressRegion: Durrës, postalCode: "2001", addressCountry: AL }
  contactPoint: { contactType: corrections, email: corrections@herald.example, telephone: +355 4 222 3334 }
  ethicsPolicy: /ethics/
  correctionsPolicy: /ethics/#corrections
  publishingPrinciples: /ethics/
  masthead: https://press.example/imprint
`,
  'content/pages/ethics.md': '---\ntitle: Ethics\ndescription: How we work.\n---\n\nText.\n',
  'content/authors/rudina-leka.md':
    '---\ntitle: Rudina Leka\nrole: Port editor\nemail: r@herald.example\ndescription: Covers the port.\npicture: r.svg\nsameAs: [https://social.example/@rudina]\n---\n',
  'content/authors/wire.md': '---\ntitle: The Wire\norganization: true\n---\n',
  'content/series/the-river.md': '---\ntitle: The river\ndescription: A year on the water.\n---\n',
  'content/media/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>',
  'content/authors/r.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>',
  'content/media/share.png': png(1200, 630),
  'content/media/a.png': png(800, 400),
};

/** A picture's file, as far as its size is read. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000000000000008020000000000000049454e44',
    'hex',
  );
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const FIELDS = `title: Ship sails
date: 2026-11-20 08:00
section: world
summary: It left.
authors: [Rudina Leka, wire]
tags: [Port, Ships]
series: The river
image: { src: a.png, alt: A ship, caption: The ship, credit: D. Ymeri }
updated: 2026-11-21 09:00
dateline: Durrës
corrections:
  - { date: 2026-11-22, text: It had ten masts., type: correction }
  - { date: 2026-11-23, text: It has arrived., type: update }
live: [{ date: 2026-11-20 09:00, title: Off, text: "It *left* & waved." }, { date: 2026-11-20 10:00, text: Still at sea. }]`;

async function built(files: Record<string, string | Uint8Array> = {}): Promise<TestSite> {
  const site = newsroom({ ...FULL, ...files });
  const result = await site.build();
  expect([result.outcome, codes(result)]).toEqual(['done', expect.not.arrayContaining(['missing-picture'])]);
  return site;
}

const story = async (fields: string): Promise<Data> => {
  const site = await built({ 'content/articles/a.md': article(`slug: a\n${fields}`) });
  return thingsOf(site.read('2026/11/a/index.html'))[0] ?? {};
};

const faults = (site: TestSite): string[] =>
  [...site.published()].flatMap(([path, html]) =>
    path.endsWith('.html') ? faultsOf(html).map((fault) => `${path}: ${fault}`) : [],
  );

describe('what an article tells search engines', () => {
  it.each(KINDS)('has all that Google recommends, for the kind %s', async (kind) => {
    const site = await built({ 'content/articles/a.md': article(`slug: a\nkind: ${kind}\n${FIELDS}`) });
    expect(faults(site)).toEqual([]);
    const [thing = {}] = thingsOf(site.read('2026/11/a/index.html'));
    const type = kind === 'live' ? 'LiveBlogPosting' : ARTICLE_TYPES[kind];
    expect(thing['@type']).toBe(type);
    expect(RULES[type]?.recommended.filter((property) => lacks(thing, property))).toEqual([]);
  });

  it('says who wrote it, where it belongs, what was changed and what was wrong', async () => {
    expect(await story(FIELDS)).toEqual({
      '@type': 'NewsArticle',
      headline: 'Ship sails',
      description: 'It left.',
      url: 'https://herald.example/2026/11/a/',
      mainEntityOfPage: 'https://herald.example/2026/11/a/',
      datePublished: '2026-11-20T08:00:00+00:00',
      dateModified: '2026-11-23T00:00:00+00:00',
      inLanguage: 'en',
      dateline: 'Durrës',
      image: [
        {
          '@type': 'ImageObject',
          url: 'https://herald.example/media/a.png',
          width: '800',
          height: '400',
          caption: 'The ship',
          creditText: 'D. Ymeri',
        },
      ],
      author: [
        {
          '@type': 'Person',
          name: 'Rudina Leka',
          url: 'https://herald.example/authors/rudina-leka/',
          sameAs: ['https://social.example/@rudina'],
          jobTitle: 'Port editor',
        },
        { '@type': 'Organization', name: 'The Wire', url: 'https://herald.example/authors/wire/' },
      ],
      publisher: {
        '@type': 'NewsMediaOrganization',
        '@id': 'https://herald.example/#publisher',
        name: 'Herald Press',
        url: 'https://herald.example/',
        logo: {
          '@type': 'ImageObject',
          url: 'https://herald.example/media/logo.svg',
          width: '30',
          height: '20',
        },
        publishingPrinciples: 'https://herald.example/ethics/',
      },
      articleSection: 'World',
      keywords: ['Port', 'Ships'],
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        '@id': 'https://herald.example/series/the-river/#series',
        name: 'The river',
        url: 'https://herald.example/series/the-river/',
      },
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'It had ten masts.',
          datePublished: '2026-11-22T00:00:00+00:00',
        },
      ],
      isAccessibleForFree: true,
    });
  });

  it('says nothing that the article doesn’t', async () => {
    const thing = await story('title: A\ndate: 2026-11-20');
    for (const name of [
      'dateModified',
      'image',
      'correction',
      'keywords',
      'isPartOf',
      'articleSection',
      'dateline',
    ]) {
      expect(Object.keys(thing)).not.toContain(name);
    }
    expect(thing.author).toEqual([
      { '@type': 'NewsMediaOrganization', name: 'Herald Press', url: 'https://herald.example/' },
    ]);
  });

  it.each([
    ['source: { name: Agency, url: https://agency.example/x }', { isBasedOn: 'https://agency.example/x' }],
    ['source: Agency', { sourceOrganization: { '@type': 'Organization', name: 'Agency' } }],
    [
      'kind: sponsored\nsource: { name: Ferma, url: https://ferma.example/ }',
      { sponsor: { '@type': 'Organization', name: 'Ferma', url: 'https://ferma.example/' } },
    ],
  ])('says whose a story was: %s', async (source, wanted) => {
    expect(await story(`title: A\ndate: 2026-11-20\n${source}`)).toMatchObject(wanted);
  });

  it('tells the posts of a live blog, newest first, in plain words', async () => {
    const { coverageStartTime, liveBlogUpdate } = await story(`kind: live\n${FIELDS}`);
    expect(coverageStartTime).toBe('2026-11-20T08:00:00+00:00');
    expect(liveBlogUpdate).toEqual([
      {
        '@type': 'BlogPosting',
        headline: 'Still at sea.',
        datePublished: '2026-11-20T10:00:00+00:00',
        url: 'https://herald.example/2026/11/a/#post-20261120T100000',
        articleBody: 'Still at sea.',
      },
      {
        '@type': 'BlogPosting',
        headline: 'Off',
        datePublished: '2026-11-20T09:00:00+00:00',
        url: 'https://herald.example/2026/11/a/#post-20261120T090000',
        articleBody: 'It left & waved.',
      },
    ]);
  });

  it('does not know of an update before it has happened', async () => {
    const site = newsroom({
      'content/articles/a.md': article('title: A\ndate: 2026-11-20\nupdated: 2026-12-01 10:00'),
    });
    const modified = async (now: string) => {
      await site.build({ now: Date.parse(now) });
      return thingsOf(site.read('2026/11/a/index.html'))[0]?.dateModified;
    };
    expect(await modified('2026-12-01T09:59:59Z')).toBeUndefined();
    expect(await modified('2026-12-01T10:00:00Z')).toBe('2026-12-01T10:00:00+00:00');
  });

  it('leads from the front page down to it', async () => {
    const site = await built({ 'content/articles/world/a.md': article('title: A\ndate: 2026-11-20') });
    const [, trail] = thingsOf(site.read('2026/11/a/index.html'));
    expect(trail).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: [
        ['The Test Herald', ''],
        ['World', 'world/'],
        ['A', '2026/11/a/'],
      ].map(([name, path], i) => ({
        '@type': 'ListItem',
        position: i + 1,
        name,
        item: `https://herald.example/${path}`,
      })),
    });
  });
});

describe('what other pages tell', () => {
  it('is who publishes, on the front page, with the policies that there are', async () => {
    const site = await built({ 'content/articles/a.md': article(FIELDS) });
    expect(faults(site)).toEqual([]);
    const [publisher = {}, home] = thingsOf(site.read('index.html'));
    expect(RULES.NewsMediaOrganization?.recommended.filter((name) => lacks(publisher, name))).toEqual([]);
    expect(publisher).toMatchObject({
      alternateName: ['The Herald', 'TTH'],
      legalName: 'Herald Press Ltd',
      email: 'news@herald.example',
      telephone: '+355 4 222 3333',
      address: {
        '@type': 'PostalAddress',
        addressLocality: 'Durrës',
        postalCode: '2001',
        addressCountry: 'AL',
      },
      contactPoint: [
        { '@type': 'ContactPoint', contactType: 'corrections', email: 'corrections@herald.example' },
      ],
      foundingDate: '1921',
      sameAs: ['https://encyclopaedia.example/Herald'],
      ethicsPolicy: 'https://herald.example/ethics/',
      correctionsPolicy: 'https://herald.example/ethics/#corrections',
      masthead: 'https://press.example/imprint',
    });
    expect(home).toMatchObject({
      '@type': 'WebSite',
      name: 'The Test Herald',
      url: 'https://herald.example/',
    });
  });

  it('is who an author is, on the author’s page', async () => {
    const site = await built({ 'content/articles/a.md': article(FIELDS) });
    const [page = {}] = thingsOf(site.read('authors/rudina-leka/index.html'));
    expect(RULES.ProfilePage?.recommended.filter((name) => lacks(page, name))).toEqual([]);
    expect(page).toMatchObject({
      '@type': 'ProfilePage',
      dateCreated: '2026-11-20T08:00:00+00:00',
      dateModified: '2026-11-23T00:00:00+00:00',
      mainEntity: {
        '@type': 'Person',
        jobTitle: 'Port editor',
        email: 'r@herald.example',
        worksFor: { name: 'Herald Press' },
      },
    });
    const [agency = {}] = thingsOf(site.read('authors/wire/index.html'));
    expect(agency.mainEntity).toEqual({
      '@type': 'Organization',
      name: 'The Wire',
      url: 'https://herald.example/authors/wire/',
    });
  });

  it('leaves out policies and pictures that are not there, and tells the line', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}image: /media/no.png\npublisher:\n  logo: /media/no.svg\n  ethicsPolicy: /nowhere/\n  masthead: /draft/\n`,
      'content/pages/draft.md': '---\ntitle: Draft\ndraft: true\n---\n\nText.\n',
    });
    const { problems } = await site.build();
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'publisher-picture-missing 4',
      'publisher-picture-missing 6',
      'publisher-page-missing 7',
      'publisher-page-missing 8',
    ]);
    const html = site.read('index.html');
    expect(html).not.toMatch(/nowhere|\/draft\/|no\.svg.*ld\+json/);
    expect(faultsOf(html)).toEqual([]);
  });
});

/** The `content` of the page's `meta` of a property or name. */
const metas = (html: string, name: string): (string | undefined)[] =>
  elementsOf(html, 'meta')
    .filter((meta) => attribute(meta, 'property') === name || attribute(meta, 'name') === name)
    .map((meta) => attribute(meta, 'content'));

describe('cards for social networks', () => {
  it('say what an article is', async () => {
    const site = await built({ 'content/articles/a.md': article(`slug: a\n${FIELDS}`) });
    const html = site.read('2026/11/a/index.html');
    for (const [name, ...wanted] of [
      ['og:type', 'article'],
      ['og:title', 'Ship sails'],
      ['og:url', 'https://herald.example/2026/11/a/'],
      ['og:image', 'https://herald.example/media/a.png'],
      ['og:image:width', '800'],
      ['og:image:height', '400'],
      ['og:image:alt', 'A ship'],
      ['twitter:card', 'summary_large_image'],
      ['robots', 'max-image-preview:large'],
      ['article:published_time', '2026-11-20T08:00:00+00:00'],
      ['article:modified_time', '2026-11-23T00:00:00+00:00'],
      ['article:section', 'World'],
      ['article:tag', 'Port', 'Ships'],
      [
        'article:author',
        'https://herald.example/authors/rudina-leka/',
        'https://herald.example/authors/wire/',
      ],
    ] as const) {
      expect([name, metas(html, name)]).toEqual([name, wanted]);
    }
  });

  it('never show a drawing, but the picture of the site', async () => {
    const files = {
      'content/articles/a.md': article('title: A\ndate: 2026-11-20\nimage: { src: logo.svg, alt: Logo }'),
    };
    const image = async (yaml: string) => {
      const site = newsroom({
        ...FULL,
        'content/site.yaml': SITE_YAML + yaml,
        ...files,
      });
      const result = await site.build();
      const html = site.read('2026/11/a/index.html');
      return [...metas(html, 'og:image'), ...metas(html, 'twitter:card'), ...codes(result)];
    };
    expect(await image('image: /media/share.png')).toEqual([
      'https://herald.example/media/share.png',
      'summary_large_image',
    ]);
    expect(await image('')).toEqual(['summary']);
    expect(await image('image: /media/logo.svg')).toEqual(['summary', 'social-picture-format']);
  });
});

describe('an address of another site', () => {
  const WRITTEN = `https://x.example/a b"c'd<e>`;
  const SAFE = "https://x.example/a%20b%22c'd%3Ce%3E";

  it('is encoded wherever programs read it', async () => {
    const site = await built({
      'content/site.yaml': `${SITE_YAML}syndication: canonical
publisher:
  url: https://x.example/"c<e>
  masthead: https://x.example/"m
  sameAs: ['https://x.example/"s']
`,
      'content/articles/a.md': article(
        `title: A\ndate: 2026-11-20\nauthors: jo\nsource: { name: X, url: ${JSON.stringify(WRITTEN)} }`,
      ),
      'content/authors/jo.md': `---\ntitle: Jo\nsameAs: [${JSON.stringify(WRITTEN)}]\n---\n`,
    });
    expect(faults(site)).toEqual([]);
    const html = site.read('2026/11/a/index.html');
    const links = elementsOf(html, 'link').filter((link) => attribute(link, 'rel') === 'canonical');
    expect(links.map((link) => attribute(link, 'href'))).toEqual([SAFE]);
    expect(metas(html, 'og:url')).toEqual([SAFE]);
    expect(thingsOf(html)[0]).toMatchObject({ isBasedOn: SAFE, author: [{ sameAs: [SAFE] }] });
    expect(elementsOf(html, 'a').map((link) => attribute(link, 'href'))).toContain(SAFE);
    const [paper] = thingsOf(site.read('index.html'));
    expect(paper).toMatchObject({
      url: 'https://x.example/%22c%3Ce%3E',
      masthead: 'https://x.example/%22m',
      sameAs: ['https://x.example/%22s'],
    });
    expect([...site.published().values()].join('')).not.toContain('x.example/a b');
  });
});

describe('hostile texts', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '</script><script>alert(1)</script>',
      '<!--<script>',
      '</SCRIPT >',
      '--> ]]> <![CDATA[',
      '\u2028\u2029\u0001\ud800 x',
      '{{ site.title }} {% raw %}',
      '"}],"@graph":[{"@type":"Event"}]',
      '\\u003c/script>',
      'x'.repeat(4900),
    ),
    fc.string({
      unit: fc.constantFrom('<', '/', 'script', '>', '!', '-', '&', '"', "'", '\\', ' ', 'a', '\u2028'),
    }),
  );

  it('can’t leave the script, nor become anything else than text', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (title, summary) => {
        const text = JSON.stringify(`a ${title}`);
        const site = newsroom({
          'content/articles/a.md': article(
            `title: ${text}\ndate: 2026-11-20\nslug: a\nsummary: ${JSON.stringify(summary)}\ntags: [${text}]\nauthors: [${text}]\ncorrections: [{ date: 2026-11-21, text: ${text} }]\nsource: { name: ${text}, url: ${JSON.stringify(`https://x.example/a b"c'd<e>${summary}`)} }`,
          ),
        });
        const result = await site.build({ onInvalid: 'skip' });
        if (!site.published().has('2026/11/a/index.html')) {
          expect(result.problems.length).toBeGreaterThan(0);
          return;
        }
        const html = site.read('2026/11/a/index.html');
        const inline = elementsOf(html, 'script').filter((script) => attribute(script, 'src') === undefined);
        expect(inline).toHaveLength(1);
        expect(faultsOf(html)).toEqual([]);
        expect(thingsOf(html).map((thing) => thing['@type'])).toEqual(['NewsArticle', 'BreadcrumbList']);
        expect(thingsOf(html)[0]?.headline).toBe(metas(html, 'og:title')[0]);
      }),
      { numRuns: 25 },
    );
  });
});
