import { bookOf, NO_BOOK } from './book.js';
import { type Finds, type FindsMemory, findsName, joinFinds, unchanged, writeFinds } from './finds.js';
import { byLanguage, placed } from './groups.js';
import { makeSearch } from './search.js';
import type { RelateDoc, RelateSettings } from './types.js';
import { type Placed, type Weights, weigh } from './weights.js';

/*
 * Searching in several threads. A search looks at what is older and at nothing that another search has found, so each
 * thread searches for some of the articles and only takes in the others. What was found is the same whoever did it.
 */

/** What a thread needs for the articles of one language: numbers alone, which all threads share and none copies. */
export interface Shared {
  readonly weights: Weights;
  readonly days: Int32Array;
  readonly counts: Uint8Array;
  /** Where those of each article begin: none has any whose words were weighed before. */
  readonly countOffsets: Uint32Array;
  readonly passages: Uint16Array;
  readonly passageOffsets: Uint32Array;
  /** Whether the words are told that say most of two articles; where not, their ids are not there. */
  readonly reasons: boolean;
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

/** Of 100,000 articles two threads took longer than one, each with an index of its own: 44 s beside 31 s. */
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
    const articles = group.map((doc, place) => placed(doc, place < same));
    const kept = before === null || same === 0 ? null : { count: same, book: before.book };
    const weights = weigh(articles, kept);
    const shared = shareOut(articles, weights, settings, same);
    const join = (parts: readonly Finds[]): Finds =>
      joinFinds(before, same, parts, keys, bookOf(weights, kept), settings.reasons);
    return [{ name, shared, join }];
  });
}

/** What one thread finds, one article after the other; without keys and weights. */
export function searchPart({ shared, part, of }: Part): Finds {
  const { weights, minimum, same, days, reasons } = shared;
  const searching = makeSearch(placedOf(shared), weights, { minimum, reasons });
  const mine = Math.ceil(Math.max(0, days.length - same - part) / of);
  const finds = writeFinds(null, 0, mine, reasons);
  for (let place = 0; place < days.length; place++) {
    if (place >= same && (place - same) % of === part) finds.add(searching.next(place));
    else searching.pass(place);
  }
  return finds.done([], NO_BOOK);
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
  const words = new Uint32Array(articles.length + 1);
  articles.forEach(({ terms }, d) => {
    words[d + 1] = (words[d] ?? 0) + terms.counts.length;
  });
  const counts = new Uint8Array(memory(words.at(-1) ?? 0));
  const passages = new Uint16Array(memory((passageOffsets.at(-1) ?? 0) * 2));
  articles.forEach(({ terms }, d) => {
    counts.set(terms.counts, words[d]);
    passages.set(terms.passages, passageOffsets[d]);
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
      ids: reasons ? numbers(weights.ids) : new Uint32Array(),
      vectors: numbers(weights.vectors),
      headlineOffsets: numbers(weights.headlineOffsets),
      headlines: small(weights.headlines),
      strongOffsets: numbers(weights.strongOffsets),
      strongPlaces: small(weights.strongPlaces),
      vocabularySize: weights.vocabularySize,
    },
    days,
    counts,
    countOffsets: numbers(words),
    passages,
    passageOffsets,
    reasons,
    minimum,
    same,
  };
}

const memory = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);

/** The articles as a search reads them. */
function placedOf({ days, counts, countOffsets, passages, passageOffsets }: Shared): Placed[] {
  return Array.from(days, (day, d) => ({
    day,
    // What is rare in which month, and what an article is headed, is in the weights.
    month: 0,
    terms: {
      ids: NO_IDS,
      counts: counts.subarray(countOffsets[d], countOffsets[d + 1]),
      headline: 0,
      passages: passages.subarray(passageOffsets[d], passageOffsets[d + 1]),
    },
  }));
}

const NO_IDS = new Uint32Array();
