import type { Terms } from '../model/article.js';

/** What an article says, for comparing it with others. */
export interface TermsInput {
  readonly title: string;
  /** The editor's own summary; empty where there is none. */
  readonly summary: string;
  readonly tags: readonly string[];
  /** The text without markup. */
  readonly text: string;
}

/** Different words of an article that count; a longer text is judged by those that come first. */
export const MAX_TERMS = 4096;

/**
 * The words of an article with their counts, twice as much in the headline. A word is a run of letters, marks and
 * digits (NFKC, lower case); scripts without spaces give every pair (Han, kana, Hangul) or three (Thai, Lao, Khmer,
 * Burmese) of neighbouring characters. No stemming, no list of common words: rarity tells what matters.
 */
export function termsOf(input: TermsInput): Terms {
  const counter = scratch;
  counter.clear();
  scan(input.title, counter.twice);
  const headline = counter.size;
  scan(input.summary, counter.once);
  for (const tag of input.tags) scan(tag, counter.once);
  scan(input.text, counter.once);
  return { ids: counter.ids.slice(0, counter.size), counts: counter.counts.slice(0, counter.size), headline };
}

/**
 * The words behind the ids, as the article first writes them. For explaining only: it reads the whole article again.
 */
export function wordsOf(input: TermsInput, ids: ReadonlySet<number>): Map<number, string> {
  const words = new Map<number, string>();
  const collect: Emit = (id, text, start, end) => {
    if (ids.has(id) && !words.has(id)) words.set(id, text.slice(start, end).replace(UNSEEN, ''));
  };
  for (const part of [input.title, input.summary, ...input.tags, input.text]) scan(part, collect);
  return words;
}

/** The id of a word: the same in every article, on every machine. */
export function termId(word: string): number {
  let first = 0;
  let found = false;
  scan(word, (id) => {
    if (!found) first = id;
    found = true;
  });
  return first;
}

// ------------------------------------------------------------------ counting

/**
 * An open-addressing table over the words of one article, used again for each: no objects, no strings. `ids` and
 * `counts` are in the order of first appearance. Counts stop at 255: more says nothing more.
 */
function makeCounter() {
  const ids = new Uint32Array(MAX_TERMS);
  const counts = new Uint8Array(MAX_TERMS);
  const slots = new Uint16Array(MAX_TERMS * 4);
  const mask = slots.length - 1;
  const counter = {
    ids,
    counts,
    size: 0,
    clear(): void {
      // Clearing all is quicker than finding the used ones again, but for short texts.
      slots.fill(0);
      counter.size = 0;
    },
    once: (id: number): void => add(id, 1),
    twice: (id: number): void => add(id, 2),
  };
  function add(id: number, by: number): void {
    let slot = id & mask;
    for (;;) {
      const at = slots[slot] ?? 0;
      if (at === 0) break;
      if (ids[at - 1] === id) {
        counts[at - 1] = Math.min(255, (counts[at - 1] ?? 0) + by);
        return;
      }
      slot = (slot + 1) & mask;
    }
    if (counter.size === MAX_TERMS) return;
    ids[counter.size] = id;
    counts[counter.size] = by;
    counter.size += 1;
    slots[slot] = counter.size;
  }
  return counter;
}

// ------------------------------------------------------------------ scanning

type Emit = (id: number, text: string, start: number, end: number) => void;

/** What a character does to a run of them. */
const BREAK = 1;
/** As if it were not there: soft hyphen, direction marks, vowel points. */
const SKIP = 2;
/** Goes on with a run, begins none. */
const MARK = 3;
/** Part of a word in a script with spaces. */
const WORD = 4;
/** Scripts without spaces: every two, every three neighbours make a term. */
const PAIR = 5;
const TRIPLE = 6;
const SURROGATE = 7;
/** Added to the others: NFKC may change this character or join it to the one before. */
const UNNORMAL = 8;

/** By UTF-16 unit, filled as units are met: 0 is "not met yet". */
const KIND = new Uint8Array(0x10000);
const FOLDED = new Uint16Array(0x10000);
const ASTRAL = new Map<number, { readonly kind: number; readonly folded: number }>();

const LETTER = /^[\p{L}\p{M}\p{N}]$/u;
const ANY_LETTER = /[\p{L}\p{M}\p{N}]/u;
const IS_MARK = /^\p{M}$/u;
const IS_DIGIT = /^\p{Nd}$/u;
const IS_PAIR = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc\uff70]$/u;
const IS_TRIPLE = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
/** Soft hyphen, joiners and marks of direction; the Arabic tatweel; vowel points of Arabic and Hebrew. */
const IS_SKIPPED =
  /^[\u00ad\u034f\u061c\u0640\u064b-\u0652\u0670\u0591-\u05c7\u180e\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]$/;
const UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** Signs that NFKC would glue to the word before: "Linux™" is not "linuxtm". */
const GLUED = /[\u2120\u2122]/g;
/** Letters that keyboards and capitals make different although readers see one. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['ς', 'σ'],
  ['ي', 'ی'],
  ['ى', 'ی'],
  ['ك', 'ک'],
  ['İ', 'i'],
]);

function scan(source: string, emit: Emit): void {
  const text = isNormal(source) ? source : source.replace(GLUED, ' ').normalize('NFKC');
  let run = BREAK;
  let start = 0;
  let length = 0;
  let hash = SEED;
  let last = 0;
  let beforeLast = 0;
  for (let i = 0; i < text.length; i++) {
    const begin = i;
    const unit = text.charCodeAt(i);
    let kind = KIND[unit] || learn(unit);
    let folded = FOLDED[unit] ?? 0;
    if (kind === SURROGATE) {
      const point = text.codePointAt(i) ?? 0;
      if (point > 0xffff) i += 1;
      const found = astral(point);
      kind = found.kind;
      folded = found.folded;
    }
    kind &= ~UNNORMAL;
    if (kind === SKIP) continue;
    if (kind === MARK) {
      if (run !== WORD) continue;
      kind = WORD;
    }
    if (kind !== run) {
      finish(emit, run, length, hash, text, start, begin);
      run = kind;
      start = begin;
      length = 0;
      hash = SEED;
    }
    if (kind === BREAK) continue;
    length += 1;
    hash = mix(hash, folded);
    if (kind === WORD) continue;
    // A run without spaces: the two characters before are at hand.
    if (kind === PAIR) {
      if (length >= 2) {
        emit(seal(mix(mix(SEED, last), folded)), text, start, i + 1);
        start = begin;
      }
    } else if (length >= 3) {
      emit(seal(mix(mix(mix(SEED, beforeLast), last), folded)), text, begin - 2, i + 1);
    }
    beforeLast = last;
    last = folded;
  }
  finish(emit, run, length, hash, text, start, text.length);
}

/** False where NFKC may change the text; most texts need none of it. */
function isNormal(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let kind = KIND[unit] || learn(unit);
    if (kind === SURROGATE) kind = astral(text.codePointAt(i) ?? 0).kind;
    if (kind > UNNORMAL) return false;
  }
  return true;
}

function finish(
  emit: Emit,
  run: number,
  length: number,
  hash: number,
  text: string,
  start: number,
  end: number,
): void {
  if (run === WORD || (run === PAIR && length === 1) || (run === TRIPLE && length < 3)) {
    emit(seal(hash), text, start, end);
  }
}

function learn(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) {
    KIND[unit] = SURROGATE;
    return SURROGATE;
  }
  const found = classify(String.fromCharCode(unit));
  KIND[unit] = found.kind;
  FOLDED[unit] = found.folded;
  return found.kind;
}

function astral(point: number): { readonly kind: number; readonly folded: number } {
  let found = ASTRAL.get(point);
  if (!found) {
    // A lone surrogate is no character.
    found = point > 0xffff ? classify(String.fromCodePoint(point)) : { kind: BREAK, folded: 0 };
    ASTRAL.set(point, found);
  }
  return found;
}

function classify(char: string): { readonly kind: number; readonly folded: number } {
  const folded = fold(char);
  if (IS_SKIPPED.test(char)) return { kind: SKIP, folded };
  const composed = char.normalize('NFKC');
  // What NFKC turns into signs alone is a break either way: "…" and the no-break space needn't be normalised.
  if (!ANY_LETTER.test(composed) || /^[\u2120\u2122]$/.test(char)) return { kind: BREAK, folded };
  const unnormal = composed !== char || IS_MARK.test(char) || isJamo(char) ? UNNORMAL : 0;
  return { kind: runOf(char) + unnormal, folded };
}

function runOf(char: string): number {
  if (IS_DIGIT.test(char)) return WORD;
  if (IS_PAIR.test(char)) return PAIR;
  if (IS_TRIPLE.test(char)) return TRIPLE;
  if (IS_MARK.test(char)) return MARK;
  return LETTER.test(char) ? WORD : BREAK;
}

/** Hangul letters that NFKC joins into syllables. */
function isJamo(char: string): boolean {
  return char >= '\u1100' && char <= '\u11ff';
}

/** The code point that stands for a character: lower case, digits of every script as ASCII. */
function fold(char: string): number {
  const lower = SAME.get(char) ?? char.toLowerCase();
  const point = lower.codePointAt(0) ?? 0;
  if (!IS_DIGIT.test(lower)) return point;
  // Digits stand in rows of ten, zero first.
  let zero = point;
  while (point - zero < 9 && IS_DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return 0x30 + point - zero;
}

// ------------------------------------------------------------------- hashing

const SEED = 0x2545f491;

/** One step of a 32-bit hash; made of integer steps alone, so that it is the same everywhere. */
function mix(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, 0x9e3779b1);
  return h ^ (h >>> 15);
}

/** Spreads the last steps over all bits (the end of MurmurHash3). */
function seal(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const scratch = makeCounter();
