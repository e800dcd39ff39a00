/*
 * Where a word stands, as a short text: of each article how many are between it and the one before, times three, plus
 * what the word weighs there. Small numbers, which most are, take one character. JSON needs no escapes for it, and what
 * is the same again and again goes when a host compresses it.
 */

/** What a word weighs in an article: it stands in the text; around it, or often in it; in the headline. */
export type Weight = 0 | 1 | 2;

/** An article and a word's weight in it are one number: the article's times this, plus the weight. */
export const WEIGHTS = 3;

const ALPHABET = "!#$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}";
/** So many characters end a number; as many others go on with it. */
const ENDS = 44;

const CODES = Uint8Array.from(ALPHABET, (char) => char.charCodeAt(0));
const SIGNS = new Uint8Array(128);
for (const [sign, code] of CODES.entries()) SIGNS[code] = sign;

/** Before the places of a word that is in the text of so many articles that only those where it weighs more are named. */
export const COMMON = '~';

/** Characters that one article takes at most. */
export const MOST_SIGNS = 7;

/** A part of a list of places. */
export interface Places {
  readonly places: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/**
 * Writes places, articles ascending, as ASCII.
 *
 * @param into has `MOST_SIGNS` bytes for each place behind `at`
 * @param least leaves out places where the word weighs less
 * @returns where the text ends
 */
export function encodePlaces(
  { places, from, to }: Places,
  least: Weight,
  into: Uint8Array,
  at: number,
): number {
  let end = at;
  let before = -1;
  for (let i = from; i < to; i++) {
    const place = places[i] ?? 0;
    const weight = place % WEIGHTS;
    if (weight < least) continue;
    const article = (place - weight) / WEIGHTS;
    let value = (article - before - 1) * WEIGHTS + weight;
    before = article;
    while (value >= ENDS) {
      const low = value % ENDS;
      into[end++] = CODES[ENDS + low] ?? 0;
      value = (value - low) / ENDS;
    }
    into[end++] = CODES[value] ?? 0;
  }
  return end;
}

/** Tells every article and the word's weight in it, in ascending order. */
export function decodePlaces(text: string, tell: (article: number, weight: number) => void): void {
  let article = -1;
  let value = 0;
  let unit = 1;
  for (let i = text.startsWith(COMMON) ? 1 : 0; i < text.length; i++) {
    const sign = SIGNS[text.charCodeAt(i)] ?? 0;
    value += (sign % ENDS) * unit;
    unit *= ENDS;
    if (sign >= ENDS) continue;
    article += Math.trunc(value / WEIGHTS) + 1;
    tell(article, value % WEIGHTS);
    value = 0;
    unit = 1;
  }
}
