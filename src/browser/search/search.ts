import type { IndexFiles, Period } from './index-files.js';
import { type Match, matchesIn, type Query, wordsOf } from './matches.js';

/** Periods that are searched at the same time. */
const MOST_AT_ONCE = 8;
/** Articles that are searched first: a small archive as a whole, of a large one the newest period. */
const FIRST = 512;

/** A search that goes on as far back as it is asked to. */
export interface Search {
  /** Up to so many more matches. */
  more(count: number): Promise<readonly Match[]>;
  /** Matches that are known of. */
  readonly known: number;
  /** Whether all periods were looked at. */
  readonly whole: boolean;
}

/** Searches period by period, newest first. */
export function newestFirst(files: IndexFiles, query: Query): Search {
  const words = wordsOf(query.q);
  let rest: readonly Period[] | null = null;
  let matches: readonly Match[] = [];
  let told = 0;
  let room = FIRST;
  return {
    get known() {
      return matches.length;
    },
    get whole() {
      return rest?.length === 0;
    },
    async more(count) {
      rest ??= await periodsFor(files, query);
      while (matches.length < told + count && rest.length > 0) {
        const next = batch(rest, room);
        const atOnce = room === FIRST;
        const found = await Promise.all(next.map((period) => matchesIn(files, period, words, query, atOnce)));
        rest = rest.slice(next.length);
        matches = [...matches, ...found.flat()];
        room *= 2;
      }
      const more = matches.slice(told, told + count);
      told += more.length;
      return more;
    },
  };
}

/** The next periods, as many as have so many articles together; one at least. */
function batch(periods: readonly Period[], room: number): readonly Period[] {
  let articles = 0;
  const end = periods.findIndex((period, i) => {
    articles += period.articles;
    return i === MOST_AT_ONCE || (i > 0 && articles > room);
  });
  return end < 0 ? periods : periods.slice(0, end);
}

/** Searches everything, then gives first what fits best; of equal ones the newest. */
export function bestFirst(files: IndexFiles, query: Query): Search {
  const all = newestFirst(files, query);
  let ranked: readonly Match[] | null = null;
  let told = 0;
  return {
    get known() {
      return all.known;
    },
    get whole() {
      return all.whole;
    },
    async more(count) {
      ranked ??= rank(await all.more(Number.POSITIVE_INFINITY));
      const more = ranked.slice(told, told + count);
      told += more.length;
      return more;
    },
  };
}

/** A word weighs more where fewer of what was found stand for it. */
function rank(matches: readonly Match[]): readonly Match[] {
  const having = (word: number): number => matches.filter(({ fits }) => (fits[word] ?? 0) > 1).length;
  const weights = (matches[0]?.fits ?? []).map((_, word) =>
    Math.log(2 + matches.length / (1 + having(word))),
  );
  const score = ({ fits }: Match): number =>
    fits.reduce((sum, fit, word) => sum + fit * (weights[word] ?? 0), 0);
  const scored = matches.map((match) => ({ match, score: score(match) }));
  // A stable sort: what is equal stays in order of date.
  return scored.sort((a, b) => b.score - a.score).map(({ match }) => match);
}

async function periodsFor(files: IndexFiles, { year }: Query): Promise<readonly Period[]> {
  const all = await files.periods();
  return all.filter(({ name }) => year === '' || name === year || name.startsWith(`${year}-`));
}
