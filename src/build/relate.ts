import type { Entry, RelatedLists, Site } from '../model/site.js';
import { DEFAULTS, type RelateDoc, relate } from '../stages/relate/index.js';

/** The related lists of a site, as long as its longest page of them. */
export function relateSite(site: Site): RelatedLists {
  const { count, pageCount } = site.config.related;
  return relate(site.entries.map(relateDoc), { ...DEFAULTS, limit: Math.max(count, pageCount) });
}

/** What relating needs to know of an article. */
export function relateDoc({ article, sections, series, tags, terms, pinned, excluded }: Entry): RelateDoc {
  const groups = [...(series === null ? [] : [series]), ...tags, ...sections.slice(-1)];
  return {
    id: article.id,
    ms: article.date.ms,
    day: article.date.day,
    lang: article.lang,
    terms,
    groups: groups.flatMap(({ kind, slug }) => (kind === 'author' ? [] : [{ kind, slug }])),
    pinned,
    excluded,
    // Paid-for stories are never offered beside the newsroom's own.
    allowed: article.kind !== 'sponsored',
  };
}
