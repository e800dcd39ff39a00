import type { Config } from '../model/config.js';
import type { Entry, RelatedLists, Site, Stories } from '../model/site.js';
import {
  DEFAULTS,
  type Finds,
  type FindsMemory,
  finish,
  type Links,
  manySearches,
  type RelateDoc,
  type RelateSettings,
  relating,
  type Steps,
  searchPart,
} from '../stages/relate/index.js';
import { findStories } from '../stages/wire/index.js';
import { languageKey } from '../text/lang.js';
import type { Threads } from './ports.js';

/** What articles have to do with one another. */
export interface Relations {
  readonly lists: RelatedLists;
  readonly stories: Stories;
}

/** Where nothing is known of it yet. */
export const UNRELATED: Relations = {
  lists: new Map(),
  stories: { firstOf: new Map(), versionsOf: new Map() },
};

/**
 * The related lists of a site, as long as its longest page of them.
 *
 * @param keyOf what decides an article's words: the key of its parse
 * @param memory what earlier builds found
 */
export const relateSite = (site: Site, keyOf?: (file: string) => string, memory?: FindsMemory): Relations =>
  finish(relatingSite(site, keyOf, memory));

/** The same, with a pause now and then. */
export function* relatingSite(
  site: Site,
  keyOf?: (file: string) => string,
  memory?: FindsMemory,
): Steps<Relations> {
  const { count, pageCount } = site.config.related;
  const stories = storiesOf(site);
  const docs = relateDocs(site, keyOf);
  const settings = settingsOf(site.config, Math.max(count, pageCount));
  return { lists: yield* relating(docs, settings, { stories, memory }), stories };
}

/**
 * The same, searched for in several threads where much is new. This one takes its part: while others search, it has nothing else to do.
 */
export async function relateSiteShared(
  site: Site,
  keyOf: (file: string) => string,
  memory: FindsMemory | undefined,
  threads: Pick<Threads, 'finders'> | undefined,
): Promise<Relations> {
  if (threads === undefined) return relateSite(site, keyOf, memory);
  const { count, pageCount } = site.config.related;
  const settings = settingsOf(site.config, Math.max(count, pageCount));
  const found = new Map<string, Finds>();
  for (const { name, shared, join } of manySearches(relateDocs(site, keyOf), settings, memory)) {
    const all = threads.finders().slice(0, TOGETHER);
    if (all.length < 2) continue;
    const others = all.slice(1).map((find, i) => find({ shared, part: i + 1, of: all.length }));
    // Awaited below; until then a failure is no unhandled rejection.
    for (const other of others) other.catch(() => {});
    const own = searchPart({ shared, part: 0, of: all.length });
    found.set(name, join([own, ...(await Promise.all(others))]));
  }
  return relateSite(site, keyOf, {
    get: (name) => found.get(name) ?? memory?.get(name) ?? null,
    put: (name, finds) => memory?.put(name, finds),
    save: () => memory?.save(),
  });
}

/** Each thread holds its own index, and its share of the searches falls as they become more. */
const TOGETHER = 4;

/** How the lists of a site are made, with so many articles in each at most. */
export function settingsOf({ related }: Config, limit: number): RelateSettings {
  const { minimum, newer, maxAge, series, reasons, translations } = related;
  return { ...DEFAULTS, limit, minimum, newer, maxAge, series, reasons, translations };
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

/**
 * What relating needs to know of a site's articles.
 *
 * @param keyOf what decides an article's words; only needed where a memory is used
 */
export function relateDocs({ entries, config }: Site, keyOf?: (file: string) => string): RelateDoc[] {
  return entries.map((entry) => relateDoc(entry, config, keyOf?.(entry.article.file) ?? ''));
}

function relateDoc(
  { article, sections, series, tags, terms, pinned, excluded, translations }: Entry,
  { related: { never } }: Config,
  words: string,
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
    translations,
    excluded,
    // Paid-for stories are never offered beside the newsroom's own.
    allowed: article.kind !== 'sponsored',
    listed:
      !never.kinds.includes(article.kind) && !sections.some(({ slug }) => never.sections.includes(slug)),
  };
}

/**
 * The links between articles that the newsroom has set itself, in its texts and as pins, by id. Those that no list may
 * have are left out.
 */
export function ownLinks(site: Site): Links {
  const ids = new Map(site.entries.map(({ brief }) => [brief.url, brief.id]));
  const links = site.entries.map((entry): [string, Set<string>] => {
    const linked = [...entry.refs, ...entry.liveRefs.flat()].flatMap((ref) =>
      ref?.kind === 'link' ? (ids.get(ref.href.replace(/[?#].*$/, '')) ?? []) : [],
    );
    return [entry.article.id, new Set([...linked, ...entry.pinned])];
  });
  return listable(site, new Map(links));
}

/** Those links that lists may have: to other articles of the same language, which nobody paid for. */
export function listable(site: Site, links: Links): Links {
  const keyOf = (id: string): string | null => {
    const article = site.byId.get(id)?.article;
    return article === undefined || article.kind === 'sponsored' ? null : languageKey(article.lang);
  };
  const all = [...links].map(([id, others]): [string, Set<string>] => {
    const key = keyOf(id);
    return [id, new Set([...others].filter((other) => key !== null && other !== id && keyOf(other) === key))];
  });
  return new Map(all);
}
