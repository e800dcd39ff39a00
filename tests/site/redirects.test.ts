import { describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/build/result.js';
import { article, codes, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const ALL = `${SITE_YAML}redirects: [html, netlify, nginx, apache, s3]\nsections: [News]\n`;

/** Everything that a host or server is told, by name. */
const told = (site: TestSite, { serverFiles }: BuildResult): Map<string, string> =>
  new Map([
    ...serverFiles.map(({ name, text }) => [name, text] as const),
    ...['_redirects', '.htaccess'].map((name) => [name, site.read(name)] as const),
  ]);

describe('old addresses', () => {
  it('of articles, sections, authors, tags and pages lead on in every form', async () => {
    const site = newsroom({
      'content/site.yaml': ALL,
      'content/articles/storm.md': article(
        'title: Storm\ndate: 2026-11-01\nsection: news\ntags: [Port]\nauthors: Rudina Leka\naliases: [/of-article/]',
      ),
      'content/sections/news.md': '---\ntitle: News\naliases: [/of-section/]\n---\n',
      'content/authors/rudina-leka.md': '---\ntitle: Rudina Leka\naliases: [/of-author/]\n---\n',
      'content/tags/port.md': '---\ntitle: Port\naliases: [/of-tag/]\n---\n',
      'content/pages/about.md': '---\ntitle: About\naliases: [/of-page/]\n---\n',
    });
    const result = await site.build();
    expect(codes(result)).toEqual([]);
    const targets = {
      article: '/2026/11/storm/',
      section: '/news/',
      author: '/authors/rudina-leka/',
      tag: '/tags/port/',
      page: '/about/',
    };
    for (const [of, target] of Object.entries(targets)) {
      expect(site.read(`of-${of}/index.html`)).toContain(`url=${target}`);
      for (const [name, text] of told(site, result)) {
        if (/nginx-(?:server|headers)/.test(name)) continue;
        const lines = text
          .split('\n')
          .filter((line) => line.includes(`of-${of}`) || line.includes(`of\\x2D${of}`));
        expect([name, lines.length > 0]).toEqual([name, true]);
        for (const line of lines) expect(line).toContain(target);
      }
    }
  });

  it('have pages only where `redirects` says so', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}redirects: [cloudflare]\n`,
      'content/articles/a.md': article('title: A\ndate: 2026-11-01\naliases: [/old/]'),
    });
    await site.build();
    expect(site.published().has('old/index.html')).toBe(false);
    expect(site.read('_redirects')).toContain('/old/ /2026/11/a/ 301');
  });

  it('with a ? lead on in texts of other articles, too', async () => {
    const site = newsroom({
      'content/articles/a.md': article(
        'title: A\ndate: 2026-11-01\naliases: ["https://herald.example/?p=5", "/index.php?b=2&a=1"]',
      ),
      'content/articles/b.md': article(
        'title: B\ndate: 2026-11-02',
        'See [one](https://herald.example/?p=5#top), [two](/index.php?a=1&b=2), [three](/?utm_source=x&p=5&fbclid=y), [home](/?utm_source=x#a).',
      ),
    });
    expect(codes(await site.build())).toEqual([]);
    const html = site.read('2026/11/b/index.html');
    expect(html).toContain('href="/2026/11/a/#top">one');
    expect(html).toContain('href="/2026/11/a/">two');
    expect(html).toContain('href="/2026/11/a/">three');
    expect(html).toContain('href="/?utm_source=x#a">home');
  });

  it('with a ? that no story has is a broken link, not one to the front page', async () => {
    const site = newsroom({
      'content/articles/a.md': article(
        'title: A\ndate: 2026-11-01\naliases: ["/?p=5"]',
        'See [this](/?p=999), [that](https://herald.example/?p=5&q=1), [found](/2026/11/a/?q=a).',
      ),
    });
    const { problems } = await site.build();
    expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([['broken-link', 7, 12]]);
    const html = site.read('2026/11/a/index.html');
    expect(html).toContain('See this, <a href="/2026/11/a/">that</a>, <a href="/2026/11/a/?q=a">found</a>.');
  });

  it.each([
    ['an address with a ?', '/?p=zqold5', '/?p=zqold5'],
    ['and more behind it', '/?p=zqold5', '/?utm_source=x&p=zqold5'],
    ['below a page that is there', '/about/?id=zqold5', '/about/?id=zqold5'],
    ['a path', '/zqold-story/', '/zqold-story/'],
  ])('of a story that nobody may know of becomes words: %s', async (_, alias, link) => {
    const site = newsroom({
      'content/pages/about.md': '---\ntitle: About\n---\n\nWe.\n',
      'content/articles/later.md': article(`title: Later\ndate: 2027-01-01\naliases: ["${alias}"]`),
      'content/articles/a.md': article(
        `title: A\ndate: 2026-11-01\nrelated: ["${link}"]`,
        `See [this](${link}) and [all](https://herald.example${link}).`,
      ),
    });
    const { problems } = await site.build();
    expect(problems.map(({ code }) => code).sort()).toEqual(['hidden-link', 'hidden-link', 'hidden-related']);
    expect(site.read('2026/11/a/index.html')).toContain('See this and all.');
    expect([...site.published().values()].join('')).not.toContain('zqold');
  });

  it.each([
    'https://herald.example',
    'http://herald.example/',
    '//HERALD.example/#top',
    'http://herald.example/?p=5',
  ])('%s is this site’s own in a text', async (link) => {
    const site = newsroom({
      'content/articles/a.md': article('title: A\ndate: 2026-11-01\naliases: ["/?p=5"]', `[here](${link})`),
    });
    expect(codes(await site.build())).toEqual([]);
    expect(site.read('2026/11/a/index.html')).toMatch(/<a href="\/(?:2026\/11\/a\/)?(?:#top)?">here</);
  });

  it('with a ? is what a pin may name, too', async () => {
    const site = newsroom({
      'content/articles/a.md': article('title: Alpha\ndate: 2026-11-01\naliases: ["/?p=5"]'),
      'content/articles/b.md': article('title: Beta\ndate: 2026-11-02\nrelated: ["/?p=5"]'),
    });
    expect(codes(await site.build())).toEqual([]);
    expect(site.read('2026/11/b/index.html')).toContain('Alpha');
  });

  it('of a removed story leads readers who follow a text to the page that says so', async () => {
    const site = newsroom({
      'content/articles/gone.md': article(
        'title: G\ndate: 2026-11-01\ngone: true\naliases: [/was/, "/?p=5"]',
      ),
      'content/articles/b.md': article('title: B\ndate: 2026-11-02', '[one](/was/) [two](/?p=5)'),
    });
    expect(codes(await site.build())).toEqual([]);
    expect(site.read('2026/11/b/index.html').match(/<a href="\/2026\/11\/gone\/">/g)).toHaveLength(2);
  });

  it.each([
    ['/?p=5#top', ['alias-query']],
    ['/?q=a%20b', ['alias-query']],
    ['/?a=1&a=2', ['alias-query']],
    ['/?p', ['alias-query']],
    ['/#top', ['alias-query']],
    ['https://other.example/?p=5', ['address-outside']],
    ['/../?p=5', ['alias-query', 'address-outside']],
  ])('%s is told of', async (alias, expected) => {
    const site = newsroom({
      'content/articles/a.md': article(`title: A\ndate: 2026-11-01\naliases: ["${alias}"]`),
    });
    const { problems } = await site.build();
    expect(problems.length).toBe(1);
    expect(expected).toContain(problems[0]?.code);
  });

  it.each([
    ['https://preview.example/pr-5/', ''],
    ['https://herald.example/', ''],
    ['http://localhost:8080/', 'paper/'],
  ])('written whole are of this site in a preview at %s, too', async (baseUrl, path) => {
    const site = newsroom({
      'content/site.yaml': SITE_YAML.replace('herald.example/', `herald.example/${path}`),
      'content/articles/a.md': article(
        `title: A\ndate: 2026-11-01\naliases: [https://www.herald.example/${path}whole/]`,
      ),
    });
    expect(codes(await site.build({ baseUrl }))).toEqual([]);
    expect(site.published().has('whole/index.html')).toBe(true);
  });

  it('that two articles want lead to none, with a ? as without', async () => {
    const site = newsroom({
      'content/articles/a.md': article('title: A\ndate: 2026-11-01\naliases: ["/?p=5"]'),
      'content/articles/b.md': article('title: B\ndate: 2026-11-02\naliases: ["/?p=5"]'),
    });
    expect(codes(await site.build())).toEqual(['alias-taken']);
  });
});

describe('what a host can’t do', () => {
  it.each([
    [2, 0],
    [3, 1],
  ])('is told of an .htaccess with %i thousand rules', async (thousands, told) => {
    const list = (n: number): string => Array.from({ length: 1000 }, (_, i) => `/old/${n}-${i}/`).join(', ');
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}redirects: [apache]\n`,
      ...Object.fromEntries(
        Array.from({ length: thousands }, (_, n) => [
          `content/articles/a${n}.md`,
          article(`title: A ${n}\ndate: 2026-11-01\naliases: [${list(n)}]`),
        ]),
      ),
    });
    expect(codes(await site.build())).toEqual(told === 1 ? ['htaccess-large'] : []);
  });

  it('is an error where old addresses would be lost, and none where pages answer', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 21 }, (_, n) => [
        `content/articles/a${n}.md`,
        article(
          `title: A ${n}\ndate: 2026-11-01\naliases: [${Array.from({ length: 100 }, (_, i) => `/old/${n}-${i}/`).join(', ')}]`,
        ),
      ]),
    );
    const site = newsroom({ ...files, 'content/site.yaml': `${SITE_YAML}redirects: [cloudflare]\n` });
    const result = await site.build();
    expect([result.outcome, codes(result)]).toEqual(['content', ['redirects-too-many']]);
    site.write({ 'content/site.yaml': `${SITE_YAML}redirects: [html, cloudflare]\n` });
    expect(codes(await site.build())).toEqual([]);
    expect(site.read('_redirects').match(/ 301$/gm)?.length).toBe(2000);
    expect(site.published().has('old/20-99/index.html')).toBe(true);
  });

  it.each([
    ['[cloudflare]', ['redirect-query', 'redirect-too-long']],
    ['[cloudflare, nginx]', ['redirect-too-long']],
    ['[html, cloudflare]', []],
    ['[netlify, cloudflare]', ['redirects-one-file']],
  ])('is told for %s', async (forms, expected) => {
    const long = Array.from({ length: 4 }, () => 'ë'.repeat(100)).join('/');
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}redirects: ${forms}\n`,
      'content/articles/a.md': article(`title: A\ndate: 2026-11-01\naliases: ["/${long}/", "/?p=1"]`),
    });
    const result = await site.build();
    expect(codes(result)).toEqual(expected);
    for (const { code, file, line } of result.problems)
      if (code.startsWith('redirect-')) expect([file, line]).toEqual(['content/articles/a.md', 4]);
  });
});

describe('what nobody may know of', () => {
  it('is in no rule, no list and no file for servers', async () => {
    const hidden = ['draft: true', 'embargo: 2027-01-01', 'expires: 2026-11-20'];
    const site = newsroom({
      'content/site.yaml': ALL,
      'content/articles/seen.md': article('title: Seen\ndate: 2026-11-01\naliases: [/was/]'),
      ...Object.fromEntries(
        hidden.map((field, n) => [
          `content/articles/h${n}.md`,
          article(
            `title: Hidden\ndate: 2026-11-02\nslug: zqmark-${n}\n${field}\naliases: [/zqmark/old-${n}/, "/?p=zqmark${n}"]`,
          ),
        ]),
      ),
      'content/articles/gone.md': article(
        'title: Secret\ndate: 2026-11-02\nslug: taken-down\ngone: true\naliases: [/taken/old/, "/?p=7"]',
      ),
    });
    const result = await site.build();
    const everything = JSON.stringify([...site.published(), ...result.serverFiles, result.next]);
    expect(everything).not.toContain('zqmark');
    expect(everything).not.toContain('Secret');
    // Readers of a story's old address learn that it was taken down, where the host can say so.
    for (const [name, text] of told(site, result))
      if (!/s3|server|headers/.test(name)) expect([name, text.includes('taken/old')]).toEqual([name, true]);
    for (const name of ['_redirects', 'redirects/nginx-maps.conf', '.htaccess', '_f'])
      expect([name, /p=7|p 7/.test(told(site, result).get(name) ?? everything)]).toEqual([name, true]);
  });
});

describe('a removed story', () => {
  const gone = (aliases: string): string =>
    article(`title: Gone\ndate: 2026-11-02\nslug: removed\ngone: true\naliases: ${aliases}`);

  it('is told of at its old addresses, in every form', async () => {
    const site = newsroom({
      'content/site.yaml': ALL,
      'content/articles/gone.md': gone('[/was/here/, "/?p=48", "/page/?p=9"]'),
    });
    const result = await site.build();
    expect(codes(result)).toEqual([]);
    const files = told(site, result);
    expect(files.get('_redirects')).toContain('/ p=48 /2026/11/removed/index.html 404!\n');
    expect(files.get('.htaccess')).toContain(
      'RewriteCond %{QUERY_STRING} "(?:^|&)p=48(?:&|$)"\nRewriteRule "^$" "-" [R=410,L,E=DATELINE_GONE:2026/11/removed/index.html]',
    );
    const maps = files.get('redirects/nginx-maps.conf');
    for (const key of ['/?p=48', '/page/?p=9', '/page?p=9', '/was/here/', '/was/here'])
      expect(maps).toContain(`"${key}" "/2026/11/removed/index.html";`);
    expect(site.read('was/here/index.html')).toContain('url=/2026/11/removed/');
    expect(JSON.stringify([...site.published()])).toContain('/?p=48');
    expect(files.get('redirects/s3.json')).toContain('"key":"was/here/index.html"');
  });

  it('takes no address from a page, nor from a story that has it as an old one', async () => {
    const site = newsroom({
      'content/site.yaml': ALL,
      'content/articles/gone.md': gone('[/2026/11/storm/, /old/, "/?p=5"]'),
      'content/articles/storm.md': article('title: Storm\ndate: 2026-11-01\naliases: [/old/, "/?p=5"]'),
    });
    const result = await site.build();
    expect(codes(result)).toEqual([]);
    for (const text of told(site, result).values())
      for (const line of text.split('\n').filter((one) => one.includes('removed')))
        expect(line).not.toMatch(/storm|old|p=5/);
    expect(site.read('_redirects')).toContain('/old/ /2026/11/storm/ 301!');
    expect(site.read('_redirects')).not.toContain('/2026/11/storm/ /2026');
  });
});
