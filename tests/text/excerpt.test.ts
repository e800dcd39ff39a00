import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutExcerpt } from '../../src/text/excerpt.js';

describe('an excerpt', () => {
  it.each([
    ['is the whole text where it fits', 'A short text.', 20, 'en', 'A short text.'],
    ['fits exactly', 'Hello world', 11, 'en', 'Hello world'],
    ['collapses white space', ' a \n\t b\u00a0 c\n', 20, 'en', 'a b c'],
    ['keeps two words together that are', 'v\u00a0Praze a\u202f:', 20, 'cs', 'v\u00a0Praze a\u202f:'],
    ['is not cut between two such words', 'Byl jsem v\u00a0Praze', 12, 'cs', 'Byl jsem…'],
    ['breaks no word', 'Hello wonderful world', 12, 'en', 'Hello…'],
    ['keeps a word that ends at the cut', 'Hello world again', 12, 'en', 'Hello world…'],
    ['leaves no comma before the dots', 'Hello, world and more', 13, 'en', 'Hello, world…'],
    ['leaves no full stop', 'It is over. Now what happens', 13, 'en', 'It is over…'],
    ['leaves no dash and no bracket that only opens', 'The vote – (“again”) today', 15, 'en', 'The vote…'],
    ['keeps a question mark', 'Is it over? Yes it is', 13, 'en', 'Is it over?…'],
    [
      'counts a Chinese character as two letters',
      '今天北京举行了一场盛大的庆祝活动',
      18,
      'zh',
      '今天北京举行了一…',
    ],
    ['cuts Chinese between words', '今天北京举行了一场盛大的庆祝活动', 16, 'zh', '今天北京举行…'],
    [
      'ends Chinese with a sentence that fits',
      '今天北京下雨。市民带伞出门，地铁很挤。',
      24,
      'zh',
      '今天北京下雨。',
    ],
    [
      'ends Japanese with what is said',
      '「雨です。」と彼は言った。電車は遅れた。',
      26,
      'ja',
      '「雨です。」と彼は言った。',
    ],
    [
      'looks for no sentence in the first half',
      '雨。市民带伞出门去上班今天地铁很挤很挤',
      24,
      'zh',
      '雨。市民带伞出门去上班…',
    ],
    ['cuts Chinese behind Latin words', 'Linux 内核社区发布了新的版本', 16, 'zh', 'Linux 内核社区…'],
    ['counts Japanese and Korean alike', '今日は東京', 10, 'ja', '今日は東京'],
    ['counts Hangul as two letters', '서울에서 열린 행사', 10, 'ko', '서울에서…'],
    ['cuts Thai between words', 'ประเทศไทยเป็นประเทศที่สวยงามมาก', 14, 'th', 'ประเทศไทยเป็น…'],
    ['cuts a word that is longer than all the room', 'Donaudampfschifffahrt', 10, 'de', 'Donaudamp…'],
    ['cuts Arabic at a space', 'قال المتحدث، إن الاجتماع', 14, 'ar', 'قال المتحدث…'],
    ['of nothing is nothing', '', 10, 'en', ''],
    ['works with a language that is none', 'Hello wonderful world', 12, 'x_y!', 'Hello…'],
  ])('%s', (_, text, length, lang, expected) => {
    expect(cutExcerpt(text, length, lang)).toBe(expected);
  });

  it('never splits a character that is made of several', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(cutExcerpt(family.repeat(5), 30, 'en')).toBe(`${family.repeat(2)}…`);
    expect(cutExcerpt('e\u0301'.repeat(30), 12, 'en')).toBe(`${'e\u0301'.repeat(5)}…`);
  });

  const spaced = (text: string): string => text.replace(/[\s\u200b\ufeff]+/gu, ' ');

  it('is never longer than it may be, never ill-formed, and begins as the text does', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(' ', '. ', '汉字', 'ë', '👩‍🚀'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.integer({ min: 2, max: 60 }), (parts, length) => {
        const text = parts.join('');
        const cut = cutExcerpt(text, length, 'en');
        expect(cut.length).toBeLessThanOrEqual(length);
        expect(cut.isWellFormed() || !text.isWellFormed()).toBe(true);
        const plain = spaced(text).trim();
        const shown = spaced(cut);
        expect(plain.startsWith(shown.replace(/…$/, '')) || plain.startsWith(shown)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('of a text of megabytes costs no more than of a page', () => {
    const text = 'word '.repeat(2_000_000);
    const start = performance.now();
    for (let i = 0; i < 1000; i++) cutExcerpt(text, 180, 'en');
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
