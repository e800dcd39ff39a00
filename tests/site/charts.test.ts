import { describe, expect, it } from 'vitest';
import { article, codes, newsroom } from '../support/site.js';

const STORY = 'content/articles/a/trains.md';
const PAGE = '2026/11/trains/index.html';
const story = (block: string): string => article('title: Trains\ndate: 2026-11-01', `Text.\n\n${block}`);
const CSV = 'year,trains\n2021,3\n2022,5\n2023,8\n2024,9\n';

describe('a chart in a text', () => {
  it('is drawn from the data beside the article, and changes with them', async () => {
    const site = newsroom({
      [STORY]: story('::: chart trains.csv Night *trains*\nMore each year.\n:::'),
      'content/articles/a/trains.csv': CSV,
    });
    expect(codes(await site.build())).toEqual([]);
    const html = site.read(PAGE);
    expect(html).toMatch(
      /<figure class="chart">[\s\S]*<div class="drawing lines" role="img" aria-label="Night trains, trains">/,
    );
    expect(html).toMatch(/<figcaption>Data: <a href="[^"]*trains\.csv">trains\.csv<\/a><\/figcaption>/);
    site.write({ 'content/articles/a/trains.csv': CSV.replace('9', '12') });
    await site.build();
    expect(site.read(PAGE)).toContain('<td class="right">12</td>');
  });

  it('is left to the picture or table that stands inside', async () => {
    const table = '| a | b |\n| - | - |\n| 1 | 2 |';
    const site = newsroom({
      [STORY]: story(
        `::: chart /media/t.csv\n${table}\n:::\n\n::: chart /media/t.csv\n![Trains](t.svg)\n:::`,
      ),
      'content/media/t.csv': CSV,
      'content/articles/a/t.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>',
    });
    await site.build();
    const html = site.read(PAGE);
    expect(html).not.toContain('class="drawing');
    expect(html.match(/<table>/g)).toHaveLength(1);
  });

  it('is a link alone, and told, where the data are no table; missing data are told once', async () => {
    const site = newsroom({
      [STORY]: story('::: chart /media/t.csv\n:::'),
      'content/media/t.csv': 'nothing',
    });
    expect(codes(await site.build())).toEqual(['no-figures']);
    expect(site.read(PAGE)).toContain('t.csv</a></figcaption>');
    site.write({ [STORY]: story('::: chart /media/u.csv\n:::') });
    expect(codes(await site.build())).toEqual(['broken-link']);
  });
});
