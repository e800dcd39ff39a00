import type { Book } from './book.js';
import { SAID } from './compare.js';
import { type Found, noFinds, TOLD } from './search.js';
import type { RelateSettings } from './types.js';
import { FIRST_KNOWN } from './weights.js';

/**
 * What the searches of one language have found. A search looks at older articles alone, so what it found stands as long
 * as they and the article itself are the same: a new story needs one search, an edit of an old one those from there on.
 */
export interface Finds {
  /** Of each article, oldest first. */
  readonly keys: readonly string[];
  /** Where the finds of each article begin; one more than there are articles. */
  readonly starts: Uint32Array;
  /** Places of what was found, nearest first. */
  readonly places: Uint32Array;
  /** Their scores, in millionths. */
  readonly scores: Uint32Array;
  readonly book: Book;
  /** Of each article's first `TOLD` finds the words that say most of both, `SAID` ids each; none where nobody asked. */
  readonly said: Uint32Array;
}

/** Ids that an article has in `said`. */
const ROW = TOLD * SAID;

/** The finds of earlier builds, by language and settings. A cache: what is forgotten is searched for again. */
export interface FindsMemory {
  get(name: string): Finds | null;
  /** What is put is what there is now; it may be what `get` gave. */
  put(name: string, finds: Finds): void;
  /** Those that were not put since the last time are forgotten. */
  save(): void;
}

const MILLION = 1e6;

/**
 * How many articles from the oldest on find what they found. What is rare is known to the first few from all of them, so
 * these stand or fall together.
 */
export function unchanged(before: Finds | null, keys: readonly string[]): number {
  let count = 0;
  while (count < keys.length && before?.keys[count] === keys[count]) count += 1;
  const all = count === keys.length && count === before?.keys.length;
  return all || count >= FIRST_KNOWN ? count : 0;
}

/** Under which name the finds of a language are remembered: what they depend on besides the articles. */
export const findsName = (
  language: string,
  { minimum, reasons }: Pick<RelateSettings, 'minimum' | 'reasons'>,
): string => `${language} ${minimum}${reasons ? ' reasons' : ''}`;

/** Puts the finds of one article after the other. */
export interface FindsWriter {
  add(found: Found): void;
  done(keys: readonly string[], book: Book): Finds;
}

/**
 * @param count how many articles keep what was found before
 * @param reasons whether words are kept too
 */
export function writeFinds(before: Finds | null, count: number, all: number, reasons: boolean): FindsWriter {
  const starts = new Uint32Array(all + 1);
  if (before !== null) starts.set(before.starts.subarray(0, count + 1));
  let end = starts[count] ?? 0;
  let places = new Uint32Array(Math.max(1024, end * 2));
  let scores = new Uint32Array(places.length);
  if (before !== null) {
    places.set(before.places.subarray(0, end));
    scores.set(before.scores.subarray(0, end));
  }
  const said = new Uint32Array(reasons ? all * ROW : 0);
  if (reasons && before !== null) said.set(before.said.subarray(0, count * ROW));
  let place = count;
  return {
    add(found) {
      if (reasons) said.set(found.said.subarray(0, Math.min(found.size, TOLD) * SAID), place * ROW);
      if (end + found.size > places.length) {
        places = grown(places);
        scores = grown(scores);
      }
      for (let f = 0; f < found.size; f++) {
        places[end] = found.places[f] ?? 0;
        scores[end] = Math.round((found.scores[f] ?? 0) * MILLION);
        end += 1;
      }
      place += 1;
      starts[place] = end;
    },
    done: (keys, book) => ({
      keys,
      starts,
      places: places.slice(0, end),
      scores: scores.slice(0, end),
      book,
      said,
    }),
  };
}

/** The words that say most of two articles, of which `newer` found the other; none where it did not, or nobody asked. */
export function saidOf({ starts, places, said }: Finds, newer: number, older: number): readonly number[] {
  const from = starts[newer] ?? 0;
  const end = Math.min(starts[newer + 1] ?? 0, from + TOLD);
  for (let f = from; said.length > 0 && f < end; f++) {
    if (places[f] !== older) continue;
    const at = newer * ROW + (f - from) * SAID;
    return [...said.subarray(at, at + SAID)].filter((id) => id !== 0);
  }
  return [];
}

/**
 * Puts together what several threads have found, each for one article in turn.
 *
 * @param same how many articles keep what was found before
 */
export function joinFinds(
  before: Finds | null,
  same: number,
  parts: readonly Finds[],
  keys: readonly string[],
  book: Book,
  reasons: boolean,
): Finds {
  const finds = writeFinds(before, same, keys.length, reasons);
  const found = noFinds(reasons);
  for (let at = 0; at < keys.length - same; at++) {
    const part = parts[at % parts.length];
    if (part === undefined) continue;
    const place = Math.floor(at / parts.length);
    readFinds(part, place, found);
    if (reasons) found.said.set(part.said.subarray(place * ROW, (place + 1) * ROW));
    finds.add(found);
  }
  return finds.done(keys, book);
}

/** Reads the finds of an article into `into`. */
export function readFinds({ starts, places, scores }: Finds, place: number, into: Found): void {
  const from = starts[place] ?? 0;
  into.size = (starts[place + 1] ?? 0) - from;
  for (let f = 0; f < into.size; f++) {
    into.places[f] = places[from + f] ?? 0;
    into.scores[f] = (scores[from + f] ?? 0) / MILLION;
  }
}

function grown(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(list.length * 2);
  larger.set(list);
  return larger;
}
