import type { Article, Body } from './article.js';
import type { Config, FeedFormat } from './config.js';
import type { Policies } from './machines.js';
import type { PictureFacts, PictureOutput } from './picture.js';
import type { Place } from './problem.js';
import type { GroupKind, Profile, SlotQuery, StandingPage } from './profile.js';
import type { Brief, IconView, LinkView, LookView, PictureView, RefView } from './view.js';

/** A file that pages may show or link to. */
export interface MediaFile {
  /** Path from the site's root. */
  readonly file: string;
  /** Path on the site below its base: `/media/x.jpg`. */
  readonly url: string;
  /** Bytes. */
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
  /** Text of a file of figures (`.csv`, `.tsv`) that a chart names; null for all others. */
  readonly figures: string | null;
  /** What is known of a picture that something shows, and was made of it; null: it is shown as it is. */
  readonly picture: PictureFacts | null;
}

/** A picture that readers see, with what was made of it. */
export interface ShownPicture {
  readonly media: MediaFile;
  readonly outputs: readonly PictureOutput[];
}

/** A card that was drawn for a story. */
export interface StoryCard {
  /** Path on the site below its base. */
  readonly url: string;
  readonly key: string;
  readonly hash: string;
  readonly size: number;
}

/** A section, tag, author or series with its visible articles. */
export interface Group {
  readonly kind: GroupKind;
  /** `world/europe`, `press-freedom`; the same in every language of the site. */
  readonly slug: string;
  /** Path under which its language stands: `/`, or `/sq/`. */
  readonly root: string;
  readonly name: string;
  /** Path on the site below its base. */
  readonly url: string;
  /** The same as pages print it. */
  readonly link: LinkView;
  readonly profile: Profile | null;
  /** Newest first; ties by id. */
  readonly entries: readonly Entry[];
  /** Slug of the section around this one. */
  readonly parent: string | null;
}

/** A visible article with all that the rest of the site adds to it. */
export interface Entry {
  readonly article: Article;
  readonly brief: Brief;
  /** Section groups from the top down; empty where it is in none. */
  readonly sections: readonly Group[];
  readonly authors: readonly Group[];
  readonly tags: readonly Group[];
  readonly series: Group | null;
  /** What fills the holes of its body, and of each live post's. */
  readonly refs: readonly RefView[];
  readonly liveRefs: readonly (readonly RefView[])[];
  /** Pins that were found, in order; exclusions. Ids. */
  readonly pinned: readonly string[];
  readonly excluded: readonly string[];
  /** Ids of the article in other languages, itself among them, sorted; empty where there is none. */
  readonly translations: readonly string[];
  readonly body: Omit<Body, 'html'>;
}

/** A curated front at `now`: the slots that are on, with the articles that readers can see. */
export interface Front {
  readonly file: string;
  readonly slots: readonly {
    readonly name: string;
    readonly title: string | null;
    readonly items: readonly Entry[];
    readonly query: SlotQuery | null;
  }[];
}

/** An address that leads elsewhere. */
export interface Redirect {
  /** Path on the site below its base: `/old/`. */
  readonly from: string;
  readonly to: string;
  /** True where it leads to the page that stands in the place of a removed story. */
  readonly gone?: true;
  /** Where the old address is written. */
  readonly place: Place;
}

/** An old address that differs from others behind its `?` alone: `/?p=123`. */
export interface QueryRedirect {
  /** Path on the site below its base: `/`. */
  readonly path: string;
  /** By name; at least one. */
  readonly query: readonly { readonly name: string; readonly value: string }[];
  readonly to: string;
  readonly gone?: true;
  readonly place: Place;
}

/** What the site says of itself to search engines and social networks, its pictures and pages found. */
export interface SiteIdentity {
  readonly logo: PictureView | null;
  /** Stands for pages without a picture of their own; never a drawing. */
  readonly image: PictureView | null;
  /** Pictures for tabs, home screens and the web manifest. */
  readonly icons: readonly IconView[];
  /** Whole addresses of pages that there are. */
  readonly policies: Policies;
  /** What `theme` makes of the theme, its files found. */
  readonly look: LookView;
}

/** An old address of a feed, which that feed itself answers. */
export interface FeedAlias {
  /** Paths on the site below its base: `/feed/` and `/feed.xml`. */
  readonly from: string;
  readonly to: string;
  readonly format: FeedFormat;
  /** Whether hosts that have rules lead on from here: the file that answers would have a wrong type, or the feed has moved. */
  readonly rule: boolean;
}

/**
 * All that may be seen at `now`, grouped and linked. What is invisible ends in assemble: nothing here has ever
 * heard of it.
 */
export interface Site {
  readonly config: Config;
  /**
   * The site in each of its languages, the main one first: each a site of its own, with its configuration, its articles
   * and its groups. In a site of one language it is the site itself. What is around has all articles and groups of all.
   */
  readonly languages: readonly Site[];
  /** Milliseconds. */
  readonly now: number;
  /** Newest first; ties by id in code-point order. */
  readonly entries: readonly Entry[];
  /** Of all languages. */
  readonly byId: ReadonlyMap<string, Entry>;
  /** Each in the order in which the site shows them. */
  readonly sections: readonly Group[];
  readonly tags: readonly Group[];
  readonly authors: readonly Group[];
  readonly series: readonly Group[];
  readonly pages: readonly {
    readonly page: StandingPage;
    readonly refs: readonly RefView[];
    /** The same page in all languages that have it, itself among them; empty where there is no other. */
    readonly translations: readonly { readonly lang: string; readonly url: string }[];
  }[];
  /** By id: `home`, or a section's path; in another language than the main one with its tag: `home.sq`. */
  readonly fronts: ReadonlyMap<string, Front>;
  /** Articles taken down: addresses and reason alone. */
  readonly gone: readonly {
    readonly url: string;
    readonly reason: string | null;
    readonly lang: string;
  }[];
  readonly redirects: readonly Redirect[];
  readonly queryRedirects: readonly QueryRedirect[];
  readonly feedAliases: readonly FeedAlias[];
  readonly identity: SiteIdentity;
  /** Urls of the files of `content/static/`. */
  readonly statics: ReadonlySet<string>;
  /** Media that readers may fetch, sorted by url. */
  readonly media: readonly MediaFile[];
  /** Those of them that pages show, with the smaller ones that were made, sorted by url. */
  readonly pictures: readonly ShownPicture[];
  /** What social networks show with links to an article, where it is not its picture itself, by id. */
  readonly cards: ReadonlyMap<string, PictureView>;
  /** The cards among them that were drawn. */
  readonly drawn: readonly StoryCard[];
  /** What profiles' texts and pictures came to, by their file. */
  readonly profiles: ReadonlyMap<
    string,
    { readonly refs: readonly RefView[]; readonly picture: PictureView | null }
  >;
}

/**
 * Stories that stand on the site in several versions: the same agency story twice, a shorter cut, an update. Articles
 * that are alone are not in it.
 */
export interface Stories {
  /** By id of an article: the id of its story's first version, its own where it is that. */
  readonly firstOf: ReadonlyMap<string, string>;
  /** By id of the first version: the ids of all, oldest first, that one before the others. */
  readonly versionsOf: ReadonlyMap<string, readonly string[]>;
}

/** One article of a related list. */
export interface Scored {
  readonly id: string;
  /** Larger is nearer; an editor's pin has Infinity. Of several versions of a story, that of the nearest. */
  readonly score: number;
  /** Ids of other versions of the same story that would stand here too, newest first. */
  readonly versions?: readonly string[];
  /** True where it is a newer version of the very article whose list this is. */
  readonly newer?: true;
  /** True where it is the part before or after in a series, which the site wants first. */
  readonly series?: true;
  /** True where both tell of one running story: nearly the same words within the same days. */
  readonly running?: true;
  /** Ids of the words that say most of both, the weightiest first; only where reasons are wanted. */
  readonly said?: readonly number[];
}

/** Ranked related articles of every visible article, by id. */
export type RelatedLists = ReadonlyMap<string, readonly Scored[]>;
