import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Watching, watchFolders } from '../../src/edges/watch.js';

let root = '';
let watching: Watching | null = null;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-watch-'));
});
afterEach(async () => {
  await watching?.close();
  rmSync(root, { recursive: true, force: true });
});

async function watch(changed: (paths: readonly string[]) => void): Promise<void> {
  watching = watchFolders(root, { folders: ['.'], quietMs: 30, changed, slow: () => {} });
  await watching.ready;
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('watching', () => {
  it('tells of a save that follows another at once, while the first is being read', async () => {
    const file = join(root, 'a.md');
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
    writeFileSync(join(root, 'a.md'), 'text');
    const told: string[][] = [];
    await watch((paths) => told.push([...paths].sort()));
    renameSync(join(root, 'a.md'), join(root, 'b.md'));
    await until(() => told.flat().includes('a.md'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told).toEqual([['a.md', 'b.md']]);
  });
});
