import { PASSAGE_BEGINS } from '../../model/article.js';
import { ONE, type Placed, ROOTS, type Weights } from './weights.js';

/** How much it counts that a text speaks of what the other is headed, beside the words' own likeness of 1. */
const HEADLINE = 0.7;
/** How much the passage counts that is nearest to the other. */
const PASSAGE = 0.7;
/** What two equal texts could come to. */
const WHOLE = 1 + HEADLINE + PASSAGE;

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
  /** Gives the article back, before the next is taken. */
  release(): void;
}

/**
 * Likeness is made of three: what both texts say (the cosine of their vectors), how much the newer speaks of what the
 * older is headed, and how near its nearest passage is to the older: a digest or a background piece has a paragraph
 * about another story although the whole is about something else.
 */
export function makeComparer(docs: readonly Placed[], weights: Weights): Comparer {
  const { offsets, numbers, words, headlineOffsets, headlines } = weights;
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

  const most = docs.reduce((all, { terms }) => Math.max(all, terms.ids.length), 0);
  const hitWords = new Uint16Array(most + 1);
  const hitWeights = new Uint16Array(most + 1);

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
      starts[word] = (starts[word] ?? 0) + 1;
    }
    for (let word = 2; word < size + 2; word++) starts[word] = (starts[word] ?? 0) + (starts[word - 1] ?? 0);
    if (sums.length < count) sums = new Float64Array(count * 2);

    // In a passage a word counts once, so its weight there is without the root of its count.
    let passage = -1;
    let begin = 0;
    let square = 0;
    for (let e = 0; e <= entries.length; e++) {
      const entry = entries[e] ?? PASSAGE_BEGINS;
      if (entry >= PASSAGE_BEGINS || e === entries.length) {
        const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
        for (let b = begin; b < e; b++) {
          const word = (entries[b] ?? 0) & ~PASSAGE_BEGINS;
          const at = starts[word + 1] ?? 0;
          starts[word + 1] = at + 1;
          passageOf[at] = passage;
          shares[at] = once(word, terms?.counts) * scale;
        }
        passage += 1;
        begin = e;
        square = 0;
      }
      const weight = once(entry & ~PASSAGE_BEGINS, terms?.counts);
      square += weight * weight;
    }
  }

  function once(word: number, counts: Uint8Array | undefined): number {
    return (words[from + word] ?? 0) / (ROOTS[counts?.[word] ?? 1] ?? 1);
  }

  /** The nearest passage, of which `sums` then tells. */
  let nearest = 0;

  return {
    take(place) {
      from = offsets[place] ?? 0;
      to = offsets[place + 1] ?? 0;
      for (let at = from; at < to; at++) places[numbers[at] ?? 0] = at - from + 1;
      readPassages(place);
    },
    with(other) {
      const otherFrom = offsets[other] ?? 0;
      const otherTo = offsets[other + 1] ?? 0;
      // First which words both have, without a branch that the processor would guess wrong; then what they say.
      let hits = 0;
      for (let at = otherFrom; at < otherTo; at++) {
        const word = places[numbers[at] ?? 0] ?? 0;
        hitWords[hits] = word;
        hitWeights[hits] = words[at] ?? 0;
        hits -= -word >> 31;
      }
      let sum = 0;
      sums.fill(0, 0, count);
      for (let h = 0; h < hits; h++) {
        const word = hitWords[h] ?? 0;
        const weight = hitWeights[h] ?? 0;
        sum += (words[from + word - 1] ?? 0) * weight;
        const end = starts[word] ?? 0;
        for (let p = starts[word - 1] ?? 0; p < end; p++) {
          const passage = passageOf[p] ?? 0;
          sums[passage] = (sums[passage] ?? 0) + (shares[p] ?? 0) * weight;
        }
      }
      const headlineFrom = headlineOffsets[other] ?? 0;
      const headline = (headlineOffsets[other + 1] ?? 0) - headlineFrom;
      let spoken = 0;
      for (let k = 0; k < headline; k++) {
        const word = places[numbers[otherFrom + k] ?? 0] ?? 0;
        if (word > 0) spoken += (words[from + word - 1] ?? 0) * (headlines[headlineFrom + k] ?? 0);
      }
      nearest = 0;
      for (let p = 1; p < count; p++) if ((sums[p] ?? 0) > (sums[nearest] ?? 0)) nearest = p;
      const passage = count > 0 ? (sums[nearest] ?? 0) / ONE : 0;
      return ((sum + HEADLINE * spoken) / (ONE * ONE) + PASSAGE * passage) / WHOLE;
    },
    parts(other) {
      this.with(other);
      const terms = docs[other]?.terms;
      const otherFrom = offsets[other] ?? 0;
      const parts: Part[] = [];
      terms?.ids.forEach((id, k) => {
        const word = places[numbers[otherFrom + k] ?? 0] ?? 0;
        if (word === 0) return;
        const headline = k < terms.headline;
        const weight = words[otherFrom + k] ?? 0;
        let own = weight;
        if (headline) own += HEADLINE * (headlines[(headlineOffsets[other] ?? 0) + k] ?? 0);
        let part = ((words[from + word - 1] ?? 0) * own) / (ONE * ONE);
        for (let p = starts[word - 1] ?? 0; p < (starts[word] ?? 0); p++) {
          if (passageOf[p] === nearest) part += (PASSAGE * (shares[p] ?? 0) * weight) / ONE;
        }
        if (part > 0) parts.push({ id, part: part / WHOLE, headline });
      });
      return parts;
    },
    release() {
      for (let at = from; at < to; at++) places[numbers[at] ?? 0] = 0;
    },
  };
}

const NO_ENTRIES = new Uint16Array();
