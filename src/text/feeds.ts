import type { Reference } from '../model/article.js';
import type { Config, FeedFormat, FeedsConfig, PartnerFeed } from '../model/config.js';
import type { GroupKind } from '../model/profile.js';
import type { FeedAlias, Group } from '../model/site.js';

const FILES: { readonly [format in FeedFormat]: string } = {
  rss: 'feed.xml',
  atom: 'atom.xml',
  json: 'feed.json',
};

/** Media types by the registrations and specifications of the formats. */
export const FEED_TYPES: { readonly [format in FeedFormat]: string } = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** Where a feed stands: its format, and its path on the site below the base. */
export interface FeedAddress {
  readonly format: FeedFormat;
  readonly url: string;
}

const addresses = (formats: readonly FeedFormat[], folder: string): FeedAddress[] =>
  formats.map((format) => ({ format, url: folder + FILES[format] }));

/** The site's own feeds. */
export const siteFeeds = ({ feeds }: Config): FeedAddress[] =>
  feeds === null ? [] : addresses(feeds.formats, '/');

/** The feeds of a section, tag, author or series. */
export const groupFeeds = ({ feeds }: Config, { kind, url }: Pick<Group, 'kind' | 'url'>): FeedAddress[] =>
  feeds === null ? [] : addresses(feeds.groups[kind], url);

export const partnerFeed = ({ name, format }: PartnerFeed): FeedAddress => ({
  format,
  url: `/feed/${name}.${format === 'json' ? 'json' : 'xml'}`,
});

const PLACEHOLDER = /:(section|tag|author|series)(?![\w-])/;

/** Whose feed an old address is: a kind of group, or the site where it names none. */
export function aliasKind(url: string): GroupKind | null {
  switch (PLACEHOLDER.exec(url)?.[1]) {
    case 'section':
      return 'section';
    case 'tag':
      return 'tag';
    case 'author':
      return 'author';
    case 'series':
      return 'series';
    default:
      return null;
  }
}

/** The format of the feed that answers an old address: the one that its name promises, else the first there is. */
export function aliasFormat(url: string, formats: readonly FeedFormat[]): FeedFormat | null {
  const wanted = /json/i.test(url) ? 'json' : /atom/i.test(url) ? 'atom' : 'rss';
  return formats.includes(wanted) ? wanted : (formats[0] ?? null);
}

/** An old address and where it is written. */
interface Alias {
  readonly alias: FeedAlias;
  readonly written: Reference;
}

type Groups = { readonly [name in 'sections' | 'tags' | 'authors' | 'series']: readonly Group[] };

/** Every old address with the feed that it had; a pattern gives one for each group that has feeds. */
export function feedAliases(config: Config, groups: Groups): Alias[] {
  const { feeds } = config;
  if (feeds === null) return [];
  const ofKind: { readonly [kind in GroupKind]: readonly Group[] } = {
    section: groups.sections,
    tag: groups.tags,
    author: groups.authors,
    series: groups.series,
  };
  return feeds.aliases.flatMap((written) => {
    const url = written.text;
    const kind = aliasKind(url);
    const format = aliasFormat(url, formatsOf(feeds, kind));
    if (format === null) return [];
    const alias = (from: string, folder: string): Alias => ({
      alias: { from, to: folder + FILES[format], format },
      written,
    });
    if (kind === null) return [alias(url, '/')];
    return ofKind[kind].map((group) =>
      alias(
        url.replace(PLACEHOLDER, () => group.slug),
        group.url,
      ),
    );
  });
}

export const formatsOf = (feeds: FeedsConfig, kind: GroupKind | null): readonly FeedFormat[] =>
  kind === null ? feeds.formats : feeds.groups[kind];
