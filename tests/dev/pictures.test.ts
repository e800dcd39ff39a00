import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { type Edition, NO_EDITION } from '../../src/dev/edition.js';
import { createSession } from '../../src/dev/session.js';
import { copied } from '../../src/edges/files/copied.js';
import { createFiles } from '../../src/edges/files/index.js';
import { openPictureCache } from '../../src/edges/pictures/cache.js';
import { createPictureSizes } from '../../src/edges/pictures/index.js';
import { createPicturesLater } from '../../src/edges/pictures/later.js';
import { createPictureMaker } from '../../src/edges/pictures/maker.js';
import { openWarmStore } from '../../src/edges/store/index.js';
import { createTemplateSource } from '../../src/edges/theme.js';
import type { Problem } from '../../src/model/problem.js';
import { article, NOW, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const photograph = (width: number, background: string): Promise<Buffer> =>
  sharp({ create: { width, height: 60, channels: 3, background } })
    .withExif({ IFD0: { Model: 'Secret camera' } })
    .jpeg()
    .toBuffer();

/** `dev` with all that it knows of pictures, without a server. */
function start(site: TestSite) {
  const store = openWarmStore({ folder: null, version: '' });
  const files = createFiles(site.root);
  const cache = openPictureCache(join(site.root, '.dateline/cache/pictures'), () => Date.now());
  const pictures = createPicturesLater({
    root: site.root,
    cache,
    files,
    stopwatch: () => performance.now(),
    wake: () => void session.pictured(),
  });
  const fileAt = copied(site.root);
  let edition: Edition = NO_EDITION;
  let problems: readonly Problem[] = [];
  const whole: boolean[] = [];
  const session = createSession({
    clock: () => NOW,
    ports: {
      files,
      pictures: createPictureSizes(site.root),
      variants: pictures,
      templates: createTemplateSource(site.root),
      store,
      reporter: { stage() {}, tick() {} },
      stopwatch: () => 0,
      fileAt(source) {
        pictures.shown(source);
        return fileAt(source);
      },
    },
    server: {
      async show(next) {
        edition = next;
      },
    },
    link: () => null,
    pictures,
    quietMs: 10,
    shown(result) {
      problems = result.problems;
      whole.push(result.whole);
    },
    failed: (error) => {
      throw error;
    },
  });
  const bytes = async (path: string): Promise<Buffer | null> => {
    const found = await edition.content(path);
    return found === null || 'problem' in found ? null : Buffer.from(found.content);
  };
  return {
    session,
    whole,
    bytes,
    page: async (path: string): Promise<string> => String(await bytes(path)),
    told: () => problems.map(({ file, line, code }) => `${file}:${line} ${code}`),
  };
}

it('shows pictures as they are at once, tells what is wrong with one, and makes those that somebody was shown', async () => {
  const whole = await photograph(240, '#a00');
  const story = (more = ''): string =>
    article('title: A\ndate: 2026-11-20\nimage: red.jpg', `![One](half.jpg)\n\n![Two](green.jpg)${more}`);
  const site = newsroom({
    'content/site.yaml': `${SITE_YAML}pictures: { widths: [60, 120] }\n`,
    'content/articles/a.md': story(),
    'content/media/red.jpg': whole,
    'content/media/green.jpg': await photograph(200, '#0a0'),
    'content/media/half.jpg': whole.subarray(0, whole.length / 2),
  });
  const { session, bytes, page, told, whole: read } = start(site);
  const url = '2026/11/a/index.html';
  await session.changed([]);
  expect(told()).toEqual([]);
  expect(await page(url)).toContain('src="/media/half.jpg"');

  await session.pictured();
  expect(told()).toEqual(['content/articles/a.md:7 broken-picture']);
  expect(await page(url)).not.toContain('half.jpg');
  expect(await page(url)).toContain('<img src="/media/red.jpg"');

  // A browser asks for one of the two, and gets what a build would publish of it.
  expect((await bytes('media/red.jpg'))?.includes('Secret camera')).toBe(false);
  await session.pictured();
  const made = await page(url);
  expect(made).toMatch(/type="image\/avif" srcset="\/media\/red\.[\da-f]{8}\.60\.avif 60w/);
  expect(made).toContain('<img src="/media/green.jpg"');
  await bytes('media/green.jpg');
  await session.pictured();

  // Readers get the same, page for page and picture for picture.
  const cache = openPictureCache(join(site.root, '.dateline/cache/pictures'), () => Date.now());
  await site.build({ variants: createPictureMaker({ root: site.root, cache, does: 'make' }) });
  for (const [path, content] of site.published())
    expect((await bytes(path))?.toString('latin1'), path).toBe(content);

  // A save of the words alone reads that file alone, as before; a picture that is mended is shown.
  site.write({ 'content/articles/a.md': story(' More.') });
  await session.changed(['content/articles/a.md']);
  expect(read.at(-1)).toBe(false);
  expect(await page(url)).toContain('More.');
  site.write({ 'content/media/half.jpg': whole });
  await session.changed(['content/media/half.jpg']);
  expect(await page(url)).toContain('src="/media/half.jpg"');
  await session.pictured();
  expect(told()).toEqual([]);
  // One that comes into a text is looked at, too.
  site.write({
    'content/articles/a.md': story('\n\n![Three](page.jpg)'),
    'content/media/page.jpg': '<!doctype html>',
  });
  await session.changed(['content/articles/a.md', 'content/media/page.jpg']);
  await session.pictured();
  expect(told()).toEqual(['content/articles/a.md:11 broken-picture']);
  await session.end();
}, 30_000);
