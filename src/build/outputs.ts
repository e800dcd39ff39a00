import type { TextOutput } from '../model/page.js';
import type { Site } from '../model/site.js';
import { feedMoments, feedOutputs } from '../stages/feeds/index.js';
import { redirectOutputs } from '../stages/redirects/index.js';
import { sitemapMoments, sitemapOutputs } from '../stages/sitemaps/index.js';

/** What these outputs say of the others. */
export interface MadePages {
  /** Addresses of the theme's files by name. */
  readonly assets: ReadonlyMap<string, string>;
}

/**
 * Every output that no template makes, one at a time, in the order in which they are written: feeds, sitemaps,
 * `robots.txt`, redirects for hosts.
 */
export function* textOutputs(site: Site, made: MadePages): Generator<TextOutput> {
  yield* feedOutputs(site, made.assets.get('feed.css') ?? null);
  yield* sitemapOutputs(site);
  yield* redirectOutputs(site);
}

/** A moment at which an output that no template makes differs. */
export interface OutputMoment {
  readonly ms: number;
  readonly reason: 'feed' | 'sitemap';
}

/** Every moment after `site.now` at which one of these outputs differs by itself. */
export function* outputMoments(site: Site): Generator<OutputMoment> {
  for (const ms of feedMoments(site)) yield { ms, reason: 'feed' };
  for (const ms of sitemapMoments(site)) yield { ms, reason: 'sitemap' };
}
