import { describe, expect, it, test } from 'vitest';
import { parseFront } from '../../src/config/index.js';
import type { FrontPlan } from '../../src/model/profile.js';

const FILE = 'content/fronts/home.yaml';
const parseDate = (text: string) => {
  const ms = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text.replace(' ', 'T')) : Number.NaN;
  return Number.isNaN(ms) ? null : { ms };
};
const parse = (yaml: string) => parseFront(yaml, FILE, 'home', parseDate);

describe('parseFront', () => {
  it('reads slots with items, a query and times, each with its place', () => {
    const yaml = [
      'slots:',
      '  - name: election',
      '    title: The election',
      '    items: [politics/turnout, /2026/11/vote/]',
      '    query: { tag: election, limit: 4 }',
      '    from: 2026-11-28T06:00Z',
      '    until: 2026-11-30T20:00Z',
    ].join('\n');
    expect(parse(yaml)).toEqual({
      problems: [],
      front: {
        id: 'home',
        file: FILE,
        slots: [
          {
            name: 'election',
            title: 'The election',
            items: [
              { text: 'politics/turnout', line: 4, column: 13 },
              { text: '/2026/11/vote/', line: 4, column: 31 },
            ],
            query: { section: null, tag: 'election', author: null, series: null, kind: null, limit: 4 },
            from: Date.UTC(2026, 10, 28, 6),
            until: Date.UTC(2026, 10, 30, 20),
            spot: { line: 2, column: 11 },
          },
        ],
      } satisfies FrontPlan,
    });
  });

  it('reads `lead` and `secondary` as slots of these names, before the others', () => {
    const { front, problems } = parse('slots: [{ name: x, items: a }]\nsecondary: [b, c]\nlead: d');
    expect(problems).toEqual([]);
    expect(front?.slots.map(({ name, items }) => [name, items.map(({ text }) => text)])).toEqual([
      ['lead', ['d']],
      ['secondary', ['b', 'c']],
      ['x', ['a']],
    ]);
    expect(front?.slots[0]?.items[0]).toEqual({ text: 'd', line: 3, column: 7 });
  });

  it('reads slots that are written as names with their items, or with all that a slot has', () => {
    const { front, problems } = parse(
      'slots:\n  election: [a, b]\n  port:\n    title: The port\n    items: c\n  ferry: d',
    );
    expect(problems).toEqual([]);
    expect(front?.slots).toMatchObject([
      {
        name: 'election',
        items: [
          { text: 'a', line: 2, column: 14 },
          { text: 'b', line: 2, column: 17 },
        ],
        spot: { line: 2, column: 3 },
      },
      { name: 'port', title: 'The port', items: [{ text: 'c', line: 5 }], spot: { line: 3 } },
      { name: 'ferry', items: [{ text: 'd', line: 6, column: 10 }] },
    ]);
    expect(parse('slots: { name: x, items: [a] }').front?.slots).toMatchObject([{ name: 'x' }]);
  });

  test.each([[''], ['# nothing\n'], ['lead:'], ['slots: []']])('is empty for %j', (yaml) => {
    expect(parse(yaml)).toEqual({ problems: [], front: { id: 'home', file: FILE, slots: [] } });
  });

  test.each([
    ['slots: [{ items: [a] }]', 'option-missing', 1],
    ['slots:\n  - name: x', 'slot-empty', 2],
    ['lead: a\nslots: [{ name: lead, items: [b] }]', 'slot-duplicate', 2],
    ['slots: [{ name: x, items: [a], until: sunday }]', 'slot-time', 1],
    [
      'slots:\n  - name: x\n    items: [a]\n    from: 2026-11-02\n    until: 2026-11-01',
      'slot-times-crossed',
      5,
    ],
    ['slots: [{ name: x, query: { kind: opnion } }]', 'option-value', 1],
    ['slots: [{ name: x, query: { limit: 0 } }]', 'option-range', 1],
    ['slots: [{ name: x, item: [a], items: [a] }]', 'unknown-option', 1],
    ['slots:\n  lead: [a]\n  port: { item: [b], items: [b] }', 'unknown-option', 3],
    ['leed: a', 'unknown-option', 1],
    ['lead: [a, b]', 'option-type', 1],
    ['lead: a: b', 'config-syntax', 1],
  ])('tells what is wrong with %j', (yaml, code, line) => {
    const { problems, front } = parse(yaml);
    expect(problems).toMatchObject([{ code, line, file: FILE }]);
    expect(problems[0]?.source).toBe(yaml.split('\n')[line - 1]);
    expect(front === null).toBe(problems[0]?.severity === 'error');
  });
});
