import type { Terms } from '../../model/article.js';
import { AT_ONCE, finish, type Steps } from './steps.js';
import { makeVocabulary } from './vocabulary.js';

/** What an article says; by what its versions are known is of no use here. */
type Words = Omit<Terms, 'prints' | 'thinning'>;

/** One article of one language, in its place: oldest first, ties by id. */
export interface Placed {
  readonly terms: Words;
  /** Days since 1970. */
  readonly day: number;
  /** Months since year 0. */
  readonly month: number;
}

/** The weight 1 as a whole number of 12 bits. Sums of whole numbers are the same in any order, on every machine. */
export const ONE = 4095;
/** Bits of a weight. In a vector the word's number stands above them. */
export const WEIGHT_BITS = 12;
/**
 * The largest number of a word, a million: where there are more words, the rarest share numbers. 0 is none: words that
 * no article has which is searched for.
 */
const LAST_NUMBER = 2 ** (32 - WEIGHT_BITS) - 1;
/** Words by which an article is found. All its words count where two articles are compared. */
export const STRONGEST = 128;
/** Rarity is known from so many of the oldest articles at least. */
export const FIRST_KNOWN = 200;

/** What the words of all articles say of them. Articles go by their place. */
export interface Weights {
  /** Where each article's numbers begin; one more than there are articles. */
  readonly offsets: Uint32Array;
  /**
   * Each article's words in the order of `Terms.ids`: the word's number in the vocabulary, and how much it says of the
   * article in the last bits. A vector has the length `ONE`. One number for both, since most of the time is spent waiting for memory.
   */
  readonly vectors: Uint32Array;
  /** The same for the headline alone, in the order of the first ids. */
  readonly headlineOffsets: Uint32Array;
  readonly headlines: Uint16Array;
  /** Each article's strongest words, by their places in `Terms.ids`. */
  readonly strongOffsets: Uint32Array;
  readonly strongPlaces: Uint16Array;
  readonly vocabularySize: number;
}

/** What was weighed before. */
export interface Weighed {
  /** So many articles, from the oldest on, are what they were. Nothing is searched for them. */
  readonly count: number;
  /** What each of their words says of them, as `weightsOf` gave it. */
  readonly weights: Uint16Array;
}

/**
 * Weighs every word of every article: the square root of its count times its rarity, as rarity was known before the
 * article's own month. A later article can so never change what an earlier one weighs.
 *
 * @param before those are not weighed again, and only words that the other articles have get numbers
 */
export const weigh = (docs: readonly Placed[], before: Weighed | null = null): Weights =>
  finish(weighing(docs, before));

/** The same, with a pause now and then. */
export function* weighing(docs: readonly Placed[], before: Weighed | null = null): Steps<Weights> {
  const count = docs.length;
  const offsets = new Uint32Array(count + 1);
  const headlineOffsets = new Uint32Array(count + 1);
  const strongOffsets = new Uint32Array(count + 1);
  docs.forEach(({ terms }, d) => {
    offsets[d + 1] = (offsets[d] ?? 0) + terms.ids.length;
    headlineOffsets[d + 1] = (headlineOffsets[d] ?? 0) + terms.headline;
    strongOffsets[d + 1] = (strongOffsets[d] ?? 0) + Math.min(STRONGEST, terms.ids.length);
  });
  const vectors = new Uint32Array(offsets[count] ?? 0);
  const headlines = new Uint16Array(headlineOffsets[count] ?? 0);
  const strongPlaces = new Uint16Array(strongOffsets[count] ?? 0);

  const kept = before?.count ?? 0;
  const vocabularySize = yield* numberWords(docs, kept, offsets, vectors);
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
  knowUntil(Math.min(FIRST_KNOWN, count));

  /** Fills `weights` with what an article's words say of it. */
  const weighOne = ({ ids, counts }: Words, at: number): void => {
    const length = ids.length;
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

  let month = Number.NaN;
  for (const [d, doc] of docs.entries()) {
    if (d % AT_ONCE === 0) yield;
    if (doc.month !== month) {
      month = doc.month;
      if (known < d) knowUntil(d);
    }
    const { terms } = doc;
    const length = terms.ids.length;
    const at = offsets[d] ?? 0;
    if (before !== null && d < kept) weights.set(before.weights.subarray(at, at + length));
    else weighOne(terms, at);
    for (let k = 0; k < length; k++) vectors[at + k] = (vectors[at + k] ?? 0) | (weights[k] ?? 0);
    weighHeadline(terms, headlineOffsets[d] ?? 0);
    pickStrongest(weights, length, strongPlaces, strongOffsets[d] ?? 0);
  }
  return {
    offsets,
    vectors,
    headlineOffsets,
    headlines,
    strongOffsets,
    strongPlaces,
    vocabularySize,
  };
}

/** What each word of each article says of it, for `Weighed`. */
export function weightsOf({ vectors }: Weights): Uint16Array {
  const weights = new Uint16Array(vectors.length);
  for (let at = 0; at < vectors.length; at++) weights[at] = (vectors[at] ?? 0) & ONE;
  return weights;
}

/**
 * Puts the number of every word into its place in a vector, without a weight as yet.
 *
 * @param kept the first articles, whose words get a number only where a later article has them too
 * @returns one more than the largest number
 */
function* numberWords(
  docs: readonly Placed[],
  kept: number,
  offsets: Uint32Array,
  vectors: Uint32Array,
): Steps<number> {
  // An archive of news has about ten words of its own an article.
  const vocabulary = makeVocabulary((docs.length - kept) * 8);
  const shifted = (number: number): number => ((number % LAST_NUMBER) + 1) << WEIGHT_BITS;
  for (let d = kept; d < docs.length; d++) {
    if (d % AT_ONCE === 0) yield;
    const ids = docs[d]?.terms.ids ?? NO_WORDS;
    const at = offsets[d] ?? 0;
    for (let k = 0; k < ids.length; k++) vectors[at + k] = shifted(vocabulary.numberOf(ids[k] ?? 0));
  }
  if (kept > 0) yield* numberKnown(docs, kept, offsets, vectors, (id) => vocabulary.find(id), shifted);
  return Math.min(vocabulary.size, LAST_NUMBER) + 1;
}

/** The size less one of a first sieve for words, by their last bits. */
const SIEVE = 2 ** 16 - 1;

/** Numbers those words of the first articles that later ones have too: of a new story few, so most fall through a sieve. */
function* numberKnown(
  docs: readonly Placed[],
  kept: number,
  offsets: Uint32Array,
  vectors: Uint32Array,
  find: (id: number) => number,
  shifted: (number: number) => number,
): Steps<void> {
  const sieve = new Uint8Array(SIEVE + 1);
  for (let d = kept; d < docs.length; d++) {
    const ids = docs[d]?.terms.ids ?? NO_WORDS;
    for (let k = 0; k < ids.length; k++) sieve[(ids[k] ?? 0) & SIEVE] = 1;
  }
  const left = new Uint32Array(docs.reduce((most, { terms }) => Math.max(most, terms.ids.length), 0) + 1);
  for (let d = 0; d < kept; d++) {
    if (d % AT_ONCE === 0) yield;
    const ids = docs[d]?.terms.ids ?? NO_WORDS;
    const at = offsets[d] ?? 0;
    let size = 0;
    for (let k = 0; k < ids.length; k++) {
      left[size] = k;
      size += sieve[(ids[k] ?? 0) & SIEVE] ?? 0;
    }
    for (let l = 0; l < size; l++) {
      const k = left[l] ?? 0;
      const number = find(ids[k] ?? 0);
      if (number >= 0) vectors[at + k] = shifted(number);
    }
  }
}

const NO_WORDS = new Uint32Array();

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
