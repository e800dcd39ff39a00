import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locator } from '../../../src/problems/index.js';
import { readSimpleYaml } from '../../../src/stages/parse/simple-yaml.js';
import { readYaml } from '../../../src/stages/parse/yaml.js';

const whole = (text: string) => readYaml(text, 5, locator('a.md', text));

/** Pieces that mean something to YAML, and words. */
const PIECE = fc.constantFrom(
  ...[
    'a',
    'Tirana',
    'ë',
    '中',
    '🚆',
    '10:30',
    '0123',
    'null',
    '~',
    'true',
    'yes',
    '1e3',
    '0x1f',
    '.5',
    '2023-06-30',
  ],
  ...[
    ' ',
    '  ',
    '\t',
    ':',
    ': ',
    ' #',
    '#',
    '-',
    '- ',
    ',',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    "''",
    '""',
    '\\',
    '\\n',
  ],
  ...[
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
    '? ',
    '=',
    '<<',
    '...',
    '---',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\u0085',
    '“',
    '”',
  ],
);
const VALUE = fc.oneof(
  fc.array(PIECE, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.array(PIECE, { maxLength: 4 }).map((parts) => `"${parts.join('').replaceAll('"', '')}"`),
  fc.array(PIECE, { maxLength: 4 }).map((parts) => `'${parts.join('').replaceAll("'", "''")}'`),
  fc
    .array(fc.array(PIECE, { maxLength: 2 }), { maxLength: 4 })
    .map((items) => `[${items.map((item) => item.join('')).join(', ')}]`),
  fc.constantFrom('', ' ', '[]', '[ ]', '[a]', '[a, b c]', '["a", \'b\']', '[a,]', '|', '>'),
);
const KEY = fc.constantFrom(
  'title',
  'date',
  'tags',
  'a',
  'A',
  'a_b',
  'x1',
  '1',
  '01',
  'null',
  'true',
  'a b',
  '"q"',
  'a-b',
);
const LINE = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(KEY, fc.constantFrom(': ', ':', ':  ', ' : '), VALUE).map((parts) => parts.join('')),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('- ', '  - ', ' - ', '-  ', '-'), VALUE)
      .map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', '# note', '  # note', '  more text', '\tx', 'loose', '---', '...'),
  },
);

describe('the quick reader of simple YAML', () => {
  it('gives exactly what the YAML library gives, places included, or nothing', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(LINE, { maxLength: 6 }), fc.constantFrom('', '\n'), (lines, end) => {
        const text = lines.join('\n') + end;
        const quick = readSimpleYaml(text, 5);
        if (quick === null) return;
        read++;
        const slow = whole(text);
        expect(slow.problems).toEqual([]);
        expect(quick.entries).toEqual(slow.fields.entries);
      }),
      { numRuns: 4000 },
    );
    expect(read).toBeGreaterThan(400);
  });

  it.each([
    'title: Night trains return\ndate: 2023-06-30 10:00:00 +0200\ntags:\n  - railways\n  - "night trains"\n\n# a note\nauthors:\n- rudina-leka\n',
    "title: 'It''s official'\nsummary: \"A summary, with commas; and more\"\ntags: [a, \"b c\", 'd']\nimage:\n",
    'slug: 124062\nsource_url: https://example.org/a:b?c=d#e\ntitle: C# in Gjirokastër\n',
    'a: 10:30\nb: 0123\nc: 1e3\nd: yes\ne: ~\nf: null\ng: "null"\n',
    'title: Train 🚆 leaves\nnote: a\u00a0b',
  ])('reads what articles are written with: %j', (text) => {
    expect(readSimpleYaml(text, 5)?.entries).toEqual(whole(text).fields.entries);
    expect(readSimpleYaml(text, 5)).not.toBeNull();
  });

  it.each([
    'title: Tirana: a city',
    'title: a\n  folded line',
    'text: |\n  block',
    'a: &x 1',
    'a: *x',
    'a: {b: c}',
    'a: "b\\n"',
    'a: 1\na: 2',
    'a:\n  - b\n    c',
    'a:\n  - b: c',
    'a:\n    - b\n  - c',
    '? a',
    'a: b # note',
    'a: "b" # note',
    'a: [b, [c]]',
    'a: [b',
  ])('leaves to the library what is more than simple: %j', (text) => {
    expect(readSimpleYaml(text, 1)).toBeNull();
  });
});
