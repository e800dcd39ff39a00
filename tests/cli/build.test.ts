import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, newsroom, type TestSite } from '../support/site.js';
import { dateline, type Transcript } from './support.js';

const STORY = article('title: Port reopens\ndate: 2026-11-20 10:00\ntags: [Economy]');
const WRONG = article('title: Wrong\ndate: 2026-02-31');

function paper(files: Readonly<Record<string, string>> = {}): TestSite {
  return newsroom({ 'content/articles/world/port.md': STORY, ...files });
}

const build = (site: TestSite, args = '', env?: Readonly<Record<string, string>>): Promise<Transcript> =>
  dateline(site.root, ['build', ...args.split(' ').filter(Boolean)], env === undefined ? {} : { env });

/** What depends on the machine: times, and how many files the theme has. */
const steady = (text: string): string =>
  text
    .replace(/[\d.]+ (ms|s|min)\b/g, 'N $1')
    .replace(/\b\d+ (pages|added)/g, 'N $1')
    .replace(/ \(\w+ N .*\)$/m, '');

const report = (site: TestSite, name: string): unknown =>
  JSON.parse(readFileSync(join(site.root, '.dateline', name), 'utf8'));

describe('dateline build', () => {
  it('publishes, and closes with what came of it and how to look at it', async () => {
    const site = paper();
    const { status, out, err } = await build(site);
    expect({ status, out }).toEqual({ status: 0, out: '' });
    // The time is that since the process began, which here ran other tests before.
    expect(steady(err).replace(/(?:N min )?N (?:ms|s)$/m, 'N')).toBe(
      [
        '✓ The Test Herald is in public/',
        '  articles     1 on N pages',
        '  files        N added',
        '  time         N',
        '  see it       npx dateline dev',
        '',
      ].join('\n'),
    );
    expect(site.read('2026/11/port/index.html')).toContain('Port reopens');
    expect((await build(site)).err).toContain('  files        nothing changed\n');
  });

  it('says `npm start` where the newsroom’s package.json starts it', async () => {
    const site = paper({ 'package.json': '{"scripts": {"start": "dateline dev"}}' });
    expect((await build(site)).err).toContain('  see it       npm start\n');
    const above = await dateline(join(site.root, '..'), ['build', '--root', site.root]);
    expect(above.err).toMatch(/see it {7}npx dateline dev --root dateline-test-/);
  });

  it('says what is not visible and until when, but in a public log not the hour', async () => {
    const site = paper({
      'content/articles/world/draft.md': article('title: A draft\ndate: 2026-11-20\ndraft: true'),
      'content/articles/world/soon.md': article('title: Soon\ndate: 2026-11-25 08:00'),
      'content/articles/world/old.md': article('title: Old\ndate: 2026-11-01\nexpires: 2026-11-02'),
    });
    const told = 'not visible  1 draft, 1 embargoed, 1 expired';
    expect((await build(site)).err).toContain(`${told}; the next appears 2026-11-25 08:00 (UTC)\n`);
    expect((await build(site, '', { CI: 'true' })).err).toContain(`${told}\n`);
    expect((await build(site, '--drafts --future')).err).toContain('articles     3 on');
    expect((await build(site, '--now 2026-11-26T00:00:00Z')).err).toContain('articles     2 on');
  });

  it('publishes nothing while an article is wrong, shows the line, and ends with 1', async () => {
    const site = paper({ 'content/articles/world/wrong.md': WRONG });
    const { status, err } = await build(site);
    expect(status).toBe(1);
    expect(err).toContain('error content/articles/world/wrong.md:3:7 invalid-date\n');
    expect(err).toContain('  3 │ date: 2026-02-31\n    │       ^^^^^^^^^^\n');
    expect(err).toMatch(/\n✗ Nothing was published: 1 error\. public\/ is as it was\.\n$/);
    expect(existsSync(join(site.root, 'public'))).toBe(false);
  });

  it('publishes the rest by `--on-invalid skip`, the last good version by `keep`, and ends with 3', async () => {
    const site = paper({ 'content/articles/world/wrong.md': article('title: Was right\ndate: 2026-11-19') });
    await build(site);
    site.write({ 'content/articles/world/wrong.md': WRONG });
    const kept = await build(site, '--on-invalid keep');
    expect(kept.status).toBe(3);
    expect(kept.err).toContain('! The Test Herald is in public/');
    expect(site.read('2026/11/wrong/index.html')).toContain('Was right');
    const skipped = await build(site, '--on-invalid skip');
    expect(skipped.status).toBe(3);
    expect(skipped.err).toContain('faults       1 file with errors');
    expect([...site.published().keys()]).not.toContain('2026/11/wrong/index.html');
  });

  it('prints one object by `--json` and nothing else, also where site.yaml is broken', async () => {
    const site = paper();
    const good = await build(site, '--json');
    expect(good).toMatchObject({ status: 0, err: '' });
    expect(Object.keys(JSON.parse(good.out))).toEqual([
      'articles',
      'invisible',
      'invalid',
      'pages',
      'added',
      'changed',
      'removed',
      'warnings',
      'problems',
      'stages',
    ]);
    site.write({ 'content/site.yaml': 'title: [' });
    const bad = await build(site, '--json');
    expect(bad).toMatchObject({ status: 2, err: '' });
    expect(JSON.parse(bad.out)).toMatchObject({ pages: 0, problems: [{ file: 'content/site.yaml' }] });
    expect(bad.out.trim()).not.toContain('\n');
  });

  it('says nothing by `--quiet` but what is wrong', async () => {
    const site = paper();
    expect(await build(site, '--quiet')).toEqual({ status: 0, out: '', err: '' });
    site.write({ 'content/articles/world/wrong.md': WRONG });
    expect((await build(site, '--quiet')).err).toMatch(/^error content\S+ invalid-date\n/);
  });

  it('tells by `--verbose` which pages were rendered and why, and in the summary how many', async () => {
    const site = newsroom({
      'content/articles/rain.md': article('title: Rain\ndate: 2026-11-01'),
      'content/pages/about.md': '---\ntitle: About\n---\n\nWe.\n',
    });
    const first = await build(site, '--verbose');
    expect(first.err).toMatch(/^Rendered \d+ pages: nothing is remembered of an earlier edition\.$/m);
    expect(first.err).not.toContain('made anew');
    site.write({ 'content/pages/about.md': '---\ntitle: About\n---\n\nThey.\n' });
    const second = await build(site, '--verbose');
    expect(second.err).toContain('Rendered 1 page: content/pages/about.md changed.');
    expect(second.err).toMatch(/on \d+ pages, 1 of them made anew/);
    const third = await build(site, '--verbose');
    expect(third.err).not.toContain('Rendered');
    expect(third.err).toContain('none of them made anew');
  });

  it('tells many warnings by their kinds, and by `--verbose` each in full', async () => {
    const site = paper({
      'content/articles/world/links.md': article(
        'title: Links\ndate: 2026-11-20',
        Array.from({ length: 12 }, (_, i) => `[broken](no-${i}.md)`).join('\n\n'),
      ),
    });
    const { err, status } = await build(site);
    expect(status).toBe(0);
    expect(err).toMatch(
      /^warning 12 × broken-link\n {2}.*\.\n {2}content\/articles\/world\/links\.md:6, [^`]*\band 9 other places\n/,
    );
    expect(err).toContain('`dateline check` tells each');
    expect(err).toContain('problems     0 errors, 12 warnings');
    expect((await build(site, '--verbose')).err.match(/^warning content/gm)).toHaveLength(12);
  });

  it('tells what has one cause once, with every place', async () => {
    const files = Array.from({ length: 8 }, (_, i) => [
      `content/articles/n${i}.md`,
      article('title: No date'),
    ]);
    const { err } = await build(paper(Object.fromEntries(files)));
    expect(err.match(/^error /gm)).toHaveLength(1);
    expect(err).toContain('  The same in 7 other places:\n    content/articles/n1.md');
    expect(err).toContain('Nothing was published: 8 errors.');
  });

  it('names an unpublished article in a public log by its file alone', async () => {
    const site = paper({
      'content/articles/world/secret.md': article(
        'title: Merger of the banks\ndraft: true\ndate: 2026-02-31',
      ),
    });
    const { err } = await build(site, '', { CI: 'true' });
    expect(err).toContain('error content/articles/world/secret.md invalid-date');
    expect(err).not.toMatch(/Merger|2026-02-31/);
    expect((await build(site, '--json', { CI: 'true' })).out).not.toMatch(/Merger|2026-02-31/);
  });

  it('makes a preview elsewhere and for another address without touching public/', async () => {
    const site = paper();
    await build(site);
    const before = site.published();
    await build(site, '--out preview --base-url https://preview.example/x/ --no-cache');
    expect(site.published()).toEqual(before);
    expect(site.read('2026/11/port/index.html', 'preview')).toContain(
      'https://preview.example/x/2026/11/port/',
    );
  });

  it('keeps its cache where `--cache` says, and none by `--no-cache`', async () => {
    const site = paper();
    await build(site, '--no-cache');
    expect(readdirSync(join(site.root, '.dateline'))).not.toContain('cache');
    await build(site, '--cache elsewhere');
    expect(readdirSync(join(site.root, 'elsewhere'))).toEqual(['files', 'pages', 'parse', 'related']);
  });

  it('compares by `--since` with what is online, and puts the difference into the folder of `--delta`', async () => {
    const site = paper();
    await build(site);
    writeFileSync(join(site.root, 'online.json'), readFileSync(join(site.root, '.dateline/manifest.json')));
    site.write({ 'content/articles/world/new.md': article('title: New story\ndate: 2026-11-21') });
    await build(site);
    const { status, err } = await build(site, '--since online.json --delta upload');
    expect(status).toBe(0);
    expect(err).toContain('to upload    upload/\n');
    expect(report(site, 'changes.json')).toMatchObject({
      added: { article: expect.arrayContaining(['2026/11/new/index.html']) },
    });
    expect(existsSync(join(site.root, 'upload/1-new/2026/11/new/index.html'))).toBe(true);
    expect(existsSync(join(site.root, 'upload/1-new/assets'))).toBe(false);
    expect(existsSync(join(site.root, 'upload/4-changed-indexes/index.html'))).toBe(true);
    const again = await build(site, '--delta upload');
    expect(again.status).toBe(2);
    expect(again.err).toContain('delta-not-empty');
  });

  it('makes the upload alone on a machine that has no public/, and says so', async () => {
    const site = paper();
    await build(site);
    site.rename('.dateline/manifest.json', 'online.json');
    rmSync(join(site.root, 'public'), { recursive: true });
    site.write({ 'content/articles/world/new.md': article('title: New story\ndate: 2026-11-21') });
    const { status, err } = await build(site, '--since online.json --delta upload');
    expect(status).toBe(0);
    expect(err).toMatch(/^✓ What The Test Herald has to upload is in upload\/\n/);
    expect(err).not.toContain('public/');
    expect(existsSync(join(site.root, 'public'))).toBe(false);
    site.write({ 'content/articles/world/wrong.md': WRONG });
    const failed = await build(site, '--since online.json --delta again');
    expect(failed.err).toContain('✗ Nothing is ready for an upload: 1 error. What is online stays.\n');
    expect(existsSync(join(site.root, 'again'))).toBe(false);
  });

  it.each(['public/upload', 'content/upload', 'templates', '.dateline/upload', '.', 'public', 'a-file'])(
    'does not put a delta into %s',
    async (folder) => {
      const site = paper({ 'a-file': 'mine' });
      const { status, err } = await build(site, `--delta ${folder}`);
      expect(status).toBe(2);
      expect(err).toContain(`delta-folder-unsuitable`);
      expect(existsSync(join(site.root, 'public'))).toBe(false);
    },
  );

  it('refuses a manifest that is missing or damaged: every file would seem new', async () => {
    const site = paper({ 'half.json': '{"version":1,"files":{"a' });
    for (const name of ['none.json', 'half.json']) {
      const { status, err } = await build(site, `--since ${name}`);
      expect(status).toBe(2);
      expect(err).toContain(`error ${name} manifest-unreadable`);
    }
    expect(existsSync(join(site.root, 'public'))).toBe(false);
  });

  it('writes by `--profile` a trace in which the stages follow one another within the build', async () => {
    const site = paper();
    expect((await build(site, '--profile')).err).toContain('profile      .dateline/profile.json\n');
    const { traceEvents } = Object(report(site, 'profile.json'));
    const events: { name: string; ph: string; ts: number; dur: number; cat: string }[] = traceEvents;
    const whole = events.find(({ name }) => name === 'build');
    const stages = events.filter(({ cat }) => cat === 'stage');
    expect(new Set(stages.map(({ name }) => name))).toEqual(
      new Set(['discover', 'parse', 'assemble', 'relate', 'render', 'search', 'publish']),
    );
    stages.forEach((stage, i) => {
      const end = stage.ts + stage.dur;
      expect(end).toBeLessThanOrEqual(stages[i + 1]?.ts ?? (whole?.ts ?? 0) + (whole?.dur ?? 0));
    });
  });

  it('names in the profile the templates and the articles that take longest, and says when each was made', async () => {
    const slow = '<p>{% for n in range(400000) %}{{ n }}{% endfor %}</p>';
    const site = paper({
      'templates/page.njk': slow,
      'content/pages/about.md': '---\ntitle: About\n---\n\nWe.\n',
      'content/articles/long.md': article('title: Long\ndate: 2026-11-02', 'Word *by* word. '.repeat(8000)),
    });
    const { err } = await build(site, '--profile');
    expect(err).toMatch(/templates +page\.njk \d.* for 1 page,/);
    expect(err).toMatch(/slowest +content\/articles\/long\.md \d/);
    const { traceEvents, otherData } = Object(report(site, 'profile.json'));
    expect(otherData.templates[0]).toMatchObject({ template: 'page.njk', pages: 1 });
    expect(otherData.slowestArticles[0].name).toBe('content/articles/long.md');
    const events: { name: string; cat: string; args?: { template: string } }[] = traceEvents;
    expect(events.find(({ name }) => name === 'about/index.html')?.args?.template).toBe('page.njk');
    expect(events.filter(({ cat }) => cat === 'article').map(({ name }) => name)).toContain(
      'content/articles/long.md',
    );
  });

  it.each([
    ['--out content', 'output-folder-unsuitable'],
    ['--out .', 'output-folder-unsuitable'],
    ['--out a-file', 'output-folder-unsuitable'],
  ])('does not write to %s', async (flags, code) => {
    const site = paper({ 'a-file': 'mine' });
    const { status, err } = await build(site, flags);
    expect(status).toBe(2);
    expect(err).toContain(code);
    expect(readFileSync(join(site.root, 'a-file'), 'utf8')).toBe('mine');
  });

  it('tells where it may not write, with status 2', async () => {
    const site = paper({ '.dateline': 'a file where the state should be' });
    const { status, err } = await build(site);
    expect(status).toBe(2);
    expect(err).toMatch(/error \.dateline\S* (publish-failed|not-writable|system-refused)/);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('ends with 2 and the place where a template is wrong', async () => {
    const site = paper({ 'templates/article.njk': '<p>{{ article.titel }}</p>' });
    const { status, err } = await build(site);
    expect(status).toBe(2);
    expect(err).toContain('templates/article.njk:1:');
    expect(err).toContain('Nothing was published');
  });

  it('reads an empty newsroom as one that has no articles yet', async () => {
    const site = newsroom();
    mkdirSync(join(site.root, 'content'), { recursive: true });
    const { status, err } = await build(site);
    expect(status).toBe(0);
    expect(err).toContain('articles     0 on');
  });

  it('breaks its summary on a narrow screen', async () => {
    const { err } = await dateline(paper().root, ['build'], { width: 40 });
    for (const line of err.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  });
});
