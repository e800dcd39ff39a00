import { COMMON, decodePlaces } from '../../text/search-code.js';
import { foldWord, isDense, partOf, searchWords, stemOf } from '../../text/search-words.js';
import type { IndexFiles, Period, Words } from './index-files.js';

/** What a reader asks for; empty: not said. */
export interface Query {
  readonly q: string;
  readonly section: string;
  readonly author: string;
  readonly year: string;
  readonly lang: string;
}

/** An article that a search has found. */
export interface Match {
  readonly period: Period;
  readonly article: number;
  /** How well each word of the query fits, in the order of the words. */
  readonly fits: readonly number[];
}

/** Words of a query that are looked for; more don't make it clearer. */
const MOST_WORDS = 12;
/** Shorter words mean themselves alone. */
const SHORT = 4;
/** Letters that another form of a word has more at most. */
const LONGER = 3;

const EXACT = 1;
const LONGER_WORD = 0.8;
const OTHER_FORM = 0.6;

/** The words of a query, each once with all its spellings; the longest first, since they are the rarest. */
export const wordsOf = (q: string): readonly string[] =>
  [...new Set(wantedIn(q))].slice(0, MOST_WORDS).sort((a, b) => b.length - a.length);

/** A word's spellings stand in one text, with spaces between them. */
const spellingsIn = (wanted: string): readonly string[] => wanted.split(' ');

/** Letters that keyboards without them write as two. */
const WIDE: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
const WIDENED = /[äöüøå]/g;
const NARROWED = /([ao])e|ue|aa/g;

/**
 * The word, and the other way to write it: `Muenchen` for `München` and `München` for `Muenchen`. A word of the index is
 * never changed for it: then `poet` would be found as `pot`.
 */
function spellings(key: string, written: string): string {
  const composed = written.toLowerCase().normalize('NFC');
  const wide = foldWord(composed.replace(WIDENED, (letter) => WIDE[letter] ?? letter));
  const narrow = key.replace(NARROWED, (pair) => pair.charAt(0));
  return [...new Set([key, wide, ...(key.length > SHORT ? [narrow] : [])])].join(' ');
}

/**
 * Of the overlapping pieces of a script without spaces, those that stand side by side and the last one: where `北京地震` is
 * asked for, `京地` need not be there.
 */
function wantedIn(q: string): string[] {
  const { text, words } = searchWords(q);
  return words.flatMap(({ key, end }, i) => {
    if (!isDense(key)) return [spellings(key, text.slice(words[i]?.start, end))];
    let first = i;
    while ((words[first - 1]?.end ?? 0) > (words[first]?.start ?? 0)) first -= 1;
    const isLast = (words[i + 1]?.start ?? end) >= end;
    const step = Math.max(1, [...(words[first]?.key ?? '')].length);
    return isLast || (i - first) % step === 0 ? [key] : [];
  });
}

/** How well a word of the index fits a word of the query; 0: not at all. */
export type Fit = (word: string) => number;

/** Says how well words fit one of the query, in the best of its spellings; made once, since an index has many words. */
export function fitting(wanted: string): Fit {
  const fits = spellingsIn(wanted).map(fittingSpelling);
  const [first, ...others] = fits;
  if (first === undefined) return () => 0;
  return others.length === 0 ? first : (word) => Math.max(...fits.map((fitOf) => fitOf(word)));
}

function fittingSpelling(wanted: string): Fit {
  if (isDense(wanted)) return (word) => (word.startsWith(wanted) ? EXACT : 0);
  if (wanted.length < SHORT) return (word) => (word === wanted ? EXACT : 0);
  const stem = stemOf(wanted);
  const longest = wanted.length + LONGER;
  return (word) => {
    if (!word.startsWith(stem)) return 0;
    if (word === wanted) return EXACT;
    if (word.startsWith(wanted)) return LONGER_WORD;
    return word.length <= longest ? OTHER_FORM : 0;
  };
}

interface Found {
  /** How well the word fits in each article that has it. */
  readonly places: ReadonlyMap<number, number>;
  /** It is in so many articles that it leaves none out. */
  readonly common: boolean;
}

function find(parts: readonly Words[], fitOf: Fit): Found {
  const places = new Map<number, number>();
  let common = false;
  for (const words of parts) {
    for (const word of Object.keys(words)) {
      const how = fitOf(word);
      const list = words[word];
      if (how === 0 || list === undefined) continue;
      if (how === EXACT && list.startsWith(COMMON)) common = true;
      decodePlaces(list, (article, weight) => {
        const better = how * (1 + 2 * weight);
        if (better > (places.get(article) ?? 0)) places.set(article, better);
      });
    }
  }
  return { places, common };
}

/**
 * The articles of a period that have every word of the query, newest first.
 *
 * @param atOnce fetches all that is needed together; else the rarest word first, and no more where nothing has it
 */
export async function matchesIn(
  files: IndexFiles,
  period: Period,
  words: readonly string[],
  query: Query,
  atOnce: boolean,
): Promise<readonly Match[]> {
  const filters = (['section', 'author', 'lang'] as const)
    .filter((name) => query[name] !== '')
    .map((name) => `@${name}:${query[name]}`);
  const partFor = (key: string) => files.part(period, partOf(key, period.parts));
  const partsFor = (word: string) => {
    const numbers = new Set(spellingsIn(word).map((key) => partOf(key, period.parts)));
    return Promise.all([...numbers].map((number) => files.part(period, number)));
  };
  if (atOnce) await Promise.all([...words.map(partsFor), ...filters.map(partFor)]);

  const found: Found[] = [];
  let left: ReadonlySet<number> | null = null;
  for (const word of words) {
    const one = find(await partsFor(word), fitting(word));
    found.push(one);
    if (!one.common) left = narrowed(left, one.places);
    if (left?.size === 0) return [];
  }
  // Words that are everywhere: what is asked for are the stories that they stand for.
  if (left === null) for (const { places } of found) left = narrowed(left, places);
  for (const filter of filters) {
    const list = (await partFor(filter))[filter];
    const inside = new Map<number, number>();
    if (list !== undefined) decodePlaces(list, (article) => inside.set(article, 1));
    left = narrowed(left, inside);
    if (left.size === 0) return [];
  }
  return [...(left ?? [])]
    .sort((a, b) => b - a)
    .map((article) => ({
      period,
      article,
      fits: found.map(({ places }) => places.get(article) ?? 0),
    }));
}

function narrowed(
  left: ReadonlySet<number> | null,
  places: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  return new Set([...(left ?? places.keys())].filter((article) => places.has(article)));
}
