import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PASSAGE_BEGINS } from '../../src/model/article.js';
import { MAX_TERMS, termIds, termsOf } from '../../src/text/terms.js';
import { wordsOf } from '../support/words.js';

const input = (text: string) => ({ title: '', summary: '', tags: [], text });
const words = (text: string): string[] => {
  const { ids } = termsOf(input(text));
  return [...wordsOf(input(text), new Set(ids)).values()];
};

describe('what a word is', () => {
  const cases: readonly [name: string, text: string, expected: readonly string[]][] = [
    ['letters and digits in one run', 'Leap 15.6, x86_64', ['Leap', '15', '6', 'x86', '64']],
    ['apostrophes part', 'Çlirimi’s l’Albanie', ['Çlirimi', 's', 'l', 'Albanie']],
    ['a soft hyphen is not there', 'Gjiro\u00adkastër', ['Gjirokastër']],
    ['marks of direction are not there', '\u200eTirana\u200f', ['Tirana']],
    ['a trade mark is not glued to its word', 'Linux™ office', ['Linux', 'office']],
    ['Greek', 'Η Αθήνα σήμερα', ['Η', 'Αθήνα', 'σήμερα']],
    ['Persian, parted at the non-joiner', 'کتاب‌های نو', ['کتاب', 'های', 'نو']],
    ['Hindi keeps its vowel signs', 'हिन्दी में', ['हिन्दी', 'में']],
    ['Chinese: pairs', '新闻自由', ['新闻', '闻自', '自由']],
    ['a Chinese character alone', '中 a', ['中', 'a']],
    ['Chinese beside Latin', 'Linux内核', ['Linux', '内核']],
    ['Japanese: pairs across scripts, with the long vowel', 'ニュース', ['ニュ', 'ュー', 'ース']],
    ['Korean: pairs, for endings are glued on', '서울에서', ['서울', '울에', '에서']],
    ['Thai: triples', 'ไทยรัฐ', ['ไทย', 'ทยร', 'ยรั', 'รัฐ']],
    ['characters beyond the first plane', '𠀀𠀁𠀂', ['𠀀𠀁', '𠀁𠀂']],
    ['pictures and signs are none', '😀 — … ½!', ['1', '2']],
    ['half a surrogate pair is none', '\ud83d a', ['a']],
    ['nothing', '', []],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('what counts as the same word', () => {
  it.each([
    ['capitals', 'TIRANA', 'Tirana'],
    ['composed and decomposed', 'Çlirimi', 'C\u0327lirimi'],
    ['full width', 'ＡＢＣ', 'abc'],
    ['ligatures', 'ﬁne', 'fine'],
    ['the Greek sigma at the end', 'ΠΑΠΠΟΥΣ', 'παππουσ'],
    ['Arabic and Persian letters for the same sound', 'كتابي', 'کتابی'],
    ['Arabic with vowel points and without', 'كِتَاب', 'كتاب'],
    ['Persian digits', '۱۴۰۲', '1402'],
    ['the Turkish capital I with a dot', 'İzmir', 'izmir'],
    ['composed Hangul', '한국', '한국'.normalize('NFD')],
  ])('%s', (_, a, b) => {
    expect(termIds(a)).toEqual(termIds(b));
  });

  it.each([
    ['letters of one sound apart', 'ë', 'e'],
    ['order', 'ab', 'ba'],
    ['order of a pair', '中国', '国中'],
    ['a pair and its characters', '中', '中国'],
  ])('%s differ', (_, a, b) => {
    expect(termIds(a)).not.toEqual(termIds(b));
  });
});

describe('counting', () => {
  it('counts twice in the headline, once elsewhere', () => {
    const terms = termsOf({
      title: 'Durrës port',
      summary: 'Port',
      tags: ['port'],
      text: 'The port of Durrës.',
    });
    expect([...terms.ids]).toEqual([...termIds('durrës port the of')]);
    expect([...terms.counts]).toEqual([3, 5, 1, 1]);
    expect(terms.headline).toBe(2);
  });

  it('stops at 255, so that one word never takes over', () => {
    expect([...termsOf(input('a '.repeat(1000))).counts]).toEqual([255]);
  });

  it('keeps the first words of a text that has too many different ones', () => {
    const many = Array.from({ length: MAX_TERMS + 500 }, (_, n) => `w${n}`);
    const terms = termsOf(input(many.join(' ')));
    expect([...terms.ids]).toEqual([...termIds(many.slice(0, MAX_TERMS).join(' '))]);
  });

  it('reads ten million characters at once in bounded time', () => {
    expect(termsOf(input('abc '.repeat(2_500_000))).ids).toHaveLength(1);
    expect(termsOf(input('中'.repeat(10_000_000))).ids).toHaveLength(1);
  });

  it('has nothing of an article before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const alone = termsOf(input(a));
        termsOf(input(b));
        expect(termsOf(input(a))).toEqual(alone);
      }),
    );
  });

  it('gives different ids, each with its count, and words for all of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { ids, counts } = termsOf(input(text));
        expect(new Set(ids).size).toBe(ids.length);
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(termIds(text).length);
        expect(wordsOf(input(text), new Set(ids)).size).toBe(ids.length);
      }),
    );
  });

  it('finds the same words in any case, and composed or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(termIds(text.normalize('NFD'))).toEqual(termIds(text.normalize('NFC')));
      }),
    );
  });

  it('keeps its ids for ever: caches hold them', () => {
    expect([...termIds('Tirana 新闻 ไทย')].map((id) => id.toString(16))).toMatchInlineSnapshot(`
      [
        "4053104b",
        "90698574",
        "c28306eb",
      ]
    `);
  });
});

describe('passages', () => {
  const passagesOf = (fields: Partial<Parameters<typeof termsOf>[0]>): string[] => {
    const article = { ...input(''), ...fields };
    const { ids, passages } = termsOf(article);
    const said = wordsOf(article, new Set(ids));
    const found: string[][] = [];
    for (const entry of passages) {
      if (entry >= PASSAGE_BEGINS) found.push([]);
      found.at(-1)?.push(said.get(ids[entry % PASSAGE_BEGINS] ?? 0) ?? '?');
    }
    return found.map((words) => words.join(' '));
  };
  const block = (word: string, count: number): string => Array.from({ length: count }, () => word).join(' ');

  it('are paragraphs together, until there are eighty words', () => {
    const text = [block('a', 50), block('b', 50), block('c', 100), block('d', 80)].join('\n');
    expect(passagesOf({ text })).toEqual(['a b', 'c', 'd']);
  });

  it('never end inside a paragraph', () => {
    expect(passagesOf({ text: `${block('a', 300)} b\n${block('c', 90)}` })).toEqual(['a b', 'c']);
  });

  it('join a short end to the passage before, each word once', () => {
    expect(passagesOf({ text: `${block('a b', 50)}\n${block('b c', 5)}` })).toEqual(['a b c']);
  });

  it('begin with headline and summary; tags are no running text', () => {
    expect(passagesOf({ title: 'Port', summary: 'Ferry', tags: ['Tag'], text: 'Quay' })).toEqual([
      'Port Ferry Quay',
    ]);
  });

  it('are none where there is no text', () => {
    expect(passagesOf({ tags: ['Tag'] })).toEqual([]);
  });

  it('hold each word of the running text, and no place twice in one', () => {
    const line = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '中文', 'ไทย'), { maxLength: 120 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.map((words) => words.join(' ')).join('\n');
        const { ids, passages } = termsOf(input(text));
        expect(new Set(Array.from(passages, (entry) => entry % PASSAGE_BEGINS)).size).toBe(ids.length);
        let seen = new Set<number>();
        for (const entry of passages) {
          if (entry >= PASSAGE_BEGINS) seen = new Set();
          expect(seen.has(entry % PASSAGE_BEGINS)).toBe(false);
          seen.add(entry % PASSAGE_BEGINS);
        }
      }),
      { numRuns: 50 },
    );
  });
});
