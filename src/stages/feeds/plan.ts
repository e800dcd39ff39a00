import type { Group, Site } from '../../model/site.js';
import { groupFeeds, partnerFeed, siteFeeds } from '../../text/feeds.js';
import { newest, partnerEntries, siteOf } from './choose.js';
import type { FeedPlan } from './types.js';

/** Every feed that the site has, in each of its languages: its own, its groups', its partners'. */
export function* planFeeds(site: Site): Generator<FeedPlan> {
  for (const local of site.languages) yield* feedsIn(local);
}

/** The feeds of one language. */
function* feedsIn(site: Site): Generator<FeedPlan> {
  const { config } = site;
  const { feeds, language } = config;
  if (feeds === null) return;
  const full = feeds.content === 'full';
  const description = config.description ?? config.tagline ?? config.title;
  const said = { language, copyright: config.copyright, full };
  const own = { title: config.title, description, home: config.root, ...said };

  const entries = siteFeeds(config).length === 0 ? [] : newest(site.entries, feeds.limit);
  for (const address of siteFeeds(config)) yield { ...own, ...address, entries };

  for (const group of [...site.sections, ...site.tags, ...site.authors, ...site.series]) {
    const addresses = groupFeeds(config, group);
    if (addresses.length === 0) continue;
    const facts = {
      title: titleOf(group, config.title),
      description: group.profile?.description ?? description,
      home: group.url,
      ...said,
      entries: newest(group.entries, feeds.limit),
    };
    for (const address of addresses) yield { ...facts, ...address };
  }

  for (const partner of feeds.partners) {
    if (siteOf(site, partner) !== site) continue;
    yield {
      ...own,
      ...partnerFeed(partner),
      title: partner.title ?? config.title,
      full: partner.content === 'full',
      entries: partnerEntries(site, partner),
    };
  }
}

const titleOf = ({ name }: Group, site: string): string => `${name} – ${site}`;
