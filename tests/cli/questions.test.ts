import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { article, newsroom, type TestSite } from '../support/site.js';
import { dateline, type Transcript } from './support.js';

const SITE = `title: The Test Herald
url: https://herald.example/news/
id: herald.example
timezone: Europe/Tirane
sections: [World, Business]
`;

const PORT = 'Dockers in Durrës loaded ferries again after a strike over night shifts and wages.';

let site: TestSite;
beforeAll(() => {
  site = newsroom({
    'content/site.yaml': SITE,
    'content/articles/world/strike.md': article(
      'title: Dockers strike in Durrës\ndate: 2026-11-18 09:00\ntags: [Ports]',
      `${PORT} The ferries stood still.`,
    ),
    'content/articles/world/port.md': article(
      'title: Port reopens after strike of dockers\ndate: 2026-11-20 10:00\ntags: [Ports]',
      PORT,
    ),
    'content/articles/business/rates.md': article(
      'title: Bank keeps rates\ndate: 2026-11-21 10:00\nrelated: [world/strike.md]',
      'The central bank held its key rate.',
    ),
    'content/articles/business/draft.md': article('title: Merger planned\ndate: 2026-11-22\ndraft: true'),
    'content/articles/world/soon.md': article('title: Summit to open\ndate: 2026-12-01 08:00'),
    'content/articles/world/gone.md': article('title: Offer\ndate: 2026-11-01\nexpires: 2026-11-02'),
  });
});

const ask = (call: string, env: Readonly<Record<string, string>> = {}): Promise<Transcript> =>
  dateline(site.root, call.split(' '), { env });

describe('dateline list', () => {
  it('lists the latest first, in the time of the newsroom', async () => {
    expect(await ask('list')).toEqual({
      status: 0,
      err: '',
      out: [
        '2026-11-21 10:00  Bank keeps rates',
        '                  content/articles/business/rates.md',
        '2026-11-20 10:00  Port reopens after strike of dockers',
        '                  content/articles/world/port.md',
        '2026-11-18 09:00  Dockers strike in Durrës',
        '                  content/articles/world/strike.md',
        '',
      ].join('\n'),
    });
  });

  it.each([
    ['list drafts', ['content/articles/business/draft.md']],
    ['list scheduled', ['content/articles/world/soon.md']],
    ['list expired', ['content/articles/world/gone.md']],
    ['list --section world', ['content/articles/world/port.md', 'content/articles/world/strike.md']],
    ['list --tag ports', ['content/articles/world/port.md', 'content/articles/world/strike.md']],
    ['list drafts --section world', []],
    ['list --limit 1', ['content/articles/business/rates.md']],
    ['list --now 2026-11-19T00:00:00Z', ['content/articles/world/strike.md']],
  ])('%s', async (call, files) => {
    const { status, out } = await ask(`${call} --json`);
    expect(status).toBe(0);
    expect(JSON.parse(out).map(({ file }: { file: string }) => file)).toEqual(files);
  });

  it('says how many more there are', async () => {
    expect((await ask('list --limit 1')).err).toBe('1 of 3; `--limit 3` shows them all.\n');
  });

  it('asks back for a section that there is not', async () => {
    const { status, err } = await ask('list --section wrld');
    expect(status).toBe(2);
    expect(err).toContain('Did you mean `world`?');
  });

  it.each(['drafts', 'scheduled', 'expired'])(
    'prints of %s in a public log the file alone',
    async (which) => {
      const { out } = await ask(`list ${which}`, { CI: 'true' });
      expect(out).toMatch(/^content\/articles\/\S+\n$/);
      const json = (await ask(`list ${which} --json`, { CI: 'true' })).out;
      expect(json).not.toMatch(/Merger|Summit|Offer|2026/);
    },
  );
});

describe('dateline related', () => {
  it.each([
    'articles/world/port',
    'content/articles/world/port.md',
    './content/articles/world/port.md',
    '/2026/11/port/',
    '/news/2026/11/port',
    'https://herald.example/news/2026/11/port/?utm=x#top',
    'http://localhost:8080/news/2026/11/port/',
  ])('knows an article as %s', async (name) => {
    const { status, out } = await ask(`related ${name}`);
    expect(status).toBe(0);
    expect(out).toMatch(/^Port reopens after strike of dockers\n +\d\.\d{3} {2}Dockers strike in Durrës\n/);
  });

  it('explains itself: words, days and numbers that multiply, groups, pins', async () => {
    const older = ['Choir', 'Frost', 'Bees', 'Chess', 'Trams', 'Salt'].map((title, i): [string, string] => [
      `content/articles/world/${title}.md`,
      article(
        `title: ${title}\ndate: 2026-0${i + 3}-10`,
        `${title} was on many minds, and of ${title} all spoke.`,
      ),
    ]);
    const paper = newsroom({
      ...Object.fromEntries(older),
      'content/articles/world/strike.md': article(
        'title: Dockers strike\ndate: 2026-11-18\ntags: [Ports]',
        PORT,
      ),
      'content/articles/world/port.md': article('title: Port reopens\ndate: 2026-11-20\ntags: [Ports]', PORT),
      'content/articles/world/pin.md': article(
        'title: Pinned\ndate: 2026-11-21\nrelated: [strike.md]',
        'Else.',
      ),
    });
    const { out } = await dateline(paper.root, [
      'related',
      'articles/world/port',
      '--explain',
      '--limit',
      '1',
    ]);
    expect(out).toMatch(/both say .*dockers \(in the headline\)/i);
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /both name Durrës; both say .*; same tag \(Ports\); same section \(World\); two days earlier likeness/,
    );
    const [, likeness, nearness, score] =
      /two days earlier\s+likeness ([\d.]+) × nearness in time ([\d.]+) = ([\d.]+)/.exec(out) ?? [];
    expect(Number(likeness) * Number(nearness)).toBeCloseTo(Number(score), 1);
    expect((await dateline(paper.root, ['related', 'articles/world/pin', '--explain'])).out).toContain(
      'an editor pinned it: `related` in content/articles/world/pin.md',
    );
    const young = await ask('related articles/world/port --explain');
    expect(young.out).toContain('too few words in common, so what both are in decides');
  });

  it('says of versions of a story which are in one place, which is the nearest, and which is newer', async () => {
    const fire = `${PORT} A fire broke out on a car ferry early on Tuesday, and all people on board were taken off by boats from two villages, the coast guard said.`;
    const paper = newsroom({
      'content/articles/a.md': article('title: Fire on ferry\ndate: 2026-11-18 07:00', fire),
      'content/articles/b.md': article(
        'title: Ferry burns\ndate: 2026-11-18 09:00',
        `${fire} One is missing.`,
      ),
      'content/articles/c.md': article(
        'title: Ferry fire put out\ndate: 2026-11-18 11:00',
        `${fire} No one is missing.`,
      ),
      ...Object.fromEntries(
        ['Choir', 'Frost', 'Bees', 'Chess', 'Trams', 'Salt'].map((title, i): [string, string] => [
          `content/articles/${title}.md`,
          article(
            `title: ${title}\ndate: 2026-0${i + 3}-10`,
            `${title} was on many minds, and of ${title} all spoke.`,
          ),
        ]),
      ),
      'content/articles/x.md': article(
        'title: Who owns the ferry\ndate: 2026-11-20',
        'A fire on a car ferry; boats.',
      ),
    });
    const about = async (id: string, flag: string): Promise<string> =>
      (await dateline(paper.root, ['related', id, flag])).out;
    expect(await about('articles/x', '--explain')).toMatch(
      /Ferry fire put out\n +articles\/c\n +the same running story\n +also: articles\/b\n +also: articles\/a\n(?: +of its versions, articles\/[ab] is the nearest\n)? +both .*ferry/,
    );
    expect(await about('articles/x', '--explain')).not.toContain('too few words');
    expect(await about('articles/a', '--explain')).toMatch(
      /Ferry fire put out\n +articles\/c\n +a newer version of this article\n +also: articles\/b\n/,
    );
    expect(JSON.parse(await about('articles/a', '--json')).related[0]).toMatchObject({
      id: 'articles/c',
      versions: ['articles/b'],
      newer: true,
    });
  });

  it('prints one line of JSON for each article by `--all --json`', async () => {
    const lines = (await ask('related --all --json --limit 1')).out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).id).sort()).toEqual([
      'articles/business/rates',
      'articles/world/port',
      'articles/world/strike',
    ]);
    for (const line of lines) expect(JSON.parse(line).related.length).toBeLessThanOrEqual(1);
  });

  it('gives all that there is where more is asked for than there are articles', async () => {
    const { status, out } = await ask('related --all --json --limit 1000000000');
    expect(status).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(3);
  });

  it('takes the last part of a name, as pins do, where one article alone has it', async () => {
    const whole = await ask('related articles/world/port');
    for (const short of ['port', 'port.md', 'world/port'])
      expect(await ask(`related ${short}`)).toEqual(whole);
    const paper = newsroom({
      'content/articles/sport/talk.md': article('title: One\ndate: 2026-10-20'),
      'content/articles/world/talk.md': article('title: Two\ndate: 2026-11-21'),
    });
    const { status, err } = await dateline(paper.root, ['related', 'talk']);
    expect(status).toBe(2);
    expect(err).toContain('2 articles are called `talk`: `articles/world/talk`, `articles/sport/talk`');
  });

  it('does not tell what readers can’t see, unless asked', async () => {
    const { status, err } = await ask('related articles/world/soon');
    expect(status).toBe(2);
    expect(err).toContain('unknown-article');
    expect((await ask('related articles/world/soon --future')).status).toBe(0);
  });

  it('suggests a name that is near', async () => {
    expect((await ask('related articles/world/prot')).err).toMatch(
      /Did you mean\s+`articles\/world\/port`\?/,
    );
  });
});

describe('dateline why', () => {
  it('says whether the next build renders the page again, and why', async () => {
    const own = newsroom({
      'content/articles/rain.md': article('title: Rain\ndate: 2026-11-01'),
      'content/pages/about.md': '---\ntitle: About\n---\n\nWe.\n',
    });
    const why = async (url: string): Promise<string> => (await dateline(own.root, ['why', url])).out;
    expect(await why('/about/')).not.toContain('next build');
    await dateline(own.root, ['build', '--quiet']);
    expect(await why('/about/')).toContain('Nothing of it has changed since the last build');
    own.write({ 'content/pages/about.md': '---\ntitle: About\n---\n\nThey.\n' });
    expect(await why('/about/')).toContain(
      'The next build renders it again: content/pages/about.md changed.',
    );
    expect(await why('/2026/11/rain/')).toContain('Nothing of it has changed');
  });

  it('names file, templates and the articles shown', async () => {
    const { status, out } = await ask('why /2026/11/port/');
    expect(status).toBe(0);
    expect(out).toContain('file        public/2026/11/port/index.html\n');
    expect(out).toContain('content     content/articles/world/port.md\n');
    expect(out).toContain('article.njk');
    expect(out).toContain('content/articles/world/strike.md\n');
  });

  it.each(['/', 'https://herald.example/news/', 'http://localhost:8080/news/', '/world', '/world/'])(
    'takes %s',
    async (url) => {
      expect((await ask(`why ${url}`)).status).toBe(0);
    },
  );

  it('says which templates are the newsroom’s own', async () => {
    const own = newsroom({
      'content/articles/a.md': article('title: A\ndate: 2026-11-20'),
      'templates/page.njk': '{% extends "base.njk" %}{% block main %}{{ page.title }}{% endblock %}',
      'content/pages/about.md': '---\ntitle: About\n---\nUs.\n',
    });
    const { out } = await dateline(own.root, ['why', '/about/']);
    expect(out).toMatch(/templates {3}base\.njk, page\.njk \(this newsroom’s own\)/);
  });

  it.each([['/2026/11/prot/'], ['/%E0%A4%A']])('asks back for %s, which is no page', async (url) => {
    const { status, err } = await ask(`why ${url}`);
    expect(status).toBe(2);
    expect(err).toContain('unknown-page');
  });
});

describe('dateline check', () => {
  it('writes nothing', async () => {
    const before = site.published('.');
    expect((await ask('check')).status).toBe(0);
    expect(site.published('.')).toEqual(before);
  });

  it('tells every problem on stdout and closes with the kinds', async () => {
    const bad = newsroom({
      'content/articles/a.md': article('title: A\ndate: 2026-02-31', '![](pic.png)'),
      'content/articles/b.md': article('title: B\ndate: 2026-11-20', '[x](none.md) [y](nowhere.md)'),
      'content/articles/fine.md': article('title: Fine\ndate: 2026-11-20'),
    });
    const { status, out, err } = await dateline(bad.root, ['check']);
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toContain('error content/articles/a.md:3:7 invalid-date');
    expect(out).toMatch(
      /✗ This can’t be published yet: 1 error, 2 warnings in 2 files\.\n {2}2 × broken-link, 1 × invalid-date\n$/,
    );
    const json = await dateline(bad.root, ['check', '--format', 'json']);
    expect(json.status).toBe(1);
    expect((await dateline(bad.root, ['check', '--json'])).out).toBe(json.out);
    expect(JSON.parse(json.out)).toContainEqual(
      expect.objectContaining({ file: 'content/articles/a.md', line: 3, column: 7, code: 'invalid-date' }),
    );
  });

  it('names files for GitHub from the root of the repository', async () => {
    const bad = newsroom({ 'sites/daily/content/articles/a.md': article('title: A\ndate: 2026-02-31') });
    const { status, out } = await dateline(
      join(bad.root, 'sites'),
      ['check', '--root', 'daily', '--format', 'github'],
      {
        env: { GITHUB_WORKSPACE: bad.root, CI: 'true' },
      },
    );
    expect(status).toBe(1);
    expect(out).toMatch(
      /^::error file=sites\/daily\/content\/articles\/a\.md,line=3,col=7,endColumn=17,title=invalid-date::/,
    );
  });
});

describe('dateline new', () => {
  it('begins a draft in the first section that is ready to be published', async () => {
    const made = newsroom({ 'content/site.yaml': SITE });
    const { status, out, err } = await dateline(made.root, [
      'new',
      'Çlirimi: "we stay"',
      '--author',
      'Elira Hoxha',
      '--tag',
      'Economy',
      '--tag',
      'Work: pay',
      '--kind',
      'opinion',
    ]);
    expect(status).toBe(0);
    expect(out).toBe('content/articles/world/çlirimi-we-stay.md\n');
    expect(err).toContain('`draft: true`');
    const text = readFileSync(join(made.root, out.trim()), 'utf8');
    expect(text).toBe(
      '---\ntitle: \'Çlirimi: "we stay"\'\ndate: 2026-11-24 13:00\nid: 2026-11-24-çlirimi-we-stay\nkind: opinion\nauthors:\n  - Elira Hoxha\ntags:\n  - Economy\n  - "Work: pay"\nsummary:\ndraft: true\n---\n\n',
    );
    writeFileSync(join(made.root, out.trim()), `${text.replace('draft: true\n', '')}Text.\n`);
    expect(await dateline(made.root, ['check'])).toMatchObject({
      status: 0,
      out: '✓ All is well with 1 article.\n',
    });
  });

  it('leaves a file alone that is there', async () => {
    const made = newsroom({ 'content/articles/port.md': 'mine' });
    const { status, err } = await dateline(made.root, ['new', 'Port']);
    expect(status).toBe(2);
    expect(err).toContain('error content/articles/port.md file-exists');
    expect(readFileSync(join(made.root, 'content/articles/port.md'), 'utf8')).toBe('mine');
  });

  it('asks back for a section that is not listed', async () => {
    const { status, err } = await ask('new X --section buisness');
    expect(status).toBe(2);
    expect(err).toContain('Did you mean `business`?');
  });

  it('says where it may not write, without a trace', async () => {
    const made = newsroom({ 'content/articles': 'a file where the folder should be' });
    const { status, err } = await dateline(made.root, ['new', 'Port']);
    expect(status).toBe(2);
    expect(err).toMatch(/^error .*content\/articles\S* system-refused\n/);
  });
});

describe('dateline init', () => {
  it('makes a newsroom in which `check` finds nothing to say, in any language', async () => {
    const { root } = newsroom();
    const { status, err } = await dateline(root, [
      'init',
      'Lajme të reja',
      '--title',
      'Lajme: "të reja" #1',
      '--language',
      'sq',
      '--timezone',
      'Europe/Tirane',
      '--url',
      'https://lajme.example/x',
    ]);
    expect(status).toBe(0);
    expect(err).toContain('✓ Lajme: "të reja" #1 is in Lajme të reja/');
    const made = join(root, 'Lajme të reja');
    expect(await dateline(made, ['check'])).toMatchObject({
      status: 0,
      out: '✓ All is well with 1 article.\n',
    });
    expect((await dateline(made, ['build'])).err).toContain('see it       npm start');
    const name = JSON.parse(readFileSync(join(made, 'package.json'), 'utf8')).name;
    expect(name).toBe('lajme-te-reja-1');
    expect(readFileSync(join(made, '.github/workflows/publish.yml'), 'utf8')).toContain('dateline build');
  });

  it('takes a folder that holds a new repository alone, and keeps its files', async () => {
    const { root } = newsroom();
    mkdirSync(join(root, 'daily/.git'), { recursive: true });
    writeFileSync(join(root, 'daily/README.md'), 'mine');
    expect((await dateline(join(root, 'daily'), ['init', '.'])).status).toBe(0);
    expect(readFileSync(join(root, 'daily/README.md'), 'utf8')).toBe('mine');
    expect((await dateline(join(root, 'daily'), ['init', '.'])).status).toBe(2);
  });
});
