import {
  type Config,
  FEED_FORMATS,
  type FeedFormat,
  type FeedsConfig,
  type PartnerFeed,
  type SectionConfig,
} from '../model/config.js';
import type { Problem } from '../model/problem.js';
import * as told from '../problems/feeds.js';
import type { Located } from '../problems/locate.js';
import { type FeedOptions, feedParts } from '../schema/site/feeds.js';
import { aliasKind, formatsOf } from '../text/feeds.js';
import type { SlugMode } from '../text/slug.js';
import { plainPath } from '../text/urls.js';
import { readLanguage } from './address.js';
import type { Path } from './fit.js';
import { sectionSlug } from './section-name.js';

const MINUTE = 60_000;

type PlaceOf = (path: Path, part?: 'key' | 'value') => Located;

/** The feeds that `site.yaml` asks for; null where it wants none. */
export function readFeeds(
  written: boolean | FeedOptions,
  sections: readonly SectionConfig[],
  slugs: SlugMode,
  placeOf: PlaceOf,
  problems: Problem[],
): FeedsConfig | null {
  if (written === false) return null;
  const options = written === true ? feedParts.parse({}) : written;
  const feeds: FeedsConfig = {
    formats: formats(options.formats, FEED_FORMATS),
    groups: {
      section: formats(options.sections, ['rss']),
      tag: formats(options.tags, ['rss']),
      author: formats(options.authors, ['rss']),
      series: formats(options.series, ['rss']),
    },
    content: options.content,
    limit: options.limit,
    aliases: options.aliases.map((written, i) => {
      const { line = 1, column = 1 } = placeOf(['feeds', 'aliases', i]);
      return { text: asFolder(plainPath(written)), line, column };
    }),
    partners: options.partners.map((partner) => partnerFeed(partner, sections, slugs)),
  };
  checkAliases(options, feeds, placeOf, problems);
  checkPartners(options, feeds, sections, placeOf, problems);
  return feeds;
}

/** In the order of the schema, each once. */
function formats(
  written: boolean | FeedFormat | readonly FeedFormat[],
  usual: readonly FeedFormat[],
): FeedFormat[] {
  if (typeof written === 'boolean') return written ? [...usual] : [];
  const wanted = typeof written === 'string' ? [written] : written;
  return FEED_FORMATS.filter((format) => wanted.includes(format));
}

/** `/rss` and `/rss/` are one address: without an ending no host would know what it sends. */
function asFolder(url: string): string {
  return url.endsWith('/') || /\.\w+$/.test(url) ? url : `${url}/`;
}

function partnerFeed(
  { title, language, delay, sections: wanted, ...partner }: FeedOptions['partners'][number],
  sections: readonly SectionConfig[],
  slugs: SlugMode,
): PartnerFeed {
  const slugOf = (name: string): string => sectionSlug(name, sections, slugs);
  return {
    ...partner,
    title: title ?? null,
    language: language === undefined ? null : (readLanguage(language) ?? language),
    delay: delay * MINUTE,
    sections: wanted.map(slugOf),
  };
}

/** Partners whose language the site has not: their feeds would be in another. */
export function checkPartnerLanguages(
  { feeds, language, languages }: Config,
  placeOf: PlaceOf,
  problems: Problem[],
): void {
  const known = [language, ...languages.map((local) => local.language)];
  feeds?.partners.forEach((partner, i) => {
    if (partner.language === null || known.includes(partner.language)) return;
    const place = placeOf(['feeds', 'partners', i, 'language']);
    problems.push(told.unknownPartnerLanguage(place, partner.language, known));
  });
}

/** Signs that a path of a file cannot have; a colon may only begin a placeholder. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ODD = /[\s?#\\<>"|*\x00-\x1f]|:(?!(?:section|tag|author|series)(?![\w-]))/;

/** Whether a file of the site can answer a path: below its root, with names that every disk takes. */
const answerable = (path: string): boolean =>
  /^\/[^/]/.test(path) && !path.includes('//') && !/\/\.{1,2}(?:\/|$)/.test(path) && !ODD.test(path);

function checkAliases(options: FeedOptions, feeds: FeedsConfig, placeOf: PlaceOf, problems: Problem[]): void {
  options.aliases.forEach((written, i) => {
    const place = placeOf(['feeds', 'aliases', i]);
    const kind = aliasKind(written);
    if (/[?#]/.test(written) || !answerable(plainPath(written)))
      problems.push(told.invalidFeedAlias(place, written));
    else if (formatsOf(feeds, kind).length === 0) problems.push(told.idleFeedAlias(place, written, kind));
  });
}

function checkPartners(
  options: FeedOptions,
  feeds: FeedsConfig,
  sections: readonly SectionConfig[],
  placeOf: PlaceOf,
  problems: Problem[],
): void {
  const names = new Set<string>();
  const known = sections.map(({ slug }) => slug);
  options.partners.forEach((partner, i) => {
    const place = placeOf(['feeds', 'partners', i, 'name']);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/i.test(partner.name) || partner.name.toLowerCase() === 'index')
      problems.push(told.invalidPartnerName(place, partner.name));
    else if (names.has(partner.name.toLowerCase())) problems.push(told.duplicatePartner(place, partner.name));
    names.add(partner.name.toLowerCase());
    feeds.partners[i]?.sections.forEach((slug, n) => {
      if (known.length > 0 && !known.includes(slug))
        problems.push(
          told.unknownPartnerSection(placeOf(['feeds', 'partners', i, 'sections', n]), slug, known),
        );
    });
  });
}
