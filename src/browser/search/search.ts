import type { IndexFiles, Period } from './index-files.js';
import { type Match, matchesIn, type Query, wordsOf } from './matches.js';

/** Periods that are searched at the same time. */
const MOST_AT_ONCE = 8;
/** Articles that are searched first: a small archive as a whole, of a large one the newest period. */
const FIRST = 256;

/** A search that goes on as far back as it is asked to. */
export interface Search {
  /**
   * Up to so many matches that were not given yet. Where none is known, it looks one step further back: there may be none
   * yet although there are some still further back.
   */
  more(count: number): Promise<readonly Match[]>;
  /** Matches that are known of. */
  readonly known: number;
  /** Articles that were looked through. */
  readonly looked: number;
  /** Whether all periods were looked at. */
  readonly whole: boolean;
}

/** Searches period by period, newest first. */
export function newestFirst(files: IndexFiles, query: Query): Search {
  const words = wordsOf(query.q);
  let rest: readonly Period[] | null = null;
  let matches: readonly Match[] = [];
  let told = 0;
  let looked = 0;
  let room = FIRST;
  const step = async (periods: readonly Period[]): Promise<void> => {
    const next = batch(periods, room);
    const atOnce = room === FIRST;
    // What the newest of the first results show; else they would wait once more.
    const [newest] = next;
    if (atOnce && newest !== undefined) files.card(newest, newest.articles - 1).catch(() => null);
    const found = await Promise.all(next.map((period) => matchesIn(files, period, words, query, atOnce)));
    rest = periods.slice(next.length);
    matches = [...matches, ...found.flat()];
    looked += next.reduce((sum, { articles }) => sum + articles, 0);
    room *= 2;
  };
  return {
    get known() {
      return matches.length;
    },
    get looked() {
      return looked;
    },
    get whole() {
      return rest?.length === 0;
    },
    async more(count) {
      rest ??= await periodsFor(files, query);
      if (matches.length === told && rest.length > 0) await step(rest);
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
    get looked() {
      return all.looked;
    },
    get whole() {
      return all.whole;
    },
    async more(count) {
      ranked ??= rank(await everything(all));
      const more = ranked.slice(told, told + count);
      told += more.length;
      return more;
    },
  };
}

async function everything(search: Search): Promise<readonly Match[]> {
  const matches: Match[] = [];
  do matches.push(...(await search.more(Number.POSITIVE_INFINITY)));
  while (!search.whole);
  return matches;
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
