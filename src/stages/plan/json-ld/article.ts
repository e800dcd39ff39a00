import type {
  ArticleLeaf,
  BlogPosting,
  CorrectionComment,
  CreativeWorkSeries,
  LiveBlogPosting,
  NewsMediaOrganization,
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

/** An article for search engines. */
export function articleData(site: Site, entry: Entry): Thing {
  const { kind, dateline } = entry.article;
  const facts = articleFacts(site, entry);
  if (kind === 'live') return liveBlog(site, entry, facts);
  const type = ARTICLE_TYPES[kind];
  if (type === 'Article' || type === 'AdvertiserContentArticle') return { '@type': type, ...facts };
  return { '@type': type, ...facts, ...(dateline !== null && { dateline }) };
}

type Facts = Omit<ArticleLeaf, '@type'>;

function articleFacts(site: Site, entry: Entry): Facts {
  const { article, brief, sections, tags, series } = entry;
  const url = absolute(site.config.url, article.url);
  const modified = modifiedAt(article, site.now);
  const section = sections.at(-1);
  return {
    headline: article.title,
    ...(article.excerpt !== '' && { description: article.excerpt }),
    url,
    mainEntityOfPage: url,
    datePublished: article.date.iso,
    ...(modified !== null && { dateModified: modified.iso }),
    inLanguage: article.lang,
    ...(brief.image !== null && { image: [imageObject(site, brief.image)] }),
    author: authors(site, entry),
    publisher: publisher(site),
    ...(section !== undefined && { articleSection: section.name }),
    ...(tags.length > 0 && { keywords: tags.map((tag) => tag.name) }),
    ...(series !== null && { isPartOf: seriesData(site, series) }),
    ...provenance(article),
    ...corrections(article, site.now),
    isAccessibleForFree: true,
  };
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
function authors(site: Site, { authors: groups, article }: Entry): readonly (Person | Organization)[] {
  if (groups.length > 0) return groups.map((author) => person(site, author));
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
function liveBlog(site: Site, { article, brief }: Entry, facts: Facts): LiveBlogPosting {
  const first = article.live.at(-1);
  const address = wholeAddress(site.config, brief.url);
  return {
    '@type': 'LiveBlogPosting',
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
