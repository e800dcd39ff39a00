import type { Terms } from '../../model/article.js';
import { makeVocabulary } from './vocabulary.js';

/** One article of one language, in its place: oldest first, ties by id. */
export interface Placed {
  readonly terms: Terms;
  /** Days since 1970. */
  readonly day: number;
  /** Months since year 0. */
  readonly month: number;
}

/** The weight 1 as a whole number. Sums of whole numbers are the same in any order, on every machine. */
export const ONE = 32768;
/** Words by which an article is found. All its words count where two articles are compared. */
export const STRONGEST = 128;
/** Rarity is known from so many of the oldest articles at least. */
export const FIRST_KNOWN = 200;

/** What the words of all articles say of them. Articles go by their place. */
export interface Weights {
  /** Where each article's numbers begin; one more than there are articles. */
  readonly offsets: Uint32Array;
  /** Each article's words by their numbers in the vocabulary, in the order of `Terms.ids`. */
  readonly numbers: Uint32Array;
  /** How much each of them says of its article; an article's vector has the length `ONE`. */
  readonly words: Uint16Array;
  /** The same for the headline alone, in the order of the first ids. */
  readonly headlineOffsets: Uint32Array;
  readonly headlines: Uint16Array;
  /** Each article's strongest words: number in the vocabulary, place in `Terms.ids`. */
  readonly strongOffsets: Uint32Array;
  readonly strongWords: Uint32Array;
  readonly strongPlaces: Uint16Array;
  readonly vocabularySize: number;
}

/**
 * Weighs every word of every article: the square root of its count times its rarity, as rarity was known before the
 * article's own month. A later article can so never change what an earlier one weighs.
 */
export function weigh(docs: readonly Placed[]): Weights {
  const count = docs.length;
  const offsets = new Uint32Array(count + 1);
  const headlineOffsets = new Uint32Array(count + 1);
  const strongOffsets = new Uint32Array(count + 1);
  docs.forEach(({ terms }, d) => {
    offsets[d + 1] = (offsets[d] ?? 0) + terms.ids.length;
    headlineOffsets[d + 1] = (headlineOffsets[d] ?? 0) + terms.headline;
    strongOffsets[d + 1] = (strongOffsets[d] ?? 0) + Math.min(STRONGEST, terms.ids.length);
  });
  const numbers = new Uint32Array(offsets[count] ?? 0);
  const words = new Uint16Array(offsets[count] ?? 0);
  const headlines = new Uint16Array(headlineOffsets[count] ?? 0);
  const strongWords = new Uint32Array(strongOffsets[count] ?? 0);
  const strongPlaces = new Uint16Array(strongOffsets[count] ?? 0);

  const vocabulary = makeVocabulary();
  const logs = logarithms(count + 1);
  docs.forEach(({ terms: { ids } }, d) => {
    const at = offsets[d] ?? 0;
    for (let k = 0; k < ids.length; k++) numbers[at + k] = vocabulary.numberOf(ids[k] ?? 0);
  });

  /** How many of the oldest articles, `known` in number, have each word. */
  const frequency = new Uint32Array(vocabulary.size);
  let known = 0;
  const knowUntil = (end: number): void => {
    for (let at = offsets[known] ?? 0; at < (offsets[end] ?? 0); at++) {
      const number = numbers[at] ?? 0;
      frequency[number] = (frequency[number] ?? 0) + 1;
    }
    known = end;
  };

  const values = new Float64Array(docs.reduce((most, { terms }) => Math.max(most, terms.ids.length), 0));
  knowUntil(Math.min(FIRST_KNOWN, count));
  let month = Number.NaN;
  docs.forEach((doc, d) => {
    if (doc.month !== month) {
      month = doc.month;
      if (known < d) knowUntil(d);
    }
    const { ids, counts, headline } = doc.terms;
    const at = offsets[d] ?? 0;
    const headlineAt = headlineOffsets[d] ?? 0;
    const most = logs[known + 1] ?? 0;
    let square = 0;
    let headlineSquare = 0;
    for (let k = 0; k < ids.length; k++) {
      const often = frequency[numbers[at + k] ?? 0] ?? 0;
      const rarity = often * 2 > known ? 0 : most - (logs[often + 1] ?? 0);
      const value = (ROOTS[counts[k] ?? 0] ?? 0) * rarity;
      values[k] = value;
      square += value * value;
      if (k < headline) headlineSquare += rarity * rarity;
    }
    const scale = square > 0 ? ONE / Math.sqrt(square) : 0;
    for (let k = 0; k < ids.length; k++) words[at + k] = Math.round((values[k] ?? 0) * scale);
    const headlineScale = headlineSquare > 0 ? ONE / Math.sqrt(headlineSquare) : 0;
    for (let k = 0; k < headline; k++) {
      const rarity = (values[k] ?? 0) / (ROOTS[counts[k] ?? 0] ?? 1);
      headlines[headlineAt + k] = Math.round(rarity * headlineScale);
    }
    pickStrongest(words, at, ids.length, strongPlaces, strongOffsets[d] ?? 0);
    for (let s = strongOffsets[d] ?? 0; s < (strongOffsets[d + 1] ?? 0); s++) {
      strongWords[s] = numbers[at + (strongPlaces[s] ?? 0)] ?? 0;
    }
  });
  return {
    offsets,
    numbers,
    words,
    headlineOffsets,
    headlines,
    strongOffsets,
    strongWords,
    strongPlaces,
    vocabularySize: vocabulary.size,
  };
}

/** Square roots of 0 … 255: what a count makes of a rarity. */
export const ROOTS = Float64Array.from({ length: 256 }, (_, count) => Math.sqrt(count));

/** Logarithms to base 2 of 0 … most, rounded far below what matters: libraries differ in the last bit. */
function logarithms(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let n = 1; n <= most; n++) logs[n] = Math.round(Math.log2(n) * 0x100000000) / 0x100000000;
  return logs;
}

const BUCKETS = 1024;
const buckets = new Uint32Array(BUCKETS + 1);

/** The places of the strongest words, in their order in the article; among equals those that come first. */
function pickStrongest(
  words: Uint16Array,
  at: number,
  length: number,
  places: Uint16Array,
  placesAt: number,
): void {
  if (length <= STRONGEST) {
    for (let k = 0; k < length; k++) places[placesAt + k] = k;
    return;
  }
  buckets.fill(0);
  for (let k = 0; k < length; k++) {
    const bucket = (words[at + k] ?? 0) >> 5;
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  let limit = BUCKETS;
  let above = 0;
  while (above + (buckets[limit] ?? 0) < STRONGEST) {
    above += buckets[limit] ?? 0;
    limit -= 1;
  }
  let room = STRONGEST - above;
  let next = placesAt;
  for (let k = 0; k < length; k++) {
    const bucket = (words[at + k] ?? 0) >> 5;
    if (bucket < limit || (bucket === limit && room-- <= 0)) continue;
    places[next] = k;
    next += 1;
  }
}
