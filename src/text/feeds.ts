import type { Reference } from '../model/article.js';
import type { Config, FeedFormat, FeedsConfig, PartnerFeed } from '../model/config.js';
import type { GroupKind } from '../model/profile.js';
import type { FeedAlias, Group } from '../model/site.js';
import { languagesOf } from './languages.js';

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

/** The site's own feeds, in one of its languages. */
export const siteFeeds = ({ feeds, root }: Config): FeedAddress[] =>
  feeds === null ? [] : addresses(feeds.formats, root);

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
function aliasFormat(url: string, formats: readonly FeedFormat[]): FeedFormat | null {
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
      // A host calls `index.html` HTML, whatever is in it.
      alias: { from, to: folder + FILES[format], format, rule: from.endsWith('/') },
      written,
    });
    // An old address below the folder of a language is one of its feeds.
    const root = languagesOf(config).findLast((local) => url.startsWith(local.root))?.root ?? '/';
    if (kind === null) return [alias(url, root)];
    const groups = ofKind[kind].filter((group) => group.root === root);
    return groups.map((group) =>
      alias(
        url.replace(PLACEHOLDER, () => group.slug),
        group.url,
      ),
    );
  });
}

/** Whether an address is called as feeds are here. */
const isFeedFile = (url: string): boolean =>
  Object.values(FILES).includes(url.slice(url.lastIndexOf('/') + 1));

/**
 * Where the feeds of a group were, as the old addresses of its page say: `/culture/` had `/culture/feed.xml`. An old
 * address that is a feed's own is answered in its format, or in the first that the group still has.
 */
export function movedFeeds(config: Config, group: Pick<Group, 'kind' | 'url' | 'profile'>): FeedAlias[] {
  const feeds = groupFeeds(config, group);
  const aliases = (group.profile?.aliases ?? []).map(({ text }) => text).filter((url) => !url.includes('?'));
  return aliases.flatMap((from) => {
    if (from.endsWith('/'))
      return feeds.map(({ format, url }) => ({ from: from + FILES[format], to: url, format, rule: true }));
    const [first] = feeds;
    if (first === undefined || !isFeedFile(from)) return [];
    const { format, url } = feeds.find((feed) => from.endsWith(`/${FILES[feed.format]}`)) ?? first;
    return [{ from, to: url, format, rule: true }];
  });
}

export const formatsOf = (feeds: FeedsConfig, kind: GroupKind | null): readonly FeedFormat[] =>
  kind === null ? feeds.formats : feeds.groups[kind];
