import type { Entry, RelatedLists, Site, Stories } from '../model/site.js';
import { DEFAULTS, type RelateDoc, relate } from '../stages/relate/index.js';
import { findStories } from '../stages/wire/index.js';

/** What articles have to do with one another. */
export interface Relations {
  readonly lists: RelatedLists;
  readonly stories: Stories;
}

/** The related lists of a site, as long as its longest page of them. */
export function relateSite(site: Site): Relations {
  const { count, pageCount } = site.config.related;
  const stories = storiesOf(site);
  const settings = { ...DEFAULTS, limit: Math.max(count, pageCount) };
  return { lists: relate(site.entries.map(relateDoc), settings, stories), stories };
}

/** Which articles are versions of one story, as `related.fold` of `site.yaml` says. */
export function storiesOf({ entries, config }: Site): Stories {
  const { fold } = config.related;
  if (fold === null) return { firstOf: new Map(), versionsOf: new Map() };
  const docs = entries.map(({ article, terms }) => ({
    id: article.id,
    ms: article.date.ms,
    lang: article.lang,
    kind: article.kind,
    terms,
  }));
  return findStories(docs, fold);
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
