import { ONE, STRONG } from './bits.js';
import type { Weights } from './weights.js';

/**
 * What the words of all articles of a language say of them, oldest first: what was weighed once is not weighed again, nor
 * are the words of those articles read. A cache; all numbers of one kind lie in one list.
 */
export interface Book {
  /** Where each article's words begin; one more than there are articles. */
  readonly offsets: Uint32Array;
  /** The words in the order of `Terms.ids`. */
  readonly ids: Uint32Array;
  /** What each says of its article; with `STRONG`, it is one of the strongest. */
  readonly weights: Uint16Array;
  readonly headlineOffsets: Uint32Array;
  /** The same for the headline alone, in the order of the first ids. */
  readonly headlines: Uint16Array;
}

export const NO_BOOK: Book = {
  offsets: new Uint32Array(1),
  ids: new Uint32Array(),
  weights: new Uint16Array(),
  headlineOffsets: new Uint32Array(1),
  headlines: new Uint16Array(),
};

/** What was weighed before: so many articles, from the oldest on, are what they were. Nothing is searched for them. */
export interface Weighed {
  readonly count: number;
  readonly book: Book;
}

/** The book with what was weighed now behind what is kept of the one before. */
export function bookOf(weights: Weights, before: Weighed | null): Book {
  const { offsets, ids, vectors, headlineOffsets, headlines, strongOffsets, strongPlaces } = weights;
  const { count, book } = before ?? { count: 0, book: NO_BOOK };
  const all = offsets.length - 1;
  const [from, headlinesFrom] = [offsets[count] ?? 0, headlineOffsets[count] ?? 0];
  const [kept, headlinesKept] = [book.offsets[count] ?? 0, book.headlineOffsets[count] ?? 0];
  const added = new Uint16Array(vectors.length - from);
  for (let at = 0; at < added.length; at++) added[at] = (vectors[from + at] ?? 0) & ONE;
  for (let d = count; d < all; d++) {
    const start = (offsets[d] ?? 0) - from;
    for (let s = strongOffsets[d] ?? 0; s < (strongOffsets[d + 1] ?? 0); s++) {
      const at = start + (strongPlaces[s] ?? 0);
      added[at] = (added[at] ?? 0) | STRONG;
    }
  }
  return {
    offsets: continued(book.offsets, offsets, count, kept - from),
    ids: joined(Uint32Array, book.ids.subarray(0, kept), ids.subarray(from)),
    weights: joined(Uint16Array, book.weights.subarray(0, kept), added),
    headlineOffsets: continued(book.headlineOffsets, headlineOffsets, count, headlinesKept - headlinesFrom),
    headlines: joined(
      Uint16Array,
      book.headlines.subarray(0, headlinesKept),
      headlines.subarray(headlinesFrom),
    ),
  };
}

function continued(before: Uint32Array, now: Uint32Array, count: number, shift: number): Uint32Array {
  const offsets = new Uint32Array(now.length);
  offsets.set(before.subarray(0, count + 1));
  for (let d = count + 1; d < now.length; d++) offsets[d] = (now[d] ?? 0) + shift;
  return offsets;
}

function joined<T extends Uint16Array | Uint32Array>(List: new (length: number) => T, first: T, then: T): T {
  const list = new List(first.length + then.length);
  list.set(first);
  list.set(then, first.length);
  return list;
}

/** The size less one of a first sieve for words, by their last bits. */
const SIEVE = 2 ** 16 - 1;

/** Those words of kept articles that are looked for, in the order in which they stand in the book. */
export interface Picked {
  /** Where those of each kept article begin; one more than there are. */
  readonly offsets: Uint32Array;
  /** Places in the book. */
  readonly places: Uint32Array;
  /** How many of each article's stand in its headline. */
  readonly headlines: Uint16Array;
}

/** Picks the words of the first articles that one of `wanted` is: for a new story they are few, so most fall through a sieve. */
export function pickWords(
  { offsets, ids, headlineOffsets }: Book,
  count: number,
  wanted: Iterable<Uint32Array>,
  isWanted: (id: number) => boolean,
): Picked {
  const sieve = new Uint8Array(SIEVE + 1);
  for (const list of wanted) for (const id of list) sieve[id & SIEVE] = 1;
  const starts = new Uint32Array(count + 1);
  const headlines = new Uint16Array(count);
  let places = new Uint32Array(1 << 12);
  let size = 0;
  for (let d = 0; d < count; d++) {
    const [from, to] = [offsets[d] ?? 0, offsets[d + 1] ?? 0];
    const headline = from + (headlineOffsets[d + 1] ?? 0) - (headlineOffsets[d] ?? 0);
    if (size + to - from > places.length) {
      const larger = new Uint32Array((size + to - from) * 2);
      larger.set(places);
      places = larger;
    }
    // First what falls through, without a branch that the processor would guess wrong.
    let end = size;
    for (let at = from; at < to; at++) {
      places[end] = at;
      end += sieve[(ids[at] ?? 0) & SIEVE] ?? 0;
    }
    let inHeadline = 0;
    for (let p = size; p < end; p++) {
      const at = places[p] ?? 0;
      if (!isWanted(ids[at] ?? 0)) continue;
      places[size] = at;
      size += 1;
      if (at < headline) inHeadline += 1;
    }
    starts[d + 1] = size;
    headlines[d] = inHeadline;
  }
  return { offsets: starts, places: places.subarray(0, size), headlines };
}
