import { type Article, visibleFrom } from '../../model/article.js';
import type { FrontPlan } from '../../model/profile.js';
import type { Due, Show } from './input.js';
import { hiddenAt, shownAnyway } from './visibility.js';

/**
 * The moments after `now` at which an article appears, expires, changes its badge or stops being breaking news, or a
 * slot of a front changes; in order, those that are certain to show first among equals.
 */
export function momentsAfter(
  now: number,
  articles: Iterable<Article>,
  fronts: readonly FrontPlan[],
  show: Show,
): Due[] {
  const moments: Due[] = [];
  for (const article of articles) {
    const from = visibleFrom(article);
    const until = article.expires?.ms ?? null;
    if (from > now && differs(article, from, show))
      moments.push({ ms: from, reason: 'embargo', certain: true });
    if (until !== null && until > now && differs(article, until, show))
      moments.push({ ms: until, reason: 'expiry', certain: true });
    // Whether it leads the front page then is for the front page to say.
    const { breakingUntil, gone } = article;
    if (breakingUntil !== null && breakingUntil > now && gone === null)
      moments.push({ ms: breakingUntil, reason: 'breaking', certain: false });
  }
  for (const { slots } of fronts) {
    for (const { from, until } of slots) {
      for (const ms of [from, until])
        if (ms !== null && ms > now) moments.push({ ms, reason: 'slot', certain: false });
    }
  }
  return moments.sort((a, b) => a.ms - b.ms || Number(b.certain) - Number(a.certain));
}

const differs = (article: Article, ms: number, show: Show): boolean =>
  standing(article, ms - 1, show) !== standing(article, ms, show);

/** What readers find of an article: nothing, a note that it was taken down, or itself with a badge or without. */
function standing(article: Article, at: number, show: Show): string {
  const why = hiddenAt(article, at);
  if (article.gone !== null && (why === null || why === 'expired')) return 'gone';
  if (why !== null && !shownAnyway(why, show)) return 'absent';
  return article.gone === null ? `shown ${why}` : 'gone';
}
