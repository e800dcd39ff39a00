import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFiles } from '../../src/edges/files/index.js';
import { lay, tempFolder } from './support.js';

const text = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString();

describe('walk', () => {
  test('gives every file in order, names with a dot left out but for .well-known', async () => {
    const root = tempFolder();
    lay(root, {
      'content/b.md': 'bb',
      'content/a/z.md': 'z',
      'content/A.md': '',
      'content/.git/x': 'x',
      'content/.hidden': 'x',
    });
    lay(root, { 'content/static/.well-known/security.txt': 's', 'content/ë.md': 'ë', 'outside.md': 'x' });
    const { files, skipped } = await createFiles(root).walk('content');
    expect(files.map(({ path, size }) => `${path} ${size}`)).toEqual([
      'content/A.md 0',
      'content/a/z.md 1',
      'content/b.md 2',
      'content/static/.well-known/security.txt 1',
      'content/ë.md 2',
    ]);
    expect(skipped).toEqual([]);
  });

  test('follows no link, so that circles end, and tells what it left out', async () => {
    const root = tempFolder();
    lay(root, { 'content/a.md': 'a', 'secret.txt': 'x' });
    fs.symlinkSync('..', join(root, 'content/circle'));
    fs.symlinkSync('../secret.txt', join(root, 'content/secret.md'));
    fs.symlinkSync('nowhere', join(root, 'content/dangling.md'));
    execFileSync('mkfifo', [join(root, 'content/pipe.md')]);
    fs.writeFileSync(
      Buffer.concat([Buffer.from(`${root}/content/`), Buffer.from([0x66, 0xff]), Buffer.from('.md')]),
      'x',
    );
    const { files, skipped } = await createFiles(root).walk('content');
    expect(files.map(({ path }) => path)).toEqual(['content/a.md']);
    expect(skipped).toEqual([
      { path: 'content/circle', why: 'link' },
      { path: 'content/dangling.md', why: 'link' },
      { path: 'content/f\ufffd.md', why: 'encoding' },
      { path: 'content/pipe.md', why: 'special' },
      { path: 'content/secret.md', why: 'link' },
    ]);
  });

  test('an absent folder is empty; one that is a link is told, unless it is content itself', async () => {
    const [root, elsewhere] = [tempFolder(), tempFolder()];
    lay(root, { 'real/a.md': '' });
    lay(elsewhere, { 'a.md': 'a', 'sub/b.md': 'b' });
    fs.symlinkSync('real', join(root, 'templates'));
    fs.symlinkSync(elsewhere, join(root, 'content'));
    const files = createFiles(root);
    expect(await files.walk('templates')).toEqual({
      files: [],
      skipped: [{ path: 'templates', why: 'link' }],
    });
    const { files: found, skipped } = await files.walk('content');
    expect([found.map(({ path }) => path), skipped]).toEqual([['content/a.md', 'content/sub/b.md'], []]);
    expect(text(await files.read('content/sub/b.md'))).toBe('b');
    expect(await files.walk('none')).toEqual({ files: [], skipped: [] });
  });

  test('below a content folder that is a link, no link is followed, and the folder stays the one it was', async () => {
    const [root, elsewhere, secret] = [tempFolder(), tempFolder(), tempFolder()];
    lay(elsewhere, { 'a.md': 'a' });
    lay(secret, { 'a.md': 'secret', 'key.md': 'secret' });
    fs.symlinkSync(elsewhere, join(root, 'content'));
    fs.symlinkSync(secret, join(elsewhere, 'sub'));
    fs.symlinkSync(join(secret, 'key.md'), join(elsewhere, 'key.md'));
    const files = createFiles(root);
    expect((await files.walk('content')).skipped).toEqual([
      { path: 'content/key.md', why: 'link' },
      { path: 'content/sub', why: 'link' },
    ]);
    for (const path of ['content/sub/key.md', 'content/key.md', 'content/../secret'])
      await expect(files.read(path)).rejects.toMatchObject({ code: 'EOUTSIDE' });
    fs.unlinkSync(join(root, 'content'));
    fs.symlinkSync(secret, join(root, 'content'));
    expect(text(await files.read('content/a.md'))).toBe('a');
  });

  test('the root itself may be a link, and 200 folders deep is fine', async () => {
    const [root, other] = [tempFolder(), tempFolder()];
    const deep = `content/${'d/'.repeat(200)}x.md`;
    lay(root, { [deep]: 'deep' });
    fs.symlinkSync(root, join(other, 'site'));
    const files = createFiles(join(other, 'site'));
    expect((await files.walk('content')).files.map(({ path }) => path)).toEqual([deep]);
    expect(text(await files.read(deep))).toBe('deep');
  });
});

describe('read', () => {
  test('gives the bytes, and null for what is absent', async () => {
    const root = tempFolder();
    lay(root, { 'content/a.md': '\ufeffa\r\n', 'content/b.bin': Buffer.from([0, 255]) });
    const files = createFiles(root);
    expect(text(await files.read('content/a.md'))).toBe('\ufeffa\r\n');
    expect([...(await files.read('content/b.bin'))]).toEqual([0, 255]);
    expect(await files.readIfThere('content/none.md')).toBeNull();
    expect(await files.readIfThere('content/a.md/x')).toBeNull();
    await expect(files.read('content/none.md')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test.each([
    '../secret',
    'content/../../secret',
    '/etc/hostname',
    'content//a.md',
    './content/a.md',
    'content/a.md\0',
    'content/link.md',
    'content/folder/secret',
    'content',
    'content/pipe',
    '',
  ])('never leaves the root nor waits: %j', async (path) => {
    const top = tempFolder();
    const root = join(top, 'site');
    lay(top, { secret: 'x', 'site/content/a.md': 'a', 'site/content/a.mdx': 'a' });
    fs.symlinkSync('../../secret', join(root, 'content/link.md'));
    fs.symlinkSync('../..', join(root, 'content/folder'));
    execFileSync('mkfifo', [join(root, 'content/pipe')]);
    await expect(createFiles(root).read(path)).rejects.toMatchObject({ code: 'EOUTSIDE' });
    await expect(createFiles(root).readIfThere(path)).rejects.toMatchObject({ code: 'EOUTSIDE' });
  });

  test('a folder that becomes a link between two walks is not followed', async () => {
    const [root, other] = [tempFolder(), tempFolder()];
    lay(root, { 'content/sub/a.md': 'a' });
    lay(other, { 'a.md': 'secret' });
    const files = createFiles(root);
    await files.read('content/sub/a.md');
    fs.rmSync(join(root, 'content/sub'), { recursive: true });
    fs.symlinkSync(other, join(root, 'content/sub'));
    await files.walk('content');
    await expect(files.read('content/sub/a.md')).rejects.toMatchObject({ code: 'EOUTSIDE' });
  });
});
