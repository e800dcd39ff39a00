import { ONE, STRONG, STRONGEST, WEIGHT_BITS } from './bits.js';
import { type Picked, pickWords, type Weighed } from './book.js';
import { AT_ONCE, type Steps } from './steps.js';
import { makeVocabulary, type Vocabulary } from './vocabulary.js';
import type { Placed, Weights } from './weights.js';

/**
 * The largest number of a word, a million: where there are more words, the rarest share numbers. 0 is none: words that
 * no article has which is searched for.
 */
const LAST_NUMBER = 2 ** (32 - WEIGHT_BITS) - 1;

const NO_WORDS = new Uint32Array();

/**
 * Gives every word its number and its place. Articles that were weighed before have their weights already, and only those
 * of their words that others have; of all others the weights are still to come.
 */
export function* numberWords(docs: readonly Placed[], before: Weighed | null): Steps<Weights> {
  const count = docs.length;
  const kept = before?.count ?? 0;
  // An archive of news has about ten words of its own an article.
  const vocabulary = makeVocabulary((count - kept) * 8);
  const picked = before === null ? null : yield* pickKnown(docs, before, vocabulary);

  const offsets = new Uint32Array(count + 1);
  const headlineOffsets = new Uint32Array(count + 1);
  let strongest = 0;
  for (let d = 0; d < count; d++) {
    const { ids, headline } = docs[d]?.terms ?? { ids: NO_WORDS, headline: 0 };
    const isKnown = picked !== null && d < kept;
    const words = isKnown ? (picked.offsets[d + 1] ?? 0) - (picked.offsets[d] ?? 0) : ids.length;
    offsets[d + 1] = (offsets[d] ?? 0) + words;
    headlineOffsets[d + 1] = (headlineOffsets[d] ?? 0) + (isKnown ? (picked.headlines[d] ?? 0) : headline);
    strongest += Math.min(STRONGEST, words);
  }
  const size = offsets[count] ?? 0;
  const weights: Omit<Weights, 'vocabularySize'> = {
    offsets,
    ids: new Uint32Array(size),
    vectors: new Uint32Array(size),
    headlineOffsets,
    headlines: new Uint16Array(headlineOffsets[count] ?? 0),
    strongOffsets: new Uint32Array(count + 1),
    strongPlaces: new Uint16Array(strongest),
  };
  if (before !== null && picked !== null) yield* fillKnown(weights, before, picked, vocabulary);

  const { ids, vectors, strongOffsets } = weights;
  for (let d = kept; d < count; d++) {
    if (d % AT_ONCE === 0) yield;
    const words = docs[d]?.terms.ids ?? NO_WORDS;
    const at = offsets[d] ?? 0;
    ids.set(words, at);
    for (let k = 0; k < words.length; k++) vectors[at + k] = shifted(vocabulary.numberOf(words[k] ?? 0));
    strongOffsets[d + 1] = (strongOffsets[d] ?? 0) + Math.min(STRONGEST, words.length);
  }
  return { ...weights, vocabularySize: Math.min(vocabulary.size, LAST_NUMBER) + 1 };
}

const shifted = (number: number): number => ((number % LAST_NUMBER) + 1) << WEIGHT_BITS;

/** Numbers the words of what is new first, since of all others only these are looked for. */
function* pickKnown(
  docs: readonly Placed[],
  { count, book }: Weighed,
  vocabulary: Vocabulary,
): Steps<Picked> {
  const news: Uint32Array[] = [];
  for (let d = count; d < docs.length; d++) {
    if (d % AT_ONCE === 0) yield;
    const words = docs[d]?.terms.ids ?? NO_WORDS;
    for (let k = 0; k < words.length; k++) vocabulary.numberOf(words[k] ?? 0);
    news.push(words);
  }
  yield;
  const picked = pickWords(book, count, news, (id) => vocabulary.find(id) >= 0);
  yield;
  return picked;
}

/** Puts in what was weighed before, with the numbers that these words have now. */
function* fillKnown(
  {
    offsets,
    ids,
    vectors,
    headlineOffsets,
    headlines,
    strongOffsets,
    strongPlaces,
  }: Omit<Weights, 'vocabularySize'>,
  { count, book }: Weighed,
  picked: Picked,
  vocabulary: Vocabulary,
): Steps<void> {
  let strong = 0;
  for (let d = 0; d < count; d++) {
    if (d % AT_ONCE === 0) yield;
    const from = offsets[d] ?? 0;
    for (let at = from; at < (offsets[d + 1] ?? 0); at++) {
      const place = picked.places[at] ?? 0;
      const id = book.ids[place] ?? 0;
      const weight = book.weights[place] ?? 0;
      ids[at] = id;
      vectors[at] = shifted(vocabulary.find(id)) | (weight & ONE);
      if ((weight & STRONG) !== 0) strongPlaces[strong++] = at - from;
    }
    strongOffsets[d + 1] = strong;
    const to = headlineOffsets[d] ?? 0;
    const shift = (book.headlineOffsets[d] ?? 0) - (book.offsets[d] ?? 0);
    for (let k = 0; k < (picked.headlines[d] ?? 0); k++)
      headlines[to + k] = book.headlines[shift + (picked.places[from + k] ?? 0)] ?? 0;
  }
}
