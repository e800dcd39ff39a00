import type { Config } from '../model/config.js';
import type { Entry, RelatedLists, Site, Stories } from '../model/site.js';
import {
  DEFAULTS,
  type Finds,
  finish,
  type Links,
  manySearches,
  type RelateDoc,
  type RelateSettings,
  relating,
  type Steps,
  searchPart,
  wordsToRelate,
} from '../stages/relate/index.js';
import { findStories, type WireDoc, wordsForStories } from '../stages/wire/index.js';
import { languageKey } from '../text/lang.js';
import type { RelatedMemory, Threads } from './ports.js';
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

/** A site's articles as related news and the wire desk see them, their words at hand where they are asked for. */
export interface RelateWork {
  readonly docs: readonly RelateDoc[];
  readonly wire: readonly WireDoc[];
  readonly settings: RelateSettings;
  readonly fold: Config['related']['fold'];
}

/**
 * Reads the words that relating will ask for: those of what is new to a memory, without one of all.
 *
 * @param memory what earlier builds found; to be the same as the one that is then used
 */
export async function prepareRelating(
  site: Site,
  texts: Pick<Texts, 'words' | 'keyOfArticle'>,
  memory?: RelatedMemory,
): Promise<RelateWork> {
  const { entries, config } = site;
  const { count, pageCount, fold } = config.related;
  const settings = settingsOf(config, Math.max(count, pageCount));
  let words: WordsOf = (file) => {
    throw new Error(`The words of ${file} are not read yet.`);
  };
  const known: OfTexts = { words: (file) => words(file), keyOf: texts.keyOfArticle };
  const docs = entries.map((entry) => relateDoc(entry, config, known));
  const wire = fold === null ? [] : entries.map((entry) => wireDoc(entry, known));
  const files = new Map(entries.map(({ article }) => [article.id, article.file]));
  const asked =
    memory === undefined
      ? docs
      : [
          ...wordsToRelate(docs, settings, memory),
          ...(fold === null ? [] : wordsForStories(wire, fold, memory.stories)),
        ];
  words = await texts.words(new Set(asked.map(({ id }) => files.get(id) ?? '')));
  return { docs, wire, settings, fold };
}

interface OfTexts {
  readonly words: WordsOf;
  /** What decides an article's words: the key of its parse. */
  readonly keyOf: (file: string) => string;
}

/**
 * The related lists of a site, as long as its longest page of them.
 *
 * @param memory what earlier builds found
 */
export const relateSite = (work: RelateWork, memory?: RelatedMemory): Relations =>
  finish(relatingSite(work, memory));

/** The same, with a pause now and then. */
export function* relatingSite(work: RelateWork, memory?: RelatedMemory): Steps<Relations> {
  const stories = storiesOf(work, memory);
  return { lists: yield* relating(work.docs, work.settings, { stories, memory }), stories };
}

/**
 * The same, searched for in several threads where much is new. This one takes its part: while others search, it has nothing else to do.
 */
export async function relateSiteShared(
  work: RelateWork,
  memory: RelatedMemory | undefined,
  threads: Pick<Threads, 'finders'> | undefined,
): Promise<Relations> {
  if (threads === undefined) return relateSite(work, memory);
  const found = new Map<string, Finds>();
  for (const { name, shared, join } of manySearches(work.docs, work.settings, memory)) {
    const all = threads.finders().slice(0, TOGETHER);
    if (all.length < 2) continue;
    const others = all.slice(1).map((find, i) => find({ shared, part: i + 1, of: all.length }));
    // Awaited below; until then a failure is no unhandled rejection.
    for (const other of others) other.catch(() => {});
    const own = searchPart({ shared, part: 0, of: all.length });
    found.set(name, join([own, ...(await Promise.all(others))]));
  }
  if (found.size === 0) return relateSite(work, memory);
  const stories = storiesOf(work, memory);
  const lists = finish(
    relating(work.docs, work.settings, {
      stories,
      memory: {
        get: (name) => found.get(name) ?? memory?.get(name) ?? null,
        put: (name, finds) => memory?.put(name, finds),
        save: () => {},
      },
    }),
  );
  return { lists, stories };
}

/** Each thread holds its own index, and its share of the searches falls as they become more. */
const TOGETHER = 4;

/** How the lists of a site are made, with so many articles in each at most. */
export function settingsOf({ related }: Config, limit: number): RelateSettings {
  const { minimum, newer, maxAge, series, reasons, translations } = related;
  return { ...DEFAULTS, limit, minimum, newer, maxAge, series, reasons, translations };
}

/** Which articles are versions of one story, as `related.fold` of `site.yaml` says. */
export const storiesOf = ({ wire, fold }: RelateWork, memory?: RelatedMemory): Stories =>
  fold === null ? UNRELATED.stories : findStories(wire, fold, memory?.stories);

function wireDoc({ article }: Entry, { words, keyOf }: OfTexts): WireDoc {
  const { id, file, date, lang, kind } = article;
  return {
    id,
    key: keyOf(file),
    ms: date.ms,
    lang,
    kind,
    get terms() {
      return words(file);
    },
  };
}

function relateDoc(
  { article, sections, series, tags, pinned, excluded, translations }: Entry,
  { related: { never } }: Config,
  { words, keyOf }: OfTexts,
): RelateDoc {
  const groups = [...(series === null ? [] : [series]), ...tags, ...sections.slice(-1)];
  return {
    id: article.id,
    key: `${keyOf(article.file)} ${article.date.day}`,
    ms: article.date.ms,
    day: article.date.day,
    lang: article.lang,
    get terms() {
      return words(article.file);
    },
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
