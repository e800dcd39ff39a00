import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createMemoryStore } from '../../src/edges/store/index.js';
import { dateline } from '../cli/support.js';
import { feedFaults, type ReadFeed, readFeed } from '../support/feeds.js';
import { filesOf, markOf, randomArticle } from '../support/random-site.js';
import { article, codes, NOW, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const AT = 'https://herald.example/';
const FILES = ['feed.xml', 'atom.xml', 'feed.json'];
const IS_FEED = /(?:^|\/)(?:feed|atom)\.(?:xml|json)$|^feed\//;

/** Every feed that is published, each right by its format's specification. */
function feeds(site: TestSite): Map<string, ReadFeed> {
  const found = new Map<string, ReadFeed>();
  for (const path of site.published().keys()) {
    if (!IS_FEED.test(path)) continue;
    const text = site.read(path);
    expect([path, feedFaults(text)]).toEqual([path, []]);
    found.set(path, readFeed(text));
  }
  return found;
}

async function built(files: Parameters<typeof newsroom>[0], yaml = ''): Promise<TestSite> {
  const site = newsroom({ 'content/site.yaml': SITE_YAML + yaml, ...files });
  const result = await site.build();
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return site;
}

const titles = (site: TestSite, path: string): (string | undefined)[] =>
  readFeed(site.read(path)).items.map(({ title }) => title);
const guids = (site: TestSite, path = 'feed.xml'): (string | undefined)[] =>
  readFeed(site.read(path)).items.map(({ guid }) => guid);

const SAMPLE = {
  'content/articles/world/a.md': article(
    'title: Rain\ndate: 2026-11-20 08:00\ntags: [Port]\nauthors: Rudina Leka\nseries: The river',
  ),
  'content/articles/b.md': article('title: Wind\ndate: 2026-11-21'),
};

describe('the feeds of a site', () => {
  it('stand where readers look for them, and sections have their own', async () => {
    const site = await built(SAMPLE);
    expect([...feeds(site).keys()]).toEqual(['atom.xml', 'feed.json', 'feed.xml', 'world/feed.xml']);
    expect(titles(site, 'world/feed.xml')).toEqual(['Rain']);
    expect(readFeed(site.read('world/feed.xml'))).toMatchObject({
      title: 'World – The Test Herald',
      home: `${AT}world/`,
      self: `${AT}world/feed.xml`,
    });
  });

  it('are as many as site.yaml wants, in the formats that it wants', async () => {
    const site = await built(
      SAMPLE,
      'feeds: { formats: [atom], sections: false, tags: [rss, json], authors: true, series: atom }',
    );
    expect([...feeds(site).keys()]).toEqual([
      'atom.xml',
      'authors/rudina-leka/feed.xml',
      'series/the-river/atom.xml',
      'tags/port/feed.json',
      'tags/port/feed.xml',
    ]);
  });

  it('are announced in the head of the pages that they belong to, and linked at the foot', async () => {
    const site = await built(SAMPLE, 'feeds: { formats: [rss, json], authors: true }');
    const links = (path: string): string[] =>
      [
        ...site.read(path).matchAll(/<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)">/g),
      ].map(([, ...parts]) => parts.join(' | '));
    const own = [
      `application/rss+xml | The Test Herald | ${AT}feed.xml`,
      `application/feed+json | The Test Herald | ${AT}feed.json`,
    ];
    expect(links('index.html')).toEqual(own);
    expect(links('2026/11/a/index.html')).toEqual(own);
    expect(links('world/index.html')).toEqual([
      `application/rss+xml | World – The Test Herald | ${AT}world/feed.xml`,
      ...own,
    ]);
    expect(links('authors/rudina-leka/index.html')[0]).toContain(`${AT}authors/rudina-leka/feed.xml`);
    expect(site.read('index.html')).toContain(`<a href="${AT}feed.xml" type="application/rss+xml">`);
  });

  it('are none, nowhere announced and no old address answered, where site.yaml says so', async () => {
    const site = await built(SAMPLE, 'feeds: false');
    expect([...feeds(site).keys()]).toEqual([]);
    for (const path of ['index.html', 'world/index.html', '2026/11/a/index.html'])
      expect(site.read(path)).not.toMatch(/feed|rss|atom/i);
  });

  it('can be linked to from a text', async () => {
    const site = await built({
      ...SAMPLE,
      'content/pages/about.md': '---\ntitle: About\n---\n\n[All](/feed.xml), [world](/world/feed.xml).\n',
    });
    expect(site.read('about/index.html')).toContain('<a href="/world/feed.xml">');
  });

  it('are sound on a site without a story', async () => {
    const site = await built({}, 'sections: [World]');
    for (const feed of feeds(site).values()) expect(feed.items).toEqual([]);
  });
});

describe('a story in a feed', () => {
  const PICTURE =
    '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"><rect width="3" height="2"/></svg>';

  it.each(FILES)('is read by another program just as it was written: %s', async (path) => {
    const site = await built({
      'content/articles/world/a.md': article(
        `title: 'Ministers & "friends" <b> ]]> &amp; end'
date: 2026-11-20 08:00
updated: 2026-11-22 09:30
tags: [Çlirimi, A & B]
authors: [Rudina Leka, wire]
summary: 'Less < more & "so on" ]]>'
image: { src: /media/a "b" c'd.svg, alt: Roofs, caption: 'Roofs & rain', credit: D. Ymeri }`,
      ),
      'content/media/a "b" c\'d.svg': PICTURE,
    });
    const [item] = feeds(site).get(path)?.items ?? [];
    expect(item).toMatchObject({
      guid: 'tag:herald.example,2026:articles/world/a',
      url: `${AT}2026/11/a/`,
      published: Date.parse('2026-11-20T08:00:00Z'),
      authors: ['Rudina Leka', 'wire'],
      categories: ['World', 'Çlirimi', 'A & B'],
      enclosure: {
        url: `${AT}media/a%20%22b%22%20c'd.svg`,
        type: 'image/svg+xml',
        bytes: Buffer.byteLength(PICTURE),
      },
    });
    const brief = /<h1[^>]*>([^<]*)<\/h1>/.exec(site.read('2026/11/a/index.html'))?.[1];
    expect(item?.title?.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')).toBe(brief);
    expect(item?.content).toContain('<figcaption>Roofs &amp; rain <small>D. Ymeri</small></figcaption>');
    expect(item?.content).toContain('<p>Rain fell on the harbour all day.</p>');
    const updated = readFeed(site.read(path)).updated;
    if (updated !== null) expect(updated).toBe(Date.parse('2026-11-22T09:30:00Z'));
  });

  it('stands on its own: whole addresses, embeds as links, nothing of the page around it', async () => {
    const site = await built(
      {
        ...SAMPLE,
        'content/articles/c.md': article(
          'title: Storm\ndate: 2026-11-22',
          `## A heading

See [the rain](world/a.md), [below](#a-heading), [elsewhere](https://x.example/?a=1&b=2).[^1]

@[youtube](dQw4w9WgXcQ)

![Roofs](/media/a.svg "Roofs | Ymeri")

::: factbox Numbers
Three.
:::

| a | b |
| --- | --- |
| 1 | 2 |

[^1]: A note.`,
        ),
        'content/media/a.svg': PICTURE,
      },
      '',
    );
    for (const path of FILES) {
      const content = feeds(site).get(path)?.items[0]?.content ?? '';
      expect(content).toContain(`<a href="${AT}2026/11/a/">the rain</a>`);
      expect(content).toContain(`<a href="${AT}2026/11/c/#a-heading">below</a>`);
      expect(content).toContain('<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">');
      expect(content).toContain(`<img src="${AT}media/a.svg" alt="Roofs" width="3" height="2">`);
    }
  });

  it('shows a lead picture once, though it stands in the text too', async () => {
    const site = await built({
      'content/articles/a.md': article(
        'title: A\ndate: 2026-11-20\nimage: /media/a.svg',
        'Text.\n\n![Roofs](/media/a.svg)',
      ),
      'content/media/a.svg': PICTURE,
    });
    expect(feeds(site).get('feed.json')?.items[0]?.content?.match(/<img/g)).toHaveLength(1);
  });

  it('tells whom it came from, what was corrected, and the posts of a live blog', async () => {
    const site = await built({
      'content/articles/a.md': article(
        `title: A
date: 2026-11-20 08:00
source: { name: Wire & Co, url: "https://wire.example/a?x={1}" }
corrections: [{ date: 2026-11-21, text: The fare was wrong. }]
live: [{ date: 2026-11-20 09:00, title: It begins, text: "First **post**." }]`,
      ),
    });
    const rss = site.read('feed.xml');
    expect(rss).toContain('<dc:source>https://wire.example/a?x=%7B1%7D</dc:source>');
    expect(site.read('atom.xml')).toContain(
      '<link rel="via" href="https://wire.example/a?x=%7B1%7D" title="Wire &amp; Co"/>',
    );
    expect(JSON.parse(site.read('feed.json')).items[0].external_url).toBe('https://wire.example/a?x=%7B1%7D');
    for (const feed of feeds(site).values()) {
      const { content = '', summary = '' } = feed.items[0] ?? {};
      expect(content).toContain('>Wire &amp; Co</a>');
      expect(summary).toContain('Wire &');
      expect(content).toContain('2026-11-21</time>: The fare was wrong.');
      expect(content).toContain(
        '2026-11-20 09:00</time> It begins</h3>\n<p>First <strong>post</strong>.</p>',
      );
    }
  });

  it('brings the episode of a podcast with its true size and type', async () => {
    const site = await built({
      'content/articles/a.md': article(
        'title: A\ndate: 2026-11-20\nkind: podcast\nimage: /media/a.svg',
        '[Listen](/media/one.mp3)',
      ),
      'content/media/a.svg': PICTURE,
      'content/media/one.mp3': new Uint8Array(1234),
    });
    for (const feed of feeds(site).values()) {
      expect(feed.items[0]?.enclosure).toEqual({
        url: `${AT}media/one.mp3`,
        type: 'audio/mpeg',
        bytes: 1234,
      });
    }
  });

  it('has its summary alone where site.yaml wants that', async () => {
    const site = await built(SAMPLE, 'feeds: { content: summary }');
    for (const { items } of feeds(site).values())
      for (const item of items) expect(item.content).toBeUndefined();
    expect(site.read('feed.xml')).toContain('<description>Rain fell on the harbour all day.</description>');
    expect(JSON.parse(site.read('feed.json')).items[0].content_text).toContain('Rain fell');
  });

  it('keeps a feed well formed whatever is written in it', async () => {
    const odd = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(odd, odd, odd, async (title, summary, tag) => {
        const words = (text: string): string => JSON.stringify(`x ${text} ]]> \u0001\u0000 <b>&`);
        const site = newsroom({
          'content/site.yaml': `${SITE_YAML}tagline: ${words(summary)}\nfeeds: { tags: true, content: ${title.length % 2 ? 'full' : 'summary'} }`,
          'content/articles/a.md': article(
            `title: ${words(title)}\ndate: 2026-11-20\nsummary: ${words(summary)}\ntags: [${words(tag)}]\nauthors: [${words(tag)}]`,
            `${summary.replace(/\s/g, ' ')} ]]>`,
          ),
        });
        await site.build({ onInvalid: 'skip' });
        expect(feeds(site).size).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 25 },
    );
  });

  it('may have a headline of 4,900 characters and stand on a site in a folder', async () => {
    const site = newsroom({
      'content/site.yaml': 'title: T\nurl: https://herald.example/a/news/\n',
      'content/articles/a.md': article(
        `title: ${'word '.repeat(980).trim()}\ndate: 2026-11-20\nslug: a`,
        '[Home](/) and [itself](a.md)',
      ),
    });
    await site.build();
    const feed = feeds(site).get('feed.xml');
    expect(feed).toMatchObject({ home: `${AT}a/news/`, self: `${AT}a/news/feed.xml` });
    expect(feed?.items[0]?.title).toHaveLength(4899);
    expect(feed?.items[0]?.content).toContain(`<a href="${AT}a/news/2026/11/a/">itself</a>`);
    expect(site.read('feed.xml')).toMatch(/href="\/a\/news\/assets\/feed\.[\da-f]{8}\.css"/);
  });
});

describe('a reader that has seen the feed before', () => {
  const fields = 'title: Rain\ndate: 2026-11-20\nid: rain';

  it('finds nothing new after a rebuild, a move, another slug, section, permalink or domain', async () => {
    const site = await built({ 'content/articles/a.md': article(fields) });
    const seen = FILES.map((path) => guids(site, path));
    const check = async (): Promise<void> => {
      expect((await site.build()).outcome).toBe('done');
      expect(FILES.map((path) => guids(site, path))).toEqual(seen);
    };
    await check();
    site.rename('content/articles/a.md', 'content/articles/world/renamed.md');
    await check();
    site.write({
      'content/articles/world/renamed.md': article(
        `${fields}\nslug: other\nsection: sport\nupdated: 2026-11-22`,
      ),
    });
    await check();
    site.write({
      'content/site.yaml': `${SITE_YAML}permalink: /:section/:slug/\n`.replace('//herald', '//www.new'),
    });
    await check();
    expect(readFeed(site.read('feed.xml')).items[0]?.url).toBe('https://www.new.example/sport/other/');
  });

  it('finds nothing new when a file that `dateline new` began gets another name and place', async () => {
    const site = newsroom();
    const long = 'Council votes at last on the new ferry port of Durrës, after eleven years of talks';
    const { out } = await dateline(site.root, ['new', long]);
    const begun = readFileSync(join(site.root, out.trim()), 'utf8').replace('draft: true', 'draft: false');
    site.write({ [out.trim()]: begun });
    await site.build();
    const seen = FILES.map((path) => guids(site, path));
    expect(seen[0]).toEqual(['tag:herald.example,2026:2026-11-24-council-votes-at-last-on-the-new-ferry']);
    site.rename(out.trim(), 'content/articles/country/ferry-port.md');
    expect((await site.build()).outcome).toBe('done');
    expect(FILES.map((path) => guids(site, path))).toEqual(seen);
  });

  it('knows an imported story by the guid of the old system', async () => {
    const site = await built({
      'content/articles/a.md': article('title: A\ndate: 2026-11-20\nguid: https://old.example/?p=4711'),
      'content/articles/b.md': article('title: B\ndate: 2026-11-19\nguid: 123 at https://old.example'),
    });
    const own = 'tag:herald.example,2026:articles/b';
    expect(guids(site)).toEqual(['https://old.example/?p=4711', '123 at https://old.example']);
    // Atom wants an IRI.
    expect(guids(site, 'atom.xml')).toEqual(['https://old.example/?p=4711', own]);
    expect(feeds(site).size).toBe(3);
  });
});

describe('which stories are in a feed', () => {
  it('are those that appeared last, in that order, as many as site.yaml says', async () => {
    const site = await built(
      {
        'content/articles/a.md': article('title: A\ndate: 2026-11-10'),
        'content/articles/b.md': article('title: B\ndate: 2026-11-12'),
        'content/articles/c.md': article('title: C\ndate: 2026-11-14'),
        'content/articles/held.md': article('title: Held\ndate: 2026-01-01\nembargo: 2026-11-13'),
      },
      'feeds: { limit: 3 }',
    );
    expect(titles(site, 'feed.xml')).toEqual(['C', 'Held', 'B']);
    expect(readFeed(site.read('feed.xml')).items[1]?.published).toBe(Date.parse('2026-11-13'));
  });

  it('leave out advertising, and drafts even where a preview shows them', async () => {
    const site = newsroom({
      ...SAMPLE,
      'content/articles/ad.md': article('title: Buy\ndate: 2026-11-22\nkind: sponsored'),
      'content/articles/draft.md': article('title: Draft\ndate: 2026-11-22\ndraft: true'),
      'content/articles/later.md': article('title: Later\ndate: 2026-12-22'),
    });
    await site.build({ show: { drafts: true, future: true } });
    for (const feed of feeds(site).values())
      for (const { title } of feed.items) expect(['Rain', 'Wind']).toContain(title);
  });

  it('never are ones that nobody may see, in any feed', async () => {
    const YAML = `${SITE_YAML}feeds:
  tags: [rss, atom, json]
  authors: true
  series: json
  aliases: [/feed/, "/t/:tag/feed/"]
  partners: [{ name: all, limit: 500 }, { name: later, delay: 60, content: summary }]
`;
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...Array.from({ length: 8 }, (_, n) => randomArticle(n, false))),
        async (all) => {
          const site = newsroom({ 'content/site.yaml': YAML });
          for (const one of all) site.write(filesOf(one));
          await site.build();
          feeds(site);
          const everything = [...site.published()]
            .filter(([path]) => /feed|atom/.test(path))
            .map(([path, content]) => `${path}\n${content}`)
            .join('\n');
          // A text may link to where a story stood: readers learn there that it was taken down.
          for (const { n, visibility } of all) {
            const seen = everything.replaceAll(`${markOf(n)}-slug`, '').includes(markOf(n));
            expect([n, visibility, seen]).toEqual([n, visibility, visibility === 'now']);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('let an edit of an old story change no feed that it is not in', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [
        `content/articles/world/a${n}.md`,
        article(`title: Story ${n}\ndate: 2026-10-${String((n % 28) + 1).padStart(2, '0')}\ntags: [Port]`),
      ]),
    );
    const old = 'content/articles/world/old.md';
    const site = await built(
      { ...files, [old]: article('title: Old\ndate: 2020-01-01\ntags: [Port]') },
      'feeds: { tags: true }',
    );
    const store = createMemoryStore();
    await site.build({ store });
    site.write({ [old]: article('title: Older\ndate: 2020-01-01\ntags: [Port, Alone]', 'Another text.') });
    const { changes } = await site.build({ store });
    const touched = Object.values(changes?.changed ?? {}).flat();
    expect(touched.filter((path) => IS_FEED.test(path))).toEqual([]);
    expect(Object.values(changes?.added ?? {}).flat()).toContain('tags/alone/feed.xml');
  });
});

describe('an old address of the feed', () => {
  it('is answered by the feed itself', async () => {
    const site = await built(
      { ...SAMPLE, 'content/articles/sport/c.md': article('title: C\ndate: 2026-11-01') },
      `feeds:
  tags: true
  aliases: [/feed/, /rss, /index.xml, /old/atom.xml, /old/feed.json, "/category/:section/feed/", "/tag/:tag/index.xml", /feed.xml]`,
    );
    for (const path of ['feed/index.html', 'rss/index.html', 'index.xml'])
      expect(site.read(path)).toBe(site.read('feed.xml'));
    expect(site.read('old/atom.xml')).toBe(site.read('atom.xml'));
    expect(site.read('old/feed.json')).toBe(site.read('feed.json'));
    expect(site.read('category/world/feed/index.html')).toBe(site.read('world/feed.xml'));
    expect(site.read('category/sport/feed/index.html')).toBe(site.read('sport/feed.xml'));
    expect(site.read('tag/port/index.xml')).toBe(site.read('tags/port/feed.xml'));
  });

  it('leads on by the rules of a host too, where files would be called HTML', async () => {
    const yaml =
      'redirects: [html, netlify, nginx]\nfeeds: { aliases: [/feed/, /index.xml, "/c/:section/feed/"] }\n';
    const site = newsroom({ ...SAMPLE, 'content/site.yaml': SITE_YAML + yaml });
    const { serverFiles } = await site.build();
    expect(site.read('_redirects').split('\n').slice(1)).toEqual([
      '/c/world/feed/ /world/feed.xml 301!',
      '/feed/ /feed.xml 301!',
      '',
    ]);
    expect(serverFiles.map(({ text }) => text).join('')).toContain(`"/feed/" "${AT}feed.xml";`);
    expect(site.read('feed/index.html')).toBe(site.read('feed.xml'));
  });

  it('of a section that was renamed is answered by the feed, and by a rule of the host', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}redirects: [html, netlify, nginx]\nfeeds: { sections: [rss, atom] }\n`,
      'content/sections/arts.md':
        '---\ntitle: Arts\naliases: [/culture/, /stage/rss/feed.xml, "/?cat=3"]\n---\n',
      'content/articles/arts/play.md': article('title: Play\ndate: 2026-11-02'),
    });
    const { serverFiles, problems } = await site.build();
    expect(problems).toEqual([]);
    for (const path of ['culture/feed.xml', 'stage/rss/feed.xml'])
      expect(site.read(path)).toBe(site.read('arts/feed.xml'));
    expect(site.read('culture/atom.xml')).toBe(site.read('arts/atom.xml'));
    expect(site.read('culture/index.html')).toContain('/arts/');
    const rules = site.read('_redirects');
    expect(rules).toContain('/culture/feed.xml /arts/feed.xml 301!');
    expect(rules).toContain('/culture/atom.xml /arts/atom.xml 301!');
    expect(serverFiles.map(({ text }) => text).join('')).toContain(
      `"/culture/feed.xml" "${AT}arts/feed.xml";`,
    );
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'a section that is there now',
      { 'content/articles/culture/a.md': article('title: A\ndate: 2026-11-01') },
      /Culture/,
    ],
    ['a file of one’s own', { 'content/static/culture/feed.xml': '<rss>mine</rss>' }, /mine/],
  ])('of a renamed section takes nothing from %s', async (_, files, kept) => {
    const site = newsroom({
      'content/sections/arts.md': '---\ntitle: Arts\naliases: [/culture/]\n---\n',
      'content/articles/arts/play.md': article('title: Play\ndate: 2026-11-02'),
      ...files,
    });
    const { problems } = await site.build({ onInvalid: 'skip' });
    // The page's own old address may be taken: that is told as ever.
    expect(problems.filter(({ message }) => message.includes('feed'))).toEqual([]);
    expect(site.read('culture/feed.xml')).toMatch(kept);
  });

  it('that belongs to something else is told with its line', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}feeds:\n  aliases:\n    - /about/\n    - /index.html\n`,
      'content/pages/about.md': '---\ntitle: About\n---\n\nText.\n',
    });
    const { problems } = await site.build();
    expect(problems.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
      ['alias-taken', 'content/site.yaml', 6, 7],
      ['alias-taken', 'content/site.yaml', 7, 7],
    ]);
  });

  it('is told where an article wants it too', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}feeds: { aliases: [/rss/] }\n`,
      'content/articles/a.md': article('title: A\ndate: 2026-11-20\naliases: [/rss/]'),
    });
    expect(codes(await site.build())).toEqual(['alias-taken']);
  });
});

describe('a partner’s feed', () => {
  const files = {
    'content/articles/world/a.md': article('title: A\ndate: 2026-11-24 11:00\ntags: [Vote]'),
    'content/articles/world/b.md': article('title: B\ndate: 2026-11-24 11:45\nkind: opinion'),
    'content/articles/sport/c.md': article('title: C\ndate: 2026-11-24 10:00\ntags: [Vote]'),
    'content/articles/world/d.md': article('title: D\ndate: 2026-11-23\nsource: Wire'),
    'content/articles/world/e.md': article('title: E\ndate: 2026-11-22\nkind: sponsored\nsource: Payer'),
  };
  const partner = async (options: string): Promise<(string | undefined)[]> => {
    const site = await built(
      files,
      `feeds:\n  partners:\n    - { name: p${options === '' ? '' : `, ${options}`} }`,
    );
    feeds(site);
    return titles(site, options.includes('json') ? 'feed/p.json' : 'feed/p.xml');
  };

  test.each([
    ['', ['B', 'A', 'C']],
    ['sections: [world]', ['B', 'A']],
    ['sections: World', ['B', 'A']],
    ['tags: [Vote]', ['A', 'C']],
    ['tags: [vote], sections: [world]', ['A']],
    ['kinds: [opinion]', ['B']],
    ['kinds: [sponsored]', ['E']],
    ['syndicated: true', ['B', 'A', 'C', 'D']],
    ['limit: 2', ['B', 'A']],
    ['delay: 15', ['B', 'A', 'C']],
    ['delay: 16', ['A', 'C']],
    ['delay: 60, limit: 1', ['A']],
    ['format: json', ['B', 'A', 'C']],
    ['format: atom, content: summary', ['B', 'A', 'C']],
  ])('with { %s } has %j', async (options, wanted) => {
    expect(await partner(options)).toEqual(wanted);
  });

  it('tells programs that a story was paid for', async () => {
    const site = await built(files, 'feeds:\n  partners: [{ name: p, kinds: [sponsored] }]');
    expect(feeds(site).get('feed/p.xml')?.items[0]?.categories).toEqual(['sponsored', 'World']);
  });

  it('is linked to from nowhere', async () => {
    const site = await built(files, 'feeds:\n  partners: [{ name: secret-name }]');
    for (const [path, content] of site.published())
      if (path !== 'feed/secret-name.xml')
        expect([path, content.includes('secret-name')]).toEqual([path, false]);
  });

  it('gains a delayed story at a moment that next.json names, and not before', async () => {
    const site = await built(
      files,
      'newsSitemap: false\nfeeds:\n  partners: [{ name: p, delay: 30, kinds: [opinion] }]',
    );
    expect(titles(site, 'feed/p.xml')).toEqual([]);
    const moment = Date.parse('2026-11-24T12:15:00Z');
    expect((await site.build({ now: NOW })).next).toEqual({
      at: new Date(moment).toISOString(),
      reason: 'feed',
    });
    await site.build({ now: moment - 1 });
    expect(titles(site, 'feed/p.xml')).toEqual([]);
    await site.build({ now: moment });
    expect(titles(site, 'feed/p.xml')).toEqual(['B']);
  });
});

describe('the demo', () => {
  it('has sound feeds of every kind', async () => {
    const site = newsroom();
    rmSync(join(site.root, 'content'), { recursive: true });
    cpSync(join(import.meta.dirname, '../../content'), join(site.root, 'content'), { recursive: true });
    expect((await site.build()).outcome).toBe('done');
    const all = feeds(site);
    expect(all.size).toBeGreaterThan(8);
    const empty = [...all].filter(([path, { items }]) => items.length === 0 && !path.startsWith('feed/'));
    // She writes advertising alone, which stays out of feeds.
    expect(empty.map(([path]) => path)).toEqual(['authors/benja-valley-guest-houses/feed.xml']);
  });
});
