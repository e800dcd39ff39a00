import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watch as chokidar } from 'chokidar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Watching, type WatchOptions, watchSite } from '../../src/edges/watch.js';
import { tempFolder } from '../support/temp.js';

let root = '';
let watching: Watching | null = null;
beforeEach(() => {
  root = tempFolder('watch');
  mkdirSync(join(root, 'content'));
});
afterEach(async () => {
  await watching?.close();
});

async function watch(
  changed: (paths: readonly string[]) => void,
  more: Partial<WatchOptions> = {},
): Promise<void> {
  watching = watchSite(root, {
    names: ['content', 'urls.txt'],
    quietMs: 30,
    changed,
    slow: () => {},
    ...more,
  });
  await watching.ready;
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('watching', () => {
  it('tells of a save that follows another at once, while the first is being read', async () => {
    const file = join(root, 'content/a.md');
    writeFileSync(file, 'version 0');
    const read: string[] = [];
    await watch(() => {
      read.push(readFileSync(file, 'utf8'));
      // Editors save, format, and save again; the system's notice of the second is easily lost.
      if (read.length < 6) writeFileSync(file, `version ${read.length + 1}`);
    });
    writeFileSync(file, 'version 1');
    await until(() => read.at(-1) === 'version 6');
    expect(new Set(read).size).toBe(6);
  });

  it('tells of both names of a renamed file at once', async () => {
    writeFileSync(join(root, 'content/a.md'), 'text');
    const told: string[][] = [];
    await watch((paths) => told.push([...paths].sort()));
    renameSync(join(root, 'content/a.md'), join(root, 'content/b.md'));
    await until(() => told.flat().includes('content/a.md'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told).toEqual([['content/a.md', 'content/b.md']]);
  });

  const away = (): void => renameSync(join(root, 'content'), join(root, 'away'));
  const back = (): void => renameSync(join(root, 'away'), join(root, 'content'));

  it('goes on when a folder goes away and comes back, and tells of all that is in it', async () => {
    mkdirSync(join(root, 'content/news'));
    writeFileSync(join(root, 'content/news/a.md'), 'text');
    const told = new Set<string>();
    await watch((paths) => {
      for (const path of paths) told.add(path);
    });
    for (let round = 0; round < 3; round++) {
      told.clear();
      away();
      await until(() => told.has('content'));
      told.clear();
      back();
      await until(() => told.has('content/news/a.md'));
      told.clear();
      writeFileSync(join(root, 'content/news/a.md'), `version ${round}`);
      await until(() => told.has('content/news/a.md'));
    }
  });

  it('goes on when another folder takes the place of one at once', async () => {
    const told = new Set<string>();
    await watch((paths) => {
      for (const path of paths) told.add(path);
    });
    mkdirSync(join(root, 'other'));
    writeFileSync(join(root, 'other/b.md'), 'text');
    away();
    renameSync(join(root, 'other'), join(root, 'content'));
    await until(() => told.has('content/b.md'));
    told.clear();
    writeFileSync(join(root, 'content/b.md'), 'more text');
    await until(() => told.has('content/b.md'));
  });

  it('tells of a folder and a file that come later, and of each save of the file', async () => {
    rmSync(join(root, 'content'), { recursive: true });
    const told = new Set<string>();
    await watch((paths) => {
      for (const path of paths) told.add(path);
    });
    mkdirSync(join(root, 'content/news'), { recursive: true });
    writeFileSync(join(root, 'content/news/a.md'), 'text');
    await until(() => told.has('content/news/a.md'));
    writeFileSync(join(root, 'urls.txt'), '/a/\n');
    await until(() => told.has('urls.txt'));
    told.clear();
    writeFileSync(join(root, 'urls.txt'), '/a/\n/b/\n');
    await until(() => told.has('urls.txt'));
    told.clear();
    writeFileSync(join(root, 'other.txt'), '/a/\n');
    writeFileSync(join(root, 'urls.new'), '/c/\n');
    renameSync(join(root, 'urls.new'), join(root, 'urls.txt'));
    await until(() => told.has('urls.txt'));
    expect([...told]).toEqual(['urls.txt']);
  });

  it.each([
    ['of the root', [true]],
    ['of a folder', [false, true]],
  ])(
    'looks at files in turn where the system has no watcher %s left, and says so once',
    async (where, tried) => {
      const full = Object.assign(new Error('System limit for number of file watchers reached'), {
        code: 'ENOSPC',
      });
      const polls: boolean[] = [];
      let slow = 0;
      const told = new Set<string>();
      await watch(
        (paths) => {
          for (const path of paths) told.add(path);
        },
        {
          slow: () => {
            slow += 1;
          },
          system: {
            watch(place, options) {
              const watcher = chokidar(place, options);
              polls.push(options?.usePolling === true);
              if (where === 'of a folder' && options?.usePolling !== true)
                queueMicrotask(() => watcher.emit('error', full));
              return watcher;
            },
            watchFolder: () => {
              if (where === 'of the root') throw full;
              return { close: async () => {} };
            },
          },
        },
      );
      expect([slow, polls]).toEqual([1, tried]);
      writeFileSync(join(root, 'content/a.md'), 'text');
      await until(() => told.has('content/a.md'));
      away();
      await until(() => told.has('content'));
      told.clear();
      back();
      await until(() => told.has('content/a.md'));
    },
  );
});
