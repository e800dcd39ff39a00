import type {
  ArticleLeaf,
  BlogPosting,
  CorrectionComment,
  CreativeWorkSeries,
  LiveBlogPosting,
  NewsMediaOrganization,
  NewsMediaOrganizationLeaf,
  Organization,
  OrganizationLeaf,
  Person,
  PersonLeaf,
  Thing,
} from 'schema-dts';
import type { Article, Kind, Moment } from '../../../model/article.js';
import type { Entry, Group, Site } from '../../../model/site.js';
import { modifiedAt } from '../../../text/indexing.js';
import { absolute, wholeAddress } from '../../../text/urls.js';
import { imageObject, publisher } from './publisher.js';

/**
 * Which type of schema.org a kind is; Google takes every subtype of Article. A press release and what was paid for are
 * no journalism. A live blog is built apart. (There is no ClaimReview: an article has no field for the claim and its
 * rating, and inventing them would be worse than silence.)
 */
export const ARTICLE_TYPES = {
  news: 'NewsArticle',
  opinion: 'OpinionNewsArticle',
  editorial: 'OpinionNewsArticle',
  analysis: 'AnalysisNewsArticle',
  review: 'ReviewNewsArticle',
  interview: 'NewsArticle',
  obituary: 'NewsArticle',
  factcheck: 'NewsArticle',
  explainer: 'BackgroundNewsArticle',
  feature: 'ReportageNewsArticle',
  report: 'ReportageNewsArticle',
  letter: 'OpinionNewsArticle',
  gallery: 'NewsArticle',
  video: 'NewsArticle',
  podcast: 'NewsArticle',
  'press-release': 'Article',
  sponsored: 'AdvertiserContentArticle',
} as const satisfies { readonly [kind in Exclude<Kind, 'live'>]: string };

/** Names a post of a live blog on its page: `post-20261124T101500`. */
export const postId = ({ iso }: Moment): string => `post-${iso.replace(/[-:]/g, '').slice(0, 15)}`;

/** Posts of a live blog that are told; its page has them all. */
const MOST_POSTS = 100;

/** What many articles of a site say alike, made once. */
export interface Shared {
  readonly publisher: NewsMediaOrganizationLeaf;
  /** An author as a byline shows one. */
  person(author: Group): PersonLeaf | OrganizationLeaf;
}

export function sharedData(site: Site): Shared {
  const people = new Map<Group, PersonLeaf | OrganizationLeaf>();
  return {
    publisher: publisher(site),
    person(author) {
      let known = people.get(author);
      if (known === undefined) {
        known = person(site, author);
        people.set(author, known);
      }
      return known;
    },
  };
}

/** An article for search engines. */
export function articleData(site: Site, entry: Entry, shared: Shared): Thing {
  const { kind, dateline } = entry.article;
  if (kind === 'live') return liveBlog(site, entry, articleFacts('LiveBlogPosting', site, entry, shared));
  const type = ARTICLE_TYPES[kind];
  if (type === 'Article' || type === 'AdvertiserContentArticle')
    return articleFacts(type, site, entry, shared);
  const data = articleFacts(type, site, entry, shared);
  return dateline === null ? data : Object.assign(data, { dateline });
}

type Facts = Omit<ArticleLeaf, '@type'>;

/**
 * Field after field, not by spreads: there is one of these for every article, and an object that is spread and added to
 * has a shape of its own.
 */
function articleFacts<T extends string>(
  type: T,
  site: Site,
  entry: Entry,
  shared: Shared,
): Facts & { readonly '@type': T } {
  const { article, brief, sections, tags, series } = entry;
  const url = absolute(site.config.url, article.url);
  const modified = modifiedAt(article, site.now);
  const section = sections.at(-1);
  const facts: Facts & { readonly '@type': T } = { '@type': type, headline: article.title };
  if (article.excerpt !== '') facts.description = article.excerpt;
  facts.url = url;
  facts.mainEntityOfPage = url;
  facts.datePublished = article.date.iso;
  if (modified !== null) facts.dateModified = modified.iso;
  facts.inLanguage = article.lang;
  if (brief.image !== null) facts.image = [imageObject(site, brief.image)];
  facts.author = authors(site, entry, shared);
  facts.publisher = shared.publisher;
  if (section !== undefined) facts.articleSection = section.name;
  if (tags.length > 0) facts.keywords = tags.map((tag) => tag.name);
  if (series !== null) facts.isPartOf = seriesData(site, series);
  if (article.source !== null) Object.assign(facts, provenance(article));
  if (article.corrections.length > 0) Object.assign(facts, corrections(article, site.now));
  facts.isAccessibleForFree = true;
  return facts;
}

/** Where a syndicated story is from, and who paid for a sponsored one. */
function provenance({ kind, source }: Article): Pick<Facts, 'isBasedOn' | 'sourceOrganization' | 'sponsor'> {
  if (source === null) return {};
  const organization: Organization = {
    '@type': 'Organization',
    name: source.name,
    ...(source.url !== null && { url: source.url }),
  };
  if (kind === 'sponsored') return { sponsor: organization };
  return source.url === null ? { sourceOrganization: organization } : { isBasedOn: source.url };
}

/** Corrections that readers were told; an update of the news corrects nothing. */
function corrections(article: Article, now: number): Pick<Facts, 'correction'> {
  const told = article.corrections.filter(({ type, date }) => type !== 'update' && date.ms <= now);
  if (told.length === 0) return {};
  return {
    correction: told.map(
      ({ text, date }): CorrectionComment => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: date.iso,
      }),
    ),
  };
}

/** Who signs; an unsigned story is the newsroom's own, or whose it was before. */
function authors(
  site: Site,
  { authors: groups, article }: Entry,
  shared: Shared,
): readonly (Person | Organization)[] {
  if (groups.length > 0) return groups.map(shared.person);
  const { source } = article;
  if (source !== null) {
    return [{ '@type': 'Organization', name: source.name, ...(source.url !== null && { url: source.url }) }];
  }
  const { name, url } = site.config.publisher;
  const newsroom: NewsMediaOrganization = {
    '@type': 'NewsMediaOrganization',
    name,
    url: url ?? site.config.url,
  };
  return [newsroom];
}

/** An author as a byline shows one; `ProfilePage` says the rest. */
export function person({ config }: Site, { name, url, profile }: Group): PersonLeaf | OrganizationLeaf {
  const facts = {
    name,
    url: absolute(config.url, url),
    ...(profile !== null && profile.sameAs.length > 0 && { sameAs: [...profile.sameAs] }),
  };
  if (profile?.organization === true) return { '@type': 'Organization', ...facts };
  const role = profile?.role ?? null;
  return { '@type': 'Person', ...facts, ...(role !== null && { jobTitle: role }) };
}

export function seriesData({ config }: Site, { name, url }: Group): CreativeWorkSeries {
  const address = absolute(config.url, url);
  return { '@type': 'CreativeWorkSeries', '@id': `${address}#series`, name, url: address };
}

/** The newest posts, newest first; their texts are put in when the page is rendered, see `stages/render/live.ts`. */
function liveBlog(
  site: Site,
  { article, brief }: Entry,
  facts: Facts & { readonly '@type': 'LiveBlogPosting' },
): LiveBlogPosting {
  const first = article.live.at(-1);
  const address = wholeAddress(site.config, brief.url);
  return {
    ...facts,
    coverageStartTime:
      first !== undefined && first.date.ms < article.date.ms ? first.date.iso : article.date.iso,
    liveBlogUpdate: article.live.slice(0, MOST_POSTS).map(
      ({ date, title }): BlogPosting => ({
        '@type': 'BlogPosting',
        ...(title !== null && { headline: title }),
        datePublished: date.iso,
        url: `${address}#${postId(date)}`,
      }),
    ),
  };
}
