import { monthOf, yearOf } from '../../text/periods.js';

/** A stretch of the calendar whose articles have one index. */
export interface Period {
  /** `2026`, `2026-q4`, `2026-11`, `2026-11-21`: a year, a quarter, a month, a third of a month by its first day, or that day. */
  readonly name: string;
  /** Newest first, as they came. */
  readonly entries: readonly Dated[];
  /** True where the newest article is in it: it will still grow. */
  readonly open: boolean;
}

/** Anything with a day of the site's calendar. */
export interface Dated {
  readonly article: { readonly date: { readonly day: string } };
}

/** A period with more articles is cut into smaller ones: four words of the newest are then less than 200 KB to fetch. */
export const MOST = 256;

/** From large to small: the name of the period that a day lies in. */
const LEVELS: readonly ((day: string) => string)[] = [
  yearOf,
  (day) => `${yearOf(day)}-q${Math.ceil(Number(day.slice(-5, -3)) / 3)}`,
  monthOf,
  (day) => `${monthOf(day)}-${['01', '11', '21', '21'][Math.floor((Number(day.slice(-2)) - 1) / 10)]}`,
  (day) => day,
];

/**
 * Years, and smaller periods where a year has many articles. Which ones depends for each year on its own articles alone,
 * so that nothing that is added today moves what is closed.
 */
export function periodsOf<T extends Dated>(
  entries: readonly T[],
): (Period & { readonly entries: readonly T[] })[] {
  return split(entries, 0).map(([name, inside], i) => ({ name, entries: inside, open: i === 0 }));
}

function split<T extends Dated>(entries: readonly T[], level: number): [string, T[]][] {
  const nameOf = LEVELS[level];
  if (nameOf === undefined) return [];
  const periods = new Map<string, T[]>();
  for (const entry of entries) {
    const name = nameOf(entry.article.date.day);
    const inside = periods.get(name);
    if (inside === undefined) periods.set(name, [entry]);
    else inside.push(entry);
  }
  return [...periods].flatMap(([name, inside]) =>
    inside.length > MOST && level + 1 < LEVELS.length
      ? split(inside, level + 1)
      : [[name, inside] as [string, T[]]],
  );
}

/** Files of words that change with each new article: with those of cards, periods and authors there are ten. */
const OPEN_PARTS = 7;
/** Of a period that is closed: more and smaller files, since nothing is added. */
const CLOSED_PARTS = 32;
/** Articles for which another file is worth it. */
const OPEN_SHARE = 40;
const CLOSED_SHARE = 16;

/** Into how many files the words of a period go. */
export const partsOf = (articles: number, open: boolean): number =>
  Math.min(
    open ? OPEN_PARTS : CLOSED_PARTS,
    Math.max(1, Math.ceil(articles / (open ? OPEN_SHARE : CLOSED_SHARE))),
  );
