import { makeBest } from './best.js';
import { ONE, WEIGHT_BITS } from './bits.js';
import { makeComparer, SAID } from './compare.js';
import { NEAREST, nearnessOf, scoreOf } from './score.js';
import type { RelateSettings } from './types.js';
import type { Placed, Weights } from './weights.js';

/** A word in more articles than this finds only those of the last `RECENT_DAYS`. */
const COMMON = 100;
const RECENT_DAYS = 60;
/** How much a word of the headline counts for more in the search, in tenths. */
const HEADLINE_TENTHS = 7;
/** The newest articles that one word finds at most, however many the last days had. */
const NEWEST = 400;
/** Articles whose likeness is measured with all their words. */
const CANDIDATES = 60;

/** Bits of a weight in a posting; above them stands the place of an article, one of two million. */
const POSTING_BITS = 11;
const POSTING_MOST = 2 ** POSTING_BITS - 1;
/** What a word comes to, in tenths, that is all of a text and of its headline. */
const POSTING_WHOLE = ONE * (10 + HEADLINE_TENTHS);

/** Of so many finds, the nearest, the words are told. */
export const TOLD = 24;

/** What one search found: places of older articles, nearest first. Used again by the next search. */
export interface Found {
  size: number;
  readonly places: Int32Array;
  /** Likeness of the texts, from 0 to 1. */
  readonly likeness: Float64Array;
  /** Likeness times nearness in time, rounded to a millionth: what lists are ordered by. */
  readonly scores: Float64Array;
  /** Of the first `TOLD`: ids of the words that say most of both, `SAID` each; none where nobody asks. */
  readonly said: Uint32Array;
}

export interface Search {
  /** Finds what is related to an article among the older ones, and lets later articles find it. In order of place. */
  next(place: number): Found;
  /** The same, where what it finds is known: only lets later articles find it. */
  pass(place: number): void;
}

export function makeSearch(
  docs: readonly Placed[],
  weights: Weights,
  { minimum, reasons }: Pick<RelateSettings, 'minimum' | 'reasons'>,
): Search {
  const { offsets, vectors, headlineOffsets, headlines, strongOffsets, strongPlaces } = weights;
  const days = daysOf(docs);

  // Postings: for each word the articles that it finds, oldest first, filled up as the search goes on. In each the
  // place of an article, and how much the word says of it in the last bits.
  const starts = new Uint32Array(weights.vocabularySize + 1);
  for (let d = 0; d < docs.length; d++) {
    const at = offsets[d] ?? 0;
    for (let s = strongOffsets[d] ?? 0; s < (strongOffsets[d + 1] ?? 0); s++) {
      const word = (vectors[at + (strongPlaces[s] ?? 0)] ?? 0) >>> WEIGHT_BITS;
      if (word > 0) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    }
  }
  for (let word = 1; word < starts.length; word++) {
    starts[word] = (starts[word] ?? 0) + (starts[word - 1] ?? 0);
  }
  const ends = starts.slice(0, weights.vocabularySize);
  const postings = new Uint32Array(starts.at(-1) ?? 0);

  const sums = new Uint32Array(docs.length);
  const touched = new Uint32Array(docs.length);
  /** The first article of the last days. */
  let recent = 0;
  const best = makeBest(CANDIDATES);
  const comparer = makeComparer(docs, weights);
  const found = noFinds(reasons);

  function gather(place: number): void {
    const day = days[place] ?? 0;
    const at = offsets[place] ?? 0;
    while ((days[recent] ?? 0) < day - RECENT_DAYS) recent += 1;
    let size = 0;
    for (let s = strongOffsets[place] ?? 0; s < (strongOffsets[place + 1] ?? 0); s++) {
      const hit = vectors[at + (strongPlaces[s] ?? 0)] ?? 0;
      const weight = hit & ONE;
      if (weight === 0) continue;
      const word = hit >>> WEIGHT_BITS;
      const start = starts[word] ?? 0;
      const end = ends[word] ?? 0;
      const common = end - start > COMMON;
      const stop = common ? Math.max(start, end - NEWEST) : start;
      const since = common ? recent : 0;
      for (let p = end - 1; p >= stop; p--) {
        const posting = postings[p] ?? 0;
        const other = posting >>> POSTING_BITS;
        if (other < since) break;
        const sum = sums[other] ?? 0;
        touched[size] = other;
        size += sum === 0 ? 1 : 0;
        sums[other] = sum + weight * (posting & POSTING_MOST);
      }
    }
    best.clear();
    for (let t = 0; t < size; t++) {
      const other = touched[t] ?? 0;
      const sum = sums[other] ?? 0;
      sums[other] = 0;
      // Most are far below the best few, however near in time.
      if (sum * NEAREST < best.least()) continue;
      best.offer(other, sum * nearnessOf(day - (days[other] ?? 0)));
    }
  }

  function measure(place: number): void {
    comparer.take(place);
    found.size = 0;
    for (let c = 0; c < best.size; c++) {
      const other = best.places[c] ?? 0;
      const likeness = comparer.with(other);
      if (likeness < minimum) continue;
      const near = nearnessOf((days[place] ?? 0) - (days[other] ?? 0));
      insert(found, other, likeness, scoreOf(likeness, near));
    }
    const told = reasons ? Math.min(found.size, TOLD) : 0;
    for (let f = 0; f < told; f++) comparer.said(found.places[f] ?? 0, found.said, f * SAID);
    comparer.release();
  }

  function add(place: number): void {
    const at = offsets[place] ?? 0;
    const headlineAt = headlineOffsets[place] ?? 0;
    const headline = (headlineOffsets[place + 1] ?? 0) - headlineAt;
    for (let s = strongOffsets[place] ?? 0; s < (strongOffsets[place + 1] ?? 0); s++) {
      const k = strongPlaces[s] ?? 0;
      const hit = vectors[at + k] ?? 0;
      const word = hit >>> WEIGHT_BITS;
      if (word === 0) continue;
      let weight = (hit & ONE) * 10;
      if (k < headline) weight += (headlines[headlineAt + k] ?? 0) * HEADLINE_TENTHS;
      const posted = Math.round((weight * POSTING_MOST) / POSTING_WHOLE);
      if (posted === 0) continue;
      const end = ends[word] ?? 0;
      postings[end] = (place << POSTING_BITS) | posted;
      ends[word] = end + 1;
    }
  }

  return {
    next(place) {
      gather(place);
      measure(place);
      add(place);
      return found;
    },
    pass: add,
  };
}

/** Room for what one search finds. */
export const noFinds = (reasons = false): Found => ({
  size: 0,
  places: new Int32Array(CANDIDATES),
  likeness: new Float64Array(CANDIDATES),
  scores: new Float64Array(CANDIDATES),
  said: new Uint32Array(reasons ? TOLD * SAID : 0),
});

/** Days that never fall back, so that no difference is below 0 whatever days the caller gives. */
function daysOf(docs: readonly Placed[]): Int32Array {
  const days = Int32Array.from(docs, (doc) => doc.day);
  for (let d = 1; d < days.length; d++) days[d] = Math.max(days[d] ?? 0, days[d - 1] ?? 0);
  return days;
}

/** Puts an article in its place: by score, then the newer, which has the later place. */
function insert(found: Found, place: number, likeness: number, score: number): void {
  let at = found.size;
  while (at > 0) {
    const before = found.scores[at - 1] ?? 0;
    if (before > score || (before === score && (found.places[at - 1] ?? 0) > place)) break;
    found.places[at] = found.places[at - 1] ?? 0;
    found.likeness[at] = found.likeness[at - 1] ?? 0;
    found.scores[at] = before;
    at -= 1;
  }
  found.places[at] = place;
  found.likeness[at] = likeness;
  found.scores[at] = score;
  found.size += 1;
}
