import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Problem } from '../../src/model/problem.js';
import { addAll, fewOfEach } from '../../src/problems/list.js';
import { listed, shown } from '../../src/problems/quote.js';
import { article, newsroom } from '../support/site.js';

describe('what a message quotes', () => {
  test.each([
    ['night trains', 'night trains'],
    ['  two\n lines ', 'two lines'],
    ['a `code` b', 'a ’code’ b'],
    ['x'.repeat(80), 'x'.repeat(80)],
    ['x'.repeat(81), `${'x'.repeat(79)}…`],
    [`/${'x'.repeat(159)}`, `/${'x'.repeat(159)}`],
    [`/${'x'.repeat(500_000)}`, `/${'x'.repeat(158)}…`],
    [`${'x'.repeat(78)}😀😀`, `${'x'.repeat(78)}…`],
    ['', ''],
  ])('%j is shown as %j', (written, expected) => {
    expect(shown(written)).toBe(expected);
  });

  it('is one short, well-formed line, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const line = shown(text);
        expect(line.length).toBeLessThanOrEqual(160);
        expect(line).not.toMatch(/[`\n\r]/);
        expect(line.isWellFormed()).toBe(true);
      }),
    );
  });

  test.each([
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a and 2 others'],
  ])('%j is listed as %j', (values, expected) => {
    expect(listed(values)).toBe(expected);
  });

  const LONG = 'x'.repeat(50_000);
  it.each([
    ['an alias', `aliases: ["../${LONG}"]`],
    ['an alias with a query', `aliases: ["/a?${LONG}"]`],
    ['a reserved alias', `aliases: ["/tags/${LONG}", "/404.html/${LONG}"]`],
    ['a slug', `slug: "a/${LONG}"`],
    ['an address', `url: "https://other.example/${LONG}"`],
    ['a kind', `kind: ${LONG}`],
    ['a date', `updated: ${LONG}`],
    ['a section', `section: "../${LONG}"`],
    ['a picture', `image: "${LONG}.jpg"`],
    ['a template', `template: ${LONG}`],
    ['a related article', `related: [${LONG}]`],
    ['a translation', `translationOf: "${LONG.slice(0, 900)}"`],
    ['a name without a space', `aa: b\n${LONG}:c`],
    ['two names', `${LONG}: 1\n${LONG}: 2`],
    ['a reference', `x: *${LONG}`],
    [
      'TOML',
      `x: ok\n---\n\n[a](<${LONG} b>) [b](${LONG}.md) ![c](${LONG}.png)\n\n::: ${LONG}\n\n@[${LONG}](1)`,
    ],
  ])('stays short where %s is long', async (_, fields) => {
    const site = newsroom({ 'content/articles/a.md': article(`title: A\ndate: 2026-11-01\n${fields}`) });
    const { problems } = await site.build();
    expect(problems.length).toBeGreaterThan(0);
    for (const { message, hint } of problems) expect(message.length + hint.length).toBeLessThan(1000);
  });
});

describe('a file with the same mistake many times', () => {
  const problem = (line: number, code = 'x', file = 'a.md'): Problem => ({
    file,
    line,
    code,
    severity: 'error',
    message: `Mistake ${line}.`,
    hint: 'Mend it.',
  });
  const lines = (count: number) => Array.from({ length: count }, (_, n) => problem(n + 1));

  it('is told the first ones and how many more there are', () => {
    const few = fewOfEach(lines(1200));
    expect(few.slice(0, 30)).toEqual(lines(30));
    expect(few).toHaveLength(31);
    expect(few[30]).toMatchObject({ line: 31, code: 'x', severity: 'error' });
    expect(few[30]?.message).toContain('1,170 more');
  });

  it('is told all where the count would be no shorter, and each kind and file by itself', () => {
    expect(fewOfEach(lines(31))).toEqual(lines(31));
    const all = [...lines(30), problem(1, 'y'), ...lines(30).map((one) => ({ ...one, file: 'b.md' }))];
    expect(fewOfEach(all)).toEqual(all);
  });

  it.each([
    ['fields that stand twice', `${'a: 1\n'.repeat(5000)}`, 'Text.'],
    ['broken links', '', '[a](nowhere.md)\n\n'.repeat(5000)],
    ['unsafe links', '', '[a](javascript:alert)\n\n'.repeat(5000)],
  ])('names %s but for a few by their number', async (_, fields, text) => {
    const site = newsroom({
      'content/articles/a.md': article(`title: A\ndate: 2026-11-01\n${fields}`, text),
    });
    const { problems } = await site.build();
    expect(problems).toHaveLength(31);
    expect(problems[30]?.message).toMatch(/4,9\d\d more/);
  });

  it('fits, together with all others, into one list', () => {
    const all: Problem[] = [];
    addAll(all, lines(200_000));
    expect(all).toHaveLength(200_000);
  });
});
