import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInMemory, launch, REPOSITORY, serve } from '../support/browser.js';

/** One page of each kind. */
const PAGES: readonly (readonly [string, string])[] = [
  ['home', '/'],
  ['article', '/2023/06/night-buses/'],
  ['related news', '/2023/06/night-buses/related/'],
  ['section', '/politics/'],
  ['nested section', '/world/europe/'],
  ['series', '/series/vjosa-law/'],
  ['archive', '/archive/'],
  ['year', '/2026/'],
  ['month', '/2026/11/'],
  ['authors', '/authors/'],
  ['standing page', '/about/'],
  ['corrections', '/corrections/'],
  ['search', '/search/?q=Vjosa'],
  ['missing page', '/404.html'],
];

let browser: Browser;
let tab: Page;
let site: Awaited<ReturnType<typeof serve>>;
let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  files = await buildInMemory(REPOSITORY);
  site = await serve(files);
  browser = await launch();
  tab = await browser.newPage();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Screen {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** Goes to a page; in one tab, since a new one would load all fonts of the machine again. Pages keep no state. */
async function visit<T>(path: string, screen: Screen, look: (page: Page) => Promise<T>): Promise<T> {
  await tab.setViewportSize({ width: screen.width ?? 1280, height: screen.height ?? 900 });
  await tab.emulateMedia({ colorScheme: screen.colorScheme ?? 'light' });
  await tab.goto(site.url + path);
  return look(tab);
}

describe('the demo newsroom in a browser', () => {
  it.each(PAGES)('has nothing that axe finds on the %s page, light and dark', async (_kind, path) => {
    const found = await visit(path, { colorScheme: 'light', width: 1280, height: 900 }, async (page) => {
      // Pages have no frames, so axe needs no second page to put results together in.
      const axe = () => new AxeBuilder({ page }).setLegacyMode(true);
      const light = await axe().analyze();
      // The dark page is the same document in other colours.
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await axe().withRules(['color-contrast', 'link-in-text-block']).analyze();
      return [...light.violations, ...dark.violations];
    });
    expect(found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });

  it.each(PAGES)('does not scroll sideways on the %s page, at 320 and 768 pixels', async (_kind, path) => {
    for (const width of [320, 768]) {
      const wide = await visit(path, { width, height: 800 }, (page) =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      );
      expect([width, wide]).toEqual([width, 0]);
    }
  });

  it('asks no other server for anything, on any kind of page', async () => {
    for (const [, path] of PAGES) {
      const foreign = await visit(path, {}, async (page) => {
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await page.reload({ waitUntil: 'networkidle' });
        page.removeAllListeners('request');
        return asked.filter((url) => !url.startsWith(site.url));
      });
      expect([path, foreign]).toEqual([path, []]);
    }
  });

  it('leads by the keyboard from the skip link to the text', async () => {
    const focused = await visit('/2023/06/night-buses/', {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      return page.evaluate(() => document.activeElement?.tagName);
    });
    expect(focused).toBe('MAIN');
  });

  it('links to nothing that is not there', () => {
    const missing = new Set<string>();
    for (const [name, content] of files) {
      if (!name.endsWith('.html')) continue;
      for (const [, target = ''] of new TextDecoder()
        .decode(content)
        .matchAll(/(?:href|src)="(\/[^"#?]*)/g)) {
        const path = decodeURIComponent(target).slice(1);
        if (!files.has(path === '' || path.endsWith('/') ? `${path}index.html` : path))
          missing.add(`${name}: ${target}`);
      }
    }
    expect([...missing]).toEqual([]);
  });

  it('works without script, and brings none', () => {
    for (const [name, content] of files) {
      if (name.endsWith('.html'))
        expect([
          name,
          new TextDecoder().decode(content).match(/<script(?! type="application\/ld\+json")/),
        ]).toEqual([name, null]);
    }
  });
});
