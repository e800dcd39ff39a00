import type { Place } from '../../model/problem.js';
import type { Site } from '../../model/site.js';
import { byText } from '../../text/order.js';

/** A redirect as a host sees it: paths from the host's top, decoded. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** True where `to` is the page of a removed story: hosts that can say so answer with it, and lead nowhere. */
  readonly gone?: true;
  /** Where the old address is written. */
  readonly place: Place;
}

/** An old address that differs from others behind its `?` alone. */
export interface QueryMove extends Move {
  /** By name. */
  readonly query: readonly { readonly name: string; readonly value: string }[];
}

/** An address whose story was taken down, and the page that says so. */
export interface Ended {
  readonly from: string;
  readonly page: string;
}

const SITE_FILE: Place = { file: 'content/site.yaml' };

/** All that a host is to be told; sorted, so that an edit changes a line and no more. */
export interface Rules {
  readonly moves: readonly Move[];
  readonly queries: readonly QueryMove[];
  readonly gone: readonly Ended[];
}

export function rulesOf(site: Site): Rules {
  const base = decodeURI(site.config.base);
  const full = (path: string): string => base + path.slice(1);
  const sorted = <T extends { readonly from: string }>(rules: T[]): T[] =>
    rules.sort((a, b) => byText(a.from, b.from));
  return {
    moves: sorted(site.redirects.map((move) => ({ ...move, from: full(move.from), to: full(move.to) }))),
    queries: site.queryRedirects
      .map(({ path, to, ...rest }) => ({ ...rest, from: full(path), to: full(to) }))
      .sort((a, b) => byText(a.from, b.from) || byText(queryText(a), queryText(b))),
    gone: sorted(site.gone.map(({ url }) => ({ from: full(url), page: full(url) }))),
  };
}

/**
 * The rules with old addresses of feeds. Files answer those too, with the feed itself; a rule leads readers' programs to
 * where the feed has its own type, and tells them to ask there from now on.
 */
export function withFeeds(rules: Rules, { config, feedAliases }: Site): Rules {
  const base = decodeURI(config.base);
  const feeds = feedAliases
    .filter(({ rule }) => rule)
    .map(({ from, to }) => ({ from: base + from.slice(1), to: base + to.slice(1), place: SITE_FILE }));
  return { ...rules, moves: [...rules.moves, ...feeds].sort((a, b) => byText(a.from, b.from)) };
}

export const queryText = ({ query }: Pick<QueryMove, 'query'>): string =>
  query.map(({ name, value }) => `${name}=${value}`).join('&');

/** The same path without the slash at its end: readers type it so. Null where that is another address or none. */
export function withoutSlash(path: string): string | null {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : null;
}
