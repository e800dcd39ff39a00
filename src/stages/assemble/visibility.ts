import { type Article, visibleFrom } from '../../model/article.js';
import type { FrontPlan } from '../../model/profile.js';
import type { Due, Hidden, Show } from './input.js';

/** Why an article may not be seen at `now`; null where it may. */
export function hiddenAt(article: Article, now: number): Hidden | null {
  if (article.draft) return 'draft';
  if (article.expires !== null && article.expires.ms <= now) return 'expired';
  return visibleFrom(article) > now ? 'embargo' : null;
}

/** Whether the build shows an article all the same. */
export function shownAnyway(why: Hidden, show: Show): boolean {
  return why === 'draft' ? show.drafts : why === 'embargo' ? show.future : show.expired;
}

/** The first moment after `now` at which an article appears, expires or stops being breaking, or a slot changes. */
export function nextDue(
  articles: Iterable<Article>,
  fronts: readonly FrontPlan[],
  now: number,
  show: Show,
): Due | null {
  let first: Due | null = null;
  const offer = (ms: number | null, reason: Due['reason']): void => {
    if (ms !== null && ms > now && (first === null || ms < first.ms)) first = { ms, reason };
  };
  for (const article of articles) {
    if (article.draft && !show.drafts) continue;
    const from = visibleFrom(article);
    const until = article.expires?.ms ?? null;
    if (until !== null && until <= from) continue;
    // With `--future` an embargo that ends still takes the badge away.
    offer(from, 'embargo');
    if (article.gone === null) {
      offer(until, 'expiry');
      if (from <= now || show.future) offer(article.breakingUntil, 'breaking');
    }
  }
  for (const front of fronts) {
    for (const slot of front.slots) {
      offer(slot.from, 'slot');
      offer(slot.until, 'slot');
    }
  }
  return first;
}
