import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PublishError } from '../../src/build/ports.js';
import { createPublisher, recover } from '../../src/edges/publisher/index.js';
import type { Manifest } from '../../src/model/page.js';
import { started, translated } from './child.js';
import { lay, phaseOf, publish, refusal, tempFolder, treeOf, watchedDisk } from './support.js';

const refused = (publishing: Promise<unknown>): Promise<string[]> =>
  publishing.then(
    () => ['published'],
    (error: unknown) =>
      error instanceof PublishError
        ? error.problems.map((problem) => `${problem.code} ${problem.file}`)
        : [String(error)],
  );

const A = {
  'index.html': 'home A',
  '2026/a/index.html': 'a',
  '2026/b/index.html': 'b',
  '2026/b/related/index.html': 'r',
  'media/x.txt': 'x',
};
const B = {
  'index.html': 'home B',
  '2026/a/index.html': 'a 2',
  '2026/c/index.html': 'c',
  'media/x.txt': 'xx',
  'new.html': 'n',
};

const STEPS = {
  '1-new/2026/c/index.html': 'c',
  '1-new/new.html': 'n',
  '2-changed-assets/media/x.txt': 'xx',
  '3-changed-articles/2026/a/index.html': 'a 2',
  '4-changed-indexes/index.html': 'home B',
  '5-removed.txt': '2026/b/index.html\n2026/b/related/index.html\n',
};

/** A delta without its manifest. */
function stepsIn(folder: string): Record<string, string> {
  const { 'manifest.json': _, ...steps } = treeOf(folder);
  return steps;
}

const manifestOf = (path: string): Manifest => JSON.parse(fs.readFileSync(path, 'utf8'));

describe('the folder of --delta', () => {
  test('has a folder for each step of the upload, what to remove, and what is online then', async () => {
    const root = tempFolder();
    const online = (await publish(root, A)).manifest;
    await publish(root, B);
    const { changes, manifest } = await publish(root, B, { since: online, delta: 'upload' });
    expect(changes.removed).toEqual(['2026/b/index.html', '2026/b/related/index.html']);
    expect(stepsIn(join(root, 'upload'))).toEqual(STEPS);
    expect(manifestOf(join(root, 'upload/manifest.json'))).toEqual({
      ...manifest,
      files: { ...manifest.files },
    });
    expect(await refused(publish(root, B, { delta: 'upload' }))).toEqual(['delta-not-empty upload']);
  });

  test('is refused where the site itself would be: a path too long is too long on a bare machine too', async () => {
    const root = tempFolder();
    const online = (await publish(root, A)).manifest;
    const long = `${'d/'.repeat(660)}x.html`;
    const told = await refused(publish(root, { ...A, [long]: 'x' }));
    expect(told).toEqual([expect.stringMatching(/^output-name-too-long /)]);
    fs.rmSync(join(root, 'public'), { recursive: true });
    fs.rmSync(join(root, '.dateline'), { recursive: true });
    const bare = publish(root, { ...A, [long]: 'x' }, { since: online, delta: 'upload' });
    expect(await refused(bare)).toEqual(told);
    expect(fs.existsSync(join(root, 'upload/1-new'))).toBe(false);
  });

  test('has all steps, empty ones too, so that a script need not ask', async () => {
    const root = tempFolder();
    await publish(root, A);
    await publish(root, A, { delta: 'upload' });
    expect(stepsIn(join(root, 'upload'))).toEqual({
      '1-new/': '/',
      '2-changed-assets/': '/',
      '3-changed-articles/': '/',
      '4-changed-indexes/': '/',
      '5-removed.txt': '',
    });
  });

  test.each([
    'public',
    'public/x',
    'content/x',
    'templates',
    '.dateline/x',
    '.git/x',
    '.',
    '..',
    'preview/x',
  ])('is not %s', async (delta) => {
    const root = tempFolder();
    const publishing = publish(root, A, { delta, out: 'preview' });
    expect((await refused(publishing))[0]).toMatch(/^delta-folder-unsuitable /);
    expect(treeOf(root)).toEqual({ '.dateline/': '/' });
  });

  test('is not where a link leads into the site', async () => {
    const root = tempFolder();
    fs.mkdirSync(join(root, 'content'));
    fs.symlinkSync(join(root, 'content'), join(root, 'upload'));
    expect(await refused(publish(root, A, { delta: 'upload/x' }))).toEqual([
      'delta-folder-unsuitable upload/x',
    ]);
  });
});

describe('a delta that was not completed', () => {
  /** A script that publishes B with a delta and is killed at the third file that comes into it. */
  const lethal = (root: string, publisher: string, since: Manifest | null, call: string): string => `
    import * as fs from 'node:fs';
    import { createPublisher } from ${JSON.stringify(publisher)};
    let done = 0;
    const disk = new Proxy(fs, { get: (target, name) => name !== '${call}' ? target[name] : (from, to, mode) => {
      if (to.includes('/upload/') && ++done === 3) process.kill(process.pid, 'SIGKILL');
      return target[name](from, to, mode);
    } });
    console.log('ready');
    const root = ${JSON.stringify(root)};
    const since = ${JSON.stringify(since)} ?? undefined;
    const publication = await createPublisher({ root, disk, since, delta: 'upload' }).begin();
    const phases = ${JSON.stringify(Object.fromEntries(Object.keys(B).map((path) => [path, phaseOf(path)])))};
    for (const [path, text] of Object.entries(${JSON.stringify(B)})) await publication.write(path, text, phases[path]);
    await publication.commit({ at: null, reason: null });`;

  async function killed(root: string, since: Manifest | null, call: string): Promise<void> {
    const folder = tempFolder();
    const publisher = translated('src/edges/publisher/index.ts', folder);
    await (await started(lethal(root, publisher, since, call), folder)).ended;
    expect(Object.keys(stepsIn(join(root, 'upload')))).not.toEqual(Object.keys(STEPS));
    expect(Object.values(treeOf(join(root, 'upload')))).toContain('c');
  }

  test('is complete after the next build: killed at its third file, after the site was published', async () => {
    const root = tempFolder();
    await publish(root, A);
    await killed(root, null, 'copyFileSync');
    expect(treeOf(join(root, 'public'))).toEqual(B);
    const { changes } = await publish(root, B, { delta: 'upload' });
    expect(changes.changed.index).toEqual(['index.html']);
    expect(stepsIn(join(root, 'upload'))).toEqual(STEPS);
    // Once it is complete it is owed no more.
    await publish(root, B, { delta: 'next' });
    expect(fs.readFileSync(join(root, 'next/5-removed.txt'), 'utf8')).toBe('');
  });

  test('is in the next one, whatever its folder, though it was removed and other builds came between', async () => {
    const root = tempFolder();
    await publish(root, A);
    await killed(root, null, 'copyFileSync');
    fs.rmSync(join(root, 'upload'), { recursive: true });
    await publish(root, { ...B, 'later.html': 'l' });
    await publish(root, { ...B, 'later.html': 'l' }, { delta: 'other' });
    expect(stepsIn(join(root, 'other'))).toEqual({ ...STEPS, '1-new/later.html': 'l' });
  });

  test('is made anew where it is all that the build makes', async () => {
    const root = tempFolder();
    const elsewhere = tempFolder();
    const since = (await publish(elsewhere, A)).manifest;
    await killed(root, since, 'renameSync');
    expect(fs.existsSync(join(root, 'public'))).toBe(false);
    await publish(root, B, { since, delta: 'upload' });
    expect(stepsIn(join(root, 'upload'))).toEqual(STEPS);
  });

  test('loses nothing when the publish itself was killed: who finishes it says where the rest is', async () => {
    const root = tempFolder();
    await publish(root, A);
    const disk = watchedDisk((call, from, to) => {
      if (call === 'renameSync' && /stage.\d+$/.test(from) && to.endsWith('/new.html'))
        throw refusal('EIO', 'rename');
    });
    expect(await refused(publish(root, B, { disk, delta: 'upload' }))).toEqual(['publish-unfinished public']);
    expect(recover(root).map(({ code, hint }) => [code, hint])).toEqual([
      ['publish-finished', 'Build with `--delta`: what that build changed is in the next delta too.'],
    ]);
    await publish(root, B, { delta: 'upload' });
    expect(stepsIn(join(root, 'upload'))).toEqual(STEPS);
  });

  test('is told where the disk refuses it, and is in the next one', async () => {
    const root = tempFolder();
    await publish(root, A);
    const disk = watchedDisk((call) => {
      if (call === 'copyFileSync') throw refusal('ENOSPC', 'copyfile');
    });
    const { problems } = await publish(root, B, { disk, delta: 'upload' });
    expect(problems.map(({ code }) => code)).toEqual(['delta-failed']);
    expect(treeOf(join(root, 'public'))).toEqual(B);
    await publish(root, B, { delta: 'upload' });
    expect(stepsIn(join(root, 'upload'))).toEqual(STEPS);
  });

  test('never takes a stranger’s file with it', async () => {
    const root = tempFolder();
    await publish(root, A);
    await killed(root, null, 'copyFileSync');
    lay(root, { 'upload/notes.txt': 'mine' });
    expect(await refused(publish(root, B, { delta: 'upload' }))).toEqual(['delta-not-empty upload']);
    expect(treeOf(join(root, 'upload'))).toEqual({ 'notes.txt': 'mine' });
  });
});

describe('where nothing is published but by another machine', () => {
  test('the delta is all that is written: no output folder, and nothing that says there is one', async () => {
    const root = tempFolder();
    const since = (await publish(tempFolder(), A)).manifest;
    lay(root, { 'content/media/x.txt': 'x' });
    const publication = await createPublisher({ root, since, delta: 'upload' }).begin();
    expect(publication.previous).toEqual(since);
    await publication.copy('media/x.txt', 'content/media/x.txt', 'asset');
    expect(await publication.keep('2026/a/index.html')).toBe(true);
    expect(await publication.keep('never.html')).toBe(false);
    await publication.write('index.html', 'home 2', 'index');
    const { manifest } = await publication.commit({ at: null, reason: null });
    expect(Object.keys(manifest.files)).toEqual(['2026/a/index.html', 'index.html', 'media/x.txt']);
    expect(fs.readdirSync(root).sort()).toEqual(['.dateline', 'content', 'upload']);
    expect(fs.readdirSync(join(root, '.dateline')).sort()).toEqual(['changes.json', 'next.json']);
    expect(stepsIn(join(root, 'upload'))).toEqual({
      '1-new/': '/',
      '2-changed-assets/': '/',
      '3-changed-articles/': '/',
      '4-changed-indexes/index.html': 'home 2',
      '5-removed.txt': '2026/b/index.html\n2026/b/related/index.html\n',
    });
  });

  test('a delta that the disk refuses leaves nothing published and no stage', async () => {
    const root = tempFolder();
    const since = (await publish(tempFolder(), A)).manifest;
    const disk = watchedDisk((call, _, to) => {
      if (call === 'renameSync' && to.includes('/upload/3')) throw refusal('ENOSPC', 'rename');
    });
    expect(await refused(publish(root, B, { since, delta: 'upload', disk }))).toEqual(['disk-full upload']);
    expect(fs.readdirSync(join(root, '.dateline'))).toEqual(['delta.json']);
    expect(fs.existsSync(join(root, 'upload/manifest.json'))).toBe(false);
  });
});
