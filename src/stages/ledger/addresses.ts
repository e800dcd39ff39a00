import type { Site } from '../../model/site.js';
import { encodePath } from '../../text/urls.js';
import type { LedgerEntry } from './file.js';

/**
 * The addresses that others may link to: of articles, standing pages and groups, old ones among them. Archives and
 * related pages follow from those. It is of `Site`, so an article that nobody may see yet is not in it.
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
  for (const group of [...site.sections, ...site.tags, ...site.authors, ...site.series])
    own(group.url, `${group.kind}:${group.slug}`);
  for (const { url } of site.gone) add(url, null);
  for (const { from, to } of site.redirects) add(from, idOf.get(to) ?? null);
  for (const { path, query, to } of site.queryRedirects)
    add(`${path}?${query.map(({ name, value }) => `${name}=${value}`).join('&')}`, idOf.get(to) ?? null);
  return [...entries.values()];
}

/** An address as the file has it: without spaces, and `?` only where a query begins. */
export function ledgerUrl(url: string): string {
  const cut = url.search(/\?[\w]+=/);
  return cut < 0 ? encodePath(url) : encodePath(url.slice(0, cut)) + url.slice(cut);
}
