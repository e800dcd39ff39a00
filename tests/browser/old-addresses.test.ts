import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInMemory, closePages, openBrowser, serve } from '../support/browser.js';
import { article, newsroom, SITE_YAML } from '../support/site.js';

let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof serve>>;
let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  const { root } = newsroom({
    'content/site.yaml': SITE_YAML,
    'content/articles/storm.md': article(
      'title: Storm\ndate: 2026-11-01\naliases: ["/?p=123", "/index.php?view=article&id=5", "/?story=42"]',
    ),
    'content/articles/later.md': article('title: Later\ndate: 2027-03-01\naliases: ["/?p=124"]'),
  });
  files = await buildInMemory(root);
  site = await serve(files);
  browser = await openBrowser();
  page = await browser.newPage();
}, 120_000);

afterAll(async () => {
  await closePages();
  await site?.close();
});

const STORM = '/2026/11/storm/';

describe('an old address that differs behind its ? alone', () => {
  it.each([
    ['/?p=123', STORM],
    ['/?utm_source=letter&p=123', STORM],
    ['/?story=42#comments', STORM],
    ['/index.php?id=5&view=article', STORM],
    ['/?p=124', '/?p=124'],
    ['/?__proto__=x&constructor=y', '/?__proto__=x&constructor=y'],
    ['/index.php?id=6&view=article', '/index.php?id=6&view=article'],
  ])('%s leads to %s on a host of files', async (from, to) => {
    const faults: Error[] = [];
    page.removeAllListeners('pageerror').on('pageerror', (error) => faults.push(error));
    await page.goto(site.url + from);
    if (to === STORM) await page.waitForURL(site.url + to);
    else await page.waitForLoadState('networkidle');
    expect(page.url().slice(site.url.length)).toBe(to);
    expect(faults).toEqual([]);
  });

  it('without script shows the front page, or a page that leads on', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${site.url}/?p=123`);
    expect(await plain.locator('main a').count()).toBeGreaterThan(0);
    await plain.goto(`${site.url}/index.php?id=5&view=article`);
    expect(await plain.locator('main a').count()).toBeGreaterThan(1);
    await context.close();
  });

  it('is in no list before its article appears', () => {
    const lists = [...files].filter(([path]) => path.startsWith('_f/old/'));
    expect(lists.length).toBeGreaterThan(0);
    expect(lists.map(([, bytes]) => Buffer.from(bytes).toString()).join()).not.toContain('124');
  });
});
