import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST, partsOf, periodsOf } from '../../../src/stages/search/periods.js';
import { decodePlaces, encodePlaces, MOST_SIGNS, WEIGHTS } from '../../../src/text/search-code.js';

/** So many articles on a day. */
const on = (day: string, count = 1) => Array.from({ length: count }, () => ({ article: { date: { day } } }));
const named = (entries: ReturnType<typeof on>) =>
  periodsOf(entries).map(
    ({ name, entries: inside, open }) => `${name} ${inside.length}${open ? ' open' : ''}`,
  );

describe('periods', () => {
  it('are years, and smaller where a year has many articles', () => {
    const entries = [
      ...on('2026-11-20', 3),
      ...on('2025-12-31', 300),
      ...on('2025-10-01', 150),
      ...on('2025-02-01', 9),
      ...on('2024-01-01', MOST),
    ];
    expect(named(entries)).toEqual(['2026 3 open', '2025-12-31 300', '2025-10 150', '2025-q1 9', '2024 256']);
  });

  it('are thirds of a month where a month has many, days where a third has, and no smaller than that', () => {
    const few = [...on('2026-01-31', 20), ...on('2026-01-20', 10)];
    expect(named([...few, ...on('2026-01-05', MOST)])).toEqual([
      '2026-01-21 20 open',
      '2026-01-11 10',
      '2026-01-01 256',
    ]);
    expect(named([...few, ...on('2026-01-05', 2 * MOST), ...on('2026-01-01', 3)])).toEqual([
      '2026-01-21 20 open',
      '2026-01-11 10',
      '2026-01-05 512',
      '2026-01-01 3',
    ]);
  });

  it('do not move where something is added to another year', () => {
    const old = on('2025-03-03', MOST + 1);
    const before = periodsOf([...on('2026-11-20', 5), ...old]).slice(1);
    expect(
      periodsOf([...on('2026-11-20', 3000), ...old]).filter(({ name }) => name.startsWith('2025')),
    ).toEqual(before);
  });

  it('have no more files that change with a new article than ten, with those of cards and the lists', () => {
    for (const count of [1, 64, 65, 500, MOST, 9000])
      expect(partsOf(count, true) + 3).toBeLessThanOrEqual(10);
    expect([partsOf(1, false), partsOf(17, false), partsOf(MOST, false)]).toEqual([1, 2, 16]);
  });
});

describe('places of words', () => {
  it('are read as they were written', () => {
    const places = fc.uniqueArray(fc.tuple(fc.nat(5_000_000), fc.nat(WEIGHTS - 1)), {
      selector: ([article]) => article,
      maxLength: 40,
    });
    fc.assert(
      fc.property(places, (written) => {
        const list = written.map(([article, weight]) => article * WEIGHTS + weight).sort((a, b) => a - b);
        const bytes = new Uint8Array(list.length * MOST_SIGNS);
        const all = { places: Uint32Array.from(list), from: 0, to: list.length };
        const text = new TextDecoder().decode(bytes.subarray(0, encodePlaces(all, 0, bytes, 0)));
        expect(JSON.parse(`"${text}"`)).toBe(text);
        const read: number[] = [];
        decodePlaces(text, (article, weight) => read.push(article * WEIGHTS + weight));
        expect(read).toEqual(list);
      }),
      { numRuns: 50 },
    );
  });
});
