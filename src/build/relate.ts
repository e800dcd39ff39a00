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
import type { Texts, WordsOf } from './texts.js';

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

/** What is known of the texts of a site's articles. */
export interface OfTexts {
  readonly words: WordsOf;
  /** What decides an article's words: the key of its parse. Only needed where a memory is used. */
  readonly keyOf?: (file: string) => string;
}

/** The texts of all articles of a site, as relating needs them. */
export async function textsOf({ entries }: Site, texts: Texts): Promise<OfTexts> {
  return {
    words: await texts.words(entries.map(({ article }) => article.file)),
    keyOf: texts.keyOfArticle,
  };
}

/**
 * The related lists of a site, as long as its longest page of them.
 *
 * @param memory what earlier builds found
 */
export const relateSite = (site: Site, texts: OfTexts, memory?: FindsMemory): Relations =>
  finish(relatingSite(site, texts, memory));

/** The same, with a pause now and then. */
export function* relatingSite(site: Site, texts: OfTexts, memory?: FindsMemory): Steps<Relations> {
  const { count, pageCount } = site.config.related;
  const stories = storiesOf(site, texts.words);
  const docs = relateDocs(site, texts);
  const settings = settingsOf(site.config, Math.max(count, pageCount));
  return { lists: yield* relating(docs, settings, { stories, memory }), stories };
}

/**
 * The same, searched for in several threads where much is new. This one takes its part: while others search, it has nothing else to do.
 */
export async function relateSiteShared(
  site: Site,
  texts: OfTexts,
  memory: FindsMemory | undefined,
  threads: Pick<Threads, 'finders'> | undefined,
): Promise<Relations> {
  if (threads === undefined) return relateSite(site, texts, memory);
  const { count, pageCount } = site.config.related;
  const settings = settingsOf(site.config, Math.max(count, pageCount));
  const found = new Map<string, Finds>();
  for (const { name, shared, join } of manySearches(relateDocs(site, texts), settings, memory)) {
    const all = threads.finders().slice(0, TOGETHER);
    if (all.length < 2) continue;
    const others = all.slice(1).map((find, i) => find({ shared, part: i + 1, of: all.length }));
    // Awaited below; until then a failure is no unhandled rejection.
    for (const other of others) other.catch(() => {});
    const own = searchPart({ shared, part: 0, of: all.length });
    found.set(name, join([own, ...(await Promise.all(others))]));
  }
  return relateSite(site, texts, {
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
export function storiesOf({ entries, config }: Site, words: WordsOf): Stories {
  const { fold } = config.related;
  if (fold === null) return { firstOf: new Map(), versionsOf: new Map() };
  const docs = entries.map(({ article }) => ({
    id: article.id,
    ms: article.date.ms,
    lang: article.lang,
    kind: article.kind,
    terms: words(article.file),
  }));
  return findStories(docs, fold);
}

/** The same where nothing else is asked of their words. */
export async function storiesOfTexts(site: Site, texts: Texts): Promise<Stories> {
  if (site.config.related.fold === null) return UNRELATED.stories;
  return storiesOf(site, (await textsOf(site, texts)).words);
}

/** What relating needs to know of a site's articles. */
export function relateDocs({ entries, config }: Site, texts: OfTexts): RelateDoc[] {
  return entries.map((entry) => relateDoc(entry, config, texts));
}

function relateDoc(
  { article, sections, series, tags, pinned, excluded, translations }: Entry,
  { related: { never } }: Config,
  { words, keyOf }: OfTexts,
): RelateDoc {
  const groups = [...(series === null ? [] : [series]), ...tags, ...sections.slice(-1)];
  return {
    id: article.id,
    key: `${keyOf?.(article.file) ?? ''} ${article.date.day}`,
    ms: article.date.ms,
    day: article.date.day,
    lang: article.lang,
    terms: words(article.file),
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
