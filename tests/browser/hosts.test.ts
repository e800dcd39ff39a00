import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInMemory, closePages, openBrowser, serve } from '../support/browser.js';
import { NGINX, startNginx } from '../support/nginx.js';
import { article, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const YAML = `${SITE_YAML}theme: { brand: { red: "#00558c" } }\nslots: { after-lead: 250 }\n`;
const text = Array.from({ length: 30 }, (_, i) => `Paragraph ${i} of the report from the quay.`).join('\n\n');
const FILES = {
  'content/articles/storm.md': article('title: Storm\ndate: 2026-11-24 08:00\nbreaking: true', text),
  'content/articles/a.md': article('title: A\ndate: 2026-11-01', text),
  'templates/slots/after-lead.njk':
    '<script>document.currentScript.parentElement.dataset.ad = "here"</script>',
};

let browser: Browser;
let site: TestSite;

beforeAll(async () => {
  site = newsroom(FILES);
  browser = await openBrowser();
}, 120_000);
afterAll(closePages);

/** Opens a page and notes what its policy refuses and what moves. */
async function open(
  url: string,
): Promise<{ readonly page: Page; watched(): Promise<{ refused: string[]; moved: number }> }> {
  const page = await browser.newPage({ viewport: { width: 400, height: 800 } });
  await page.addInitScript(() => {
    const seen = { refused: [] as string[], moved: 0 };
    Object.assign(globalThis, { seen });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      seen.refused.push(`${violatedDirective} ${blockedURI}`),
    );
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) seen.moved += Number(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  return { page, watched: () => page.evaluate(() => Reflect.get(globalThis, 'seen')) };
}

/** A page does what it should under its policy, and what is put into it from outside does not run. */
async function expectStrict(
  page: Page,
  watched: () => Promise<{ refused: string[]; moved: number }>,
): Promise<void> {
  expect(await watched()).toEqual({ refused: [], moved: 0 });
  const own = await page.evaluate(() => ({
    ad: document.querySelector('.slot')?.getAttribute('data-ad'),
    red: getComputedStyle(document.documentElement).getPropertyValue('--red'),
    room: document.querySelector('.slot')?.clientHeight,
  }));
  expect(own).toEqual({ ad: 'here', red: '#00558c', room: 250 });
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="document.title = \'taken\'">');
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken"';
    document.body.append(script);
  });
  await page.waitForTimeout(50);
  expect(await page.title()).not.toBe('taken');
  expect((await watched()).refused.length).toBeGreaterThan(0);
}

const bar = (page: Page): Promise<{ text: string | null | undefined; place: string }> =>
  page.evaluate(() => {
    const found = document.querySelector<HTMLElement>('.breaking-bar');
    return { text: found?.textContent, place: found === null ? '' : getComputedStyle(found).position };
  });

describe('a site on a host of files', () => {
  it('has its policy in its pages, and fragments by a script that moves nothing', async () => {
    site.write({ 'content/site.yaml': YAML });
    const host = await serve(await buildInMemory(site.root));
    const { page, watched } = await open(`${host.url}/2026/11/a/`);
    await page.waitForSelector('.latest-box', { state: 'attached' });
    expect(await bar(page)).toEqual({ text: expect.stringContaining('Storm'), place: 'fixed' });
    expect(await page.locator('.latest-box a[href="/2026/11/a/"]').count()).toBe(0);
    await expectStrict(page, watched);
    await page.close();

    // The breaking story does not tell its readers of itself; without script a page is whole.
    const own = await open(`${host.url}/2026/11/storm/`);
    expect((await bar(own.page)).place).toBe('');
    await own.page.close();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${host.url}/2026/11/a/`);
    expect(await plain.locator('.fragment:visible').count()).toBe(0);
    await context.close();
    await host.close();
  });
});

describe.skipIf(NGINX === undefined)('a site behind nginx', () => {
  it('gets its headers and fragments from the server', async () => {
    site.write({ 'content/site.yaml': `${YAML}redirects: [html, nginx]\nfragments: ssi\n` });
    const { serverFiles } = await site.build();
    const host = await startNginx(site.root, serverFiles);
    try {
      const answer = await fetch(`${host.url}/2026/11/a/`);
      const html = await answer.text();
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toBe(null);
      const [style = ''] = /\/assets\/dateline\.[\da-f]{8}\.css/.exec(html) ?? [];
      const kept = await fetch(host.url + style);
      expect([kept.status, kept.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      const gone = await fetch(`${host.url}/assets/dateline.00000000.css`);
      expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, null]);
      expect(gone.headers.get('content-security-policy')).not.toBe(null);

      const { page, watched } = await open(`${host.url}/2026/11/a/`);
      expect(await bar(page)).toEqual({ text: expect.stringContaining('Storm'), place: 'static' });
      expect(await page.locator('.latest-box li').count()).toBe(2);
      await expectStrict(page, watched);
      await page.close();
    } finally {
      await host.close();
    }
  });
});
