import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundByAxe } from '../support/axe.js';
import { buildInMemory, closePages, openBrowser, serve } from '../support/browser.js';
import { article, newsroom } from '../support/site.js';

/** A paper in Arabic with stories in other languages, in several years, at an address with a folder. */
const SITE = `title: الرسالة
url: https://herald.example/news/
id: herald.example
language: ar
sections: [{ title: العالم, slug: world }, { title: رياضة, slug: sport }]
search:
  engine: "https://duckduckgo.com/?q={query}"
`;

const story = (date: string, title: string, more: string, text: string): string =>
  article(`title: ${JSON.stringify(title)}\ndate: ${date}\n${more}`, text);

const fill = Object.fromEntries(
  Array.from({ length: 24 }, (_, i) => [
    `content/articles/sport/race-${i}.md`,
    story(
      `2024-0${(i % 9) + 1}-1${i % 10}T08:00:00Z`,
      `Regatta ${i}`,
      'lang: en\nauthors: [Ana Çela]',
      'Boats passed the lighthouse.',
    ),
  ]),
);

const paper = newsroom({
  'content/site.yaml': SITE,
  'content/articles/world/flood.md': story(
    '2026-11-20T08:00:00Z',
    'فيضانات في المدينة القديمة',
    'authors: [ليلى حداد]',
    'ارتفعت المياه في الأحياء القديمة، وقال السكان إنهم لم يروا مثلها. ‎<b>أمثلة</b>',
  ),
  'content/articles/world/gjirokaster.md': story(
    '2025-05-02T08:00:00Z',
    'Pazari i Gjirokastrës hapet sërish',
    'lang: sq\nauthors: [Ana Çela]',
    'Në Gjirokastër tregtarët u kthyen pas dy vjetësh. Qyteti i gurtë i pret vizitorët.',
  ),
  'content/articles/world/quake.md': story(
    '2025-03-02T08:00:00Z',
    '北京发生地震',
    'lang: zh',
    '昨天夜里北京市发生轻微地震。',
  ),
  'content/articles/world/hotel.md': story(
    '2023-03-02T08:00:00Z',
    'Weekends in the harbour hotel',
    'lang: en\nkind: sponsored\nauthors: [Harbour Hotels]',
    'Rooms with a view.',
  ),
  ...fill,
});

let browser: Browser;
let tab: Page;
let site: Awaited<ReturnType<typeof serve>>;
const asked: string[] = [];

beforeAll(async () => {
  const files = await buildInMemory(paper.root);
  site = await serve(new Map([...files].map(([path, content]) => [`news/${path}`, content])));
  browser = await openBrowser();
  tab = await browser.newPage();
  tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
}, 120_000);

afterAll(async () => {
  await closePages();
  await site?.close();
});

const heads = (): Promise<string[]> => tab.locator('#dl-search-results h2').allTextContents();
/** Waits for a number of results, whichever digits the browser writes in Arabic. */
const settled = (count: number): Promise<void> =>
  tab
    .locator('[role=status]', {
      hasText: new RegExp(`: (?:${count}|${count.toLocaleString('ar-u-nu-arab')})$`),
    })
    .waitFor({ timeout: 10_000 });
const index = (): string[] => asked.filter((path) => path.endsWith('.json'));

describe('the search', () => {
  it('fetches nothing before the reader asks, then finds while the reader types', async () => {
    await tab.goto(`${site.url}/news/search/`);
    await tab.waitForLoadState('networkidle');
    expect(index()).toEqual([]);
    await tab.keyboard.press('Tab');
    await tab.locator('#dl-search-q').focus();
    await tab.keyboard.type('GJIROKASTER', { delay: 2 });
    await settled(1);
    expect(await heads()).toEqual([expect.stringContaining('Pazari i Gjirokastrës')]);
    expect(await tab.locator('#dl-search-results mark').first().textContent()).toBe('Gjirokastrës');
    expect(await tab.locator('#dl-search-results [data-part=title]').getAttribute('lang')).toBe('sq');
    expect(new URL(tab.url()).search).toBe('?q=GJIROKASTER');
    const link = tab.locator('#dl-search-results a');
    expect(await link.getAttribute('href')).toMatch(/^\/news\/2025\/05\/gjirokaster\/$/);
    expect(await tab.evaluate(() => document.documentElement.dir)).toBe('rtl');
  });

  it('finds words of Arabic and Chinese in the text as readers type them', async () => {
    for (const [query, title] of [
      ['الاحياء القديمه', 'فيضانات'],
      ['地震', '北京发生地震'],
      ['北京地震', '北京发生地震'],
    ] as const) {
      await tab.fill('#dl-search-q', query);
      await tab.keyboard.press('Enter');
      await settled(1);
      expect(await heads()).toEqual([expect.stringContaining(title)]);
    }
  });

  it('marks a result with its kind and section, so that what is paid for looks as it does on fronts', async () => {
    for (const [query, kind, section] of [
      ['weekends', 'kind-sponsored', '/world/'],
      ['gjirokaster', 'kind-news', '/world/'],
      ['regatta', 'kind-news', '/sport/'],
    ] as const) {
      await tab.fill('#dl-search-q', query);
      await tab.keyboard.press('Enter');
      await settled(query === 'regatta' ? 24 : 1);
      const first = tab.locator('#dl-search-results > li').first();
      expect(await first.getAttribute('class')).toBe(`card m ${kind}`);
      expect(await first.getAttribute('data-section')).toBe(section);
    }
    await tab.fill('#dl-search-q', 'weekends');
    await tab.keyboard.press('Enter');
    await settled(1);
    const ground = (selector: string): Promise<string> =>
      tab
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await ground('#dl-search-results > li')).not.toBe(await ground('body'));
  });

  it('chooses by section, year, author and language, and goes back and forth', async () => {
    await tab.fill('#dl-search-q', 'lighthouse');
    await tab.keyboard.press('Enter');
    await settled(24);
    expect(await heads()).toHaveLength(10);
    await tab.selectOption('[name=year]', '2025');
    await tab.locator('#dl-search-results h2').first().waitFor({ state: 'detached' });
    await tab.selectOption('[name=year]', '');
    await tab.selectOption('[name=section]', 'world');
    await tab.locator('#dl-search-results h2').first().waitFor({ state: 'detached' });
    await tab.goBack();
    await settled(24);
    expect(new URL(tab.url()).search).toBe('?q=lighthouse');
    await tab.fill('#dl-search-q', 'regatta gjirokaster');
    await tab.keyboard.press('Enter');
    await tab.locator('[role=status]', { hasText: 'لم يُعثر' }).waitFor();
    expect(await heads()).toEqual([]);
    await tab.fill('#dl-search-q', 'regatta');
    await tab.fill('[name=author]', 'cela ana');
    await tab.selectOption('[name=lang]', 'en');
    await settled(24);
    expect(new URL(tab.url()).search).toContain('author=ana-%C3%A7ela');
    await tab.reload();
    await settled(24);
    expect(await tab.inputValue('[name=author]')).toBe('Ana Çela');
  });

  it('shows more by the keyboard, and goes on from the first of them', async () => {
    await tab.locator('#dl-search-more').focus();
    await tab.keyboard.press('Enter');
    await tab.locator('#dl-search-results li:nth-child(20)').waitFor();
    const place = await tab.evaluate(() => {
      const item = document.activeElement?.closest('li');
      return item === undefined || item === null
        ? -1
        : [...(item.parentElement?.children ?? [])].indexOf(item);
    });
    expect(place).toBe(10);
  });

  it('puts what fits best first where that is asked for', async () => {
    await tab.goto(`${site.url}/news/search/?q=regatta+7&sort=best`);
    await settled(1);
    expect(await heads()).toEqual([expect.stringContaining('Regatta 7')]);
  });

  it('has nothing that axe finds, with results, from right to left, light and dark', async () => {
    expect(await foundByAxe(tab)).toEqual([]);
    await tab.emulateMedia({ colorScheme: 'light' });
  });

  it('says so where the index can’t be reached', async () => {
    await tab.route('**/*.json*', (route) => route.abort());
    await tab.goto(`${site.url}/news/search/?q=boats`);
    await tab.locator('[role=status]', { hasText: 'يتعذر' }).waitFor();
    await tab.unroute('**/*.json*');
    await tab.locator('#dl-search-q').press('Enter');
    await settled(24);
  });

  it('shows what is found at once, and asks before it looks far back', async () => {
    const periods = Array.from({ length: 50 }, (_, i) => [`${2050 - i}`, 1000, 1, 'x']);
    const asked: string[] = [];
    await tab.route('**/search/**/*.json*', async (route) => {
      const [, name = '', file = ''] = /search\/(?:(\d+)\/)?(\w+)\.json/.exec(route.request().url()) ?? [];
      asked.push(name);
      // One story has the word in the newest period, one in the oldest.
      if (file === 'periods') return route.fulfill({ json: { cards: 2000, periods } });
      if (file === 'w0') return route.fulfill({ json: ['2050', '2001'].includes(name) ? { lamp: '#' } : {} });
      return route.fulfill({ json: [[`/${name}/`, `Lamp of ${name}`, `${name}-05-27`, '', '', [], '', '']] });
    });
    const [titles, more] = [tab.locator('#dl-search-results .title'), tab.locator('#dl-search-more')];
    await tab.goto(`${site.url}/news/search/?q=lamp`);
    await more.waitFor();
    expect(await titles.allInnerTexts()).toEqual([expect.stringContaining('Lamp of 2050')]);
    expect(asked).not.toContain('2020');
    for (let looks = 0; looks < 10 && (await more.isVisible()); looks++) {
      await more.click();
      await tab.waitForFunction(
        () => !document.querySelector<HTMLButtonElement>('#dl-search-more')?.disabled,
      );
    }
    expect(await titles.allInnerTexts()).toHaveLength(2);
    expect(asked).toContain('2001');

    // A word of nowhere: the button says what it does, and keeps the focus.
    await tab.goto(`${site.url}/news/search/?q=nowhere`);
    await more.waitFor();
    const text = (await more.textContent())?.trim();
    await more.press('Enter');
    await tab.waitForFunction(() => !document.querySelector<HTMLButtonElement>('#dl-search-more')?.disabled);
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('dl-search-more');
    expect(text).toBe('ابحث في الأخبار الأقدم');
    await tab.unroute('**/search/**/*.json*');
  });

  it('is asked by the form of every page; without script the page says what to do', async () => {
    await tab.setViewportSize({ width: 1280, height: 900 });
    await tab.goto(`${site.url}/news/`);
    await tab.fill('#dl-ask', 'regatta');
    await tab.keyboard.press('Enter');
    await settled(24);
    expect(new URL(tab.url()).pathname).toBe('/news/search/');

    const bare = await browser.newPage({ javaScriptEnabled: false });
    await bare.goto(`${site.url}/news/search/?q=regatta`);
    const words = bare.locator('.search-without');
    expect(await words.isVisible()).toBe(true);
    expect(await bare.locator('#dl-search').isVisible()).toBe(false);
    expect(
      await words.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual([
      'https://duckduckgo.com/?q=site%3Aherald.example%2Fnews',
      '/news/archive/',
      '/news/world/',
      '/news/sport/',
    ]);
    await bare.close();
  });
});
