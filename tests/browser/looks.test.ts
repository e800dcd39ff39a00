import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInMemory, closePages, openBrowser, serve } from '../support/browser.js';
import { article, newsroom, SITE_YAML } from '../support/site.js';

let browser: Browser;
let tab: Page;
let site: Awaited<ReturnType<typeof serve>>;

const FITS = `| Courts | Open cases | A year ago | Median wait |
| --- | ---: | ---: | ---: |
| First instance, administrative | 38,910 | 52,300 | 11 |`;
const GOES_ON = `| Administration | Administration | Administration | Administration |
| --- | ---: | ---: | ---: |
| First instance | 38,910 | 52,300 | 11 |`;

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="9" height="9"/></svg>';

beforeAll(async () => {
  const { root } = newsroom({
    'content/site.yaml': `${SITE_YAML}tagline: An independent daily\n`,
    'content/authors/mira.md': '---\ntitle: Mira Kodra\nrole: Reporter for the courts\n---\n',
    'content/media/court.svg': PICTURE,
    'content/pages/about.md': '---\ntitle: About\n---\n\n## One\n\n## Two\n\n## Three\n',
    'content/articles/courts.md': article(
      'image: /media/court.svg\ntitle: Assembly votes for tributaries\ndate: 2026-11-05 10:20\nauthors: [mira]\nsection: country',
      `${FITS}\n\nThen:\n\n${GOES_ON}`,
    ),
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((n) => [
        `content/articles/story-${n}.md`,
        article(`title: Story ${n}\ndate: 2026-11-0${(n % 3) + 1} 10:2${n}\nsection: country\ntags: [Port]`),
      ]),
    ),
  });
  site = await serve(await buildInMemory(root));
  browser = await openBrowser();
  // Tests put styles of their own into pages, which their policy refuses.
  tab = await browser.newPage({ bypassCSP: true });
}, 120_000);

afterAll(async () => {
  await closePages();
  await site?.close();
});

async function visit(path: string, width: number, rootSize = 16): Promise<Page> {
  await tab.setViewportSize({ width, height: 800 });
  await tab.goto(site.url + path);
  await tab.addStyleTag({ content: `html { font-size: ${rootSize}px }` });
  return tab;
}

/** Boxes of all elements that a selector finds. */
const boxes = (selector: string): Promise<{ x: number; y: number; width: number; bottom: number }[]> =>
  tab.locator(selector).evaluateAll((found) =>
    found.map((element) => {
      const { x, y, width, bottom } = element.getBoundingClientRect();
      return { x, y, width, bottom };
    }),
  );

describe('the theme in a browser', () => {
  it('shows a table of four columns whole on a phone, and marks one that goes on', async () => {
    const page = await visit('/2026/11/courts/', 360);
    const tables = await page.locator('.table').evaluateAll((found) =>
      found.map((table) => ({
        hidden: table.scrollWidth - table.clientWidth,
        cue: getComputedStyle(table).backgroundImage,
      })),
    );
    expect(tables.map(({ hidden }) => hidden > 0)).toEqual([false, true]);
    expect(tables[1]?.cue).toContain('radial-gradient');
  });

  it('gives the last card of an odd list the width of the others', async () => {
    for (const path of ['/country/', '/tags/port/']) {
      await visit(path, 1280);
      const cards = await boxes('.river li');
      expect(cards.length).toBeGreaterThan(1);
      expect(new Set(cards.map(({ width }) => width)).size).toBe(1);
    }
  });

  it('prints nothing over names where letters are twice as large', async () => {
    const page = await visit('/', 360, 32);
    const order = async (over: string, below: string): Promise<void> => {
      const [above] = await boxes(over);
      const [under] = await boxes(below);
      expect(under?.y).toBeGreaterThanOrEqual((above?.bottom ?? Number.NaN) - 1);
    };
    await order('.masthead .name a', '.tagline');
    await page.goto(`${site.url}/2026/11/courts/`);
    await page.addStyleTag({ content: 'html { font-size: 32px }' });
    await order('.byline a', '.byline .role');
  });

  it('breaks no word of a headline and scrolls no page sideways where letters are twice as large', async () => {
    for (const path of ['/', '/2026/11/courts/', '/authors/mira/']) {
      const page = await visit(path, 360, 32);
      const found = await page.evaluate(() => ({
        room: document.documentElement.clientWidth,
        width: document.documentElement.scrollWidth,
        broken: [...document.querySelectorAll('main :is(h1, h2, h3) a, main h1')].flatMap((element) => {
          const text = element.firstChild;
          if (!(text instanceof Text)) return [];
          return [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            return new Set([...range.getClientRects()].map(({ y }) => Math.round(y))).size > 1 ? [word] : [];
          });
        }),
      }));
      expect([path, found]).toEqual([path, { room: 360, width: 360, broken: [] }]);
    }
  });

  it('lets a thumb miss short names by half their height', async () => {
    const page = await visit('/2026/11/courts/', 360);
    const reach = (selector: string): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate((link) => {
          link.scrollIntoView({ block: 'center' });
          const { x, y, height } = link.getBoundingClientRect();
          const hits = (dy: number): boolean =>
            document.elementFromPoint(x + 5, y + height / 2 + dy)?.closest('a') === link;
          return [-21, 21].filter(hits).length;
        });
    for (const selector of ['.masthead .name a', '.head .kicker a', '.byline a'])
      expect([selector, await reach(selector)]).toEqual([selector, 2]);
  });

  it('keeps the stories of a day in one column, and room between hour and kicker', async () => {
    const page = await visit('/2026/11/', 1280);
    const days = await page.locator('.day').evaluateAll((found) =>
      found.map((day) => ({
        columns: day.getClientRects().length,
        gaps: [...day.querySelectorAll('li')].map((story) => {
          const range = document.createRange();
          range.selectNodeContents(story.querySelector('time') ?? story);
          const title = story.querySelector('.title');
          return (title?.getBoundingClientRect().x ?? 0) - range.getBoundingClientRect().right;
        }),
      })),
    );
    expect(days.map(({ columns }) => columns)).toEqual(days.map(() => 1));
    for (const gap of days.flatMap(({ gaps }) => gaps)) expect(gap).toBeGreaterThanOrEqual(8);
  });

  it('shows no empty rules on a standing page', async () => {
    for (const [width, shown] of [
      [360, false],
      [1280, true],
    ] as const) {
      const page = await visit('/about/', width);
      expect([width, await page.locator('.rail').isVisible()]).toEqual([width, shown]);
      expect([width, await page.locator('.contents').isVisible()]).toEqual([width, shown]);
    }
  });

  it('prints the whole picture', async () => {
    const page = await visit('/2026/11/courts/', 800);
    await page.emulateMedia({ media: 'print' });
    const [picture] = await page.locator('.main img').evaluateAll((found) =>
      found.map((image) => ({
        ratio: image.clientWidth / image.clientHeight,
        fit: getComputedStyle(image).objectFit,
      })),
    );
    await page.emulateMedia({ media: 'screen' });
    expect(picture?.ratio).toBeCloseTo(1.5, 1);
    expect(picture?.fit).not.toBe('cover');
  });
});
