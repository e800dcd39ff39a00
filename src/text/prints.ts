import type { Terms } from '../model/article.js';

/** Neighbouring words that make one print: fewer are said by many, more break with every small edit. */
const WORDS = 4;
/** Prints of a text at most. */
export const MOST_PRINTS = 128;

const kept = new Set<number>();

/**
 * The prints of a running text: hashes of every four neighbouring words, thinned where there are too many. A print
 * stays by its own value alone, so that two texts keep the same ones of what they share, however long each is.
 *
 * @param ids the text's words in order, as `scan` finds them
 * @param size how many of them there are
 */
export function printsOf(ids: Int32Array, size: number): Pick<Terms, 'prints' | 'thinning'> {
  kept.clear();
  let thinning = 0;
  let mask = 0;
  for (let k = WORDS - 1; k < size; k++) {
    const print = hash(ids, k - WORDS + 1);
    if ((print & mask) !== 0) continue;
    kept.add(print);
    while (kept.size > MOST_PRINTS) {
      thinning += 1;
      mask = mask * 2 + 1;
      for (const other of kept) if ((other & mask) !== 0) kept.delete(other);
    }
  }
  return { prints: Uint32Array.from(kept), thinning };
}

/** Of the words from a place on; by integer steps alone, so that it is the same everywhere. */
function hash(ids: Int32Array, from: number): number {
  let h = 0x2545f491;
  for (let k = from; k < from + WORDS; k++) {
    h = Math.imul(h ^ (ids[k] ?? 0), 0x9e3779b1);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
