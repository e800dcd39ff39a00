import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytes, FILE, parserFor } from './support.js';

const parser = parserFor();
const LINES = [
  ...['---', '+++', ';;;', '---js', '---json', '{', '}', '...', ''],
  ...[
    'title: A',
    'title: A: b',
    'title = "A"',
    '"title": "A",',
    'date: 2023-06-30',
    'date: 31.2.2023',
    'date = 2023-06-30',
  ],
  ...[
    'draft: true',
    'embargo: 2099-01-01',
    'published: false',
    'tags: [a, b',
    'tags: &a [*a]',
    '  - a',
    '\t- b',
    'image:',
    '  src: a',
  ],
  ...[
    'live:',
    '  - date: x',
    '    text: |',
    '      *a*',
    'corrections: [{}]',
    'author: "A, B and C',
    "title: 'It's'",
    'x: {{a}}',
  ],
  ...[
    '# Heading',
    'Text.',
    '[#]: a: (b)',
    '<b>x</b>',
    '[link](javascript:x)',
    '\ufeff',
    '\u0000',
    '\ufdd0A1\ufdd1',
    '__proto__: 1',
  ],
];

describe('whatever bytes a file holds', () => {
  const anything = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .array(fc.constantFrom(...LINES), { maxLength: 14 })
        .map((lines) => bytes(lines.join('\n'))),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constantFrom(...LINES), { maxLength: 8 })
        .map((lines) => bytes(lines.join('\r\n'))),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
  );

  it('gives a value or an error, and every problem stands in the file', () => {
    fc.assert(
      fc.property(anything, (content) => {
        const lines = new TextDecoder().decode(content).split(/\r\n?|\n/).length;
        for (const { value, problems, hidden } of [
          parser.article(FILE, content),
          parser.page('content/pages/a.md', content),
          parser.profile('tag', 'a', 'content/tags/a.md', content),
        ]) {
          expect(value === null).toBe(problems.some(({ severity }) => severity === 'error'));
          for (const { line = 0, column = 1, message, hint, confidential = false } of problems) {
            expect(line).toBeGreaterThan(0);
            expect(line).toBeLessThanOrEqual(lines);
            expect(column).toBeGreaterThan(0);
            expect(message && hint).not.toBe('');
            expect(confidential).toBe(hidden);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never quotes an article that says it is a draft, whatever else is wrong with it', () => {
    const rest = fc.array(
      fc.constantFrom(...LINES.filter((line) => !/^(?:---|\+\+\+|;;;|\.\.\.)/.test(line))),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        rest,
        rest,
        fc.constantFrom('draft: true', 'Draft: yes', 'embargo: 2099-01-01', 'published: false'),
        (before, after, hiding) => {
          const { problems, value, hidden } = parser.article(
            FILE,
            bytes(['---', ...before, hiding, ...after, '---', ''].join('\n')),
          );
          // Within another value (a block of text, an open quote) the words are no field.
          if (value !== null && !hidden)
            expect(before.some((line) => /[|"'[{]|^\s|:$/.test(line))).toBe(true);
          else expect([hidden, problems.every(({ confidential }) => confidential)]).toEqual([true, true]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('writes every address inside the site', () => {
    let read = 0;
    const nasty = fc
      .array(
        fc.constantFrom(
          '..',
          '.',
          '/',
          '\\',
          '%2e',
          '%2F',
          'a',
          'Z',
          'ë',
          ' ',
          '?',
          '#',
          ':',
          '\u0000',
          '//',
          'http://example.org',
          'tags',
          '2023',
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (slug, section, url, alias) => {
        const fields = {
          title: 'A',
          date: '2023-06-30',
          slug,
          section,
          aliases: [alias],
          ...(url !== '' && { url }),
        };
        const { value } = parser.article(FILE, bytes(`${JSON.stringify(fields)}\n`));
        if (value === null) return;
        read++;
        const { article } = value;
        expect(article.url).toMatch(/^\/(?:[^/\\\p{Cc}]+\/)+$/u);
        for (const path of [article.url, ...article.aliases.map(({ text }) => text)]) {
          expect(path).toMatch(/^\/[^/]/);
          expect(path.split('/').filter((part) => part === '.' || part === '..')).toEqual([]);
          expect(path).not.toMatch(/[\\\p{Cc}?#]/u);
        }
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(20);
  });
});
