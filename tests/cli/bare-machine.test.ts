import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/build/result.js';
import { makeEdition } from '../../src/cli/last-edition.js';
import { createPorts, manifestAt } from '../../src/cli/ports.js';
import { openSources } from '../../src/cli/sources.js';
import { brokenForReaders, pagesIn } from '../support/links.js';
import { edit, FILES, SITE } from '../support/push.js';
import { article, copyOf, NOW, newsroom, type TestSite } from '../support/site.js';
import { EPOCH } from './support.js';
import { programs, readAll, recipe, serve } from './upload-support.js';

interface Make {
  readonly since?: string;
  readonly delta?: string;
  readonly cache?: boolean;
  readonly workers?: number;
}

/** A build as the command line does it, with its cache on the disk. */
async function make(
  site: TestSite,
  { since, delta, cache = true, workers = 1 }: Make = {},
): Promise<BuildResult> {
  const { root } = site;
  const sources = openSources(root, cache, true);
  const result = await makeEdition({
    sources,
    out: 'public',
    options: { now: NOW, onInvalid: 'fail', show: { drafts: false, future: false, expired: false } },
    mayRest: false,
    publishes: delta === undefined,
    ports: async () =>
      createPorts({
        sources,
        workers,
        out: 'public',
        since: since === undefined ? undefined : manifestAt(root, since),
        delta,
        reporter: { stage() {}, tick() {} },
      }),
  });
  if (result.outcome !== 'done') throw new Error(JSON.stringify(result.problems));
  return result;
}

const STORY = article(
  'title: Ferry\ndate: 2026-11-20\nauthors: [Ana]\ntags: [Sea]',
  'The ferry sails again.',
);

const UPLOAD = { since: 'online.json', delta: 'upload' };

/** A new machine with the sources of a newsroom as they are now, its cache, and the manifest of what is online. */
function bareMachine(site: TestSite, manifest = '.dateline/manifest.json'): TestSite {
  const machine = copyOf(site);
  cpSync(join(site.root, '.dateline/cache'), join(machine.root, '.dateline/cache'), { recursive: true });
  cpSync(join(site.root, manifest), join(machine.root, 'online.json'));
  return machine;
}

/** What a clean build of the same sources gives. */
async function clean(site: TestSite): Promise<ReadonlyMap<string, string>> {
  const copy = copyOf(site);
  await make(copy, { cache: false });
  return copy.published();
}

const isThere = (site: TestSite, path: string): boolean => existsSync(join(site.root, path));

/** Files in the steps of a delta. */
const uploads = (site: TestSite, delta = 'upload'): string[] =>
  [...site.published(delta).keys()].filter((path) => path.includes('/'));

const pathOf = (upload: string): string => upload.slice(upload.indexOf('/') + 1);

/** A site with a delta applied to it. */
function applied(machine: TestSite, before: ReadonlyMap<string, string>): Map<string, string> {
  const delta = machine.published('upload');
  const site = new Map(before);
  for (const path of uploads(machine)) site.set(pathOf(path), delta.get(path) ?? '');
  for (const path of machine.read('5-removed.txt', 'upload').split('\n')) site.delete(path);
  return new Map([...site].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('on a machine that has the cache and the manifest of what is online', () => {
  it('a build renders and writes what must be uploaded, and nothing else', async () => {
    const site = newsroom(FILES);
    await make(site);
    const before = site.published();
    site.write({ 'content/articles/world/ferry.md': STORY });
    const machine = bareMachine(site);
    const { pages, rendered } = await make(machine, UPLOAD);
    for (const path of ['public', '.dateline/manifest.json', '.dateline/stage', '.dateline/edition.json'])
      expect(isThere(machine, path), path).toBe(false);
    expect(uploads(machine).filter((path) => path.includes('/assets/'))).toEqual([]);
    const html = uploads(machine).filter((path) => path.endsWith('.html'));
    expect(rendered).toBe(html.length);
    expect(rendered).toBeLessThan(pages);
    expect(applied(machine, before)).toEqual(await clean(site));
  });

  it('where nothing is to be uploaded no page is rendered, however often it is asked', async () => {
    const site = newsroom(FILES);
    await make(site);
    const machine = bareMachine(site);
    expect((await make(machine, UPLOAD)).rendered).toBe(0);
    expect((await make(machine, { ...UPLOAD, delta: 'again' })).rendered).toBe(0);
    expect([...uploads(machine), ...uploads(machine, 'again')]).toEqual([]);
    expect(machine.read('manifest.json', 'again')).toBe(machine.read('online.json', '.'));
  });

  it('a later build without these flags makes the whole site', async () => {
    const site = newsroom(FILES);
    await make(site);
    const machine = bareMachine(site);
    await make(machine, UPLOAD);
    await make(machine);
    expect(machine.published()).toEqual(await clean(site));
  });

  it('a cache that is newer than what is online hides nothing that was never uploaded', async () => {
    const site = newsroom(FILES);
    await make(site);
    cpSync(join(site.root, '.dateline/manifest.json'), join(site.root, 'before.json'));
    const before = site.published();
    edit(site);
    await make(site);
    const machine = bareMachine(site, 'before.json');
    await make(machine, UPLOAD);
    expect(applied(machine, before)).toEqual(await clean(site));
  });

  it('no cache, and another number of threads, make the same upload', async () => {
    const site = newsroom(FILES);
    await make(site);
    edit(site);
    const machine = bareMachine(site);
    await make(machine, UPLOAD);
    await make(machine, { ...UPLOAD, delta: 'cold', cache: false, workers: 2 });
    expect(machine.published('cold')).toEqual(machine.published('upload'));
  });
});

describe('the recipe of the handbook for rsync', () => {
  it('makes of the old site the clean one byte for byte, and no reader meets a broken link meanwhile', async () => {
    const site = newsroom(FILES);
    await make(site);
    edit(site);
    const machine = bareMachine(site);
    const host = newsroom();
    const online = join(host.root, 'site');
    cpSync(join(site.root, 'public'), online, { recursive: true });
    cpSync(join(site.root, '.dateline/manifest.json'), join(host.root, 'dateline/online.json'));
    const known = pagesIn(online);
    const now = await clean(site);
    const lasting = known.filter((path) => now.has(path));
    const address = await serve(online, join(host.root, 'nginx'));

    const text = recipe('rsync').replaceAll('/srv/', `${host.root}/`);
    const path = `${programs(join(host.root, 'bin'))}:${process.env.PATH}`;

    const child = spawn('sh', ['-c', text], { cwd: machine.root, env: { ...EPOCH, PATH: path } });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    let over = false;
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve)).finally(() => {
      over = true;
    });
    if (address !== null) {
      const { asked, wrong } = await readAll(address, lasting, () => over);
      // Two pages that go, a story and its related page, link to each other: one of them goes first.
      expect(wrong.filter(({ from }) => now.has(from))).toEqual([]);
      expect(asked).toBeGreaterThan(100);
    }
    expect(await ended, said).toBe(0);
    expect(host.published('site')).toEqual(now);
    expect(brokenForReaders(online, SITE, pagesIn(online))).toEqual([]);
    // No empty folder: a server would answer there with something else than "not found".
    expect(execFileSync('find', [online, '-type', 'd', '-empty'], { encoding: 'utf8' })).toBe('');
    // The next one begins with what is online now.
    cpSync(join(host.root, 'dateline/online.json'), join(machine.root, 'online.json'));
    await make(machine, { ...UPLOAD, delta: 'next' });
    expect(uploads(machine, 'next')).toEqual([]);
    expect(machine.read('5-removed.txt', 'next')).toBe('');
  });
});
