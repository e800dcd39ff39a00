import type { Kind, Reference } from './article.js';
import type { CspAdditions } from './csp.js';
import type { Json } from './json.js';
import type { Look } from './look.js';
import type { Contacts, CrawlersConfig, NewsSitemapConfig, Policies, Spots } from './machines.js';
import type { PicturesConfig } from './picture.js';
import type { GroupKind } from './profile.js';

export interface SectionConfig {
  /** Path of slugs: `world/europe`. */
  readonly slug: string;
  readonly title: string;
  /** False: left out of the main navigation. */
  readonly nav: boolean;
  /** Where its address is another than the slug, in another language of the site: `bote/evrope`. */
  readonly path?: string;
  /** True where the section is there only when an article of the language is in it. */
  readonly byArticles?: true;
}

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export const FEED_CONTENTS = ['full', 'summary'] as const;
export type FeedContent = (typeof FEED_CONTENTS)[number];

/** A feed for those who take over stories. All that is said must hold; an empty list says nothing. */
export interface PartnerFeed {
  /** Part of its address: `/feed/NAME.xml`. */
  readonly name: string;
  readonly title: string | null;
  /** Tag of a language of the site; null: the main one. */
  readonly language: string | null;
  /** Slugs. */
  readonly sections: readonly string[];
  /** Names or slugs. */
  readonly tags: readonly string[];
  readonly kinds: readonly Kind[];
  /** Milliseconds between a story's appearance and its entry. */
  readonly delay: number;
  readonly limit: number;
  readonly content: FeedContent;
  readonly format: FeedFormat;
  /** Whether stories that came from elsewhere are passed on. */
  readonly syndicated: boolean;
}

export interface FeedsConfig {
  /** Formats of the site's own feed, and of those of each section, tag, author and series; none where empty. */
  readonly formats: readonly FeedFormat[];
  readonly groups: { readonly [kind in GroupKind]: readonly FeedFormat[] };
  readonly content: FeedContent;
  /** Stories in a feed. Default 20. */
  readonly limit: number;
  /** Old addresses that the feed itself answers, paths of files or folders: `/feed/`, `/category/:section/feed/`. */
  readonly aliases: readonly Reference[];
  readonly partners: readonly PartnerFeed[];
}

/** What readers search in: all words, or all but those of the texts. */
export const SEARCH_TEXTS = ['full', 'summary'] as const;
export type SearchText = (typeof SEARCH_TEXTS)[number];

/** The search of the site by its readers. */
export interface SearchConfig {
  readonly text: SearchText;
  /** Address of a search engine with `{query}` in it, for readers without script. */
  readonly engine: string | null;
}

/**
 * How old addresses lead on: a page for each, or rules in the file of a host or server.
 */
export const REDIRECT_FORMS = ['html', 'netlify', 'cloudflare', 'nginx', 'apache', 's3'] as const;
export type RedirectForm = (typeof REDIRECT_FORMS)[number];

/** How fragments (`/_f/…`) get into pages. */
export const FRAGMENT_WAYS = ['script', 'ssi', 'esi', 'inline'] as const;
export type FragmentWay = (typeof FRAGMENT_WAYS)[number];

/** Places of a page for what the newsroom puts there itself: `templates/slots/NAME.njk`. */
export const SLOT_NAMES = ['head', 'after-lead', 'in-article', 'footer'] as const;
export type SlotName = (typeof SLOT_NAMES)[number];

/** The room that a slot keeps. */
export interface SlotSize {
  readonly name: SlotName;
  /** From the narrowest on: `from` which width of the window, `height` of the slot, both in CSS pixels. */
  readonly heights: readonly { readonly from: number; readonly height: number }[];
}

export interface NavItem {
  readonly name: string;
  /** Path on this site below its base, or an absolute address. */
  readonly url: string;
}

/**
 * `site.yaml`, checked and with every default in place. Made once by `config/`, then trusted.
 * The options, their units and defaults are documented in `docs/site-yaml.md`.
 */
export interface Config {
  /** Permanent name of the site, part of feeds' guids. Default: host of `url`. */
  readonly id: string;
  /** Whether `id` was made of `url`, and so would change with it. */
  readonly idOfUrl: boolean;
  readonly title: string;
  readonly tagline: string | null;
  readonly description: string | null;
  /** Absolute address of the front page, ending in `/`. */
  readonly url: string;
  /** Path of `url`: `/`, or `/news/`. */
  readonly base: string;
  /** `url` as site.yaml says it, also where a preview is built for another address. */
  readonly ownUrl: string;
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** What readers of the language call it: `Shqip`. */
  readonly languageName: string;
  /** Path below the base under which all pages of the language stand: `/`, or `/sq/`. */
  readonly root: string;
  /** The same site in its other languages, each a whole configuration; in those it is empty. */
  readonly languages: readonly Config[];
  /** IANA name: `Europe/Tirane`. */
  readonly timezone: string;
  /** `/:year/:month/:slug/`; also `:day`, `:section`, `:id`. */
  readonly permalink: string;
  /** `unicode` keeps letters of every script; `ascii` transliterates. */
  readonly slugs: 'unicode' | 'ascii';
  readonly defaultSection: string | null;
  /** In the order of the navigation. Sections that only articles name come behind them. */
  readonly sections: readonly SectionConfig[];
  /** Main navigation; null: the top sections. */
  readonly navigation: readonly NavItem[] | null;
  readonly footer: readonly NavItem[];
  readonly publisher: {
    readonly name: string;
    readonly url: string | null;
    readonly logo: string | null;
    /** A year or a day. */
    readonly foundingDate: string | null;
    /** Addresses of the same newsroom elsewhere. */
    readonly sameAs: readonly string[];
    /** Other names of the paper, such as initials. */
    readonly alternateName: readonly string[];
    /** The company's or association's registered name. */
    readonly legalName: string | null;
    readonly contacts: Contacts;
    readonly policies: Policies;
  };
  /** A picture that stands for pages without one of their own, where links to them are shared. */
  readonly image: string | null;
  readonly crawlers: CrawlersConfig;
  /** Null: the site has none. */
  readonly newsSitemap: NewsSitemapConfig | null;
  readonly spots: Spots;
  readonly copyright: string | null;
  /** Our field → other systems' names for it, tried in order after our own. */
  readonly fields: { readonly [field: string]: readonly string[] };
  readonly excerpt: {
    /** Characters at most, the "…" included. Default 180. */
    readonly length: number;
  };
  readonly related: {
    /** Articles at the foot of an article. Default 4. */
    readonly count: number;
    /** Articles on the related page, at least as many as `count`. Default 12. */
    readonly pageCount: number;
    /** Which articles have a related page: all, the newest N, none. */
    readonly pages: 'all' | 'none' | { readonly recent: number };
    /** How near two texts must be to be related, from 0 to 1. Default 0.03. */
    readonly minimum: number;
    /** Whether a list may hold articles that are newer than its own. Default true. */
    readonly newer: boolean;
    /** Days between the dates of an article and what is in its list; null: any. */
    readonly maxAge: number | null;
    /** What is in no list unless an editor pins it. */
    readonly never: {
      /** Paths of sections; those inside are meant too. */
      readonly sections: readonly string[];
      readonly kinds: readonly Kind[];
    };
    /** Whether the parts before and after in a series come first. Default false. */
    readonly series: boolean;
    /** Whether pages are told why each article stands in a list. Default false. */
    readonly reasons: boolean;
    /** Whether a list may hold what is related to translations of its article. Default false. */
    readonly translations: boolean;
    /** When two articles are versions of one story and stand in a list once; null: never. */
    readonly fold: {
      /** Days after the story's first version. Default 3. */
      readonly within: number;
      /** Share of the shorter text that stands in the longer one, word for word, from 0 to 1. */
      readonly alike: number;
    } | null;
  };
  readonly front: {
    /** Stories beside the lead of the home page. Default 6. */
    readonly secondary: number;
    /** Default 10. */
    readonly latest: number;
    /** Stories in each section's block. Default 5. */
    readonly perSection: number;
    /** Opinion pieces set apart. Default 4. */
    readonly opinion: number;
    /** Stories on the front of a section, tag, author or series. Default 20. */
    readonly group: number;
  };
  readonly archive: {
    /** Stories on one page of an archive. Default 50. */
    readonly pageSize: number;
  };
  /** Null: the site has no feeds. */
  readonly feeds: FeedsConfig | null;
  /** Null: the site has no search. */
  readonly search: SearchConfig | null;
  readonly syndication: 'canonical' | 'noindex' | 'index';
  /** Raw HTML in Markdown: false (tags are left out, their words kept), or sanitised by an allow list. */
  readonly html: false | { readonly allow: readonly string[] };
  /** Pictures of other servers: false (left out, with a warning) or true. Default false. */
  readonly remotePictures: boolean;
  readonly assets: {
    /** Days for which files of the theme stay online after the site has others. Default 30. */
    readonly keep: number;
  };
  readonly fragments: FragmentWay;
  readonly slots: readonly SlotSize[];
  /** Paths of pictures for tabs, home screens and the web manifest. */
  readonly icons: readonly string[];
  readonly security: {
    /** What the site adds to the Content-Security-Policy that the build works out; null: it has none. */
    readonly csp: CspAdditions | null;
    /** Headers of its own, and those that it wants otherwise; an empty text leaves one out. */
    readonly headers: { readonly [name: string]: string };
  };
  /** Smaller pictures for smaller screens, and cards; null: pictures are published as they are. */
  readonly pictures: PicturesConfig | null;
  /** In what forms old addresses lead on. Default: a page for each. */
  readonly redirects: readonly RedirectForm[];
  /** Paths on the same host that Dateline does not make, such as `/shop/`: links there are left alone. */
  readonly elsewhere: readonly string[];
  /** Files under these folders or with these endings are not articles: `drafts/**`. */
  readonly ignore: readonly string[];
  /** What `theme` makes of the theme that comes with Dateline. */
  readonly look: Look;
  /** `theme` as it is written, for templates of the site's own. */
  readonly theme: { readonly [key: string]: Json };
  readonly extra: { readonly [key: string]: Json };
  /** Texts of the theme that this site says otherwise: `related.title: Më shumë`. */
  readonly texts: { readonly [key: string]: string };
  /** Severity of warnings by code: `off`, `warning` or `error`. */
  readonly severity: { readonly [code: string]: 'off' | 'warning' | 'error' };
}
