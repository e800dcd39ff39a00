import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/text/html.js';
import { countWords } from '../../src/text/words.js';

describe('words of a text', () => {
  it.each([
    ['', 0],
    ['One two, three.', 3],
    ['don’t front-page 3.5 a_b', 4],
    ['– “quoted” – … 100 %', 2],
    ['Çlirimi në Gjirokastër', 3],
    ['Привет, мир! Ελλάδα.', 3],
    ['کتاب‌ها خوب است', 3],
    ['今天天气', 2],
    ['今天天气很', 3],
    ['Linux 内核 5.10', 3],
    ['ประเทศไทย', 5],
    ['한국어 단어 셋', 3],
    ["'' -- ''", 0],
  ])('%j are %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

describe('escaped text', () => {
  it('holds nothing that HTML reads as markup, in content and in attributes', () => {
    expect(escapeHtml('<a href="x">&amp;</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;');
    expect(escapeHtml('plain ë')).toBe('plain ë');
  });
});
