import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frontMatter } from '../../src/problems/catalogue/front-matter/index.js';
import { bytes, FILE, parse, parserFor, withFields } from '../stages/parse/support.js';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly file: string;
  readonly site: string;
  readonly confidential: boolean;
  readonly expected: readonly { readonly at: string; readonly words: string }[];
}

const folder = new URL('articles/', import.meta.url);

/** The cases of one file; `articles/README.md` says how they are written. */
function casesIn(file: string): Case[] {
  const source = readFileSync(new URL(file, folder), 'utf8');
  return source.split(/^=== /m).flatMap((part) => {
    if (part.trim() === '') return [];
    const lines = part.split('\n');
    const name = lines.shift() ?? '';
    const first = lines.findIndex((line) => line.startsWith('%% '));
    const marks = lines.filter((line) => line.startsWith('%% ')).map((line) => line.slice(3).trim());
    const value = (key: string): string | undefined =>
      marks.find((mark) => mark.startsWith(key))?.slice(key.length);
    return [
      {
        name,
        text: `${lines.slice(0, first).join('\n')}\n`,
        file: value('file: ') ?? FILE,
        site: value('site: ') ?? '',
        confidential: marks.includes('confidential'),
        expected: marks
          .filter((mark) => /^[a-z-]+ \d+:\d+/.test(mark))
          .map((mark) => ({ at: mark.split(' | ')[0] ?? '', words: mark.split(' | ')[1] ?? '' })),
      },
    ];
  });
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')) {
  describe(`bad articles: ${file}`, () => {
    it.each(casesIn(file).map((one) => [one.name, one] as const))('%s', (_, one) => {
      const { value, problems, hidden } = parse(one.text, parserFor(one.site), one.file);
      expect(problems.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual(
        one.expected.map(({ at }) => at),
      );
      for (const [i, { words }] of one.expected.entries()) {
        expect(`${problems[i]?.message} ${problems[i]?.hint}`).toContain(words);
      }
      expect(value === null).toBe(problems.some(({ severity }) => severity === 'error'));
      expect(hidden).toBe(one.confidential);
      expect(problems.every((problem) => (problem.confidential ?? false) === hidden)).toBe(true);
      const lines = one.text.split('\n');
      for (const { line = 1, column = 1, length = 1, source } of problems) {
        expect(source).toBe(lines[line - 1]);
        expect(column - 1 + length).toBeLessThanOrEqual(Math.max(source?.length ?? 0, column));
      }
    });
  });
}

describe('the catalogue of problems of front matter', () => {
  /** Entries whose example stands for what can't be printed. */
  const described = new Set([
    'wrong-encoding',
    'control-characters',
    'empty-file',
    'front-matter-too-long',
    'too-long',
    'too-deep',
    'too-many',
    'address-too-long',
  ]);
  const shown = frontMatter.filter(({ code }) => !described.has(code));
  const whole = (lines: string): string => (/^(?:---|\+\+\+|\{)/.test(lines) ? lines : withFields(lines));
  const told = (text: string): string[] => {
    return parserFor()
      .article(FILE, bytes(text))
      .problems.map(({ code }) => code);
  };

  it.each(shown.map((entry) => [entry.code, entry] as const))(
    '%s: the example causes it',
    (code, { example }) => {
      expect(told(whole(example))).toContain(code);
    },
  );

  it.each(shown.filter(({ cure }) => !/^[A-Z].*\.$/.test(cure)).map((entry) => [entry.code, entry] as const))(
    '%s: the cure mends it',
    (_, { cure }) => {
      expect(told(whole(cure))).toEqual([]);
    },
  );
});
