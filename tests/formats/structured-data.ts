/*
 * What Google's documentation asks of structured data, by type, as of November 2026. `required`: without it a result is
 * not shown; `recommended`: to be there wherever the content says it. A dot leads into what a property holds.
 */
export interface Rules {
  readonly source: string;
  readonly required: readonly string[];
  readonly recommended: readonly string[];
}

const DOCS = 'https://developers.google.com/search/docs/appearance/structured-data';

const ARTICLE: Rules = {
  source: `${DOCS}/article`,
  // Google requires nothing of an article; without these it would be none.
  required: ['headline', 'datePublished', 'author', 'author.name', 'publisher', 'publisher.name', 'url'],
  recommended: ['author.url', 'dateModified', 'image', 'image.url', 'publisher.logo'],
};

export const RULES: { readonly [type: string]: Rules } = {
  Article: ARTICLE,
  NewsArticle: ARTICLE,
  OpinionNewsArticle: ARTICLE,
  AnalysisNewsArticle: ARTICLE,
  ReviewNewsArticle: ARTICLE,
  BackgroundNewsArticle: ARTICLE,
  ReportageNewsArticle: ARTICLE,
  AdvertiserContentArticle: ARTICLE,
  LiveBlogPosting: {
    source: 'https://schema.org/LiveBlogPosting',
    required: [...ARTICLE.required, 'coverageStartTime'],
    recommended: [
      ...ARTICLE.recommended,
      'liveBlogUpdate',
      'liveBlogUpdate.headline',
      'liveBlogUpdate.datePublished',
      'liveBlogUpdate.articleBody',
    ],
  },
  BreadcrumbList: {
    source: `${DOCS}/breadcrumb`,
    required: ['itemListElement', 'itemListElement.position', 'itemListElement.name', 'itemListElement.item'],
    recommended: [],
  },
  ProfilePage: {
    source: `${DOCS}/profile-page`,
    required: ['mainEntity', 'mainEntity.name'],
    // Not here, because profiles have no such facts: alternateName (a handle; those stand in sameAs), identifier, interactionStatistic, agentInteractionStatistic.
    recommended: [
      'dateCreated',
      'dateModified',
      'mainEntity.sameAs',
      'mainEntity.description',
      'mainEntity.image',
      'mainEntity.url',
    ],
  },
  NewsMediaOrganization: {
    source: `${DOCS}/organization`,
    required: ['name', 'url'],
    // Not here: numbers of registers (duns, leiCode, taxID …), policies of shops, and how many work there.
    recommended: [
      'logo',
      'sameAs',
      'description',
      'foundingDate',
      'alternateName',
      'legalName',
      'email',
      'telephone',
      'address',
      'address.streetAddress',
      'address.addressLocality',
      'address.addressRegion',
      'address.postalCode',
      'address.addressCountry',
      'contactPoint',
      'contactPoint.email',
      'contactPoint.telephone',
    ],
  },
  WebSite: {
    source: `${DOCS.replace('structured-data', 'site-names')}`,
    required: ['name', 'url'],
    recommended: ['alternateName'],
  },
  CollectionPage: { source: 'https://schema.org/CollectionPage', required: ['name', 'url'], recommended: [] },
  CreativeWorkSeries: {
    source: 'https://schema.org/CreativeWorkSeries',
    required: ['name', 'url'],
    recommended: [],
  },
  WebPage: { source: 'https://schema.org/WebPage', required: ['name', 'url'], recommended: [] },
};

/** Properties that hold whole addresses. */
export const ADDRESSES = [
  'url',
  'item',
  'sameAs',
  'mainEntityOfPage',
  'isBasedOn',
  'publishingPrinciples',
  'ethicsPolicy',
  'correctionsPolicy',
  'masthead',
  'ownershipFundingInfo',
];

/** Properties that hold a time with its zone (ISO 8601). */
export const TIMES = ['datePublished', 'dateModified', 'dateCreated', 'coverageStartTime'];
