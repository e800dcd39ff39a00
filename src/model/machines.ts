import type { Kind, Spot } from './article.js';

/** What `publisher` may say of how the newsroom works, by schema.org's names. */
export const POLICIES = [
  'publishingPrinciples',
  'ethicsPolicy',
  'correctionsPolicy',
  'verificationFactCheckingPolicy',
  'unnamedSourcesPolicy',
  'actionableFeedbackPolicy',
  'diversityPolicy',
  'diversityStaffingReport',
  'missionCoveragePrioritiesPolicy',
  'masthead',
  'ownershipFundingInfo',
  'noBylinesPolicy',
] as const;
export type Policy = (typeof POLICIES)[number];

/** By policy: a path on this site below its base, or a whole address. */
export type Policies = { readonly [policy in Policy]?: string };

/** The parts of a postal address, by schema.org's names. */
export const ADDRESS_PARTS = [
  'streetAddress',
  'addressLocality',
  'addressRegion',
  'postalCode',
  'addressCountry',
] as const;
export type PostalAddressParts = { readonly [part in (typeof ADDRESS_PARTS)[number]]?: string };

/** How the newsroom is reached; by schema.org's names. */
export interface Contacts {
  readonly email: string | null;
  readonly telephone: string | null;
  readonly address: PostalAddressParts | null;
  readonly contactPoint: readonly {
    readonly contactType: string;
    readonly email?: string | undefined;
    readonly telephone?: string | undefined;
  }[];
}

/** What programs of AI companies come for. */
export const CRAWLER_PURPOSES = ['training', 'search', 'user'] as const;
export type CrawlerPurpose = (typeof CRAWLER_PURPOSES)[number];

/** What robots.txt says. */
export interface CrawlersConfig {
  readonly disallow: readonly CrawlerPurpose[];
  /** The newsroom's own lines. */
  readonly lines: readonly string[];
}

/** Which stories are in the sitemap for Google News. An empty list says nothing. */
export interface NewsSitemapConfig {
  /** The publication's name as Google News has it. */
  readonly name: string;
  /** Slugs. */
  readonly sections: readonly string[];
  readonly kinds: readonly Kind[];
}

/** Where options stand whose pages and pictures are looked for once all files are known: `publisher.masthead`. */
export type Spots = { readonly [option: string]: Spot };
