import { describe, expect, it } from 'vitest';
import { bytes, codes, FILE, parse, parserFor, withFields } from './support.js';

const parser = parserFor();
const article = (content: Uint8Array) => parser.article(FILE, content);
const raw = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytes(part)] : [...part])));
const good = withFields('tags: [a]');

describe('a file that is no UTF-8 text', () => {
  it.each([
    ['UTF-16, little end first', raw([0xff, 0xfe, 0x23, 0x00]), 'UTF-16'],
    ['UTF-16, big end first', raw([0xfe, 0xff, 0x00, 0x23]), 'UTF-16'],
    ['UTF-16 without a mark', raw([0x2d, 0, 0x2d, 0, 0x2d, 0, 0x0a, 0]), 'UTF-16'],
    ['an RTF document', raw('{\\rtf1\\ansi Night trains}'), 'RTF'],
    ['a PDF document', raw('%PDF-1.7\n', [0xff]), 'PDF'],
    ['a Word document', raw('PK\u0003\u0004', [0x14, 0x00]), 'Word'],
    ['an old Word document', raw([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'Word'],
    ['a picture', raw([0x89], 'PNG\r\n'), 'PNG'],
  ])('is named as what it is: %s', (_, content, what) => {
    const { value, problems } = article(content);
    expect(value).toBeNull();
    expect(codes(problems)).toEqual(['not-text 1:1']);
    expect(problems[0]?.message).toContain(what);
  });

  it.each([
    ['Latin 1', raw('---\ntitle: Gjirokast', [0xeb], 'r\n---\n'), '2:17', 'EB'],
    ['a byte that never stands in UTF-8', raw('a\nb\n\n', [0xff]), '4:1', 'FF'],
    ['a sequence that is cut off', raw('ë', [0xe4, 0xb8]), '1:2', 'E4'],
    ['a spelling that is too long', raw([0xc0, 0xaf]), '1:1', 'C0'],
    ['half a surrogate pair', raw('ab', [0xed, 0xa0, 0x80]), '1:3', 'ED'],
    ['a code point beyond the last', raw([0xf4, 0x90, 0x80, 0x80]), '1:1', 'F4'],
  ])('is told with the place of the first bad byte: %s', (_, content, place, byte) => {
    const { value, problems } = article(content);
    expect(value).toBeNull();
    expect(codes(problems)).toEqual([`wrong-encoding ${place}`]);
    expect(problems[0]?.message).toContain(byte);
  });

  it('may still say that nobody may know of it', () => {
    expect(article(raw('---\ndraft: true\ntitle: ', [0xff], '\n---\n'))).toMatchObject({
      hidden: true,
      problems: [{ confidential: true }],
    });
  });
});

describe('a file with oddities that mean nothing', () => {
  const plain = parse(good).value;

  it.each([
    ['a byte-order mark', raw([0xef, 0xbb, 0xbf], good)],
    ['lines that end in CR LF', bytes(good.replaceAll('\n', '\r\n'))],
    ['lines that end in CR', bytes(good.replaceAll('\n', '\r'))],
    ['no line break at its end', bytes(good.trimEnd())],
    ['the marks of holes in its text', bytes(good.replace('nine', 'ni\ufdd0\ufdd1ne'))],
  ])('reads as without: %s', (_, content) => {
    expect(article(content)).toMatchObject({ problems: [], value: { article: plain?.article } });
    expect(article(content).value?.body.html).toBe(plain?.body.html);
  });

  it('counts lines right with CR LF and empty lines before the front matter', () => {
    const { problems } = article(bytes('\r\n\r\n---\r\ntitle: A\r\ndate: 2023-02-31\r\n---\r\n'));
    expect(codes(problems)).toEqual(['invalid-date 5:7']);
    expect(problems[0]?.source).toBe('date: 2023-02-31');
  });

  it('leaves control characters out and tells the first', () => {
    const { value, problems } = article(
      bytes('---\ntitle: Ni\u0000ght\u000b trains\ndate: 2023-06-30\n---\nA\u0001b\n'),
    );
    expect(value?.article.title).toBe('Night trains');
    expect(value?.body.html).toContain('Ab');
    expect(codes(problems)).toEqual(['control-characters 2:10']);
    expect(problems[0]?.severity).toBe('warning');
  });

  it.each([
    ['', 'nothing'],
    ['\n', 'a line break'],
    ['\ufeff \r\n', 'blanks'],
  ])('calls %j empty', (content) => {
    expect(codes(article(bytes(content)).problems)).toEqual(['empty-file 1:1']);
  });
});

describe('a file that would take long', () => {
  /** Far more than it takes, because a loaded machine is slow; what is quadratic takes minutes. */
  const within = (content: string): string[] => {
    const start = performance.now();
    const { problems } = article(bytes(content));
    expect(performance.now() - start).toBeLessThan(10_000);
    return codes(problems);
  };

  it('answers within seconds: front matter of 10 MB', () => {
    expect(within(withFields(`summary: ${'word '.repeat(2_000_000)}`))).toEqual([
      'front-matter-too-long 1:1',
    ]);
  });

  it('answers within seconds: a million empty lines in the front matter', () => {
    expect(within(withFields('\n'.repeat(900_000)))).toEqual(['front-matter-too-long 1:1']);
  });

  it('answers within seconds: 60,000 brackets', () => {
    expect(within(withFields(`tags: ${'['.repeat(60_000)}`))).toEqual(['too-deep 4:106']);
    expect(within(withFields(`tags: ${'{a: '.repeat(60_000)}`))[0]).toMatch(/^too-deep/);
    expect(within(withFields(`tags:\n${'- '.repeat(60_000)}a`))[0]).toMatch(/^too-deep/);
  });

  it('answers within seconds: ten thousand fields, once and twice', () => {
    const fields = Array.from({ length: 10_000 }, (_, i) => `field${i}: "x" # note`).join('\n');
    expect(within(withFields(fields))).toEqual([]);
    expect(within(withFields(`${fields}\n${fields}`))).toHaveLength(31);
  });

  it('answers within seconds: ten thousand references', () => {
    const references = Array.from({ length: 10_000 }, () => '*a').join(', ');
    expect(within(withFields(`x: &a [1, 2]\ny: [${references}]`))).toEqual([]);
  });

  it('answers within seconds: front matter that nothing ends, and 10 MB of text', () => {
    expect(within(`---\ntitle: A\n\n${'A paragraph of words.\n\n'.repeat(450_000)}`)).toEqual([
      'unclosed-front-matter 1:1',
    ]);
  });

  it('answers within seconds: a thousand unclosed quotes', () => {
    expect(within(withFields('a: "\n'.repeat(2000)))[0]).toMatch(/^unclosed-quote/);
  });
});
