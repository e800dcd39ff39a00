import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LedgerEntry, parseLedger, withNew, writeLedger } from '../../../src/stages/ledger/index.js';

const plain = (entries: readonly LedgerEntry[]): [string, string | null][] =>
  entries.map(({ url, id }) => [url, id]);

describe('urls.txt', () => {
  it('is read in any order, with comments, doubles and any line ends', () => {
    const { entries, problems } = parseLedger(
      '\ufeff# Addresses\r\n/b/ articles/b\r\n\n/a/\n/a/ articles/a with a space\r/b/ other\n/?p=5 articles/b\n',
    );
    expect(plain(entries)).toEqual([
      ['/b/', 'articles/b'],
      ['/a/', 'articles/a with a space'],
      ['/?p=5', 'articles/b'],
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['<<<<<<< HEAD'],
    ['======='],
    ['https://herald.example/a/'],
    ['//evil.example/'],
    ['/ë/'],
    ['a/'],
  ])('passes over %j, and says at which line', (line) => {
    const { entries, problems } = parseLedger(`/a/\n${line}\n/b/\n`);
    expect(plain(entries).map(([url]) => url)).toEqual(['/a/', '/b/']);
    expect(problems.map(({ code, line: at, source }) => [code, at, source])).toEqual([
      ['ledger-line', 2, line],
    ]);
  });

  const entry: fc.Arbitrary<LedgerEntry> = fc.record({
    url: fc.stringMatching(/^\/[a-z0-9%?=/-]{0,12}$/).filter((url) => !url.startsWith('//')),
    id: fc.option(fc.stringMatching(/^[a-z/]{1,5}( [a-z]{1,3})?$/), { nil: null }),
    line: fc.constant(0),
  });

  it('comes back as it was written, sorted, and merges line by line', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.array(entry), fc.array(entry), (base, ours, theirs) => {
        const one = withNew(withNew([], base), ours);
        const other = withNew(withNew([], base), theirs);
        const text = writeLedger(one);
        expect(new Map(plain(parseLedger(text).entries))).toEqual(new Map(plain(one)));
        const lines = text.split('\n').slice(2, -1);
        expect(lines).toEqual([...lines].sort());
        // git's `merge=union` keeps the lines of both sides.
        const union = parseLedger([...text.split('\n'), ...writeLedger(other).split('\n')].join('\n'));
        expect(union.problems).toEqual([]);
        expect(new Set(union.entries.map(({ url }) => url))).toEqual(
          new Set([...one, ...other].map(({ url }) => url)),
        );
      }),
    );
  });
});
