import { found, scan } from './scan.js';

/*
 * How texts and queries are split into the words of the search: the same code runs while the site is built and in the
 * reader's browser.
 */

/** A word as the index knows it, and where it stands in the text that was scanned. */
export interface SearchWord {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Longer words are known by their beginning. */
const MAX_KEY = 40;

/** Accents, vowel points and the like, which keyboards leave out; not the vowels of Indian scripts. */
const POINTS =
  /[\u0300-\u036f]|[\u0483-\u0487]|[\u0591-\u05c7]|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670|[\u06d6-\u06ed]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|[\ufe20-\ufe2f]|\p{Cf}/gu;
const DIGIT = /\p{Nd}/gu;
/** The Arabic article, with what is written to its front: of a word that stays one without it. */
const ARTICLE = /^(?:[وبکف]?ال|لل)(?=[\u0620-\u064a\u066e-\u06d3]{3})/;
/** Half of a character, where a word was cut. */
const HALF = /[\ud800-\udbff]$/;
const PLAIN = /^[a-z0-9]*$/;

/** Letters that no normal form takes apart, as people type them. */
const LETTERS: Readonly<Record<string, string>> = {
  ς: 'σ',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/**
 * The word by which a word is found: lower case, without accents, digits as ASCII. `Gjirokastër`, `GJIROKASTER` and
 * `gjirokaster` are one, and so are `الحكومة`, `للحكومة` and `حكومة`.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower.slice(0, MAX_KEY);
  return lower
    .normalize('NFKD')
    .replace(POINTS, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(DIGIT, digit)
    .replace(ARTICLE, '')
    .slice(0, MAX_KEY)
    .replace(HALF, '');
}

/** Digits of every script stand in rows of ten, zero first. */
function digit(char: string): string {
  const point = char.codePointAt(0) ?? 0;
  if (point < 128) return char;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}

/**
 * The words of a text in order. Scripts without spaces give every two neighbouring characters (Han, kana, Hangul) or
 * every three (Thai, Lao, Khmer, Burmese).
 */
export function searchWords(source: string): { readonly text: string; readonly words: SearchWord[] } {
  const { text, size } = scan(source);
  const words: SearchWord[] = [];
  for (let k = 0; k < size; k++) {
    const [start, end] = [found.starts[k] ?? 0, found.ends[k] ?? 0];
    const key = foldWord(text.slice(start, end));
    if (key !== '') words.push({ key, start, end });
  }
  return { text, words };
}

const DENSE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** No character of these scripts stands before Thai. */
const FIRST_DENSE = 0xe00;

/** True for a piece of a script without spaces: such a piece stands for itself, it has no endings. */
export const isDense = (key: string): boolean => key.charCodeAt(0) >= FIRST_DENSE && DENSE.test(key);

/** Letters that decide in which part of an index a word is: what begins alike lies together. */
const HEAD = 4;

/**
 * In which of so many parts of an index a word is. Words with the same first letters are in one part, so that one
 * fetch gives all endings of a word.
 */
export function partOf(key: string, parts: number): number {
  const head = key.startsWith('@') ? key : isDense(key) ? (key[0] ?? '') : key.slice(0, HEAD);
  let hash = 0x811c9dc5;
  for (let i = 0; i < head.length; i++) hash = Math.imul(hash ^ head.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % parts;
}

/**
 * The beginnings of words that mean the same as a word of a query. Endings of a few letters are taken off long words:
 * `Gjirokastra` finds `Gjirokastër`, and no list of endings of any language is needed.
 */
export function stemOf(key: string): string {
  if (/\d/.test(key)) return key;
  const length = key.length;
  return key.slice(0, length - (length >= 10 ? 3 : length >= 7 ? 2 : length === 6 ? 1 : 0));
}
