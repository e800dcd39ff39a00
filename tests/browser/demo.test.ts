import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundByAxe } from '../support/axe.js';
import { builtDemo, closePages, openBrowser, serve } from '../support/browser.js';

/** One page of each kind. */
const PAGES: readonly (readonly [string, string])[] = [
  ['home', '/'],
  ['article', '/2026/11/cinema-clirimi/'],
  ['live', '/2026/11/storm-live/'],
  ['opinion', '/2026/11/velaj-queue/'],
  ['paid', '/2026/11/sponsored-winter-walks/'],
  ['related news', '/2023/06/night-buses/related/'],
  ['section', '/politics/'],
  ['nested section', '/world/europe/'],
  ['series', '/series/vjosa-law/'],
  ['author', '/authors/lindita-como/'],
  ['tag', '/tags/vjosa/'],
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
  files = await builtDemo();
  site = await serve(files);
  browser = await openBrowser();
  tab = await browser.newPage();
}, 120_000);

afterAll(async () => {
  await closePages();
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

/** How far things move on a page while it loads and while a reader goes down to its end. */
function shifts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let sum = 0;
    const count = (entries: PerformanceEntryList): void => {
      for (const entry of entries) sum += Number(Reflect.get(entry, 'value'));
    };
    const observer = new PerformanceObserver((list) => count(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    await document.fonts.ready;
    // Pieces that come by themselves are there before anybody has read as far as them.
    const pieces = [...document.querySelectorAll('[data-fragment]')].map(
      (piece) => new URL(piece.getAttribute('data-fragment') ?? '', location.href).href,
    );
    while (pieces.some((url) => performance.getEntriesByName(url).length === 0))
      await new Promise((resolve) => setTimeout(resolve, 5));
    // What a search finds, or its button for more, is part of the page.
    const found = () => location.search === '' || document.querySelector('#dl-search-results li') !== null;
    while (!found()) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 20));
    // No reader goes down in the very frame in which a piece comes in: it has been drawn by then.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    // What is found by a search grows below the reader, who has not gone there before.
    if (location.search === '') window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
    count(observer.takeRecords());
    return sum;
  });
}

describe('the demo newsroom in a browser', () => {
  it('asks no other server for anything and shifts nothing while it loads, on any kind of page', async () => {
    for (const [, path] of PAGES) {
      const asked: string[] = [];
      tab.on('request', (request) => asked.push(request.url()));
      const moved = await visit(path, { width: 360, height: 740 }, shifts);
      tab.removeAllListeners('request');
      expect([path, moved, asked.filter((url) => !url.startsWith(site.url))]).toEqual([path, 0, []]);
    }
  });

  // One visit for both: loading a page costs as much as a question.
  it.each(PAGES)(
    'does not scroll sideways on the %s page, at 320 and 768 pixels, and axe finds nothing, light and dark',
    async (_kind, path) => {
      await visit(path, { width: 320, height: 800 }, async (page) => {
        for (const width of [320, 768]) {
          await page.setViewportSize({ width, height: 800 });
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect([width, wide]).toEqual([width, 0]);
        }
        await page.setViewportSize({ width: 1280, height: 900 });
        expect(await foundByAxe(page)).toEqual([]);
      });
    },
  );

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

  it('reaches every link and button of a page by the keyboard, with a ring that can be seen', async () => {
    for (const path of ['/2026/11/storm-live/']) {
      const found = await visit(path, {}, async (page) => {
        const all = await page.locator('a[href]:visible, button:visible, summary:visible').count();
        const seen = new Set<string>();
        let ringless = 0;
        for (let i = 0; i < all + 10; i += 1) {
          await page.keyboard.press('Tab');
          const stop = await page.evaluate(() => {
            const element = document.activeElement;
            if (!(element instanceof HTMLElement) || element === document.body) return null;
            const ring = (pseudo?: string): boolean =>
              getComputedStyle(element, pseudo).outlineStyle === 'solid';
            element.dataset.stop ??= String(performance.now());
            return { id: element.dataset.stop, ring: ring() || ring('::after') };
          });
          if (stop === null) break;
          seen.add(stop.id);
          if (!stop.ring) ringless += 1;
        }
        return { missed: Math.max(0, all - seen.size), ringless };
      });
      expect([path, found]).toEqual([path, { missed: 0, ringless: 0 }]);
    }
  });

  it('copies the address of an article, and has no button without script', async () => {
    const path = '/2023/06/night-buses/';
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(site.url + path);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Link copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `https://tirana-ledger.example${path}`,
    );
    await context.close();
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(site.url + path);
    expect(await still.getByRole('button').count()).toBe(0);
    expect(
      await still.getByRole('navigation', { name: 'Sections' }).getByRole('link').count(),
    ).toBeGreaterThan(5);
    await plain.close();
  });

  it('marks in a live report what the reader had not seen', async () => {
    const path = '/2026/11/storm-live/';
    const marks = await visit(path, {}, async (page) => {
      const first = await page.locator('.seen-before').count();
      const older = await page.locator('.post').nth(2).getAttribute('id');
      await page.evaluate(([key, id]) => localStorage.setItem(key ?? '', id ?? ''), [`live ${path}`, older]);
      await page.reload();
      const above = await page.locator('.seen-before ~ .post').count();
      const all = await page.locator('.post').count();
      await page.evaluate(() => localStorage.clear());
      return [first, all - above];
    });
    expect(marks).toEqual([0, 2]);
  });

  it('sets headlines in its own face, of which it loads no more than the page needs', async () => {
    const fonts = await visit('/2026/11/cinema-clirimi/', {}, async (page) => {
      await page.evaluate(() => document.fonts.ready);
      return page.evaluate(() => ({
        loaded: performance
          .getEntriesByType('resource')
          .map(({ name }) => name.replace(/^.*\/|\.[\da-f]{8}(?=\.)/g, ''))
          .filter((name) => name.endsWith('.woff2')),
        used: document.fonts.check('700 40px "Source Serif 4"'),
      }));
    });
    expect(fonts).toEqual({ loaded: ['source-serif-4-latin-700.woff2'], used: true });
  });

  it('runs no script in its pages but the theme’s own files, which come last', () => {
    for (const [name, content] of files) {
      if (name.endsWith('.html'))
        expect([
          name,
          new TextDecoder()
            .decode(content)
            .replace(/<script src="[^"]*\/assets\/[^"]+"[^>]* defer>/g, '')
            .match(/<script(?! type="application\/ld\+json")/),
        ]).toEqual([name, null]);
    }
  });
});
