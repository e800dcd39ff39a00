import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dateline } from '../cli/support.js';
import { article, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const told = async (site: TestSite, options = {}): Promise<[string, string, string][]> =>
  (await site.check(options)).problems
    .filter(({ code }) => /^(address|ledger)-/.test(code))
    .map(({ code, message, hint }) => [code, message, hint]);

const story = (fields = ''): string => article(`title: Storm\ndate: 2026-11-01\n${fields}`);

/** A newsroom that has published all this. */
function published(): TestSite {
  return newsroom({
    'content/articles/storm.md': story('tags: [Weather]\naliases: [/old/, "/?p=5"]\nsection: news'),
    'content/articles/other.md': article('title: Other\ndate: 2026-11-02\nsection: news'),
    'content/pages/about.md': '---\ntitle: About\n---\n\nWe.\n',
    'urls.txt': [
      '/2026/11/storm/ articles/storm',
      '/2026/11/other/ articles/other',
      '/old/ articles/storm',
      '/?p=5 articles/storm',
      '/about/ pages/about',
      '/news/ section:news',
      '/tags/weather/ tag:weather',
    ].join('\n'),
  });
}

describe('an address that was published', () => {
  it('is not told of while something answers it', async () => {
    expect(await told(published())).toEqual([]);
  });

  it.each<[string, Record<string, string | null>, [string, string][]]>([
    [
      'a new slug, with the line to paste',
      {
        'content/articles/storm.md': story(
          'slug: gale\ntags: [Weather]\naliases: [/old/, "/?p=5"]\nsection: news',
        ),
      },
      [['/2026/11/storm/', 'Write into content/articles/storm.md: `aliases: [/2026/11/storm/]`']],
    ],
    [
      'an alias that was taken out',
      { 'content/articles/storm.md': story('tags: [Weather]\naliases: ["/?p=5"]\nsection: news') },
      [['/old/', 'Write into content/articles/storm.md: `aliases: [/old/]`']],
    ],
    [
      'a new pattern of addresses',
      { 'content/site.yaml': `${SITE_YAML}permalink: /:section/:slug/\n` },
      [
        ['/2026/11/storm/', 'aliases: [/2026/11/storm/]'],
        ['/2026/11/other/', 'Write into content/articles/other.md: `aliases: [/2026/11/other/]`'],
      ],
    ],
    [
      'a file that was deleted',
      { 'content/articles/other.md': null },
      [['/2026/11/other/', 'bring `articles/other` back with the line `gone: true`']],
    ],
    [
      'a renamed section',
      {
        'content/articles/storm.md': story('tags: [Weather]\naliases: [/old/, "/?p=5"]\nsection: local'),
        'content/articles/other.md': article('title: Other\ndate: 2026-11-02\nsection: local'),
      },
      [['/news/', '`aliases: [/news/]`']],
    ],
    ['a page that was deleted', { 'content/pages/about.md': null }, [['/about/', 'aliases: [/about/]']]],
  ])('is told of after %s', async (_, changes, expected) => {
    const site = published();
    site.write(changes);
    const problems = await told(site);
    expect(problems.map(([code]) => code)).toEqual(expected.map(() => 'address-vanished'));
    for (const [url, hint] of expected) {
      const one = problems.find(([, message]) => message.includes(`\`${url}\``));
      expect(one?.[2]).toContain(hint);
    }
  });

  it.each([
    ['taken down', 'gone: true'],
    ['expired', 'expires: 2026-11-20'],
    ['put under an embargo again', 'embargo: 2027-01-01'],
  ])(
    'may go when its story was %s, with its old addresses and the tag that it alone had',
    async (_, field) => {
      const site = published();
      site.write({
        'content/articles/storm.md': story(`tags: [Weather]\naliases: [/old/, "/?p=5"]\n${field}`),
      });
      expect((await told(site)).filter(([, message]) => !message.includes('/tags/'))).toEqual([]);
    },
  );

  it('is told at the file of a story that became a draft, in confidence', async () => {
    const site = published();
    site.write({
      'content/articles/other.md': article('title: Other\ndate: 2026-11-02\nsection: news\ndraft: true'),
    });
    const { problems } = await site.build();
    expect(problems.map(({ code, file, confidential }) => [code, file, confidential])).toEqual([
      ['address-hidden', 'content/articles/other.md', true],
    ]);
  });

  it('stops the build where site.yaml says so', async () => {
    const site = published();
    await site.build();
    const before = site.published();
    site.write({
      'content/site.yaml': `${SITE_YAML}severity: { address-vanished: error }\n`,
      'content/articles/other.md': null,
    });
    expect((await site.build()).outcome).toBe('content');
    expect(site.published()).toEqual(before);
  });

  it('is not told of while an article is wrong, whose address nobody knows', async () => {
    const site = published();
    site.write({ 'content/articles/other.md': '---\ntitle: Other\n---\n' });
    expect(await told(site, { onInvalid: 'skip' })).toEqual([]);
  });

  it('is never in public/, nor is urls.txt', async () => {
    const site = published();
    site.write({
      'urls.txt': '/2026/11/zqmarked-address/ articles/zqmarked\n',
      'content/pages/about.md': '---\ntitle: About\n---\n\n[all](../../urls.txt) [all](/urls.txt)\n',
    });
    await site.build();
    const everything = JSON.stringify([...site.published()]);
    expect(everything).not.toContain('zqmarked');
    expect([...site.published().keys()].filter((path) => path.includes('urls'))).toEqual([]);
  });
});

describe('the address of a feed that was published', () => {
  const YAML = `${SITE_YAML}feeds: { sections: [rss, json], partners: [{ name: secret-wire }] }\n`;
  const sections = (name: string, aliases: string): Record<string, string> => ({
    [`content/sections/${name}.md`]: `---\ntitle: Arts\n${aliases}---\n`,
    'content/articles/play.md': article(`title: Play\ndate: 2026-11-02\nsection: ${name}`),
  });
  const publishedWith = (ledger: string): TestSite =>
    newsroom({ 'content/site.yaml': YAML, ...sections('culture', ''), 'urls.txt': ledger });
  const LEDGER = [
    '/atom.xml feed:site',
    '/culture/ section:culture',
    '/culture/feed.xml feed:section:culture',
    '/culture/feed.json feed:section:culture',
  ].join('\n');
  const renamed = (aliases: string): TestSite => {
    const site = publishedWith(LEDGER);
    site.write({ 'content/sections/culture.md': null, ...sections('arts', aliases) });
    return site;
  };

  it('is in the file, but those of partners, which no page names', async () => {
    const site = newsroom({
      'content/site.yaml': `${YAML.trimEnd().slice(0, -2)}, aliases: [/rss/] }\n`,
      ...sections('culture', ''),
    });
    await dateline(site.root, ['urls', '--save']);
    const text = readFileSync(join(site.root, 'urls.txt'), 'utf8');
    expect(text.split('\n').filter((line) => line.includes('feed'))).toEqual([
      '/atom.xml feed:site',
      '/culture/feed.json feed:section:culture',
      '/culture/feed.xml feed:section:culture',
      '/feed.json feed:site',
      '/feed.xml feed:site',
      '/rss/ feed:site',
    ]);
    expect(text).not.toContain('secret-wire');
  });

  it('is not told of while the feed is there', async () => {
    expect(await told(publishedWith(LEDGER))).toEqual([]);
  });

  it('is not told of where an alias of the renamed section brings page and feeds back', async () => {
    expect(await told(renamed('aliases: [/culture/]\n'))).toEqual([]);
  });

  it('is told with the page that it belonged to, by one line to paste', async () => {
    expect((await told(renamed(''))).map(([, message]) => message.slice(0, 27))).toEqual([
      'Nothing answers `/culture/`',
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      'its section has feeds no more',
      { 'content/site.yaml': `${SITE_YAML}feeds: { sections: false }\n` },
      ['`aliases: [/culture/feed.xml]`', '`aliases: [/culture/feed.json]`'],
    ],
    [
      'its section has that format no more',
      { 'content/site.yaml': SITE_YAML },
      ['Write into content/sections/culture.md: `aliases: [/culture/feed.json]`'],
    ],
    [
      'the site has that format no more',
      { 'content/site.yaml': `${SITE_YAML}feeds: { formats: [rss], sections: [rss, json] }\n` },
      ['Write into content/site.yaml, below `feeds:`: `aliases: [/atom.xml]`'],
    ],
  ])('is told of where %s', async (_, changes, hints) => {
    const site = publishedWith(LEDGER);
    site.write(changes);
    expect((await told(site)).map(([, , hint]) => hint)).toEqual(
      hints.map((hint) => expect.stringContaining(hint)),
    );
  });

  it('is answered by the line that was told', async () => {
    const site = publishedWith(LEDGER);
    site.write({
      'content/site.yaml': `${SITE_YAML}feeds: { formats: [rss], aliases: [/atom.xml] }\n`,
      ...sections('culture', 'aliases: [/culture/feed.json]\n'),
    });
    expect((await site.check()).problems).toEqual([]);
  });

  it('may be a file of one’s own', async () => {
    const site = publishedWith(LEDGER);
    site.write({ 'content/site.yaml': SITE_YAML, 'content/static/culture/feed.json': '{}' });
    expect(await told(site)).toEqual([]);
  });

  it('may go while the only story of its section is away', async () => {
    const site = publishedWith('/culture/feed.xml feed:section:culture\n');
    site.write({ 'content/articles/play.md': article('title: Play\ndate: 2027-01-01\nsection: culture') });
    expect(await told(site)).toEqual([]);
  });
});

describe('an article under another id', () => {
  const moved = async (site: TestSite): Promise<(readonly [string, string])[]> =>
    (await site.check()).problems
      .filter(({ code }) => code === 'id-changed')
      .map(({ file, hint }) => [file, hint] as const);

  it('is told of where its file was moved, with the line to paste, and no more with that line', async () => {
    const site = published();
    site.rename('content/articles/other.md', 'content/articles/local/other.md');
    const [[file, hint] = ['', '']] = await moved(site);
    expect([file, hint]).toEqual([
      'content/articles/local/other.md',
      expect.stringContaining('`id: articles/other`'),
    ]);
    site.write({
      'content/articles/local/other.md': article(
        'title: Other\ndate: 2026-11-02\nsection: news\nid: articles/other',
      ),
    });
    expect(await moved(site)).toEqual([]);
  });

  it('is told of where its address changed with the folder, and the old one leads to it', async () => {
    const site = published();
    site.write({
      'content/articles/other.md': null,
      'content/articles/local/other.md': article(
        'title: Other\ndate: 2026-11-03\nslug: another\naliases: [/2026/11/other/]',
      ),
    });
    expect(await moved(site)).toHaveLength(1);
  });

  it.each<[string, Record<string, string | null>]>([
    [
      'took the place of another that is still there',
      {
        'content/articles/other.md': article('title: Other\ndate: 2026-11-02\nslug: elsewhere'),
        'content/articles/new.md': article('title: New\ndate: 2026-11-02\nslug: other'),
      },
    ],
    [
      'answers for one that it took in',
      {
        'content/articles/other.md': null,
        'content/articles/storm.md': story('aliases: [/old/, "/?p=5", /2026/11/other/]'),
      },
    ],
    [
      'has a name of its own in feeds',
      {
        'content/articles/other.md': null,
        'content/articles/local/other.md': article('title: Other\ndate: 2026-11-02\nguid: "wp:5"'),
      },
    ],
  ])('is not told of where it %s', async (_, changes) => {
    const site = published();
    site.write(changes);
    expect(await moved(site)).toEqual([]);
  });
});
