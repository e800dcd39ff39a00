import type { Terms } from '../model/article.js';
import { MAX_TEXT } from './scan.js';

/** Neighbouring words that make one print: fewer are said by many, more break with every small edit. */
const WORDS = 4;
/** Prints of a text at most. */
export const MOST_PRINTS = 128;

/** By gram: its hash. */
const hashes = new Int32Array(MAX_TEXT + 1);
/** The different prints found, and where each is among them, from 1, behind an open-addressing table. */
const kept = new Int32Array(MOST_PRINTS);
const slots = new Uint8Array(MOST_PRINTS * 4);

/**
 * The prints of a running text: hashes of every four neighbouring words, thinned where there are too many. A print
 * stays by its own value alone, so that two texts keep the same ones of what they share, however long each is.
 *
 * @param ids the text's words in order, as `scan` finds them
 * @param size how many of them there are
 */
export function printsOf(ids: Int32Array, size: number): Pick<Terms, 'prints' | 'thinning'> {
  const grams = Math.max(0, size - WORDS + 1);
  for (let k = 0; k < grams; k++) hashes[k] = hash(ids, k);
  // Each try ends as soon as there are too many, so that all together cost little more than the last.
  let thinning = 0;
  let count = keep(grams, 0);
  while (count < 0) {
    thinning += 1;
    count = keep(grams, 2 ** thinning - 1);
  }
  return { prints: Uint32Array.from(kept.subarray(0, count), (print) => print >>> 0), thinning };
}

/** Keeps the different prints that end in zeros where the mask has ones; their number, −1 where they are too many. */
function keep(grams: number, mask: number): number {
  slots.fill(0);
  let count = 0;
  for (let k = 0; k < grams; k++) {
    const print = hashes[k] ?? 0;
    if ((print & mask) !== 0) continue;
    let slot = (print >>> 23) & (slots.length - 1);
    let at = slots[slot] ?? 0;
    while (at !== 0 && kept[at - 1] !== print) {
      slot = (slot + 1) & (slots.length - 1);
      at = slots[slot] ?? 0;
    }
    if (at !== 0) continue;
    if (count === MOST_PRINTS) return -1;
    kept[count] = print;
    count += 1;
    slots[slot] = count;
  }
  return count;
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
  return h ^ (h >>> 16);
}
