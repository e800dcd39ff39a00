import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Problem } from '../../src/model/problem.js';
import { github, pretty, toJson } from '../../src/problems/format.js';
import { frame } from '../../src/problems/frame.js';
import { didYouMean, locator } from '../../src/problems/index.js';
import { sorted, withSeverity } from '../../src/problems/list.js';
import { cells } from '../../src/problems/width.js';

const problem: Problem = {
  file: 'content/articles/a.md',
  line: 3,
  column: 7,
  length: 10,
  code: 'impossible-date',
  severity: 'error',
  message: 'February 2023 has 28 days.',
  hint: 'Write a day that the calendar has: `date: 2023-02-28`',
  source: 'date: 2023-02-31',
};

/** Columns that a terminal gives to a line. */
const displayWidth = (line: string): number => cells(line).reduce((sum, cell) => sum + cell.width, 0);

describe('pretty', () => {
  it('shows place, message, the line itself, carets under what is meant, and the hint', () => {
    expect(pretty(problem)).toBe(
      [
        'error content/articles/a.md:3:7 impossible-date',
        '  February 2023 has 28 days.',
        '',
        '  3 │ date: 2023-02-31',
        '    │       ^^^^^^^^^^',
        '',
        '  Write a day that the calendar has: `date: 2023-02-28`',
      ].join('\n'),
    );
  });

  it('leaves the frame out where the line is not known, and the pointer where the column is not', () => {
    const { source: _, ...blind } = problem;
    expect(pretty(blind)).not.toContain('│');
    const { column: __, ...whole } = problem;
    expect(pretty(whole)).toContain('3 │ date: 2023-02-31');
    expect(pretty(whole)).not.toContain('^');
  });

  it('colours by the functions that it is given', () => {
    const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const paint = {
      error: tag('e'),
      warning: tag('w'),
      place: tag('p'),
      code: tag('c'),
      dim: tag('d'),
      hint: tag('h'),
    };
    const shown = pretty({ ...problem, severity: 'warning' }, { paint });
    expect(shown).toContain('<w>warning</w> <p>content/articles/a.md:3:7</p> <c>impossible-date</c>');
    expect(shown).toContain('<w>      ^^^^^^^^^^</w>');
  });

  it('keeps a line to copy in one piece and breaks the rest at the width of the screen', () => {
    const hint =
      'Write a line to the front matter that says it in so many words: `title: A headline of many words`';
    const lines = pretty({ ...problem, hint }, { width: 60 }).split('\n');
    expect(lines.some((line) => line.includes('`title: A headline of many words`'))).toBe(true);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it('never sends a control character of the content to the terminal', () => {
    const evil = '\u001b[31mred\u0007\u202etxet';
    const shown = pretty({ ...problem, source: evil, message: evil, hint: evil, file: evil });
    expect(shown).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
    expect(shown).toContain('␛[31mred');
  });
});

describe('frame', () => {
  const under = (source: string, column: number, length?: number, width?: number) => {
    const seen = frame({ source, column, ...(length && { length }) }, width);
    return [seen?.line, seen?.pointer];
  };

  test.each([
    ['plain text', 'title: x', 8, 1, 'title: x', '       ^'],
    ['a tab before it', '\tx: 1', 2, 1, '    x: 1', '    ^'],
    ['a tab inside', 'a\tb', 3, 1, 'a   b', '    ^'],
    ['wide characters before it', '标题: 错', 5, 1, '标题: 错', '      ^^'],
    ['a wide character under it', '新闻', 2, 1, '新闻', '  ^^'],
    ['combining marks', 'e\u0301tat x', 7, 1, 'e\u0301tat x', '     ^'],
    ['an emoji of several characters', '👩‍👩‍👧 x', 10, 1, '👩‍👩‍👧 x', '   ^'],
    ['what is missing at the line’s end', 'title:', 7, 1, 'title:', '      ^'],
    ['a column behind the line', 'abc', 99, 5, 'abc', '   ^'],
    ['an underline longer than the line', 'abc', 2, 50, 'abc', ' ^^'],
    ['an empty line', '', 1, 1, '', '^'],
    ['right-to-left text behind it', 'title: سلام', 1, 5, 'title: سلام', '^^^^^'],
    ['right-to-left text under it', 'title: سلام', 8, 4, 'title: سلام', '^ column 8: سلام'],
    ['right-to-left text before it', 'عنوان: x', 8, 1, 'عنوان: x', '^ column 8: x'],
  ])('points right with %s', (_, source, column, length, line, pointer) => {
    expect(under(source, column, length)).toEqual([line, pointer]);
  });

  it('cuts a long line around the column and says so with "…"', () => {
    const source = `${'a'.repeat(300)}HERE${'b'.repeat(300)}`;
    const seen = frame({ source, column: 301, length: 4 }, 60);
    expect(displayWidth(seen?.line ?? '')).toBeLessThanOrEqual(60);
    expect(seen?.line).toMatch(/^…a+HEREb+…$/);
    expect(seen?.line.slice(seen.start, seen.start + seen.width)).toBe('HERE');
  });

  it('takes no longer for a line of ten million characters', () => {
    const seen = frame(
      { source: `${'字'.repeat(5_000_000)}X${'y'.repeat(5_000_000)}`, column: 5_000_001 },
      80,
    );
    expect(seen?.line).toContain('X');
  });

  it('points at the very character for any line, column and width', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', '字', '\t', ' ', 'ë', '😀', 'e\u0301'),
      maxLength: 400,
    });
    fc.assert(
      fc.property(letters, fc.nat(420), fc.integer({ min: 20, max: 120 }), (source, offset, width) => {
        const seen = frame({ source, column: offset + 1 }, width);
        expect(displayWidth(seen?.line ?? '')).toBeLessThanOrEqual(width);
        const meant = cells(source).find(
          (cell) => cell.offset <= offset && offset < cell.offset + cell.length,
        );
        if (meant === undefined || meant.text.trim() === '') return;
        let column = 0;
        const hit = cells(seen?.line ?? '').find((cell) => {
          column += cell.width;
          return column > (seen?.start ?? 0);
        });
        expect(hit?.text).toBe(meant.text);
      }),
    );
  });
});

describe('redaction', () => {
  const secret: Problem = {
    ...problem,
    confidential: true,
    message: 'SECRET',
    hint: 'SECRET',
    source: 'SECRET',
  };

  it('shows a confidential problem by its file and code alone, in every form', () => {
    for (const shown of [
      pretty(secret, { redact: true }),
      github(secret, { redact: true }),
      JSON.stringify(toJson(secret, { redact: true })),
    ]) {
      expect(shown).toContain('content/articles/a.md');
      expect(shown).toContain('impossible-date');
      expect(shown).not.toMatch(/SECRET|[:=]3\b|│/);
    }
  });

  it('shows it whole to the editor at the keyboard, and others whole everywhere', () => {
    expect(pretty(secret)).toContain('SECRET');
    expect(pretty(problem, { redact: true })).toBe(pretty(problem));
  });
});

describe('other forms', () => {
  it('writes a GitHub annotation with everything escaped', () => {
    expect(github({ ...problem, file: 'content/a,b:c.md', message: '100%\nsure' }, { prefix: 'site/' })).toBe(
      '::error file=site/content/a%2Cb%3Ac.md,line=3,col=7,endColumn=17,title=impossible-date::100%25%0Asure%0AWrite a day that the calendar has: `date: 2023-02-28`',
    );
    expect(github({ file: 'a', code: 'b', severity: 'warning', message: 'c', hint: 'd' })).toBe(
      '::warning file=a,title=b::c%0Ad',
    );
  });

  it('writes the JSON object of the command contract, every key always there', () => {
    expect(
      toJson({ file: 'a', code: 'b', severity: 'warning', message: 'c', hint: 'd', source: 'x' }),
    ).toEqual({
      file: 'a',
      line: null,
      column: null,
      code: 'b',
      severity: 'warning',
      message: 'c',
      hint: 'd',
    });
  });
});

describe('lists', () => {
  const at = (
    file: string,
    line: number,
    code = 'x',
    severity: Problem['severity'] = 'warning',
  ): Problem => ({
    file,
    line,
    code,
    severity,
    message: 'm',
    hint: 'h',
  });

  it('sorts by file, line, column and code, and tells each problem once', () => {
    const list = [at('b', 1), at('a', 10), at('a', 9), at('a', 9), at('a', 9, 'w')];
    expect(sorted(list).map(({ file, line, code }) => `${file}${line}${code}`)).toEqual([
      'a9w',
      'a9x',
      'a10x',
      'b1x',
    ]);
  });

  it('comes out the same from every order', () => {
    const any = fc.array(
      fc.record({ file: fc.constantFrom('a', 'b'), line: fc.nat(3), code: fc.constantFrom('x', 'y') }),
    );
    fc.assert(
      fc.property(any, (facts) => {
        const list = facts.map(({ file, line, code }) => at(file, line, code));
        expect(sorted([...list].reverse())).toEqual(sorted(list));
      }),
    );
  });

  it('lets a site silence warnings or make them errors, but never lower an error', () => {
    const list = [at('a', 1, 'off'), at('a', 2, 'up'), at('a', 3, 'hard', 'error'), at('a', 4, 'toString')];
    const severity = { off: 'off', up: 'error', hard: 'off' } as const;
    expect(withSeverity(list, severity).map((p) => `${p.code} ${p.severity}`)).toEqual([
      'up error',
      'hard error',
      'toString warning',
    ]);
  });
});

describe('locator', () => {
  test.each([
    ['LF', 'a\nbc\nd', 3, 2, 2, 'bc'],
    ['CRLF', 'a\r\nbc\r\nd', 4, 2, 2, 'bc'],
    ['CR', 'a\rbc\rd', 3, 2, 2, 'bc'],
    ['mixed line ends', 'a\r\nb\nc\rd', 7, 4, 1, 'd'],
    ['a byte order mark', '\ufeffab', 2, 1, 2, 'ab'],
    ['the start', 'ab', 0, 1, 1, 'ab'],
    ['the end of the text', 'a\nb', 3, 2, 2, 'b'],
    ['an offset behind the text', 'a\nb', 99, 2, 2, 'b'],
    ['an empty text', '', 0, 1, 1, ''],
    ['a line break itself', 'ab\n\ncd', 3, 2, 1, ''],
  ])('finds line and column with %s', (_, text, offset, line, column, source) => {
    expect(locator('f', text).at(offset)).toEqual({ file: 'f', line, column, source });
  });

  it('keeps an underline on its line', () => {
    expect(locator('f', 'abc\ndef').at(1, 50).length).toBe(2);
    expect(locator('f', 'abc\ndef').at(3, 50).length).toBe(1);
  });

  it('agrees with splitting the text, for every offset', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', 'ë'), maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.nat(60), (text, wish) => {
        const offset = Math.min(wish, text.length);
        // Inside a CRLF there is no place that an editor could show.
        if (text[offset] === '\n' && text[offset - 1] === '\r') return;
        const place = locator('f', text).at(offset);
        const before = text.slice(0, offset).split(/\r\n|\n/);
        expect([place.line, place.column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
        expect(place.source).toBe(text.split(/\r\n|\n/)[before.length - 1]);
      }),
    );
  });
});

describe('didYouMean', () => {
  const known = ['title', 'date', 'tags', 'timezone', 'summary', 'translationOf', 'id'];
  test.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['time_zone', 'timezone'],
    ['translation-of', 'translationOf'],
    ['sumary', 'summary'],
    ['tag', 'tags'],
    ['layout', null],
    ['weather', null],
    ['', null],
    ['x'.repeat(5000), null],
  ])('%s → %s', (name, meant) => {
    expect(didYouMean(name, known)).toBe(meant);
  });

  it('does not depend on the order of the known names', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), (name) => {
        expect(didYouMean(name, [...known].reverse())).toBe(didYouMean(name, known));
      }),
    );
  });
});
