import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundByAxe } from '../support/axe.js';
import { buildInMemory, closePages, openBrowser, REPOSITORY, serve } from '../support/browser.js';
import { tempFolder } from '../support/temp.js';

/** The newsroom in Arabic, with the pictures of the demo. */
const root = tempFolder('arabic');

let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  cpSync(join(REPOSITORY, 'tests/arabic'), root, { recursive: true });
  cpSync(join(REPOSITORY, 'content/media'), join(root, 'content/media'), { recursive: true });
  site = await serve(await buildInMemory(root));
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
}, 120_000);

afterAll(async () => {
  await closePages();
  await site?.close();
});

describe('a newsroom that is read from right to left', () => {
  it.each(['/', '/2026/11/harbour/', '/2026/11/storm/', '/politics/'])(
    'has nothing that axe finds at %s, light and dark, and does not scroll sideways at 320 pixels',
    async (path) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(site.url + path);
      expect(await foundByAxe(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBe(0);
    },
  );

  it('mirrors the front, the rail of an article and thumbs, and sets headlines in an Arabic face', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const x = async (selector: string): Promise<number> =>
      (await page.locator(selector).first().boundingBox())?.x ?? Number.NaN;
    await page.goto(`${site.url}/`);
    expect(await x('.top > .side')).toBeGreaterThan(await x('.top > .lead'));
    expect(await x('.top > .lead')).toBeGreaterThan(await x('.top > .opinion'));
    await page.goto(`${site.url}/2026/11/harbour/`);
    expect(await x('.rail')).toBeGreaterThan(await x('.story > .text'));
    const face = await page.evaluate(async () => {
      await document.fonts.ready;
      return performance
        .getEntriesByType('resource')
        .map(({ name }) => name.replace(/^.*\/|\.[\da-f]{8}(?=\.)/g, ''))
        .filter((name) => name.endsWith('.woff2'));
    });
    expect(face).toEqual(['vazirmatn-arabic-700.woff2']);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${site.url}/`);
    expect(await x('.grid .pic')).toBeLessThan(await x('.grid .words'));
  });
});
