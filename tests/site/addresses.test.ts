import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/problem.js';
import { markedName } from '../../src/text/assets.js';
import { contentHash } from '../../src/text/hash.js';
import { article, newsroom, SITE_YAML } from '../support/site.js';

const briefly = (problems: readonly Problem[]): string[] =>
  problems.filter(({ severity }) => severity === 'error').map(({ code, file }) => `${code} ${file}`);

const page = (title: string): string => `---\ntitle: ${title}\n---\n\nWho we are.\n`;

describe('two articles that want one address or id', () => {
  const victim = article('title: Victim\ndate: 2026-11-10\nslug: story', 'What readers know.');
  const bystander = article('title: Bystander\ndate: 2026-11-12');

  it.each([
    ['with an earlier date', 'content/articles/a.md', 'date: 2026-11-01\nslug: story'],
    ['with an earlier path', 'content/articles/0.md', 'date: 2026-11-10\nslug: story'],
    ['with a later date', 'content/articles/z.md', 'date: 2026-11-20\nslug: story'],
    ['by naming it whole', 'content/articles/z.md', 'date: 2020-01-01\nurl: /2026/11/story/'],
    ['in other letters', 'content/articles/z.md', 'date: 2020-01-01\nurl: /2026/11/STORY/'],
  ])('never lets one take the other’s place %s, and tells both', async (_, file, fields) => {
    const site = newsroom({
      'content/articles/victim.md': victim,
      'content/articles/bystander.md': bystander,
      [file]: article(`title: Other\n${fields}`),
    });
    expect((await site.build()).outcome).toBe('content');
    const result = await site.build({ onInvalid: 'skip' });
    expect([result.outcome, result.articles, result.invalid]).toEqual(['faults', 1, 2]);
    expect(briefly(result.problems).sort()).toEqual(
      [`duplicate-url ${file}`, 'duplicate-url content/articles/victim.md'].sort(),
    );
    for (const problem of result.problems) {
      expect(problem.message).toContain(problem.file === file ? 'content/articles/victim.md' : file);
    }
    expect(site.published().has('2026/11/story/index.html')).toBe(false);
    expect(site.published().has('2026/11/bystander/index.html')).toBe(true);
  });

  it('leaves an address empty that a third one wants when an id takes the other two away', async () => {
    const site = newsroom({
      'content/articles/victim.md': article('title: Victim\ndate: 2026-11-10\nid: known\nslug: story'),
      'content/articles/a.md': article('title: A\ndate: 2026-11-01\nid: known'),
      'content/articles/b.md': article('title: B\ndate: 2026-11-01\nslug: story'),
    });
    await site.build({ onInvalid: 'skip' });
    expect(site.published().has('2026/11/story/index.html')).toBe(false);
  });

  it('leaves the article alone whose path another one writes as its id', async () => {
    const site = newsroom({
      'content/articles/victim.md': article('title: Victim\ndate: 2026-11-10'),
      'content/articles/a.md': article('title: A\ndate: 2026-11-01\nid: articles/victim'),
    });
    const { problems } = await site.build({ onInvalid: 'skip' });
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['duplicate-id', 'content/articles/a.md', 4],
    ]);
    expect(site.published().has('2026/11/victim/index.html')).toBe(true);
    expect(site.published().has('2026/11/a/index.html')).toBe(false);
  });

  it('tells nothing of pins and fronts that name what two articles want', async () => {
    const site = newsroom({
      'content/articles/a.md': article('title: A\ndate: 2026-11-01\nid: lead'),
      'content/articles/b.md': article('title: B\ndate: 2026-11-02\nid: lead'),
      'content/articles/c.md': article('title: C\ndate: 2026-11-03\nrelated: [lead]'),
      'content/fronts/home.yaml': 'lead: lead\n',
    });
    const { problems } = await site.build({ onInvalid: 'skip' });
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ['duplicate-id', 'content/articles/a.md'],
      ['duplicate-id', 'content/articles/b.md'],
    ]);
  });

  it('counts the others where there are many', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const site = newsroom(
      Object.fromEntries(
        names.map((name) => [`content/articles/${name}.md`, article('title: X\ndate: 2026-11-01\nslug: x')]),
      ),
    );
    const { problems } = await site.build();
    expect(problems).toHaveLength(4);
    expect(problems[3]?.message).toContain('content/articles/a.md and 2 others');
  });

  it('gives a daily column its days, and the first of it the short address', async () => {
    const daily = (day: string) => article(`title: Briefing\ndate: ${day} 07:00`);
    const site = newsroom({
      'content/articles/2026-11-02-briefing.md': daily('2026-11-02'),
      'content/articles/2026-11-03-briefing.md': daily('2026-11-03'),
      'content/articles/2026-11-04-briefing.md': daily('2026-11-04'),
    });
    expect((await site.build()).problems).toEqual([]);
    const pages = [...site.published().keys()];
    for (const slug of ['briefing', 'briefing-03', 'briefing-04'])
      expect(pages).toContain(`2026/11/${slug}/index.html`);
  });

  it('takes no file of another folder for a column’s', async () => {
    const site = newsroom({
      'content/articles/desk/2026-11-03-briefing.md': article('title: Known\ndate: 2026-11-03'),
      'content/articles/guest/2026-11-02-briefing.md': article('title: Other\ndate: 2026-11-02'),
    });
    const result = await site.build({ onInvalid: 'skip' });
    expect(briefly(result.problems)).toEqual([
      'duplicate-url content/articles/desk/2026-11-03-briefing.md',
      'duplicate-url content/articles/guest/2026-11-02-briefing.md',
    ]);
  });

  it('gives an old address that two want to neither', async () => {
    const site = newsroom({
      'content/articles/victim.md': article('title: Victim\ndate: 2026-11-10\naliases: [/old/]'),
      'content/articles/a.md': article('title: A\ndate: 2026-11-01\naliases: [/old/, /mine/]'),
    });
    const { problems } = await site.build({ onInvalid: 'skip' });
    expect(briefly(problems)).toEqual([
      'alias-taken content/articles/a.md',
      'alias-taken content/articles/victim.md',
    ]);
    expect(site.published().has('old/index.html')).toBe(false);
    expect(site.read('mine/index.html')).toContain('/2026/11/a/');
  });
});

describe('what the owner of a site has decided', () => {
  it('keeps a standing page where an article names a section like it, and the article out of that section', async () => {
    const site = newsroom({
      'content/pages/about.md': page('About us'),
      'content/articles/about/x.md': article('title: X\ndate: 2026-11-10'),
      'content/articles/y.md': article('title: Y\ndate: 2026-11-10\nsection: About'),
    });
    const result = await site.build({ onInvalid: 'skip' });
    expect(result.problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['section-taken', 'content/articles/about/x.md', 1],
      ['section-taken', 'content/articles/y.md', 4],
    ]);
    expect(site.read('about/index.html')).toContain('Who we are.');
    expect(site.read('2026/11/x/index.html')).not.toContain('href="/about/team/"');
    expect((await site.build()).outcome).toBe('content');
  });

  it('keeps it where the section has a profile, and where it lies below', async () => {
    const site = newsroom({
      'content/pages/about.md': page('About us'),
      'content/sections/about.md': page('A section'),
      'content/articles/about/team/x.md': article('title: X\ndate: 2026-11-10'),
    });
    const { problems } = await site.build({ onInvalid: 'skip' });
    expect(briefly(problems)).toEqual(['section-taken content/articles/about/team/x.md']);
    expect(site.read('about/index.html')).toContain('Who we are.');
    expect(site.published().has('about/team/index.html')).toBe(false);
    expect(site.published().has('2026/11/x/index.html')).toBe(true);
  });

  it('keeps a section of site.yaml, and a standing page, from an article that names their address', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}sections: [sport/chess]\n`,
      'content/pages/about.md': page('About us'),
      'content/articles/a.md': article('title: A\ndate: 2000-01-01\nurl: /about/'),
      'content/articles/b.md': article('title: B\ndate: 2000-01-01\nurl: /sport/'),
      'content/articles/c.md': article('title: C\ndate: 2000-01-01\nurl: /sport/chess/'),
      'content/articles/sport/chess/d.md': article('title: D\ndate: 2026-11-10'),
    });
    const { problems } = await site.build({ onInvalid: 'skip' });
    expect(briefly(problems)).toEqual([
      'duplicate-url content/articles/a.md',
      'duplicate-url content/articles/b.md',
      'duplicate-url content/articles/c.md',
    ]);
    expect(problems[0]?.message).toContain('content/pages/about.md');
    expect(site.read('about/index.html')).toContain('Who we are.');
    expect(site.published().has('sport/chess/index.html')).toBe(true);
  });

  it('keeps an article’s page where another article names a section like it', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}permalink: /:slug/\n`,
      'content/articles/story.md': article('title: Known story\ndate: 2026-11-10'),
      'content/articles/story/x.md': article('title: X\ndate: 2000-01-01'),
    });
    const { problems } = await site.build({ onInvalid: 'skip' });
    expect(briefly(problems)).toEqual(['section-taken content/articles/story/x.md']);
    expect(site.read('story/index.html')).toContain('Known story');
  });
});

describe('a static file in the place of a page', () => {
  const pages = {
    'content/articles/x.md': article('title: Known\ndate: 2026-11-10\nsection: sport\ntags: [nets]'),
    'content/pages/about.md': page('About us'),
    'content/media/map.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  };

  it.each([
    ['an article', '2026/11/x/index.html', 'content/articles/x.md'],
    ['a related page', '2026/11/x/related/index.html', 'content/articles/x.md'],
    ['a standing page', 'about/index.html', 'content/pages/about.md'],
    ['a tag', 'tags/nets/index.html', 'the tag "nets"'],
    ['the archive', '2026/index.html', 'the archive'],
    ['the home page', 'index.html', 'the home page'],
    ['a picture', 'media/map.svg', 'content/media/map.svg'],
    ['a folder that an article needs', '2026/11/x', 'content/articles/x.md'],
    [
      'a file of the theme',
      `assets/${markedName('css/map.svg', contentHash('ours'))}`,
      'templates/assets/css/map.svg',
    ],
  ])('is left out, and stops no other, where it would take that of %s', async (_, path, owner) => {
    const file = `content/static/${path}`;
    const site = newsroom({ ...pages, 'templates/assets/css/map.svg': 'ours' });
    await site.build();
    const before = site.published();
    site.write({ [file]: 'STATIC', 'content/static/ads.txt': 'ads' });
    const failed = await site.build();
    expect([failed.outcome, ...briefly(failed.problems)]).toEqual(['content', `static-taken ${file}`]);
    expect(failed.problems[0]?.message).toContain(owner);
    expect((await site.check()).outcome).toBe('content');
    expect(site.published()).toEqual(before);

    const skipped = await site.build({ onInvalid: 'skip' });
    expect([skipped.outcome, ...briefly(skipped.problems)]).toEqual(['faults', `static-taken ${file}`]);
    expect(site.published()).toEqual(new Map([...before].concat([['ads.txt', 'ads']]).sort()));
  });

  it('is told also where it lies below a file', async () => {
    const site = newsroom({ ...pages, 'content/static/404.html/x.txt': 'STATIC' });
    const { problems } = await site.build({ onInvalid: 'skip' });
    expect(briefly(problems)).toEqual(['static-taken content/static/404.html/x.txt']);
  });

  it('stays where an article would make a section or an old address of its own', async () => {
    const site = newsroom({
      'content/articles/x.md': article('title: X\ndate: 2026-11-10\nsection: donate\naliases: [/ads.txt]'),
      'content/static/donate/index.html': 'STATIC',
      'content/static/ads.txt': 'STATIC',
    });
    const { problems } = await site.build({ onInvalid: 'skip' });
    expect(briefly(problems)).toEqual([
      'section-taken content/articles/x.md',
      'alias-taken content/articles/x.md',
    ]);
    expect([site.read('donate/index.html'), site.read('ads.txt')]).toEqual(['STATIC', 'STATIC']);
  });
});

describe('an old address', () => {
  const story = article('title: Storm\ndate: 2026-11-01\nsection: world\nslug: storm');
  const other = (alias: string): string => article(`title: Old\ndate: 2026-11-02\naliases: ["${alias}"]`);

  it.each([
    '/node/1050',
    '/blog/2015/',
    '/2015/',
    '/2015/03/',
    '/archives/1234',
    '/media/old.pdf',
    '/feed/',
    '/x/related/',
    '/2026/11/page/',
    '/2015/03/page/2/',
    '/sport/feed.xml',
  ])('may be %s where nothing is planned there', async (alias) => {
    const site = newsroom({ 'content/articles/storm.md': story, 'content/articles/old.md': other(alias) });
    expect(briefly((await site.build()).problems)).toEqual([]);
    expect(site.read(alias.includes('.') ? alias.slice(1) : `${alias.slice(1)}/index.html`)).toContain(
      'url=/2026/11/old/',
    );
  });

  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [
      `content/articles/many-${n}.md`,
      article(`title: Many ${n}\ndate: 2026-11-01\nsection: world`),
    ]),
  );

  it.each([
    ['/2026/', 'the archive'],
    ['/2026/11/', 'the archive'],
    ['/2026/11/page/2/', 'the archive'],
    ['/world/2026/', 'an archive'],
    ['/world/archive/', 'an archive'],
    ['/2026/11/storm/related/', 'content/articles/storm.md'],
    ['/corrections/2025/', 'the page of corrections'],
    ['/media/port.pdf', 'content/media/port.pdf'],
    ['/media/maps.2019', 'content/media/maps.2019/port.pdf'],
    ['/feed.xml', 'a feed'],
    ['/tags/', 'the page of all tags'],
    ['/search/', 'the search'],
  ])('is refused at %s, which belongs to %s', async (alias, holder) => {
    const site = newsroom({
      ...many,
      'content/site.yaml': `${SITE_YAML}archive: { page_size: 10 }\nfront: { group: 10 }\n`,
      'content/articles/storm.md': article(
        'title: Storm\ndate: 2026-11-01\nsection: world\nslug: storm\ncorrections:\n  - { date: 2025-01-01, text: One. }\n  - { date: 2026-11-02, text: Two. }',
      ),
      'content/media/port.pdf': 'x',
      'content/media/maps.2019/port.pdf': 'x',
      'content/articles/old.md': other(alias),
    });
    const result = await site.build();
    expect(briefly(result.problems)).toEqual(['alias-taken content/articles/old.md']);
    expect(result.problems[0]?.message).toContain(holder);
  });

  it.each(['/robots.txt', '/sitemap-2026.xml', '/assets/x/', '/_redirects', '/_f/old/'])(
    'is refused at %s, which every site keeps, in words about old addresses',
    async (alias) => {
      const site = newsroom({ 'content/articles/old.md': other(alias) });
      const { problems } = await site.build();
      expect(briefly(problems)).toEqual(['reserved-address content/articles/old.md']);
      expect(problems[0]?.hint).toContain('alias');
      expect(problems[0]?.hint).not.toContain('slug');
    },
  );
});
