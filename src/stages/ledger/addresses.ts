import type { Group, Site } from '../../model/site.js';
import { type FeedAddress, groupFeeds, siteFeeds } from '../../text/feeds.js';
import { encodePath } from '../../text/urls.js';
import type { LedgerEntry } from './file.js';

/**
 * The addresses that others may link to: of articles, standing pages, groups and feeds, old ones among them. Archives and
 * related pages follow from those. It is of `Site`, so an article that nobody may see yet is not in it; nor are partners'
 * feeds, whose names are theirs and ours alone.
 */
export function addressesOf(site: Site): LedgerEntry[] {
  const entries = new Map<string, LedgerEntry>();
  const idOf = new Map<string, string>();
  const add = (url: string, id: string | null): void => {
    const encoded = ledgerUrl(url);
    if (!entries.has(encoded)) entries.set(encoded, { url: encoded, id, line: 0 });
  };
  const own = (url: string, id: string): void => {
    idOf.set(url, id);
    add(url, id);
  };
  for (const { article } of site.entries) own(article.url, article.id);
  for (const { page } of site.pages) own(page.url, page.id);
  const groups = [...site.sections, ...site.tags, ...site.authors, ...site.series];
  for (const group of groups) own(group.url, idOfGroup(group));
  const feeds = (of: string, addresses: readonly FeedAddress[]): void => {
    for (const { url } of addresses) own(url, `feed:${of}`);
  };
  for (const { config } of site.languages) feeds(`site${suffix(config.root)}`, siteFeeds(config));
  for (const group of groups) feeds(idOfGroup(group), groupFeeds(site.config, group));
  for (const { from, to } of site.feedAliases) add(from, idOf.get(to) ?? null);
  for (const { url } of site.gone) add(url, null);
  for (const { from, to } of site.redirects) add(from, idOf.get(to) ?? null);
  for (const { path, query, to } of site.queryRedirects)
    add(`${path}?${query.map(({ name, value }) => `${name}=${value}`).join('&')}`, idOf.get(to) ?? null);
  return [...entries.values()];
}

/** `section:world`; in another language than the main one `section:world@sq`. */
export const idOfGroup = ({ kind, slug, root }: Pick<Group, 'kind' | 'slug' | 'root'>): string =>
  `${kind}:${slug}${suffix(root)}`;

export const suffix = (root: string): string => (root === '/' ? '' : `@${root.slice(1, -1)}`);

/** An address as the file has it: without spaces, and `?` only where a query begins. */
export function ledgerUrl(url: string): string {
  const cut = url.search(/\?[\w]+=/);
  return cut < 0 ? encodePath(url) : encodePath(url.slice(0, cut)) + url.slice(cut);
}
