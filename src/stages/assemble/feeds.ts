import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { FeedAlias } from '../../model/site.js';
import { aliasTaken } from '../../problems/site.js';
import { feedAliases, groupFeeds, movedFeeds, partnerFeed, siteFeeds } from '../../text/feeds.js';
import { languagesOf } from '../../text/languages.js';
import { outputPath } from '../../text/urls.js';
import { type Claims, placeAt } from './claims.js';
import type { Groups } from './membership.js';

const FILE = 'content/site.yaml';

/** What owns the addresses of feeds, in words. */
const FEED = 'a feed';

/** The addresses of all feeds, so that texts can link to them, and those of their old ones that are free. */
export function takeFeeds(
  config: Config,
  groups: Groups,
  claims: Claims,
  problems: Problem[],
): { readonly urls: string[]; readonly aliases: FeedAlias[] } {
  const all = [...groups.sections, ...groups.tags, ...groups.authors, ...groups.series];
  const addresses = [
    ...languagesOf(config).flatMap(siteFeeds),
    ...all.flatMap((group) => groupFeeds(config, group)),
    ...(config.feeds?.partners ?? []).map(partnerFeed),
  ];
  const urls = addresses.map(({ url }) => url);
  for (const url of urls) claims.take(outputPath(url), FEED);

  const aliases: FeedAlias[] = [];
  for (const { alias, written } of feedAliases(config, groups)) {
    const path = outputPath(alias.from);
    const holder = claims.fileAbove(path) ?? claims.take(path, FEED);
    if (holder === null) aliases.push(alias);
    // The feed itself, or the same old address written twice: it is answered.
    else if (holder !== FEED) {
      const place = { ...placeAt(FILE, written), length: written.text.length };
      problems.push(aliasTaken(place, alias.from, holder));
    }
  }
  return { urls: [...urls, ...aliases.map(({ from }) => from)], aliases };
}

/**
 * Where feeds of groups were before their pages moved, as far as nothing else stands there: nobody has written these
 * addresses, so they take none from a file or page.
 */
export function takeMovedFeeds(config: Config, groups: Groups, claims: Claims): FeedAlias[] {
  const all = [...groups.sections, ...groups.tags, ...groups.authors, ...groups.series];
  return all
    .flatMap((group) => movedFeeds(config, group))
    .filter(({ from }) => {
      const path = outputPath(from);
      return claims.fileAbove(path) === null && claims.take(path, FEED) === null;
    });
}
