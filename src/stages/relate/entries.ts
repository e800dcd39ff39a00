import type { Entry } from '../../model/site.js';
import type { RelateDoc } from './types.js';

/** What relating needs to know of a site's visible articles. Sponsored stories are related to nothing. */
export function relateDocs(entries: readonly Entry[]): readonly RelateDoc[] {
  return entries.map(({ article, terms, pinned, excluded }) => ({
    id: article.id,
    ms: article.date.ms,
    day: article.date.day,
    lang: article.lang,
    terms,
    pinned,
    excluded,
    allowed: article.kind !== 'sponsored',
  }));
}
