import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/build/result.js';
import { makeEdition } from '../../src/cli/last-edition.js';
import { createPorts } from '../../src/cli/ports.js';
import { openSources } from '../../src/cli/sources.js';
import { article, copyOf, NOW, newsroom, SITE_YAML, type TestBuild, type TestSite } from '../support/site.js';

const SHOW = { drafts: false, future: false, expired: false };

/** A build as the command line does it, with all that it keeps between two. */
function make(site: TestSite, { out = 'public', show, ...options }: TestBuild = {}): Promise<BuildResult> {
  const sources = openSources(site.root, true, true);
  return makeEdition({
    sources,
    out,
    options: { now: NOW, onInvalid: 'fail', ...options, show: { ...SHOW, ...show } },
    mayRest: true,
    ports: async (untouched) =>
      createPorts({ sources, workers: 1, out, untouched, reporter: { stage() {}, tick() {} } }),
  });
}

/** A build that had nothing to do has run no stage. */
const rested = (result: BuildResult): boolean => Object.keys(result.stages).length === 0;

const FILES = {
  'content/articles/world/rain.md': article(
    'title: Rain\ndate: 2026-11-01',
    'Rain. ![](/media/a.svg) [gone](/nowhere/)',
  ),
  'content/articles/world/soon.md': article('title: Soon\ndate: 2026-11-26T06:00:00Z', 'Later.'),
  'content/media/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>',
  'templates/page.njk': '<!doctype html><title>{{ page.title }}</title>',
  'content/pages/about.md': '---\ntitle: About\n---\n\nWho we are.\n',
};

function paper(): TestSite {
  const site = newsroom(FILES);
  settle(site);
  return site;
}

/** Makes files look as if nobody had touched them for a minute. */
function settle(site: TestSite, seconds = 60): void {
  for (const folder of ['content', 'templates']) {
    for (const name of readdirSync(join(site.root, folder), { recursive: true, encoding: 'utf8' })) {
      const file = join(site.root, folder, name);
      const then = NOW / 1000 - seconds;
      if (statSync(file).isFile()) utimesSync(file, then, then);
    }
  }
}

describe('a build that would make the last edition again', () => {
  it('does nothing, and says what that one said', async () => {
    const site = paper();
    const first = await make(site);
    const whole = site.published();
    const second = await make(site);
    expect(rested(first)).toBe(false);
    expect(rested(second)).toBe(true);
    expect(first.problems.length).toBeGreaterThan(0);
    const { stages: _, changes, rendered, ...said } = second;
    expect(said).toEqual({ ...said, ...pick(first, said) });
    expect(rendered).toBe(0);
    expect(JSON.stringify(changes)).not.toContain('html');
    expect(JSON.parse(readFileSync(join(site.root, '.dateline/changes.json'), 'utf8'))).toEqual(changes);
    expect(site.published()).toEqual(whole);
  });

  it('does nothing either where every file has another time, as in a fresh clone', async () => {
    const site = paper();
    await make(site);
    settle(site, 1000);
    // What was touched a moment ago may be touched again unseen: it is only remembered later.
    await setTimeout(2100);
    expect(rested(await make(site))).toBe(true);
    // Nor are they read a second time.
    const { files } = openSources(site.root, true, true);
    await files.walk('content');
    expect(files.hash?.('content/articles/world/rain.md')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('does nothing until the moment at which the site differs by itself', async () => {
    const site = paper();
    const { next } = await make(site);
    const at = Date.parse(next.at ?? '');
    expect(rested(await make(site, { now: at - 1 }))).toBe(true);
    const then = await make(site, { now: at });
    expect(rested(then)).toBe(false);
    expect(then.articles).toBe(2);
  });

  const edits: readonly (readonly [string, (site: TestSite) => void])[] = [
    [
      'an article',
      (site) => site.write({ 'content/articles/world/rain.md': article('title: R\ndate: 2026-11-01', 'R.') }),
    ],
    [
      'a letter of an article, with its time set back',
      (site) => {
        const file = join(site.root, 'content/articles/world/rain.md');
        const { atime, mtime } = statSync(file);
        writeFileSync(file, readFileSync(file, 'utf8').replace('Rain.', 'Rein.'));
        utimesSync(file, atime, mtime);
      },
    ],
    [
      'a new article',
      (site) => site.write({ 'content/articles/new.md': article('title: New\ndate: 2026-11-02') }),
    ],
    ['a removed article', (site) => site.write({ 'content/articles/world/soon.md': null })],
    [
      'a renamed article',
      (site) => site.rename('content/articles/world/rain.md', 'content/articles/rain.md'),
    ],
    ['site.yaml', (site) => site.write({ 'content/site.yaml': SITE_YAML.replace('Test', 'New') })],
    [
      'a picture',
      (site) => site.write({ 'content/media/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
    ],
    ['a file that is published as it is', (site) => site.write({ 'content/static/a.txt': 'a' })],
    ['a template', (site) => site.write({ 'templates/page.njk': 'new' })],
    ['a first text of the theme', (site) => site.write({ 'templates/texts/en.yaml': 'nav.home: Start\n' })],
    ['a style sheet', (site) => site.write({ 'templates/assets/own.css': 'a {}' })],
    ['the ledger of addresses', (site) => site.write({ 'urls.txt': '/old/ articles/old\n' })],
    ['a published page', (site) => site.write({ 'public/about/index.html': 'defaced' })],
    ['a removed page', (site) => site.write({ 'public/about/index.html': null })],
    ['the folder of the site', (site) => rmSync(join(site.root, 'public'), { recursive: true })],
    ['a lost manifest', (site) => site.write({ '.dateline/manifest.json': null })],
    ['lost stamps', (site) => site.write({ '.dateline/stamps': null })],
    ['damaged stamps', (site) => site.write({ '.dateline/stamps': '0\n{}' })],
  ];
  it.each(edits)(
    'builds again after a change of %s, and what comes of it is a clean build',
    async (_, edit) => {
      const site = paper();
      await make(site);
      edit(site);
      const again = await make(site);
      expect(rested(again)).toBe(false);
      const clean = copyOf(site);
      if (existsSync(join(site.root, 'urls.txt'))) clean.write({ 'urls.txt': site.read('urls.txt', '.') });
      await clean.build();
      expect(site.published()).toEqual(clean.published());
    },
  );

  it.each([
    ['drafts shown', { show: { drafts: true } }],
    ['another address', { baseUrl: 'https://preview.example/' }],
    ['an earlier time', { now: NOW - 1 }],
    ['another folder', { out: 'preview' }],
  ])('builds again with %s', async (_, options) => {
    const site = paper();
    await make(site);
    expect(rested(await make(site, options))).toBe(false);
  });

  it('is not taken for the last one where that had a fault', async () => {
    const site = paper();
    site.write({ 'content/articles/bad.md': '---\ntitle: [\n---\n' });
    expect((await make(site, { onInvalid: 'skip' })).outcome).toBe('faults');
    expect(rested(await make(site, { onInvalid: 'skip' }))).toBe(false);
    expect((await make(site)).outcome).toBe('content');
  });

  it('is tried where a byte of what is remembered is wrong', async () => {
    const site = paper();
    await make(site);
    const file = join(site.root, '.dateline/edition.json');
    const whole = readFileSync(file);
    const step = Math.ceil(whole.length / 40);
    for (let at = 0; at < whole.length; at += step) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(file, damaged);
      expect(rested(await make(site))).toBe(false);
      writeFileSync(file, whole);
    }
  });
});

describe('what is published, looked at while the sources are', () => {
  const ABOUT = 'public/about/index.html';
  const edit = (site: TestSite): void =>
    site.write({ 'content/articles/world/rain.md': article('title: Rain again\ndate: 2026-11-01', 'More.') });

  it('is mended where somebody touched it, in a build that changes something else', async () => {
    const site = paper();
    await make(site);
    const before = readFileSync(join(site.root, ABOUT), 'utf8');
    writeFileSync(join(site.root, ABOUT), `${before}<p>by hand`);
    edit(site);
    const result = await make(site);
    expect(readFileSync(join(site.root, ABOUT), 'utf8')).toBe(before);
    expect(result.rendered).toBeLessThan(result.pages);
  });

  it('is left as it is where nobody did, and equals a clean build', async () => {
    const site = paper();
    await make(site);
    const untouched = statSync(join(site.root, ABOUT)).ctimeMs;
    edit(site);
    await make(site);
    expect(statSync(join(site.root, ABOUT)).ctimeMs).toBe(untouched);
    const clean = copyOf(site);
    await make(clean);
    expect(clean.published()).toEqual(site.published());
  });
});

describe('what is remembered of files', () => {
  it('does not hide a change that was made at the moment of the build', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('Rain.', 'Wind.', 'Snow.'), { maxLength: 5 }),
        async (texts) => {
          const site = paper();
          for (const text of texts) {
            site.write({ 'content/articles/world/rain.md': article('title: Rain\ndate: 2026-11-01', text) });
            await make(site);
            expect(site.read('2026/11/rain/index.html')).toContain(text);
          }
        },
      ),
      { numRuns: 5 },
    );
  });
});

function pick(from: BuildResult, of: Partial<BuildResult>): Partial<BuildResult> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => name in of));
}
