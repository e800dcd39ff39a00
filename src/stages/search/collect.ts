import { found, idOf, scan } from '../../text/scan.js';
import { WEIGHTS, type Weight } from '../../text/search-code.js';
import { foldWord } from '../../text/search-words.js';

/** A word that is said so often in an article's text weighs more. */
const OFTEN = 3;

/** The words of a period's articles, and where they stand. */
export interface Collector {
  /** What follows is said by the next article; the first is number 0. */
  next(): void;
  add(text: string, weight: Weight): void;
  /**
   * Tells each word, in the order in which they first appear, and its places: articles, ascending, each times `WEIGHTS`
   * plus the word's weight there, as a part of a list.
   */
  done(tell: (word: string, places: Uint32Array, from: number, to: number) => void): void;
}

/*
 * Lists that grow are kept from one period to the next: of a large archive they would else be made a thousand times.
 * Of each word by number: the last article that has it, its place among `values`, how often it stands there.
 */
let seen = new Int32Array(1 << 15);
let place = new Uint32Array(1 << 15);
let times = new Uint32Array(1 << 15);
/** Of each place: the word's number, the article and the weight. */
let wordOf = new Uint32Array(1 << 18);
let values = new Uint32Array(1 << 18);
let sorted = new Uint32Array(1 << 18);

/** Which number an id has: an open-addressing table, since a `Map` makes an object of each large number. */
let ids = new Int32Array(1 << 16);
/** One more than the number; 0 where there is none. */
let numbers = new Uint32Array(1 << 16);
let used = 0;

/**
 * Words are gathered by the ids that `scan` gives them, and looked at as words only once each. Two words may have one id,
 * in forty thousand words about one pair in five times; then both are found under the first.
 */
export function collector(): Collector {
  const words: string[] = [];
  let size = 0;
  let article = -1;
  numbers.fill(0);
  used = 0;

  const create = (id: number, word: string): number => {
    const number = words.length;
    words.push(word);
    learn(id, number);
    if (number === seen.length) {
      seen = grown(seen, new Int32Array(number * 2));
      place = grown(place, new Uint32Array(number * 2));
      times = grown(times, new Uint32Array(number * 2));
    }
    seen[number] = -1;
    return number;
  };
  /** The number of a word that was found, the same for all its spellings. */
  const numberOf = (k: number, text: string): number => {
    const id = found.ids[k] ?? 0;
    const known = numbers[slotOf(id)] ?? 0;
    if (known !== 0) return known - 1;
    const word = foldWord(text.slice(found.starts[k], found.ends[k]));
    const folded = idOf(word);
    if (folded === id) return create(id, word);
    const other = numbers[slotOf(folded)] ?? 0;
    const number = other !== 0 ? other - 1 : create(folded, word);
    learn(id, number);
    return number;
  };

  return {
    next() {
      article += 1;
    },
    add(source, weight) {
      const { text, size: all } = scan(source);
      for (let k = 0; k < all; k++) {
        const number = numberOf(k, text);
        if (seen[number] !== article) {
          if (size === values.length) {
            wordOf = grown(wordOf, new Uint32Array(size * 2));
            values = grown(values, new Uint32Array(size * 2));
          }
          seen[number] = article;
          place[number] = size;
          times[number] = 0;
          wordOf[size] = number;
          values[size] = article * WEIGHTS + weight;
          size += 1;
        }
        const count = (times[number] ?? 0) + 1;
        times[number] = count;
        const at = place[number] ?? 0;
        const best = article * WEIGHTS + (weight === 0 && count >= OFTEN ? 1 : weight);
        if (best > (values[at] ?? 0)) values[at] = best;
      }
    },
    done(tell) {
      const starts = sortByWord(words.length, size);
      for (const [number, word] of words.entries()) {
        if (word !== '') tell(word, sorted, starts[number] ?? 0, starts[number + 1] ?? 0);
      }
    },
  };
}

function slotOf(id: number): number {
  const mask = ids.length - 1;
  let at = id & mask;
  while (numbers[at] !== 0 && ids[at] !== id) at = (at + 1) & mask;
  return at;
}

function learn(id: number, number: number): void {
  if (used * 2 > ids.length) widen();
  used += 1;
  const at = slotOf(id);
  ids[at] = id;
  numbers[at] = number + 1;
}

function widen(): void {
  const [oldIds, oldNumbers] = [ids, numbers];
  ids = new Int32Array(oldIds.length * 2);
  numbers = new Uint32Array(ids.length);
  for (const [i, number] of oldNumbers.entries()) {
    if (number === 0) continue;
    const at = slotOf(oldIds[i] ?? 0);
    ids[at] = oldIds[i] ?? 0;
    numbers[at] = number;
  }
}

function grown<T extends Int32Array | Uint32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** Sorts the first `size` values by word, those of one word in their order; gives where each word's begin. */
function sortByWord(words: number, size: number): Uint32Array {
  const starts = new Uint32Array(words + 1);
  for (let i = 0; i < size; i++) {
    const after = (wordOf[i] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let word = 0; word < words; word++) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  const next = starts.slice();
  if (sorted.length < size) sorted = new Uint32Array(values.length);
  for (let i = 0; i < size; i++) {
    const word = wordOf[i] ?? 0;
    const at = next[word] ?? 0;
    sorted[at] = values[i] ?? 0;
    next[word] = at + 1;
  }
  return starts;
}
