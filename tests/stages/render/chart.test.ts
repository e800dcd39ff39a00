import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { RefView } from '../../../src/model/view.js';
import { fillBody } from '../../../src/stages/render/index.js';

type Chart = Extract<RefView, { kind: 'chart' }>;
const draw = (rows: readonly (readonly string[])[], change: Partial<Chart> = {}): string => {
  const [columns = [], ...others] = rows;
  const chart: Chart = { kind: 'chart', title: 'Trains', columns, rows: others, table: 'Table', ...change };
  return fillBody('\ufdd0G0\ufdd1', [chart]);
};
const widths = (html: string): string[] =>
  [...html.matchAll(/<rect class="s\d" x="[^"]*" width="([^"]*)"/g)].map(([, width = '']) => width);
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'void-style': 'off' },
});

const TOWNS = [
  ['town', 'trains', 'buses'],
  ['Shkodër', '4', '8'],
  ['Vlorë', '1', '2'],
];
const YEARS = [
  ['year', 'trains'],
  ['2021', '3'],
  ['2022', '5'],
  ['2023', ''],
  ['2024', '9'],
];

describe('a chart', () => {
  it('has a bar for each figure, with the figure as it was written, and a table', () => {
    const html = draw(TOWNS);
    expect(widths(html)).toEqual(['50%', '100%', '12.5%', '25%']);
    expect(html).toContain('role="img" aria-label="Trains, trains, buses"');
    expect(html).toMatch(
      /<details><summary>Table<\/summary>[\s\S]*<th scope="row">Shkodër<\/th><td class="right">4<\/td>/,
    );
  });

  it('has lines where the first column is time, with a gap where a figure is missing', () => {
    const html = draw(YEARS);
    expect(html).toContain('<path class="s1" d="M0 66.67L33.33 44.44M100 0"/>');
    expect(html).toContain('<span>2021</span><span>2024</span>');
  });

  it.each([
    [
      'years out of order',
      [
        ['year', 'n'],
        ['2022', '1'],
        ['2021', '2'],
        ['2020', '3'],
        ['2019', '4'],
      ],
    ],
    ['three years', YEARS.slice(0, 4)],
  ])('has bars with %s', (_, rows) => expect(draw(rows)).toContain('class="drawing bars"'));

  it('shows figures below zero on the other side of the ground', () => {
    const html = draw([
      ['town', 'change'],
      ['A', '−30'],
      ['B', '10'],
    ]);
    expect(html).toMatch(/x="0%" width="75%"[\s\S]*x="75%" width="25%"/);
  });

  it('shares its scale between columns of one size alone', () => {
    const html = draw([
      ['town', 'people', 'share', 'women'],
      ['A', '20000', '12', '9000'],
      ['B', '9000', '3', '5000'],
    ]);
    expect(html).toContain('aria-label="Trains, people, women"');
  });

  it.each([
    [
      'there are no numbers',
      [
        ['town', 'note'],
        ['A', 'x'],
      ],
    ],
    ['there are too many bars', [['town', 'n'], ...Array.from({ length: 25 }, (_, i) => [`T${i}`, '1'])]],
  ])('is an open table where %s', (_, rows) => {
    const html = draw(rows);
    expect(html).toContain('<table>');
    expect(html).not.toMatch(/<svg|<details>/);
  });

  it('escapes all that its data say', () => {
    const evil = '"><script>alert(1)</script>';
    const html = draw(
      [
        [evil, evil],
        [evil, '1'],
      ],
      { title: evil, table: evil },
    );
    expect(html).not.toContain('<script');
    expect(
      draw([
        [evil, evil],
        [evil, evil],
      ]),
    ).not.toContain('<script');
  });

  it.each([
    ['bars', TOWNS],
    ['lines', YEARS],
    [
      'nothing but zeros',
      [
        ['a', 'b'],
        ['x', '0'],
      ],
    ],
  ])('is valid HTML with %s', (_, rows) => {
    const { results } = validator.validateStringSync(draw(rows));
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(draw(rows)).not.toMatch(/NaN|Infinity|style=/);
  });
});
