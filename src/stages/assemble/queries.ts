import type { QueryRedirect, Redirect } from '../../model/site.js';

/** `/?p=123`, `/index.php?id=5&view=article`: a path, and behind the `?` names with plain values. */
const WITH_QUERY = /^([^?]*)\?([A-Za-z_]\w*=[\w.~-]+(?:&[A-Za-z_]\w*=[\w.~-]+)*)$/;

/** Old addresses of paths, for which there can be a page, and those that differ from others behind their `?` alone. */
export function partQueries(all: readonly Redirect[]): {
  readonly redirects: readonly Redirect[];
  readonly queryRedirects: readonly QueryRedirect[];
} {
  const redirects: Redirect[] = [];
  const queryRedirects: QueryRedirect[] = [];
  for (const redirect of all) {
    const [, path, query] = WITH_QUERY.exec(redirect.from) ?? [];
    if (path === undefined || query === undefined) redirects.push(redirect);
    else {
      const { from: _, ...rest } = redirect;
      queryRedirects.push({ ...rest, path, query: pairsOf(query) });
    }
  }
  return { redirects, queryRedirects };
}

function pairsOf(query: string): QueryRedirect['query'] {
  return query.split('&').map((pair) => {
    const cut = pair.indexOf('=');
    return { name: pair.slice(0, cut), value: pair.slice(cut + 1) };
  });
}

/** What campaigns add to any address; it means nothing to the site. */
const OF_CAMPAIGNS = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id)=/i;

/** The named parts of what stands behind the `?` of a link, without those of campaigns. */
function partsOf(rest: string): string[] {
  if (!rest.startsWith('?')) return [];
  const query = rest.slice(1).replace(/#.*$/s, '');
  return query.split('&').filter((part) => /^[A-Za-z_]\w*=./.test(part) && !OF_CAMPAIGNS.test(part));
}

/** Whether a link asks for one thing of many that an address had for its `?` alone, as old systems do: `/?p=123`. */
export const asksByQuery = (rest: string): boolean => partsOf(rest).length > 0;

/** Parts of a link that are compared; an old address has 5 at most. */
const MOST_PARTS = 6;

/**
 * What may be the old address in a link's `?`, as `queryPath` writes it, that with most parts first: a link may have more
 * than the address, in any order.
 */
export function queriesIn(rest: string): string[] {
  const parts = partsOf(rest).sort().slice(0, MOST_PARTS);
  const found: string[][] = [];
  for (let chosen = 1; chosen < 2 ** parts.length; chosen += 1)
    found.push(parts.filter((_, i) => (chosen & (1 << i)) !== 0));
  return found.sort((a, b) => b.length - a.length).map((some) => `?${some.join('&')}`);
}
