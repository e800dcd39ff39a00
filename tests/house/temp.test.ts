import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { newsroom } from '../support/site.js';
import { removeTempFolders, tempFolder } from '../support/temp.js';

const TESTS = join(import.meta.dirname, '..');

it('makes every folder for tests in one place, which removes them', () => {
  const others = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/support\/(?:temp|run-folder)\.ts$/.test(path))
    .filter((path) =>
      /\bmkdtemp|\btmpdir\b/.test(readFileSync(join(TESTS, path), 'utf8').replace(/\/\\b.*/g, '')),
    );
  expect(others).toEqual([]);
});

const site = newsroom();

it('makes newsrooms and other folders in the folder of the run, and leaves none behind', () => {
  const folder = tempFolder('house');
  for (const made of [site.root, folder])
    expect(made.startsWith(join(inject('runFolder'), 'dateline-'))).toBe(true);
  removeTempFolders();
  expect([site.root, folder].filter(existsSync)).toEqual([]);
});

// Made after the last test: what tidies up after every file must find this, or the run ends with an error that names it.
afterAll(() => {
  tempFolder('after-all');
});
