import type { Article } from '../../model/article.js';
import type { Problem } from '../../model/problem.js';
import { shownAhead } from '../../problems/site.js';
import { placeAt } from './claims.js';

/** Tells of live posts and corrections of a visible article whose date is still to come: nothing holds them back. */
export function tellAhead(
  { file, live, corrections, spots }: Article,
  now: number,
  problems: Problem[],
): void {
  const tell = (field: 'live' | 'corrections', parts: Article['corrections'] | Article['live']): void => {
    const [first, ...others] = parts
      .map(({ date }) => date)
      .filter(({ ms }) => ms > now)
      .sort((a, b) => a.ms - b.ms);
    if (first !== undefined)
      problems.push(shownAhead(placeAt(file, spots[field]), field, first.iso, others.length + 1));
  };
  tell('live', live);
  tell('corrections', corrections);
}
