import { type Finds, type FindsMemory, findsName, joinFinds, unchanged, writeFinds } from './finds.js';
import { byLanguage, placed } from './groups.js';
import { makeSearch } from './search.js';
import type { RelateDoc, RelateSettings } from './types.js';
import { type Placed, type Weights, weigh, weightsOf } from './weights.js';

/*
 * Searching in several threads. A search looks at what is older and at nothing that another search has found, so each
 * thread searches for some of the articles and only takes in the others. What was found is the same whoever did it.
 */

/** What a thread needs for the articles of one language: numbers alone, which all threads share and none copies. */
export interface Shared {
  readonly weights: Weights;
  readonly days: Int32Array;
  readonly counts: Uint8Array;
  readonly passages: Uint16Array;
  readonly passageOffsets: Uint32Array;
  /** Of all words of all articles; null where no reasons are wanted. */
  readonly ids: Uint32Array | null;
  readonly minimum: number;
  /** So many of the oldest articles have found what they find. */
  readonly same: number;
}

/** The searches of one of several threads. */
export interface Part {
  readonly shared: Shared;
  /** From 0; of each `of` articles it is given one. */
  readonly part: number;
  readonly of: number;
}

/** Many searches in one language. */
export interface ManySearches {
  /** Under which their finds are remembered. */
  readonly name: string;
  readonly shared: Shared;
  /** @param parts what each thread has found, in their order */
  join(parts: readonly Finds[]): Finds;
}

/** Fewer searches are done before they would be shared out: half a second. */
const MANY = 2000;

/** Of more articles the copies for all threads would be a good part of a gigabyte; one thread searches then. */
const MOST = 50_000;

/**
 * Languages in which so much is new that several threads are worth it.
 *
 * @param many searches that are worth it
 */
export function manySearches(
  docs: readonly RelateDoc[],
  settings: RelateSettings,
  memory: Pick<FindsMemory, 'get'> | undefined,
  many = MANY,
): ManySearches[] {
  if (docs.length < many) return [];
  return [...byLanguage(docs)].flatMap(([language, group]) => {
    const name = findsName(language, settings);
    const keys = group.map(({ key }) => key);
    const before = memory?.get(name) ?? null;
    const same = unchanged(before, keys);
    if (group.length - same < many || group.length > MOST) return [];
    const articles = group.map(placed);
    const kept = before === null || same === 0 ? null : { count: same, weights: before.weights };
    const shared = shareOut(articles, weigh(articles, kept), settings, same);
    const join = (parts: readonly Finds[]): Finds =>
      joinFinds(before, same, parts, keys, weightsOf(shared.weights), settings.reasons);
    return [{ name, shared, join }];
  });
}

/** What one thread finds, one article after the other; without keys and weights. */
export function searchPart({ shared, part, of }: Part): Finds {
  const { weights, minimum, same, days } = shared;
  const reasons = shared.ids !== null;
  const searching = makeSearch(placedOf(shared), weights, { minimum, reasons });
  const mine = Math.ceil(Math.max(0, days.length - same - part) / of);
  const finds = writeFinds(null, 0, mine, reasons);
  for (let place = 0; place < days.length; place++) {
    if (place >= same && (place - same) % of === part) finds.add(searching.next(place));
    else searching.pass(place);
  }
  return finds.done([], new Uint16Array());
}

function shareOut(
  articles: readonly Placed[],
  weights: Weights,
  { minimum, reasons }: RelateSettings,
  same: number,
): Shared {
  const { offsets } = weights;
  const passageOffsets = new Uint32Array(memory(articles.length * 4 + 4));
  articles.forEach(({ terms }, d) => {
    passageOffsets[d + 1] = (passageOffsets[d] ?? 0) + terms.passages.length;
  });
  const words = offsets.at(-1) ?? 0;
  const counts = new Uint8Array(memory(words));
  const passages = new Uint16Array(memory((passageOffsets.at(-1) ?? 0) * 2));
  const ids = reasons ? new Uint32Array(memory(words * 4)) : null;
  articles.forEach(({ terms }, d) => {
    counts.set(terms.counts, offsets[d]);
    passages.set(terms.passages, passageOffsets[d]);
    ids?.set(terms.ids, offsets[d]);
  });
  const days = new Int32Array(memory(articles.length * 4));
  articles.forEach(({ day }, d) => {
    days[d] = day;
  });
  const numbers = (list: Uint32Array): Uint32Array => {
    const copy = new Uint32Array(memory(list.byteLength));
    copy.set(list);
    return copy;
  };
  const small = (list: Uint16Array): Uint16Array => {
    const copy = new Uint16Array(memory(list.byteLength));
    copy.set(list);
    return copy;
  };
  return {
    weights: {
      offsets: numbers(offsets),
      vectors: numbers(weights.vectors),
      headlineOffsets: numbers(weights.headlineOffsets),
      headlines: small(weights.headlines),
      strongOffsets: numbers(weights.strongOffsets),
      strongPlaces: small(weights.strongPlaces),
      vocabularySize: weights.vocabularySize,
    },
    days,
    counts,
    passages,
    passageOffsets,
    ids,
    minimum,
    same,
  };
}

const memory = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);

/** The articles as a search reads them. */
function placedOf({ weights, days, counts, passages, passageOffsets, ids }: Shared): Placed[] {
  const { offsets, headlineOffsets, vectors } = weights;
  return Array.from(days, (day, d) => {
    const [from, to] = [offsets[d], offsets[d + 1]];
    return {
      day,
      // What is rare in which month is in the weights.
      month: 0,
      terms: {
        // Where nobody asks for the words themselves, they are only counted.
        ids: (ids ?? vectors).subarray(from, to),
        counts: counts.subarray(from, to),
        headline: (headlineOffsets[d + 1] ?? 0) - (headlineOffsets[d] ?? 0),
        passages: passages.subarray(passageOffsets[d], passageOffsets[d + 1]),
      },
    };
  });
}
