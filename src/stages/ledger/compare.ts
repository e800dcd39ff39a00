import type { Article, Reference } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { GroupKind } from '../../model/profile.js';
import type { Site } from '../../model/site.js';
import { addressHidden, addressVanished, feedVanished, idChanged } from '../../problems/redirects.js';
import { groupFeeds, siteFeeds } from '../../text/feeds.js';
import { languageFor } from '../../text/languages.js';
import { slugify } from '../../text/slug.js';
import { addressesOf, idOfGroup, ledgerUrl, suffix } from './addresses.js';
import type { LedgerEntry } from './file.js';

export interface LedgerState {
  /** Addresses that the site has and the file has not. */
  readonly fresh: readonly LedgerEntry[];
  /** Addresses of the file that nothing answers, and that should be. */
  readonly vanished: readonly LedgerEntry[];
  /** Addresses whose article has another id than the file says. */
  readonly renamed: readonly LedgerEntry[];
  readonly problems: readonly Problem[];
}

/** An article that readers can't see, and why. */
interface Unseen {
  readonly article: Article;
  readonly why: 'draft' | 'embargo' | 'expired';
}

/**
 * Sets the file against the site. What has expired, or was put under an embargo again, is away as its editor wanted;
 * a story that became a draft is told at its own file, in words that CI keeps to itself.
 */
export function compareLedger(
  known: readonly LedgerEntry[],
  site: Site,
  invisible: readonly Unseen[],
): LedgerState {
  const now = addressesOf(site);
  const statics = [...site.statics].map(ledgerUrl);
  const answered = new Set([...now.map(({ url }) => url), ...statics].map(fold));
  const written = new Set(known.map(({ url }) => url));
  const unseen = new Map<string, Unseen>();
  for (const one of invisible) {
    for (const url of [one.article.url, ...one.article.aliases.map(({ text }) => text)])
      unseen.set(fold(ledgerUrl(url)), one);
  }
  const groups = new Set(invisible.flatMap(({ article }) => groupsOf(article, site.config)));
  const owners = ownersOf(site);
  const vanished: LedgerEntry[] = [];
  const problems: Problem[] = [];
  for (const entry of known) {
    const key = fold(entry.url);
    if (answered.has(key)) continue;
    const hidden = unseen.get(key);
    if (hidden?.why === 'draft' && key === fold(ledgerUrl(hidden.article.url)))
      problems.push(addressHidden(hidden.article.file, entry.url));
    // A tag, section or series whose only stories are away for now.
    if (hidden !== undefined || (entry.id !== null && groups.has(ofFeed(entry.id) ?? entry.id))) continue;
    vanished.push(entry);
  }
  const lost = new Set(vanished.map(({ id }) => id));
  for (const { url, line, id } of vanished) {
    const of = id === null ? null : ofFeed(id);
    // An alias that brings the page's old address back brings its feeds' too.
    if (of !== null && lost.has(of)) continue;
    const owner = owners.get(id ?? '') ?? null;
    problems.push(of === null ? addressVanished(url, line, id, owner) : feedVanished(url, line, of, owner));
  }
  const renamed = renamedArticles(known, now, site, invisible);
  const told = new Set<Article>();
  for (const { entry, article } of renamed) {
    if (!told.has(article)) problems.push(idChanged(article.file, entry.url, entry.id));
    told.add(article);
  }
  return {
    fresh: now.filter(({ url }) => !written.has(url)),
    vanished,
    renamed: renamed.map(({ entry }) => entry),
    problems,
  };
}

/** The group whose feed an id is of: `feed:section:world` → `section:world`; null where it is no feed's. */
const ofFeed = (id: string): string | null => (id.startsWith('feed:') ? id.slice(5) : null);

/** Ids of what is no article. */
const NO_ARTICLE = /^(?:pages\/|[a-z]+:)/;

const lastOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/**
 * Articles that stand where the file knows another id, of which nothing is left: the same story in a file of another
 * path. An old address alone proves that only where the files' names are the same; it may be of a story taken in.
 */
function renamedArticles(
  known: readonly LedgerEntry[],
  now: readonly LedgerEntry[],
  site: Site,
  invisible: readonly Unseen[],
): { readonly entry: LedgerEntry & { readonly id: string }; readonly article: Article }[] {
  const unseen = new Set(invisible.map(({ article }) => article.id));
  const idAt = new Map(now.map(({ url, id }) => [url, id]));
  return known.flatMap(({ url, id, line }) => {
    const idNow = idAt.get(url) ?? null;
    if (id === null || idNow === null || id === idNow || NO_ARTICLE.test(id)) return [];
    const article = site.byId.get(idNow)?.article;
    if (article === undefined || article.guid !== null || site.byId.has(id) || unseen.has(id)) return [];
    const same = ledgerUrl(article.url) === url || lastOf(id) === lastOf(article.id);
    return !same ? [] : [{ entry: { url, id, line }, article }];
  });
}

/** Ids of the groups that an article names: without it, some of them may have no page. */
function groupsOf({ section, tags, authors, series, lang }: Article, config: Config): string[] {
  const { slugs } = config;
  const behind = suffix(languageFor(config, config.languages, lang).root);
  const parts = section.split('/');
  const named = (kind: GroupKind, names: readonly Reference[]): string[] =>
    names.map(({ text }) => `${kind}:${slugify(text, slugs)}${behind}`);
  return [
    ...parts.map((_, i) => `section:${parts.slice(0, i + 1).join('/')}${behind}`),
    ...named('tag', tags),
    ...named('author', authors),
    ...named('series', series === null ? [] : [series]),
  ];
}

/** Hosts and disks differ in whether case counts; an address in another case is not lost. */
const fold = (url: string): string => url.toLowerCase();

function ownersOf(site: Site): Map<string, { readonly file: string; readonly url: string }> {
  const owners = new Map<string, { readonly file: string; readonly url: string }>();
  for (const { article } of site.entries) owners.set(article.id, article);
  for (const { page } of site.pages) owners.set(page.id, page);
  for (const { config } of site.languages) {
    const [own] = siteFeeds(config);
    if (own !== undefined)
      owners.set(`feed:site${suffix(config.root)}`, { file: 'content/site.yaml', url: own.url });
  }
  for (const group of [...site.sections, ...site.tags, ...site.authors, ...site.series]) {
    const { kind, slug, url, profile } = group;
    const folder = kind === 'series' ? 'series' : `${kind}s`;
    const file = profile?.file ?? `content/${folder}/${slug}.md`;
    owners.set(idOfGroup(group), { file, url });
    const [feed] = groupFeeds(site.config, group);
    if (feed !== undefined) owners.set(`feed:${idOfGroup(group)}`, { file, url: feed.url });
  }
  return owners;
}
