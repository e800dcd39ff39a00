import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PublishError } from '../../src/build/ports.js';
import { createPublisher, recover } from '../../src/edges/publisher/index.js';
import { createMemoryPublisher } from '../support/memory-publisher.js';
import { lay, phaseOf, publish, refusal, tempFolder, treeOf, watchedDisk } from './support.js';

const codes = (error: unknown): string[] =>
  error instanceof PublishError
    ? error.problems.map((problem) => `${problem.code} ${problem.file}`)
    : [String(error)];
const refused = (publishing: Promise<unknown>): Promise<string[]> =>
  publishing.then(() => ['published'], codes);
const json = (root: string, name: string) =>
  JSON.parse(fs.readFileSync(join(root, '.dateline', name), 'utf8'));

const A = { 'index.html': 'home A', '2026/a/index.html': 'a', '2026/b/index.html': 'b', 'media/x.txt': 'x' };
const B = { 'index.html': 'home B', '2026/a/index.html': 'a', '2026/c/index.html': 'c', 'media/x.txt': 'xx' };

function mountSmall(folder: string): (() => void) | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return () => void execFileSync('umount', [folder]);
  } catch {
    return null;
  }
}

describe('what a publish leaves', () => {
  test('public/ holds the outputs, and the results say what was done, by phase', async () => {
    const root = tempFolder();
    await publish(root, A);
    const { manifest, changes } = await publish(root, B);
    expect(treeOf(join(root, 'public'))).toEqual(B);
    expect(json(root, 'changes.json')).toEqual({
      added: { asset: [], article: ['2026/c/index.html'], index: [] },
      changed: { asset: ['media/x.txt'], article: [], index: ['index.html'] },
      removed: ['2026/b/index.html'],
    });
    expect(json(root, 'changes.json')).toEqual(changes);
    expect(json(root, 'manifest.json')).toEqual({ version: 1, files: { ...manifest.files } });
    expect(json(root, 'next.json')).toEqual({ at: null, reason: null });
    expect(fs.readdirSync(join(root, '.dateline')).sort()).toEqual([
      'changes.json',
      'manifest.json',
      'next.json',
      'stamps',
    ]);
  });

  test('a file whose bytes are the same is not written again', async () => {
    const root = tempFolder();
    await publish(root, A);
    const before = fs.statSync(join(root, 'public/2026/a/index.html'));
    await publish(root, B);
    const after = fs.statSync(join(root, 'public/2026/a/index.html'));
    expect([after.ino, after.mtimeMs, after.ctimeMs]).toEqual([before.ino, before.mtimeMs, before.ctimeMs]);
  });

  test('a publish without a change moves nothing and says so', async () => {
    const root = tempFolder();
    await publish(root, A);
    const moved: string[] = [];
    const disk = watchedDisk((call, path) => void (call === 'renameSync' && moved.push(path)));
    await publish(root, A, { disk });
    expect(moved.filter((path) => !path.includes('/.'))).toEqual([]);
    expect(json(root, 'changes.json').removed).toEqual([]);
    expect(json(root, 'changes.json').added).toEqual({ asset: [], article: [], index: [] });
  });

  test('new files appear first, then changed ones by phase; removals come last, and only then the manifest', async () => {
    const root = tempFolder();
    await publish(root, A);
    const seen: string[] = [];
    const disk = watchedDisk((call, from, to) => {
      const path = call === 'renameSync' ? to : call === 'unlinkSync' ? `- ${from}` : null;
      if (path !== null && !path.includes('/stage/')) seen.push(path.replace(`${root}/`, ''));
    });
    await publish(root, B, { disk });
    const journal = seen.indexOf('.dateline/journal.json');
    expect(seen.slice(journal)).toEqual([
      '.dateline/journal.json',
      'public/2026/c/index.html',
      'public/media/x.txt',
      'public/index.html',
      '- public/2026/b/index.html',
      '.dateline/manifest.json',
      '.dateline/changes.json',
      '.dateline/next.json',
      '- .dateline/journal.json',
      '.dateline/stamps',
    ]);
    expect(seen.slice(0, journal).filter((path) => path.startsWith('public') && path !== 'public/.')).toEqual(
      [],
    );
  });

  test('folders that a removal leaves empty go, others stay', async () => {
    const root = tempFolder();
    await publish(root, { 'a/b/c/index.html': '1', 'd/index.html': '2' });
    fs.mkdirSync(join(root, 'public/d/kept-by-hand'));
    await publish(root, { 'x.html': '3' });
    expect(treeOf(join(root, 'public'))).toEqual({ 'd/kept-by-hand/': '/', 'x.html': '3' });
  });

  test('a page may become a folder, and a folder a page', async () => {
    const root = tempFolder();
    await publish(root, { a: 'file', 'b/c/index.html': 'deep' });
    await publish(root, { 'a/index.html': 'in folder', b: 'file' });
    expect(treeOf(join(root, 'public'))).toEqual({ 'a/index.html': 'in folder', b: 'file' });
  });

  test('files are copied as they stand, and read again only when they changed', async () => {
    const root = tempFolder();
    lay(root, { 'content/media/p.bin': Buffer.from([0, 255, 1, 254]) });
    const old = new Date(Date.now() - 60_000);
    fs.utimesSync(join(root, 'content/media/p.bin'), old, old);
    const reads: string[] = [];
    const disk = watchedDisk(
      (call, path) => void (call === 'openSync' && path.endsWith('p.bin') && reads.push(path)),
    );
    const copy = async (from: string) => {
      const publication = await createPublisher({ root, disk }).begin();
      await publication.copy('media/p.bin', from, 'asset');
      return publication.commit({ at: null, reason: null });
    };
    await copy('content/media/p.bin');
    expect(fs.readFileSync(join(root, 'public/media/p.bin'))).toEqual(Buffer.from([0, 255, 1, 254]));
    fs.writeFileSync(join(root, 'content/media/p.bin'), Buffer.from([9, 9, 9, 9]));
    const { changes } = await copy(join(root, 'content/media/p.bin'));
    expect(changes.changed.asset).toEqual(['media/p.bin']);
    expect(fs.readFileSync(join(root, 'public/media/p.bin'))).toEqual(Buffer.from([9, 9, 9, 9]));
    expect(reads.length).toBeGreaterThan(0);
  });

  test('each output folder has its own manifest, so a preview does not unpublish the site', async () => {
    const root = tempFolder();
    await publish(root, A);
    await publish(root, { 'index.html': 'preview' }, { out: 'preview' });
    await publish(root, A);
    expect(treeOf(join(root, 'public'))).toEqual(A);
    expect(treeOf(join(root, 'preview'))).toEqual({ 'index.html': 'preview' });
  });

  test('a page can be kept without its text, but not when somebody changed it', async () => {
    const root = tempFolder();
    await publish(root, A);
    fs.writeFileSync(join(root, 'public/index.html'), 'HOME A');
    const publication = await createPublisher({ root }).begin();
    expect(publication.previous?.files['index.html']?.size).toBe(6);
    expect(await publication.keep('2026/a/index.html')).toBe(true);
    expect(await publication.keep('index.html')).toBe(false);
    expect(await publication.keep('never.html')).toBe(false);
    await publication.write('index.html', 'home A', 'index');
    const { repaired } = await publication.commit({ at: null, reason: null });
    expect(repaired).toEqual(['index.html']);
    expect(treeOf(join(root, 'public'))).toEqual({ '2026/a/index.html': 'a', 'index.html': 'home A' });
  });
});

describe('whatever stands in public/', () => {
  test.each<[string, (out: string) => void]>([
    ['changed by hand', (out) => fs.writeFileSync(join(out, 'index.html'), 'HOME A')],
    ['cut short', (out) => fs.truncateSync(join(out, 'index.html'), 2)],
    ['removed', (out) => fs.rmSync(join(out, 'index.html'))],
    ['removed with its folder', (out) => fs.rmSync(join(out, '2026'), { recursive: true })],
    [
      'replaced by a link',
      (out) => {
        fs.rmSync(join(out, 'index.html'));
        fs.symlinkSync('/etc/hostname', join(out, 'index.html'));
      },
    ],
    [
      'replaced by an empty folder',
      (out) => {
        fs.rmSync(join(out, 'index.html'));
        fs.mkdirSync(join(out, 'index.html'));
      },
    ],
    [
      'changed with its time set back',
      (out) => {
        const { atime, mtime } = fs.statSync(join(out, 'index.html'));
        fs.writeFileSync(join(out, 'index.html'), 'HOME A');
        fs.utimesSync(join(out, 'index.html'), atime, mtime);
      },
    ],
  ])('an own file that was %s is whole after the next build', async (_, damage) => {
    const root = tempFolder();
    await publish(root, A);
    damage(join(root, 'public'));
    const { repaired, changes } = await publish(root, A);
    expect(treeOf(join(root, 'public'))).toEqual(A);
    expect(repaired.length).toBeGreaterThan(0);
    expect(changes.changed).toEqual({ asset: [], article: [], index: [] });
  });

  test("strangers' files stay, whatever comes and goes around them", async () => {
    const root = tempFolder();
    const strangers = { CNAME: 'x.org', '2026/b/mine.txt': 'm', 'shop/index.html': 's' };
    lay(join(root, 'public'), strangers);
    await publish(root, A);
    await publish(root, B);
    await publish(root, {});
    expect(treeOf(join(root, 'public'))).toEqual(strangers);
  });

  test.each<[string, (out: string) => void, string]>([
    ['file', (out) => lay(out, { 'new.html': 'theirs' }), 'output-occupied public/new.html'],
    [
      'folder with files',
      (out) => lay(out, { 'new.html/x': 'theirs' }),
      'output-folder-occupied public/new.html',
    ],
    [
      'link',
      (out) => fs.symlinkSync('index.html', join(out, 'new.html')),
      'output-through-link public/new.html',
    ],
  ])("a stranger's %s in the place of an output stops the build", async (_, put, problem) => {
    const root = tempFolder();
    await publish(root, A);
    put(join(root, 'public'));
    const before = treeOf(join(root, 'public'));
    expect(await refused(publish(root, { ...B, 'new.html': 'ours' }))).toEqual([problem]);
    expect(treeOf(join(root, 'public'))).toEqual(before);
  });

  test.each<[string, (out: string, elsewhere: string) => void, string]>([
    ['file', (out) => lay(out, { sub: 'theirs' }), 'output-needs-folder public/sub'],
    [
      'link',
      (out, elsewhere) => fs.symlinkSync(elsewhere, join(out, 'sub')),
      'output-through-link public/sub',
    ],
  ])(
    "a stranger's %s in the place of a folder stops the build, and nothing is written through it",
    async (_, put, problem) => {
      const [root, elsewhere] = [tempFolder(), tempFolder()];
      await publish(root, A);
      put(join(root, 'public'), elsewhere);
      expect(await refused(publish(root, { ...A, 'sub/x.html': '1', 'sub/y/z.html': '2' }))).toContain(
        problem,
      );
      expect(treeOf(elsewhere)).toEqual({});
    },
  );

  test('an own folder that became a link is neither followed nor emptied', async () => {
    const [root, elsewhere] = [tempFolder(), tempFolder()];
    await publish(root, A);
    lay(elsewhere, { 'a/index.html': 'precious', 'b/index.html': 'precious' });
    fs.rmSync(join(root, 'public/2026'), { recursive: true });
    fs.symlinkSync(elsewhere, join(root, 'public/2026'));
    expect(await refused(publish(root, A))).toContain('output-through-link public/2026');
    await publish(root, { 'index.html': 'home' });
    expect(treeOf(elsewhere)).toEqual({ 'a/index.html': 'precious', 'b/index.html': 'precious' });
  });

  test('public/ itself may be a link', async () => {
    const [root, elsewhere] = [tempFolder(), tempFolder()];
    fs.symlinkSync(elsewhere, join(root, 'public'));
    await publish(root, A);
    expect(treeOf(elsewhere)).toEqual(A);
  });

  test('a file with the same bytes counts as ours', async () => {
    const root = tempFolder();
    await publish(root, A);
    lay(join(root, 'public'), { 'new.html': 'same' });
    await publish(root, { ...A, 'new.html': 'same' });
    await publish(root, A);
    expect(treeOf(join(root, 'public'))).toEqual(A);
  });
});

describe('the manifest', () => {
  test('without one, planned paths are taken over and all others are strangers', async () => {
    const root = tempFolder();
    await publish(root, A);
    fs.rmSync(join(root, '.dateline'), { recursive: true });
    const { changes } = await publish(root, B);
    expect(treeOf(join(root, 'public'))).toEqual({ ...B, '2026/b/index.html': 'b' });
    expect(changes).toEqual({
      added: { asset: [], article: ['2026/c/index.html'], index: [] },
      changed: { asset: ['media/x.txt'], article: [], index: ['index.html'] },
      removed: [],
    });
  });

  test('a flipped byte anywhere never removes a stranger nor spoils the site', async () => {
    const root = tempFolder();
    await publish(root, A);
    const path = join(root, '.dateline/manifest.json');
    const whole = fs.readFileSync(path);
    lay(join(root, 'public'), { 'stranger.html': 's' });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        fs.writeFileSync(path, damaged);
        await publish(root, A);
        expect(treeOf(join(root, 'public'))).toEqual({ ...A, 'stranger.html': 's' });
      }),
      { numRuns: 60 },
    );
  });
});

describe('refusals', () => {
  test('all problems of a build are told at once', async () => {
    const root = tempFolder();
    lay(root, { 'public/.keep': '' });
    const long = `${'ë'.repeat(128)}.html`;
    const outputs = {
      [`${long}`]: '1',
      '../out.html': '2',
      'a//b': '3',
      x: '4',
      'x/y': '5',
      'ok.html': '6',
      'a\\b': '7',
    };
    expect((await refused(publish(root, outputs))).sort()).toEqual([
      `output-file-and-folder public/x`,
      `output-name-too-long public/${long}`,
      'output-unsafe public/../out.html',
      'output-unsafe public/a//b',
      'output-unsafe public/a\\b',
    ]);
    expect(treeOf(join(root, 'public'))).toEqual({ '.keep': '' });
    expect(fs.existsSync(join(root, '.dateline/stage'))).toBe(false);
  });

  test.each([['.'], ['..'], ['content'], ['content/x'], ['.dateline'], ['templates/assets']])(
    'the site is never published to %s',
    async (out) => {
      const root = join(tempFolder(), 'site');
      lay(root, { 'content/site.yaml': '' });
      expect((await refused(publish(root, A, { out })))[0]).toMatch(/^output-folder-unsuitable /);
    },
  );

  test('a file in the place of the output folder is left alone', async () => {
    const root = tempFolder();
    lay(root, { public: 'file' });
    expect(await refused(publish(root, A))).toEqual(['output-folder-unsuitable public']);
    expect(fs.readFileSync(join(root, 'public'), 'utf8')).toBe('file');
  });

  test('where the disk folds case, clashes are told and a rename in case alone loses nothing', async () => {
    const root = tempFolder();
    await publish(root, { 'News/index.html': '1' }, { foldsCase: true });
    const { problems } = await publish(root, { 'a.html': '1', 'A.html': '2' }, { foldsCase: true });
    expect(problems.map((problem) => problem.code)).toEqual(['output-case-clash']);
    const told = await publish(root, { 'a.html': '1' }, { foldsCase: true });
    expect(told.problems).toEqual([]);
    expect(fs.existsSync(join(root, 'public/A.html'))).toBe(true);
  });
});

describe('a disk that refuses', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'not-writable'],
    ['EACCES', 'not-writable'],
    ['EMFILE', 'too-many-open-files'],
    ['EIO', 'publish-failed'],
  ])('%s while staging changes nothing and is told', async (code, problem) => {
    const root = tempFolder();
    await publish(root, A);
    let calls = 0;
    const disk = watchedDisk((call) => {
      if (call === 'writeSync' && ++calls === 2) throw refusal(code, 'write');
    });
    expect((await refused(publish(root, B, { disk }))).map((told) => told.split(' ')[0])).toEqual([problem]);
    expect(treeOf(join(root, 'public'))).toEqual(A);
    expect(fs.readdirSync(join(root, '.dateline')).sort()).toEqual([
      'changes.json',
      'manifest.json',
      'next.json',
      'stamps',
    ]);
    await publish(root, B);
    expect(treeOf(join(root, 'public'))).toEqual(B);
  });

  test('refusing after the point of no return leaves the rest to the next command', async () => {
    const root = tempFolder();
    await publish(root, A);
    const disk = watchedDisk((call, path) => {
      if (call === 'renameSync' && /stage\/\d+$/.test(path)) throw refusal('EACCES', 'rename');
    });
    expect(await refused(publish(root, B, { disk }))).toEqual(['publish-unfinished public']);
    expect(recover(root).map((problem) => problem.code)).toEqual(['publish-finished']);
    expect(treeOf(join(root, 'public'))).toEqual(B);
    expect(recover(root)).toEqual([]);
  });

  test('a real full disk changes nothing', async () => {
    const root = tempFolder();
    const out = tempFolder();
    const unmount = mountSmall(out);
    // Where nobody may mount, the disk says it by a stand-in.
    const disk = watchedDisk((call, _path, _to, args) => {
      const large = args[1] instanceof Uint8Array && args[1].length > 1 << 20;
      if (unmount === null && call === 'writeSync' && large) throw refusal('ENOSPC', 'write');
    });
    try {
      lay(root, {});
      await publish(root, A, { out: join(out, 'public') });
      const big = 'x'.repeat(3 << 20);
      expect((await refused(publish(root, { ...B, big }, { out: join(out, 'public'), disk })))[0]).toMatch(
        /^disk-full /,
      );
      expect(treeOf(join(out, 'public'))).toEqual(A);
      await publish(root, B, { out: join(out, 'public') });
      expect(treeOf(join(out, 'public'))).toEqual(B);
      expect(fs.readdirSync(out)).toEqual(['public']);
    } finally {
      unmount?.();
    }
  });
});

describe('a kill', () => {
  const before = { ...A, 'old/deep/page.html': 'o', swap: 'file' };
  const after = { ...B, 'swap/index.html': 'folder' };
  const strangers = { CNAME: 'x.org' };

  test('at any step leaves the old site, or one that the next command makes the new one', async () => {
    const start = tempFolder();
    lay(join(start, 'public'), strangers);
    await publish(start, before);
    const old = treeOf(join(start, 'public'));
    const all = join(tempFolder(), 'all');
    const outcomes = new Set<string>();
    for (let die = 1, alive = true; alive; die++) {
      const root = join(all, String(die));
      fs.cpSync(start, root, { recursive: true });
      let calls = 0;
      const disk = watchedDisk(() => {
        if (++calls >= die) throw refusal('EKILLED', 'kill');
      });
      alive = (await refused(publish(root, after, { disk })))[0] !== 'published' || calls >= die;
      const decided = fs.existsSync(join(root, '.dateline/journal.json'));
      const site = treeOf(join(root, 'public'));
      recover(root);
      const recovered = treeOf(join(root, 'public'));
      if (decided) expect(recovered).toEqual(sorted({ ...after, ...strangers }));
      else expect(recovered).toEqual(site);
      if (!decided) expect([old, sorted({ ...after, ...strangers })]).toContainEqual(site);
      outcomes.add(decided ? 'finished' : Object.hasOwn(site, 'swap') ? 'old' : 'new');
      await publish(root, after);
      expect(treeOf(join(root, 'public'))).toEqual(sorted({ ...after, ...strangers }));
    }
    expect([...outcomes].sort()).toEqual(['finished', 'new', 'old']);
  });
});

const sorted = (tree: Record<string, string>) =>
  Object.fromEntries(Object.entries(tree).sort(([a], [b]) => (a < b ? -1 : 1)));

describe('any sequence of builds', () => {
  const path = fc.stringMatching(/^[ab](\/[ab]){0,2}(\.html)?$/);
  const site = fc.dictionary(path, fc.constantFrom('1', '22', '333'), { maxKeys: 8 });

  test('leaves the outputs and the strangers, on the disk as in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(site, { minLength: 1, maxLength: 5 }), async (sites) => {
        const root = tempFolder();
        const memory = createMemoryPublisher(root);
        const strangers = { 'z/stranger.html': 's', 'stranger.txt': 't' };
        lay(join(root, 'public'), strangers);
        let last: Record<string, string> = {};
        for (const outputs of sites) {
          const twin = await memory.begin();
          for (const [name, text] of Object.entries(outputs)) await twin.write(name, text, phaseOf(name));
          const [here, there] = await Promise.all([
            refused(publish(root, outputs)),
            refused(twin.commit({ at: null, reason: null })),
          ]);
          // In which order is the caller's business.
          expect([...here].sort()).toEqual([...there].sort());
          if (here[0] === 'published') last = outputs;
          expect(treeOf(join(root, 'public'))).toEqual({ ...last, ...strangers });
          expect(
            Object.fromEntries(
              [...memory.files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
            ),
          ).toEqual(last);
        }
      }),
      { numRuns: 40 },
    );
  });
});
