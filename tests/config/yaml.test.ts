import { describe, expect, it, test } from 'vitest';
import { parseYamlDocument } from '../../src/text/yaml.js';

const outcome = (text: string) => {
  const read = parseYamlDocument(text);
  return 'refused' in read ? `${read.refused} at ${read.offset}` : read.toJS();
};

describe('parseYamlDocument', () => {
  it('reads by the core schema: no timestamps, no octal, no yes and no', () => {
    expect(outcome('a: 2023-06-30\nb: 10:30\nc: yes\nd: 1\ne: ~')).toEqual({
      a: '2023-06-30',
      b: '10:30',
      c: 'yes',
      d: 1,
      e: null,
    });
  });

  test.each([
    ['lists in brackets', '['.repeat(2000), 'too-deep'],
    ['lists in lists', '- '.repeat(2000), 'too-deep'],
    ['names in names', Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'too-deep'],
    ['keys in keys', '? '.repeat(2000), 'too-deep'],
    ['a megabyte', 'x'.repeat(1_000_001), 'too-long'],
  ])('refuses %s before anything walks down there', (_, text, refusal) => {
    expect(outcome(text)).toMatch(refusal);
  });

  it('reads what real files have', () => {
    const deep = `${'['.repeat(50)}1${']'.repeat(50)}`;
    expect(JSON.stringify(outcome(deep))).toBe(deep);
  });

  it('tells of a second document', () => {
    const read = parseYamlDocument('a: 1\n---\nb: 2\n');
    expect('errors' in read && read.errors.map(({ code, pos }) => `${code} ${pos[0]}`)).toEqual([
      'MULTIPLE_DOCS 5',
    ]);
  });
});
