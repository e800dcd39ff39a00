import type { TextOutput } from '../model/page.js';
import type { Site } from '../model/site.js';
import { feedMoments, feedOutputs } from '../stages/feeds/index.js';
import { manifestOutputs } from '../stages/manifest/index.js';
import { redirectOutputs, type Served } from '../stages/redirects/index.js';
import { sitemapMoments, sitemapOutputs } from '../stages/sitemaps/index.js';
import { ASSETS } from '../text/assets.js';
import type { Templates } from './pipeline.js';

/** What these outputs say of the others. */
export interface MadePages {
  /** Addresses of the theme's files by name. */
  readonly assets: ReadonlyMap<string, string>;
  readonly served: Served;
}

/** The same where pages are not made yet: rules for hosts then lack what only pages need. */
export const planned = ({ input, assets }: Pick<Templates, 'input' | 'assets'>): MadePages => ({
  assets: input?.assets ?? new Map(),
  served: { needs: input?.policy?.shared ?? [], marked: assets.map(({ path }) => ASSETS + path) },
});

/**
 * Every output that no template makes, one at a time, in the order in which they are written: feeds, sitemaps,
 * `robots.txt`, the web manifest, redirects and headers for hosts.
 */
export function* textOutputs(site: Site, made: MadePages): Generator<TextOutput> {
  yield* feedOutputs(site, made.assets.get('feed.css') ?? null);
  yield* sitemapOutputs(site);
  yield* manifestOutputs(site);
  yield* redirectOutputs(site, made.served);
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
