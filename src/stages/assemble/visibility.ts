import { type Article, visibleFrom } from '../../model/article.js';
import type { Hidden, Show } from './input.js';

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
