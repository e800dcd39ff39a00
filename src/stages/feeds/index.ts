import type { FeedFormat } from '../../model/config.js';
import type { PageBody, TextOutput } from '../../model/page.js';
import type { Site } from '../../model/site.js';
import { absolute, outputPath, withBase } from '../../text/urls.js';
import { atom } from './atom.js';
import { delayedEntries, siteOf } from './choose.js';
import { absoluteAddress } from './html.js';
import { createItems, type ItemMaker } from './item.js';
import { json } from './json.js';
import { planFeeds } from './plan.js';
import { rss } from './rss.js';
import type { Feed, FeedPlan } from './types.js';

const FORMATS: { readonly [format in FeedFormat]: (feed: Feed) => string } = { rss, atom, json };

/** Where two outputs want one path, this one is called so. */
const SOURCE = 'feeds of site.yaml';

/**
 * Every feed of the site and, at each old address, the same feed again. A feed is a function of the newest stories that
 * belong in it and of nothing else, so an edit of an old story changes none.
 *
 * @param stylesheet address of the style sheet by which browsers show a feed
 */
export function* feedOutputs(site: Site, stylesheet: string | null = null): Generator<TextOutput> {
  const items = createItems(site);
  const outputs = new Map<string, TextOutput>();
  for (const plan of planFeeds(site)) {
    const output = feedOutput(site, plan, items, stylesheet);
    outputs.set(output.path, output);
    yield output;
  }
  for (const { from, to } of site.feedAliases) {
    const feed = outputs.get(outputPath(to));
    if (feed !== undefined) yield { ...feed, path: outputPath(from) };
  }
}

/** The moments to come at which a feed changes by itself: delayed stories enter partners' feeds. Sorted. */
export function feedMoments(site: Site): number[] {
  const partners = site.config.feeds?.partners ?? [];
  const moments = new Set(partners.flatMap((partner) => [...delayedEntries(siteOf(site, partner), partner)]));
  return [...moments].sort((a, b) => a - b);
}

function feedOutput(site: Site, plan: FeedPlan, items: ItemMaker, stylesheet: string | null): TextOutput {
  return {
    path: outputPath(plan.url),
    phase: 'index',
    bodies: plan.full ? plan.entries.flatMap((entry) => items.bodies(entry)) : [],
    text: (html) => FORMATS[plan.format](feedOf(site, plan, items, html, stylesheet)),
    source: SOURCE,
  };
}

function feedOf(
  { config }: Site,
  plan: FeedPlan,
  items: ItemMaker,
  html: (body: PageBody) => string,
  stylesheet: string | null,
): Feed {
  const { publisher } = config;
  const stories = plan.entries.map((entry) => items.item(entry, plan.full ? html : null, plan.language));
  const times = stories.map(({ published, modified }) => Math.max(published, modified ?? published));
  return {
    title: plan.title,
    description: plan.description,
    home: absolute(config.url, plan.home),
    self: absolute(config.url, plan.url),
    language: plan.language,
    copyright: plan.copyright,
    publisher: {
      name: publisher.name,
      url: absoluteAddress(sitePath(publisher.url, config.base) ?? config.url, config.url),
    },
    logo:
      publisher.logo === null
        ? null
        : absoluteAddress(sitePath(publisher.logo, config.base) ?? '', config.url),
    stylesheet,
    updated: times.length === 0 ? null : Math.max(...times),
    items: stories,
  };
}

/** An address of `site.yaml` as pages print it: `/media/logo.svg` is below the base. */
const sitePath = (address: string | null, base: string): string | null =>
  address?.startsWith('/') ? withBase(base, address) : address;
