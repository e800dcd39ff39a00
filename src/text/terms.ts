import { PASSAGE_BEGINS, type Terms } from '../model/article.js';
import { printsOf } from './prints.js';
import { found, MAX_TEXT, type Scanned, scan } from './scan.js';

/** What an article says, for comparing it with others. */
export interface TermsInput {
  readonly title: string;
  /** The editor's own summary; empty where there is none. */
  readonly summary: string;
  readonly tags: readonly string[];
  /** The text without markup, one block a line. */
  readonly text: string;
}

/** Different words of an article that count; a longer text is judged by those that come first. */
export const MAX_TERMS = 4096;
/** Words from which on a passage ends with its paragraph. */
const PASSAGE = 80;

/**
 * The words of an article with their counts, twice as much in the headline. A word is a run of letters, marks and
 * digits (NFKC, lower case); scripts without spaces give every pair (Han, kana, Hangul) or three (Thai, Lao, Khmer,
 * Burmese) of neighbouring characters. No stemming, no list of common words: rarity tells what matters.
 */
export function termsOf(input: TermsInput): Terms {
  counter.clear();
  addAll(scan(input.title), 2, true);
  const headline = counter.size;
  addAll(scan(input.summary), 1, true);
  for (const tag of input.tags) addAll(scan(tag), 1, false);
  const body = scan(input.text);
  addAll(body, 1, true);
  passages.end();
  return {
    ids: counter.ids.slice(0, counter.size),
    counts: counter.counts.slice(0, counter.size),
    headline,
    passages: passages.take(),
    ...printsOf(found.ids, body.size),
  };
}

/** Counts all that the last scan found; `inPassage`: as part of the running text. */
function addAll({ text, size }: Scanned, by: number, inPassage: boolean): void {
  const { ids, starts, ends } = found;
  let end = 0;
  for (let k = 0; k < size; k++) {
    const place = counter.add(ids[k] ?? 0, by);
    if (!inPassage) continue;
    const start = starts[k] ?? 0;
    if (passages.words >= PASSAGE && hasLineBreak(text, end, start)) passages.end();
    end = ends[k] ?? 0;
    if (place >= 0) passages.add(place);
  }
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0x0a) return true;
  return false;
}

/** The ids of a text's words, in order, each as often as it stands there. The same on every machine. */
export function termIds(text: string): Uint32Array {
  const { size } = scan(text);
  return new Uint32Array(found.ids.subarray(0, size));
}

// ------------------------------------------------------------------ counting

/**
 * An open-addressing table over the words of one article, used again for each: no objects, no strings. `ids` and
 * `counts` are in the order of first appearance. Counts stop at 255: more says nothing more.
 */
function makeCounter() {
  const ids = new Uint32Array(MAX_TERMS);
  const counts = new Uint8Array(MAX_TERMS);
  const slots = new Uint16Array(MAX_TERMS * 4);
  const mask = slots.length - 1;
  const self = {
    ids,
    counts,
    size: 0,
    clear(): void {
      slots.fill(0);
      self.size = 0;
    },
    /** Counts a word; its place among the ids, −1 where there are too many. */
    add(signed: number, by: number): number {
      const id = signed >>> 0;
      let slot = id & mask;
      let at = slots[slot] ?? 0;
      while (at !== 0 && ids[at - 1] !== id) {
        slot = (slot + 1) & mask;
        at = slots[slot] ?? 0;
      }
      if (at !== 0) {
        counts[at - 1] = Math.min(255, (counts[at - 1] ?? 0) + by);
        return at - 1;
      }
      if (self.size === MAX_TERMS) return -1;
      ids[self.size] = id;
      counts[self.size] = by;
      self.size += 1;
      slots[slot] = self.size;
      return self.size - 1;
    },
  };
  return self;
}

/** The different words of each passage, as `Terms.passages` says. */
function makePassages() {
  const entries = new Uint16Array(MAX_TEXT * 2);
  /** By place, the number of the passage that it was last in. */
  const lastIn = new Uint32Array(MAX_TERMS);
  let size = 0;
  let number = 0;
  /** Where this passage begins, and the one before. */
  let begin = 0;
  let beginBefore = -1;
  const self = {
    /** Words of this passage up to now, each as often as it stands there. */
    words: 0,
    add(place: number): void {
      if (self.words === 0) number += 1;
      self.words += 1;
      if (lastIn[place] === number || size === entries.length) return;
      lastIn[place] = number;
      entries[size] = size === begin ? place + PASSAGE_BEGINS : place;
      size += 1;
    },
    /** Ends the passage; a short one, which only the last can be, is joined to the one before. */
    end(): void {
      if (self.words < PASSAGE && beginBefore >= 0) self.join();
      beginBefore = begin;
      begin = size;
      self.words = 0;
    },
    join(): void {
      number += 1;
      for (let at = beginBefore; at < begin; at++) lastIn[(entries[at] ?? 0) & ~PASSAGE_BEGINS] = number;
      let to = begin;
      for (let at = begin; at < size; at++) {
        const place = (entries[at] ?? 0) & ~PASSAGE_BEGINS;
        if (lastIn[place] !== number) entries[to++] = place;
      }
      size = to;
    },
    /** All passages; then there are none. */
    take(): Uint16Array {
      const all = entries.slice(0, size);
      size = 0;
      number = 0;
      begin = 0;
      beginBefore = -1;
      self.words = 0;
      lastIn.fill(0);
      return all;
    },
  };
  return self;
}

// ------------------------------------------------------------------ scanning

const counter = makeCounter();
const passages = makePassages();
