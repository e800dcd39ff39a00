/** Characters of one field that are read at most. */
export const MAX_TEXT = 200_000;

/** A scan's result: how many terms stand in `found`, and the text, normalised, that their places refer to. */
export interface Scanned {
  readonly text: string;
  readonly size: number;
}

/** Terms of the last scan in order; ids as signed numbers, which are small integers to the engine. */
export const found = {
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

export function scan(source: string): Scanned {
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
  const { kind, folded } = unit < 128 ? plain(unit) : classify(String.fromCharCode(unit));
  KIND[unit] = kind;
  FOLDED[unit] = folded;
  return kind;
}

/** As `classify` has it of ASCII, without patterns of all Unicode: to a browser, that must compile them first, they are dear. */
function plain(unit: number): { readonly kind: number; readonly folded: number } {
  const lower = unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  const isWord = (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return { kind: isWord ? WORD : BREAK, folded: lower };
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

/** The id of a word, as a scan of a text with it gives. */
export function idOf(word: string): number {
  let hash = SEED;
  for (const char of word) {
    const point = char.codePointAt(0) ?? 0;
    if (point > 0xffff) hash = mix(hash, astral(point).folded);
    else hash = mix(hash, (KIND[point] || learn(point)) === SURROGATE ? point : (FOLDED[point] ?? 0));
  }
  return seal(hash);
}
