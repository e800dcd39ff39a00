import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closePages, openBrowser } from '../support/browser.js';
import { article, newsroom, type TestSite } from '../support/site.js';
import { dev, stopAll } from './support.js';

let tab: Page;
beforeAll(async () => {
  tab = await (await openBrowser()).newPage();
}, 120_000);
afterAll(closePages);
afterEach(stopAll);

const LONG = Array.from({ length: 80 }, (_, n) => `Paragraph ${n} of the harbour.`).join('\n\n');
const STORY = article('title: Port reopens\ndate: 2026-11-20', LONG);
const paper = (): TestSite =>
  newsroom({
    'content/articles/port.md': STORY,
    'templates/assets/own.css': 'article h1{color:rgb(1, 2, 3)}',
    'templates/article.njk': `{% extends "@theme/article.njk" %}{% block meta %}{{ super() }}<link rel="stylesheet" href="{{ asset('own.css') }}">{% endblock %}`,
  });
const colour = (): Promise<string> =>
  tab.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).color);

/** Goes down the page, when fonts don't move its lines any more. */
async function goDown(pixels: number): Promise<void> {
  await tab.evaluate(async () => {
    // Only a page that was drawn has asked for its fonts.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await document.fonts.ready;
  });
  await tab.evaluate((top) => scrollTo(0, top), pixels);
}
/** Where a paragraph in the middle of the text stands on the screen. */
const place = (): Promise<number> =>
  tab.evaluate(() =>
    Math.round(document.querySelectorAll('article p')[20]?.getBoundingClientRect().top ?? 0),
  );

describe('a page of dev in a browser', () => {
  it('takes another style sheet without loading again', async () => {
    const site = paper();
    const { url } = await dev(site);
    await tab.goto(`${url}2026/11/port/`);
    expect(await colour()).toBe('rgb(1, 2, 3)');
    await tab.evaluate(() => {
      document.title = 'not loaded again';
    });
    await goDown(400);
    const before = await place();
    site.write({ 'templates/assets/own.css': 'article h1{color:rgb(4, 5, 6)}' });
    await tab.waitForFunction(
      () => getComputedStyle(document.querySelector('h1') ?? document.body).color === 'rgb(4, 5, 6)',
    );
    expect(await tab.title()).toBe('not loaded again');
    expect(await place()).toBe(before);
  });

  it('keeps its place when it loads again after a save', async () => {
    const site = paper();
    const { url } = await dev(site);
    await tab.goto(`${url}2026/11/port/`);
    await goDown(700);
    const before = await place();
    site.write({ 'content/articles/port.md': STORY.replace('Port reopens', 'Port is open') });
    await tab.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('Port is open'));
    await tab.waitForFunction(() => scrollY > 0);
    await expect.poll(place, { timeout: 20_000 }).toBe(before);
  });

  it('notes warnings of the file over its page, beside nothing else, until they are mended', async () => {
    const site = paper();
    const { url } = await dev(site);
    await tab.goto(`${url}2026/11/port/`);
    expect(await tab.$('#dateline-note')).toBeNull();
    site.write({ 'content/articles/port.md': `${STORY}\n![The quay](quay.jpg)\n` });
    await tab.waitForSelector('#dateline-note');
    expect(await tab.textContent('#dateline-note summary')).toBe('1 warning in content/articles/port.md');
    const note = await tab.$eval('#dateline-note', (found) => found.getBoundingClientRect().bottom);
    expect(await tab.$eval('header', (found) => found.getBoundingClientRect().top)).toBeGreaterThanOrEqual(
      note,
    );
    expect(await tab.isVisible('#dateline-note pre')).toBe(false);
    await tab.click('#dateline-note summary');
    expect(await tab.textContent('#dateline-note pre')).toContain('quay.jpg');
    expect(await tab.getAttribute('#dateline-note pre a', 'href')).toContain('/content/articles/port.md:');
    await tab.goto(url);
    expect(await tab.$('#dateline-note')).toBeNull();
    await tab.goto(`${url}2026/11/port/`);
    site.write({ 'content/articles/port.md': STORY });
    await tab.waitForSelector('#dateline-note', { state: 'detached' });
  });

  it('shows the overlay with a link to the editor, and lets it go with the cure', async () => {
    const site = paper();
    const { url } = await dev(site);
    await tab.goto(`${url}2026/11/port/`);
    site.write({ 'content/articles/port.md': STORY.replace('2026-11-20', '2026-13-20') });
    await tab.waitForSelector('dialog[open]#dateline-problems');
    expect(await tab.getAttribute('#dateline-problems a', 'href')).toBe(
      `vscode://file${site.root}/content/articles/port.md:3:7`,
    );
    site.write({ 'content/articles/port.md': STORY });
    await tab.waitForFunction(() => document.querySelector('#dateline-problems') === null);
  });

  it('stays at another time when a link is followed, until it is led back', async () => {
    const site = newsroom({
      'content/articles/port.md': STORY,
      'content/articles/soon.md': article('title: Soon\ndate: 2026-12-24 08:00'),
    });
    const { url } = await dev(site);
    await tab.goto(`${url}?now=2026-12-25T08:00:00Z`);
    await tab.click('a[href="/2026/12/soon/"]');
    await tab.waitForURL('**/2026/12/soon/');
    expect(await tab.textContent('#dateline-time')).toContain('2026-12-25 08:00 UTC');
    expect(await tab.$('.badge')).toBeNull();
    const bar = await tab.$eval('#dateline-time', (found) => found.getBoundingClientRect().bottom);
    const masthead = await tab.$eval('header', (found) => found.getBoundingClientRect().top);
    expect(masthead).toBeGreaterThanOrEqual(bar);
    await tab.click('#dateline-time a');
    await tab.waitForFunction(() => document.querySelector('.badge') !== null);
    expect(await tab.$('#dateline-time')).toBeNull();
  });
});
