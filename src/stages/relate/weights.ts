import type { Terms } from '../../model/article.js';
import { ONE, STRONGEST, WEIGHT_BITS } from './bits.js';
import type { Weighed } from './book.js';
import { numberWords } from './numbered.js';
import { AT_ONCE, finish, type Steps } from './steps.js';

/** What an article says; by what its versions are known is of no use here. */
type Words = Omit<Terms, 'prints' | 'thinning'>;

/** One article of one language, in its place: oldest first, ties by id. */
export interface Placed {
  /** None of an article that was weighed before: its words are in the book. */
  readonly terms: Words;
  /** Days since 1970. */
  readonly day: number;
  /** Months since year 0. */
  readonly month: number;
}

/** Rarity is known from so many of the oldest articles at least. */
export const FIRST_KNOWN = 200;

/** What the words of all articles say of them. Articles go by their place. */
export interface Weights {
  /** Where each article's numbers begin; one more than there are articles. */
  readonly offsets: Uint32Array;
  /** Each article's words in the order of `Terms.ids`; of those that were weighed before only those that others have too. */
  readonly ids: Uint32Array;
  /**
   * In the same order: the word's number in the vocabulary, and how much it says of the article in the last bits. A
   * vector has the length `ONE`. One number for both, since most of the time is spent waiting for memory.
   */
  readonly vectors: Uint32Array;
  /** The same for the headline alone, in the order of the first ids. */
  readonly headlineOffsets: Uint32Array;
  readonly headlines: Uint16Array;
  /** Each article's strongest words, by their places in `ids` behind its offset. */
  readonly strongOffsets: Uint32Array;
  readonly strongPlaces: Uint16Array;
  readonly vocabularySize: number;
}

/**
 * Weighs every word of every article: the square root of its count times its rarity, as rarity was known before the
 * article's own month. A later article can so never change what an earlier one weighs.
 *
 * @param before what was weighed before: of it only words count that the other articles have
 */
export const weigh = (docs: readonly Placed[], before: Weighed | null = null): Weights =>
  finish(weighing(docs, before));

/** The same, with a pause now and then. */
export function* weighing(docs: readonly Placed[], before: Weighed | null = null): Steps<Weights> {
  const count = docs.length;
  const kept = before?.count ?? 0;
  const numbered = yield* numberWords(docs, before);
  const { offsets, vectors, headlineOffsets, headlines, strongOffsets, strongPlaces, vocabularySize } =
    numbered;
  const logs = logarithms(count + 1);

  /** How many of the oldest articles, `known` in number, have each word. */
  const frequency = new Uint32Array(vocabularySize);
  let known = 0;
  const knowUntil = (end: number): void => {
    const to = offsets[end] ?? 0;
    for (let at = offsets[known] ?? 0; at < to; at++) {
      const number = (vectors[at] ?? 0) >>> WEIGHT_BITS;
      frequency[number] = (frequency[number] ?? 0) + 1;
    }
    known = end;
  };

  const most = docs.reduce((all, { terms }) => Math.max(all, terms.ids.length), 0);
  const values = new Float64Array(most);
  const weights = new Uint16Array(most);

  /** Fills `weights` with what an article's words say of it. */
  const weighOne = ({ ids: words, counts }: Words, at: number): void => {
    const length = words.length;
    const whole = logs[known + 1] ?? 0;
    let square = 0;
    for (let k = 0; k < length; k++) {
      const often = frequency[(vectors[at + k] ?? 0) >>> WEIGHT_BITS] ?? 0;
      const rarity = often * 2 > known ? 0 : whole - (logs[often + 1] ?? 0);
      const value = (ROOTS[counts[k] ?? 0] ?? 0) * rarity;
      values[k] = value;
      square += value * value;
    }
    const scale = square > 0 ? ONE / Math.sqrt(square) : 0;
    for (let k = 0; k < length; k++) weights[k] = ((values[k] ?? 0) * scale + 0.5) | 0;
  };
  /** The same for the headline alone, in which each word counts once. */
  const weighHeadline = ({ counts, headline }: Words, to: number): void => {
    let square = 0;
    for (let k = 0; k < headline; k++) {
      const value = (weights[k] ?? 0) / (ROOTS[counts[k] ?? 0] ?? 1);
      values[k] = value;
      square += value * value;
    }
    const scale = square > 0 ? ONE / Math.sqrt(square) : 0;
    for (let k = 0; k < headline; k++) headlines[to + k] = ((values[k] ?? 0) * scale + 0.5) | 0;
  };

  // As far as it was when the first of them was weighed.
  const first = docs[kept - 1];
  knowUntil(Math.min(FIRST_KNOWN, count));
  let month = first?.month ?? Number.NaN;
  if (first !== undefined) {
    let start = kept - 1;
    while (start > 0 && docs[start - 1]?.month === month) start -= 1;
    if (known < start) knowUntil(start);
  }
  for (let d = kept; d < count; d++) {
    if (d % AT_ONCE === 0) yield;
    const doc = docs[d];
    if (doc === undefined) continue;
    if (doc.month !== month) {
      month = doc.month;
      if (known < d) knowUntil(d);
    }
    const at = offsets[d] ?? 0;
    const { length } = doc.terms.ids;
    weighOne(doc.terms, at);
    for (let k = 0; k < length; k++) vectors[at + k] = (vectors[at + k] ?? 0) | (weights[k] ?? 0);
    weighHeadline(doc.terms, headlineOffsets[d] ?? 0);
    pickStrongest(weights, length, strongPlaces, strongOffsets[d] ?? 0);
  }
  return numbered;
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
const BUCKET_BITS = WEIGHT_BITS - 10;
const buckets = new Uint32Array(BUCKETS + 1);

/** The places of the strongest words, in their order in the article; among equals those that come first. */
function pickStrongest(weights: Uint16Array, length: number, places: Uint16Array, placesAt: number): void {
  if (length <= STRONGEST) {
    for (let k = 0; k < length; k++) places[placesAt + k] = k;
    return;
  }
  buckets.fill(0);
  for (let k = 0; k < length; k++) {
    const bucket = (weights[k] ?? 0) >> BUCKET_BITS;
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
    const bucket = (weights[k] ?? 0) >> BUCKET_BITS;
    if (bucket < limit || (bucket === limit && room-- <= 0)) continue;
    places[next] = k;
    next += 1;
  }
}
