import { PASSAGE_BEGINS } from '../../model/article.js';
import { ONE, WEIGHT_BITS } from './bits.js';
import { type Placed, ROOTS, type Weights } from './weights.js';

/** How much it counts that a text speaks of what the other is headed, beside the words' own likeness of 1. */
const HEADLINE = 0.7;
/** How much the passage counts that is nearest to the other. */
const PASSAGE = 0.7;
/** What two equal texts could come to. */
const WHOLE = 1 + HEADLINE + PASSAGE;

/** Words that are told of two articles at most. */
export const SAID = 4;

/** The sieve's size less one: it fits where the processor looks first. */
const SIEVE = (1 << 14) - 1;

/** What one word of the older article adds to the likeness of two. */
export interface Part {
  readonly id: number;
  readonly part: number;
  /** True where the older article is headed so. */
  readonly headline: boolean;
}

/** Compares one article, the newer, with others. */
export interface Comparer {
  /** Takes the newer article. */
  take(place: number): void;
  /** Its likeness to an older one, from 0 to 1. */
  with(other: number): number;
  /** What makes up that likeness, word by word. */
  parts(other: number): Part[];
  /** Puts the ids of the `SAID` words that say most of both into `into` from `at` on, the weightiest first; then zeros. */
  said(other: number, into: Uint32Array, at: number): void;
  /** Gives the article back, before the next is taken. */
  release(): void;
}

/**
 * Likeness is made of three: what both texts say (the cosine of their vectors), how much the newer speaks of what the
 * older is headed, and how near its nearest passage is to the older: a digest or a background piece has a paragraph
 * about another story although the whole is about something else.
 */
export function makeComparer(docs: readonly Placed[], weights: Weights): Comparer {
  const { offsets, ids, vectors, headlineOffsets, headlines } = weights;
  /** Place of a word in the newer article, from 1, by the word's number; 0 where it hasn't it. */
  const places = new Uint16Array(weights.vocabularySize);
  let from = 0;
  let to = 0;

  // The passages of the newer article. Those of a word stand from `starts[place]` on.
  let starts = new Uint32Array(1);
  let passageOf = new Uint32Array(0);
  let shares = new Float64Array(0);
  let sums = new Float64Array(0);
  let count = 0;

  let most = 0;
  for (let d = 0; d < docs.length; d++) most = Math.max(most, (offsets[d + 1] ?? 0) - (offsets[d] ?? 0));
  /** Of an older article: which of its words the newer one may have too, with their weights. */
  const hits = new Uint32Array(most + 1);
  /** What the newer article's words say of it, by their places from 1. */
  const mine = new Uint16Array(most + 1);
  /** What a word of the newer article says in a passage, where it counts once. */
  const onces = new Float64Array(most);
  /** A first, small sieve for words: 1 where the newer article has a word with the same last bits. */
  const sieve = new Uint8Array(SIEVE + 1);
  /** What the words that say most of both come to, the largest first. */
  const largest = new Float64Array(SAID);

  function readPassages(place: number): void {
    const terms = docs[place]?.terms;
    const entries = terms?.passages ?? NO_ENTRIES;
    const size = to - from;
    if (starts.length < size + 2) starts = new Uint32Array((size + 2) * 2);
    else starts.fill(0, 0, size + 2);
    if (passageOf.length < entries.length) {
      passageOf = new Uint32Array(entries.length * 2);
      shares = new Float64Array(entries.length * 2);
    }
    count = 0;
    for (let e = 0; e < entries.length; e++) {
      const entry = entries[e] ?? 0;
      if (entry >= PASSAGE_BEGINS) count += 1;
      const word = (entry & ~PASSAGE_BEGINS) + 2;
      if ((mine[word - 1] ?? 0) > 0) starts[word] = (starts[word] ?? 0) + 1;
    }
    for (let word = 2; word < size + 2; word++) starts[word] = (starts[word] ?? 0) + (starts[word - 1] ?? 0);
    if (sums.length < count) sums = new Float64Array(count * 2);

    // In a passage a word counts once, so its weight there is without the root of its count.
    for (let word = 0; word < size; word++) {
      onces[word] = (mine[word + 1] ?? 0) / (ROOTS[terms?.counts[word] ?? 1] ?? 1);
    }
    let passage = 0;
    for (let begin = 0; begin < entries.length; passage++) {
      let square = 0;
      let end = begin;
      do {
        const once = onces[(entries[end] ?? 0) & ~PASSAGE_BEGINS] ?? 0;
        square += once * once;
        end += 1;
      } while (end < entries.length && (entries[end] ?? 0) < PASSAGE_BEGINS);
      const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (; begin < end; begin++) {
        const word = (entries[begin] ?? 0) & ~PASSAGE_BEGINS;
        if ((mine[word + 1] ?? 0) === 0) continue;
        const at = starts[word + 1] ?? 0;
        starts[word + 1] = at + 1;
        passageOf[at] = passage;
        shares[at] = (onces[word] ?? 0) * scale;
      }
    }
  }

  /** The nearest passage, of which `sums` then tells. */
  let nearest = 0;

  return {
    take(place) {
      from = offsets[place] ?? 0;
      to = offsets[place + 1] ?? 0;
      for (let at = from; at < to; at++) {
        const word = vectors[at] ?? 0;
        const weight = word & ONE;
        mine[at - from + 1] = weight;
        // What stands in half of all texts says nothing, and would be met in each of them.
        if (weight === 0) continue;
        const number = word >>> WEIGHT_BITS;
        places[number] = at - from + 1;
        sieve[number & SIEVE] = 1;
      }
      readPassages(place);
    },
    with(other) {
      const otherFrom = offsets[other] ?? 0;
      const otherTo = offsets[other + 1] ?? 0;
      // What the newer speaks of what the older is headed; then which words both may have, without a branch that the
      // processor would guess wrong; then what they say.
      const headlineFrom = headlineOffsets[other] ?? 0;
      const headline = (headlineOffsets[other + 1] ?? 0) - headlineFrom;
      let spoken = 0;
      for (let k = 0; k < headline; k++) {
        const word = places[(vectors[otherFrom + k] ?? 0) >>> WEIGHT_BITS] ?? 0;
        if (word > 0) spoken += (mine[word] ?? 0) * (headlines[headlineFrom + k] ?? 0);
      }
      let size = 0;
      for (let at = otherFrom; at < otherTo; at++) {
        const word = vectors[at] ?? 0;
        hits[size] = word;
        size += sieve[(word >>> WEIGHT_BITS) & SIEVE] ?? 0;
      }
      let sum = 0;
      sums.fill(0, 0, count);
      for (let h = 0; h < size; h++) {
        const hit = hits[h] ?? 0;
        const word = places[hit >>> WEIGHT_BITS] ?? 0;
        if (word === 0) continue;
        const weight = hit & ONE;
        sum += (mine[word] ?? 0) * weight;
        const end = starts[word] ?? 0;
        for (let p = starts[word - 1] ?? 0; p < end; p++) {
          const passage = passageOf[p] ?? 0;
          sums[passage] = (sums[passage] ?? 0) + (shares[p] ?? 0) * weight;
        }
      }
      nearest = 0;
      for (let p = 1; p < count; p++) if ((sums[p] ?? 0) > (sums[nearest] ?? 0)) nearest = p;
      const passage = count > 0 ? (sums[nearest] ?? 0) / ONE : 0;
      return ((sum + HEADLINE * spoken) / (ONE * ONE) + PASSAGE * passage) / WHOLE;
    },
    parts(other) {
      this.with(other);
      const otherFrom = offsets[other] ?? 0;
      const headlineFrom = headlineOffsets[other] ?? 0;
      const inHeadline = (headlineOffsets[other + 1] ?? 0) - headlineFrom;
      const parts: Part[] = [];
      ids.subarray(otherFrom, offsets[other + 1]).forEach((id, k) => {
        const hit = vectors[otherFrom + k] ?? 0;
        const word = places[hit >>> WEIGHT_BITS] ?? 0;
        if (word === 0) return;
        const headline = k < inHeadline;
        const weight = hit & ONE;
        let own = weight;
        if (headline) own += HEADLINE * (headlines[headlineFrom + k] ?? 0);
        let part = ((mine[word] ?? 0) * own) / (ONE * ONE);
        for (let p = starts[word - 1] ?? 0; p < (starts[word] ?? 0); p++) {
          if (passageOf[p] === nearest) part += (PASSAGE * (shares[p] ?? 0) * weight) / ONE;
        }
        if (part > 0) parts.push({ id, part: part / WHOLE, headline });
      });
      return parts;
    },
    said(other, into, at) {
      const otherFrom = offsets[other] ?? 0;
      const count = (offsets[other + 1] ?? 0) - otherFrom;
      const headlineFrom = headlineOffsets[other] ?? 0;
      const headline = (headlineOffsets[other + 1] ?? 0) - headlineFrom;
      let size = 0;
      for (let k = 0; k < count; k++) {
        const hit = vectors[otherFrom + k] ?? 0;
        const word = places[hit >>> WEIGHT_BITS] ?? 0;
        if (word === 0) continue;
        const headed = k < headline ? HEADLINE * (headlines[headlineFrom + k] ?? 0) : 0;
        const part = (mine[word] ?? 0) * ((hit & ONE) + headed);
        if (part === 0 || (size === SAID && part <= (largest[size - 1] ?? 0))) continue;
        let slot = size < SAID ? size++ : size - 1;
        for (; slot > 0 && (largest[slot - 1] ?? 0) < part; slot--) {
          largest[slot] = largest[slot - 1] ?? 0;
          into[at + slot] = into[at + slot - 1] ?? 0;
        }
        largest[slot] = part;
        into[at + slot] = ids[otherFrom + k] ?? 0;
      }
      into.fill(0, at + size, at + SAID);
    },
    release() {
      for (let at = from; at < to; at++) {
        const number = (vectors[at] ?? 0) >>> WEIGHT_BITS;
        places[number] = 0;
        sieve[number & SIEVE] = 0;
      }
    },
  };
}

const NO_ENTRIES = new Uint16Array();
