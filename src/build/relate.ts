import type { Entry, RelatedLists, Site } from '../model/site.js';
import { DEFAULTS, type FindsMemory, type RelateDoc, relate } from '../stages/relate/index.js';

/**
 * The related lists of a site, as long as its longest page of them.
 *
 * @param keyOf what decides an article's words: the key of its parse
 * @param memory what earlier builds found
 */
export function relateSite(site: Site, keyOf?: (file: string) => string, memory?: FindsMemory): RelatedLists {
  const { count, pageCount } = site.config.related;
  const docs = site.entries.map((entry) => relateDoc(entry, keyOf?.(entry.article.file)));
  return relate(docs, { ...DEFAULTS, limit: Math.max(count, pageCount) }, memory);
}

/**
 * What relating needs to know of an article.
 *
 * @param words what decides its words; only needed where a memory is used
 */
export function relateDoc(
  { article, sections, series, tags, terms, pinned, excluded }: Entry,
  words = '',
): RelateDoc {
  const groups = [...(series === null ? [] : [series]), ...tags, ...sections.slice(-1)];
  return {
    id: article.id,
    key: `${words} ${article.date.day}`,
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
