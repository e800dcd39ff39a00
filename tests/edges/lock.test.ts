import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PublishError } from '../../src/build/ports.js';
import { takeLock } from '../../src/edges/lock/index.js';
import { thisProcess } from '../../src/edges/lock/process.js';
import { createPublisher } from '../../src/edges/publisher/index.js';
import { started, translated } from './child.js';
import { publish, tempFolder } from './support.js';

const told = (take: () => unknown): string => {
  try {
    take();
    return 'taken';
  } catch (error) {
    return error instanceof PublishError ? `${error.status} ${error.message}` : String(error);
  }
};

/** A lock as some process left it. */
const left = (folder: string, holder: object, ageMs = 0): void => {
  const path = join(folder, 'lock');
  fs.writeFileSync(
    path,
    JSON.stringify({ ...thisProcess(), since: '2026-11-24T10:00:00Z', token: 't', ...holder }),
  );
  const time = (Date.now() - ageMs) / 1000;
  fs.utimesSync(path, time, time);
};
const DEAD = 2 ** 22 + 1;
const HOUR = 3600_000;

describe('the lock', () => {
  test('keeps a second build out, in the same process too, and says who holds it', () => {
    const folder = tempFolder();
    const lock = takeLock(folder);
    expect(told(() => takeLock(folder))).toMatch(
      new RegExp(`^2 Another build is running \\(process ${process.pid}, since 20[-\\d]+T[:\\d]+Z\\)\\.`),
    );
    lock.release();
    lock.release();
    expect(fs.readdirSync(folder)).toEqual([]);
    takeLock(folder).release();
  });

  test('keeps out a build of another process, and is free when that one is killed', async () => {
    const [root, folder] = [tempFolder(), tempFolder()];
    const module = translated('src/edges/lock/index.ts', folder);
    const script = `
      import { takeLock } from ${JSON.stringify(module)};
      takeLock(${JSON.stringify(root)});
      console.log('held');
      setInterval(() => {}, 1000);`;
    const { child, ended } = await started(script, folder);
    expect(told(() => takeLock(root))).toContain(`(process ${child.pid}, since`);
    child.kill('SIGKILL');
    await ended;
    takeLock(root).release();
  });

  test('is given back when its process ends in order', async () => {
    const [root, folder] = [tempFolder(), tempFolder()];
    const module = translated('src/edges/lock/index.ts', folder);
    const { ended } = await started(
      `import { takeLock } from ${JSON.stringify(module)}; takeLock(${JSON.stringify(root)});`,
      folder,
    );
    await ended;
    expect(fs.readdirSync(root)).toEqual([]);
  });

  test.each<[string, object, number]>([
    ['of a process that has ended', { pid: DEAD }, 0],
    ['of an earlier process with the same id', { started: '1' }, 0],
    ['of before the machine was started again', { world: 'another-boot pid:[1]' }, 0],
    ['of another machine that has not renewed it for an hour', { host: 'elsewhere' }, HOUR],
    ['of another machine whose clock was a month ahead', { host: 'elsewhere' }, -30 * 24 * HOUR],
    ['that was torn by a power failure', { pid: 'x' }, HOUR],
    ['of which nobody knows anything', { pid: undefined }, HOUR],
  ])('a lock %s is taken over', (_, holder, age) => {
    const folder = tempFolder();
    left(folder, holder, age);
    takeLock(folder).release();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('a crash in the middle of taking a lock over keeps nobody out for long', () => {
    const folder = tempFolder();
    left(folder, { pid: DEAD });
    fs.writeFileSync(join(folder, 'lock.taking'), '');
    const before = new Date(Date.now() - 20_000);
    fs.utimesSync(join(folder, 'lock.taking'), before, before);
    takeLock(folder).release();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test.each<[string, object]>([
    ['another machine', { host: 'elsewhere', pid: DEAD }],
    [
      'another container on this machine',
      { world: `${thisProcess().world} `.replace(/pid:\S*/, 'pid:[7]'), pid: DEAD },
    ],
  ])('a lock of %s that is renewed is respected', (_, holder) => {
    const folder = tempFolder();
    left(folder, holder);
    expect(told(() => takeLock(folder))).toMatch(/^2 Another build is running \(process 4194305 on /);
  });

  test('a build that has lost its lock publishes nothing', async () => {
    const root = tempFolder();
    await publish(root, { 'index.html': 'old' });
    const publication = await createPublisher({ root }).begin();
    await publication.write('index.html', 'new', 'index');
    fs.rmSync(join(root, '.dateline/lock'));
    takeLock(join(root, '.dateline')).release();
    await expect(publication.commit({ at: null, reason: null })).rejects.toThrow(/taken the lock away/);
    expect(fs.readFileSync(join(root, 'public/index.html'), 'utf8')).toBe('old');
  });

  test('of many that start at the same time over a dead lock, one at a time gets it', async () => {
    const [root, folder] = [tempFolder(), tempFolder()];
    const module = translated('src/edges/lock/index.ts', folder);
    left(root, { pid: DEAD });
    const script = `
      import { takeLock } from ${JSON.stringify(module)};
      import { appendFileSync } from 'node:fs';
      let taken = 0;
      for (let i = 0; i < 300; i++) {
        try {
          const lock = takeLock(${JSON.stringify(root)});
          appendFileSync(${JSON.stringify(join(root, 'log'))}, '(');
          lock.check();
          appendFileSync(${JSON.stringify(join(root, 'log'))}, ')');
          lock.release();
          taken++;
        } catch {}
      }
      console.log(taken);`;
    const children = await Promise.all([1, 2, 3].map(() => started(script, folder)));
    await Promise.all(children.map(({ ended }) => ended));
    expect(fs.readFileSync(join(root, 'log'), 'utf8')).toMatch(/^(\(\))+$/);
    expect(fs.readdirSync(root)).toEqual(['log']);
  });
});
