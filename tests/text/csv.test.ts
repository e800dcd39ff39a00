import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberIn, readFigures } from '../../src/text/csv.js';

describe('figures of a file', () => {
  it.each([
    ['commas', 'year,trains\n2021,3\n2022,5\n'],
    ['semicolons', 'year;trains\r\n2021;3\r\n2022;5'],
    ['tabs, behind a byte order mark', '\ufeffyear\ttrains\n2021\t3\n\n2022\t5\n'],
    ['quotes', '"year","trains"\n"2021","3"\n 2022 , "5" \n'],
  ])('are read with %s', (_, text) => {
    expect(readFigures(text)).toEqual({
      columns: ['year', 'trains'],
      rows: [
        ['2021', '3'],
        ['2022', '5'],
      ],
    });
  });

  it('keep what quoted cells hold, fill short rows and show names in words', () => {
    expect(readFigures('town,of_which,note\n"Shkodër, ""north""",1,"two\nlines"\nVlorë')).toEqual({
      columns: ['town', 'of which', 'note'],
      rows: [
        ['Shkodër, "north"', '1', 'two lines'],
        ['Vlorë', '', ''],
      ],
    });
  });

  it.each([
    ['nothing', ''],
    ['a head alone', 'a,b\n'],
    ['one column', 'a\n1\n'],
    ['a row longer than the head', 'a,b\n1,2,3\n'],
    ['too many rows', `a,b\n${'1,2\n'.repeat(401)}`],
    ['too many columns', `${'a,'.repeat(12)}a\n1`],
  ])('are none where there is %s', (_, text) => expect(readFigures(text)).toBeNull());

  it('are read from anything, in one line a cell, without marks that no text may hold', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '1', ',', ';', '"', '\n', '\r', '\0', '\ufdd0', ' ') }),
        (text) => {
          const figures = readFigures(text);
          for (const row of figures?.rows ?? []) {
            expect(row).toHaveLength(figures?.columns.length ?? 0);
            for (const cell of row) expect(cell).not.toMatch(/[\n\r\0\ufdd0]/);
          }
        },
      ),
    );
  });
});

describe('the number in a cell', () => {
  it.each([
    ['1717', 1717],
    ['1,717', 1717],
    ['1,717,000', 1_717_000],
    ['1 717,5', 1717.5],
    ['1.717.000', 1_717_000],
    ['1.717,25', 1717.25],
    ['1,717.25', 1717.25],
    ['3,5', 3.5],
    ['0.125', 0.125],
    ['−38 %', -38],
    ['-38%', -38],
    ['$4.20', 4.2],
    ['12 €', 12],
    ["1'000", 1000],
    ['', null],
    ['n/a', null],
    ['12 trains', null],
    ['1e999', null],
    ['2021-05', null],
    ['1,2,3', null],
  ])('%s', (cell, expected) => expect(numberIn(cell)).toBe(expected));
});
