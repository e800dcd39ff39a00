import { PASSAGE_BEGINS, type Terms } from '../model/article.js';

/** What an article says, for comparing it with others. */
export interface TermsInput {
  readonly title: string;
  /** The editor's own summary; empty where there is none. */
  readonly summary: string;
  readonly tags: readonly string[];
  /** The text without markup, one block a line. */
  readonly text: string;
}

/** Different words of an article that count; a longer text is judged by those that come first. */
export const MAX_TERMS = 4096;
/** Characters of one field that are read at most. */
const MAX_TEXT = 200_000;
/** Words from which on a passage ends with its paragraph. */
const PASSAGE = 80;

/**
 * The words of an article with their counts, twice as much in the headline. A word is a run of letters, marks and
 * digits (NFKC, lower case); scripts without spaces give every pair (Han, kana, Hangul) or three (Thai, Lao, Khmer,
 * Burmese) of neighbouring characters. No stemming, no list of common words: rarity tells what matters.
 */
export function termsOf(input: TermsInput): Terms {
  counter.clear();
  addAll(scan(input.title), 2, true);
  const headline = counter.size;
  addAll(scan(input.summary), 1, true);
  for (const tag of input.tags) addAll(scan(tag), 1, false);
  addAll(scan(input.text), 1, true);
  passages.end();
  return {
    ids: counter.ids.slice(0, counter.size),
    counts: counter.counts.slice(0, counter.size),
    headline,
    passages: passages.take(),
  };
}

/** Counts all that the last scan found; `inPassage`: as part of the running text. */
function addAll({ text, size }: Scanned, by: number, inPassage: boolean): void {
  const { ids, starts, ends } = found;
  let end = 0;
  for (let k = 0; k < size; k++) {
    const place = counter.add(ids[k] ?? 0, by);
    if (!inPassage) continue;
    const start = starts[k] ?? 0;
    if (passages.words >= PASSAGE && hasLineBreak(text, end, start)) passages.end();
    end = ends[k] ?? 0;
    if (place >= 0) passages.add(place);
  }
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0x0a) return true;
  return false;
}

/**
 * The words behind the ids, as the article first writes them. For explaining only: it reads the whole article again.
 */
export function wordsOf(input: TermsInput, ids: ReadonlySet<number>): Map<number, string> {
  const words = new Map<number, string>();
  for (const part of [input.title, input.summary, ...input.tags, input.text]) {
    const { text, size } = scan(part);
    for (let k = 0; k < size; k++) {
      const id = (found.ids[k] ?? 0) >>> 0;
      if (!ids.has(id) || words.has(id)) continue;
      words.set(id, text.slice(found.starts[k], found.ends[k]).replace(UNSEEN, ''));
    }
  }
  return words;
}

/** The ids of a text's words, in order, each as often as it stands there. The same on every machine. */
export function termIds(text: string): Uint32Array {
  const { size } = scan(text);
  return new Uint32Array(found.ids.subarray(0, size));
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
  const self = {
    ids,
    counts,
    size: 0,
    clear(): void {
      slots.fill(0);
      self.size = 0;
    },
    /** Counts a word; its place among the ids, −1 where there are too many. */
    add(signed: number, by: number): number {
      const id = signed >>> 0;
      let slot = id & mask;
      let at = slots[slot] ?? 0;
      while (at !== 0 && ids[at - 1] !== id) {
        slot = (slot + 1) & mask;
        at = slots[slot] ?? 0;
      }
      if (at !== 0) {
        counts[at - 1] = Math.min(255, (counts[at - 1] ?? 0) + by);
        return at - 1;
      }
      if (self.size === MAX_TERMS) return -1;
      ids[self.size] = id;
      counts[self.size] = by;
      self.size += 1;
      slots[slot] = self.size;
      return self.size - 1;
    },
  };
  return self;
}

/** The different words of each passage, as `Terms.passages` says. */
function makePassages() {
  const entries = new Uint16Array(MAX_TEXT * 2);
  /** By place, the number of the passage that it was last in. */
  const lastIn = new Uint32Array(MAX_TERMS);
  let size = 0;
  let number = 0;
  /** Where this passage begins, and the one before. */
  let begin = 0;
  let beginBefore = -1;
  const self = {
    /** Words of this passage up to now, each as often as it stands there. */
    words: 0,
    add(place: number): void {
      if (self.words === 0) number += 1;
      self.words += 1;
      if (lastIn[place] === number || size === entries.length) return;
      lastIn[place] = number;
      entries[size] = size === begin ? place + PASSAGE_BEGINS : place;
      size += 1;
    },
    /** Ends the passage; a short one, which only the last can be, is joined to the one before. */
    end(): void {
      if (self.words < PASSAGE && beginBefore >= 0) self.join();
      beginBefore = begin;
      begin = size;
      self.words = 0;
    },
    join(): void {
      number += 1;
      for (let at = beginBefore; at < begin; at++) lastIn[(entries[at] ?? 0) & ~PASSAGE_BEGINS] = number;
      let to = begin;
      for (let at = begin; at < size; at++) {
        const place = (entries[at] ?? 0) & ~PASSAGE_BEGINS;
        if (lastIn[place] !== number) entries[to++] = place;
      }
      size = to;
    },
    /** All passages; then there are none. */
    take(): Uint16Array {
      const all = entries.slice(0, size);
      size = 0;
      number = 0;
      begin = 0;
      beginBefore = -1;
      self.words = 0;
      lastIn.fill(0);
      return all;
    },
  };
  return self;
}

// ------------------------------------------------------------------ scanning

/** A scan's result: how many terms stand in `found`, and the text, normalised, that their places refer to. */
interface Scanned {
  readonly text: string;
  readonly size: number;
}

/** Terms of the last scan in order; ids as signed numbers, which are small integers to the engine. */
const found = {
  ids: new Int32Array(MAX_TEXT + 1),
  starts: new Int32Array(MAX_TEXT + 1),
  ends: new Int32Array(MAX_TEXT + 1),
};

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
const IS_SKIPPED = /^(?:\p{Cf}|\u034f|\u0640|[\u0591-\u05c7]|[\u064b-\u0652]|\u0670|[\ufe00-\ufe0f])$/u;
const UNSEEN = /\p{Cf}/gu;
/** The non-joiner parts the words of Persian: "کتاب‌های" is read as two, as with a space. */
const NON_JOINER = '\u200c';
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

function scan(source: string): Scanned {
  const text = source.length > MAX_TEXT ? source.slice(0, MAX_TEXT) : source;
  const size = scanText(text, false);
  if (size >= 0) return { text, size };
  const normal = text.replace(GLUED, ' ').normalize('NFKC').slice(0, MAX_TEXT);
  return { text: normal, size: scanText(normal, true) };
}

/** The number of terms found; −1 where the text must be normalised first, which few need. */
function scanText(text: string, normal: boolean): number {
  const { ids, starts, ends } = found;
  const length = text.length;
  let size = 0;
  let i = 0;
  while (i < length) {
    let unit = text.charCodeAt(i);
    let kind = KIND[unit] || learn(unit);
    if (kind === WORD) {
      const start = i;
      let hash = SEED;
      do {
        const h = Math.imul(hash ^ (FOLDED[unit] ?? 0), STEP);
        hash = h ^ (h >>> 15);
        i += 1;
        if (i === length) break;
        unit = text.charCodeAt(i);
        kind = KIND[unit] || learn(unit);
      } while (kind === WORD);
      if (i === length || kind === BREAK) {
        ids[size] = seal(hash);
        starts[size] = start;
        ends[size] = i;
        size += 1;
        i += 1;
        continue;
      }
      // Ended by something else: rarely, and then from the beginning.
      i = start;
    } else if (kind === BREAK || kind === SKIP) {
      i += 1;
      continue;
    }
    size = scanRun(text, i, size, normal);
    if (size < 0) return -1;
    i = after;
  }
  return size;
}

/** Where the run that `scanRun` read last ends. */
let after = 0;

/** One run of any script; adds its terms to `found` and returns how many there are now, −1 as `scanText`. */
function scanRun(text: string, start: number, before: number, normal: boolean): number {
  let size = before;
  let run = 0;
  let length = 0;
  let hash = SEED;
  let last = 0;
  let beforeLast = 0;
  let lastAt = start;
  let beforeLastAt = start;
  let i = start;
  let next = start;
  for (; i < text.length; i = next) {
    const unit = text.charCodeAt(i);
    let kind = KIND[unit] || learn(unit);
    let folded = FOLDED[unit] ?? 0;
    next = i + 1;
    if (kind === SURROGATE) {
      const point = text.codePointAt(i) ?? 0;
      ({ kind, folded } = astral(point));
      if (point > 0xffff) next += 1;
    }
    if (kind > UNNORMAL) {
      if (!normal) return -1;
      kind -= UNNORMAL;
    }
    if (kind === SKIP) continue;
    if (kind === MARK) {
      // A mark goes on with a word; among pairs it adds nothing, alone it is nothing.
      if (run !== WORD) continue;
      kind = WORD;
    }
    if (run === 0) {
      if (kind === BREAK) break;
      run = kind;
    }
    if (kind !== run) break;
    length += 1;
    hash = mix(hash, folded);
    if (run === PAIR && length >= 2) {
      size = put(size, mix(mix(SEED, last), folded), lastAt, next);
    } else if (run === TRIPLE && length >= 3) {
      size = put(size, mix(mix(mix(SEED, beforeLast), last), folded), beforeLastAt, next);
    }
    beforeLast = last;
    beforeLastAt = lastAt;
    last = folded;
    lastAt = i;
  }
  // A word; or too short for a pair or a triple: what there is.
  if (run === WORD || (run === PAIR && length === 1) || (run === TRIPLE && length < 3)) {
    size = put(size, hash, start, i);
  }
  after = run === 0 ? next : i;
  return size;
}

function put(size: number, hash: number, start: number, end: number): number {
  found.ids[size] = seal(hash);
  found.starts[size] = start;
  found.ends[size] = end;
  return size + 1;
}

function learn(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) {
    KIND[unit] = SURROGATE;
    return SURROGATE;
  }
  const { kind, folded } = classify(String.fromCharCode(unit));
  KIND[unit] = kind;
  FOLDED[unit] = folded;
  return kind;
}

function astral(point: number): { readonly kind: number; readonly folded: number } {
  let known = ASTRAL.get(point);
  if (!known) {
    // A lone surrogate is no character.
    known = point > 0xffff ? classify(String.fromCodePoint(point)) : { kind: BREAK, folded: 0 };
    ASTRAL.set(point, known);
  }
  return known;
}

function classify(char: string): { readonly kind: number; readonly folded: number } {
  const folded = fold(char);
  if (char !== NON_JOINER && IS_SKIPPED.test(char)) return { kind: SKIP, folded };
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
const STEP = 0x9e3779b1;

/** One step of a 32-bit hash; made of integer steps alone, so that it is the same everywhere. */
function mix(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, STEP);
  return h ^ (h >>> 15);
}

/** Spreads the last steps over all bits (the end of MurmurHash3). Signed: a small integer to the engine, no object. */
function seal(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const counter = makeCounter();
const passages = makePassages();
