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
