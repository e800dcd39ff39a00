import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPictureCache, scratchFolder } from '../../src/edges/pictures/cache.js';
import { contentHash } from '../../src/text/hash.js';
import { tempFolder } from '../support/temp.js';

const hashesIn = (record: unknown): string[] => (typeof record === 'string' ? [record] : []);
const put = (folder: string, text: string): string => {
  const cache = openPictureCache(folder, () => 0);
  const hash = contentHash(text);
  cache.putContent(hash, Buffer.from(text));
  cache.putRecord(`key of ${text}`, hash);
  cache.flush();
  return hash;
};

it('gives back what was put, of another process too, and nothing that is damaged', () => {
  const folder = tempFolder('pictures');
  const hash = put(folder, 'a picture');
  const again = openPictureCache(folder, () => 0);
  expect(again.record('key of a picture')).toBe(hash);
  expect(Buffer.from(again.content(hash) ?? []).toString()).toBe('a picture');
  writeFileSync(join(folder, hash.slice(0, 2), hash.slice(2)), 'a pictura');
  expect(again.content(hash)).toBeNull();
  writeFileSync(join(folder, 'index'), 'no table');
  expect(openPictureCache(folder, () => 0).record('key of a picture')).toBeNull();
});

it('lets go of what sixty builds have not used, and of leftovers that nobody is at work on', () => {
  const folder = tempFolder('pictures');
  const [used, old] = [put(folder, 'used'), put(folder, 'old')];
  const leftover = join(folder, used.slice(0, 2), 'leftover');
  const fresh = join(folder, used.slice(0, 2), 'fresh');
  for (const file of [leftover, fresh]) writeFileSync(file, 'x');
  utimesSync(leftover, 0, 0);
  for (const hash of [used, old]) utimesSync(join(folder, hash.slice(0, 2), hash.slice(2)), 0, 0);
  const build = (): void => {
    const cache = openPictureCache(folder, () => Date.now());
    cache.record('key of used');
    cache.prune(hashesIn);
  };
  for (let i = 0; i < 50; i++) build();
  expect(openPictureCache(folder, () => 0).content(old)).not.toBeNull();
  for (let i = 0; i < 20; i++) build();
  const after = openPictureCache(folder, () => 0);
  expect([after.record('key of old'), after.content(old)]).toEqual([null, null]);
  expect([after.record('key of used'), Buffer.from(after.content(used) ?? []).toString()]).toEqual([
    used,
    'used',
  ]);
  expect([existsSync(leftover), existsSync(fresh)]).toEqual([false, true]);
});

it('keeps what two that run at the same time have made', () => {
  const folder = tempFolder('pictures');
  const [one, two] = [openPictureCache(folder, () => 0), openPictureCache(folder, () => 0)];
  one.putRecord('a', 1);
  one.flush();
  two.putRecord('b', 2);
  two.flush();
  const after = openPictureCache(folder, () => 0);
  expect([after.record('a'), after.record('b')]).toEqual([1, 2]);
});

it('does without a folder that can’t be written', () => {
  const file = join(tempFolder('pictures'), 'file');
  writeFileSync(file, '');
  const cache = openPictureCache(join(file, 'cache'), () => 0);
  cache.putContent('0'.repeat(32), Buffer.from('x'));
  cache.putRecord('key', 1);
  cache.flush();
  expect([cache.record('key'), cache.content('0'.repeat(32))]).toEqual([1, Buffer.from('x')]);
  expect(existsSync(scratchFolder())).toBe(false);
});
