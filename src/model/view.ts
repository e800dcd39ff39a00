import type { Kind } from './article.js';
import type { Json } from './json.js';
import type { ShareTarget } from './look.js';
import type {
  AlternateView,
  Brief,
  FeedView,
  LanguageView,
  LinkView,
  PictureView,
  ReasonView,
  StoryView,
  TranslationView,
  VariantsView,
} from './view-parts.js';

export type * from './view-parts.js';

/**
 * What templates see: plain data, apart from the domain's types, and complete. Every key is always there;
 * `null` means "none". All addresses are ready to print: paths carry the site's base path, `canonical` and
 * feeds are absolute. Dates are RFC 3339 text for the `date` filter.
 *
 * `docs/templates.md` is generated from this file: the comments are its text.
 */

/** What every page says of itself, for the `head` and the frame. */
export interface PageView {
  /** Which kind of page: also the name of its template. */
  readonly kind: PageKind;
  /** Path of the page with the site's base path. */
  readonly url: string;
  /** Absolute address for search engines; the original's for stories that are canonical elsewhere. */
  readonly canonical: string;
  /** For readers, in the page's language, on every kind of page: the headline, "Topics", "Sport: November 2026". */
  readonly title: string;
  readonly description: string | null;
  /** BCP 47 tag of the page's text. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Content of `meta name=robots`; null for "index, follow". */
  readonly robots: string | null;
  /** From the front page down to the page above this one. */
  readonly breadcrumbs: readonly LinkView[];
  /** For search engines; the page itself is among them. Empty where it is in one language alone. */
  readonly alternates: readonly AlternateView[];
  /** For readers: the page in every other language of the site, then in those that only this story is in. */
  readonly translations: readonly TranslationView[];
  /** The language of the site that the page belongs to: `site.language` is the same there. */
  readonly siteLanguage: string;
  readonly image: PictureView | null;
  /** The picture that social networks show with a link: the page's own, else the site's; never a drawing, which they can't show. */
  readonly card: PictureView | null;
  /**
   * What the page is, by schema.org, for search engines: JSON that can stand in a script as it is,
   * `<script type="application/ld+json">{{ page.jsonLd | safe }}</script>`.
   */
  readonly jsonLd: string | null;
  /** Feeds of this page's section, tag, author or series, for the `head`; those of the site are `site.feeds`. */
  readonly feeds: readonly FeedView[];
  /** Path of the top section that the page belongs to, for marking the navigation. */
  readonly section: string | null;
  /** Stories on related lists and fronts that stand there for several versions; all others are not in it. */
  readonly stories: readonly StoryView[];
}

export const PAGE_KINDS = [
  'home',
  'article',
  'related',
  'section',
  'tag',
  'author',
  'series',
  'archive',
  'directory',
  'page',
  'corrections',
  'search',
  'gone',
  'not-found',
  'redirect',
  'breaking',
  'latest',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** The heights that a slot keeps, from the narrowest window on, in CSS pixels. */
export interface SlotSizeView {
  readonly name: string;
  readonly heights: readonly { readonly from: number; readonly height: number }[];
}

export interface IconView {
  readonly url: string;
  /** Media type. */
  readonly type: string;
  /** `192x192`, or `any` of a drawing. */
  readonly sizes: string;
}

/** A token of the theme's style sheets with the value that the site gives it. */
export interface TokenView {
  readonly name: string;
  readonly value: string;
}

/** A typeface of the site's own. */
export interface FontView {
  readonly family: string;
  readonly url: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
}

/** The colour of the paper, for the frame that a browser draws around a page. */
export interface PaperView {
  readonly light: string;
  readonly dark: string;
}

/** What `theme` of `site.yaml` makes of the theme: checked, its files found. */
export interface LookView {
  readonly logo: string | null;
  readonly logoDark: string | null;
  readonly icon: string | null;
  /** The publisher's logo with its measures, for the foot of pages. */
  readonly mark: PictureView | null;
  readonly fonts: readonly FontView[];
  /** Tokens that are no colours. */
  readonly tokens: readonly TokenView[];
  readonly light: readonly TokenView[];
  readonly dark: readonly TokenView[];
  readonly paper: PaperView;
  /** Where an article can be passed on to: `copy`, `email`, `whatsapp`, … */
  readonly share: readonly ShareTarget[];
}

/** The small global part: nothing in it changes with the clock or an article. */
export interface SiteView {
  readonly title: string;
  readonly tagline: string | null;
  readonly description: string | null;
  /** Absolute address of the front page, with a trailing slash. */
  readonly url: string;
  /** Path of the front page: `/`, `/news/` for a site in a folder, `/sq/` in another language. */
  readonly home: string;
  /** On a site in several languages `site` is what it is in the language of the page. */
  readonly language: string;
  /** All languages of a site that has several, the main one first; empty where it has one. */
  readonly languages: readonly LanguageView[];
  readonly dir: 'ltr' | 'rtl';
  readonly timezone: string;
  readonly navigation: readonly LinkView[];
  readonly footer: readonly LinkView[];
  readonly publisher: { readonly name: string; readonly url: string | null; readonly logo: string | null };
  /** Page of all years. */
  readonly archive: string;
  /** Address of the search, for forms that ask it (`?q=WORDS`); null where the site has none. */
  readonly search: string | null;
  /** The site's own feeds, for the `head` of every page; the first is the one to link to. */
  readonly feeds: readonly FeedView[];
  readonly copyright: string | null;
  /** How fragments get into pages: `script`, `ssi`, `esi` or `inline`. */
  readonly fragments: string;
  /** The room that slots keep, where `slots` of `site.yaml` says how much. */
  readonly slots: readonly SlotSizeView[];
  /**
   * Sections that have another address here than in the main language, with the one there (`/sq/politika/` →
   * `/politics/`): by that one the theme knows which colour they have.
   */
  readonly topics: { readonly [url: string]: Json };
  /** Pictures for tabs and home screens. */
  readonly icons: readonly IconView[];
  /** Address of the web manifest. */
  readonly manifest: string;
  readonly look: LookView;
  /** `theme` of `site.yaml` as it is written there. */
  readonly theme: { readonly [key: string]: Json };
  /** Other keys under `extra` of `site.yaml`. */
  readonly extra: { readonly [key: string]: Json };
}

/** An author as an article's byline shows it. */
export interface AuthorView extends LinkView {
  readonly role: string | null;
  readonly picture: PictureView | null;
}

export interface CorrectionView {
  readonly date: string;
  readonly text: string;
  /** `correction`, `clarification`, `update` or `retraction`. */
  readonly type: string;
}

export interface HeadingView {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/**
 * What fills the holes of a text, by number; null where the link leads nowhere or the picture is missing. A `remote`
 * picture becomes a link to it, so that no other server is asked before the reader clicks.
 */
export type RefView =
  | { readonly kind: 'remote'; readonly href: string; readonly words: string; readonly rel: string | null }
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly title: string | null;
      readonly rel: string | null;
    }
  | {
      readonly kind: 'picture';
      readonly src: string;
      readonly alt: string;
      readonly width: number | null;
      readonly height: number | null;
      readonly variants: VariantsView | null;
      readonly tone: string | null;
    }
  | {
      readonly kind: 'chart';
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** What the table of the figures is called. */
      readonly table: string;
    }
  | null;

export interface LivePostView {
  /** For the permalink: `#post-20261124T1015`. */
  readonly id: string;
  readonly date: string;
  readonly title: string | null;
  /** Finished HTML: `{{ post.body }}` prints it as it is. */
  readonly body: string;
}

/** Where the article stands in its series. */
export interface SeriesPlaceView extends LinkView {
  /** From 1, oldest first. */
  readonly part: number;
  readonly older: Brief | null;
  readonly newer: Brief | null;
}

/** The article of an article page. Its text is the variable `body` beside the view: `{{ body }}` prints it as it is. */
export interface ArticleDetail extends Omit<Brief, 'authors'> {
  readonly authors: readonly AuthorView[];
  /** The editor's own standfirst; null where there is none or where the text opens with the same words. */
  readonly standfirst: string | null;
  readonly sections: readonly LinkView[];
  readonly tags: readonly LinkView[];
  readonly series: SeriesPlaceView | null;
  readonly corrections: readonly CorrectionView[];
  /** The last of all changes that readers were told of: update, correction, live post; null where there was none. */
  readonly modified: string | null;
  readonly headings: readonly HeadingView[];
  readonly live: readonly LivePostView[];
  readonly words: number;
  /** Minutes to read, at least 1. */
  readonly minutes: number;
  readonly embeds: readonly string[];
  readonly sponsored: boolean;
  /** Fields of the front matter that Dateline does not know. */
  readonly extra: { readonly [key: string]: Json };
}

/** Template `article.njk`. */
export interface ArticleView {
  readonly page: PageView;
  readonly article: ArticleDetail;
  readonly related: readonly Brief[];
  /** Why each stands there, as far as it can be told; empty unless `site.yaml` says `related: { reasons: true }`. */
  readonly reasons: readonly ReasonView[];
  /** The page with more related news; null where the site has none. */
  readonly relatedUrl: string | null;
}

/** Template `related.njk`: `…/related/`. */
export interface RelatedView {
  readonly page: PageView;
  readonly article: Brief;
  /** All of them, as they stand in the groups. */
  readonly related: readonly Brief[];
  /** The same in groups. A short list, and one of a single kind, is one group without a name. */
  readonly groups: readonly RelatedGroupView[];
  /** Why each stands there, as far as it can be told; empty unless `site.yaml` says `related: { reasons: true }`. */
  readonly reasons: readonly ReasonView[];
}

/** Related news of a kind. */
export interface RelatedGroupView {
  /** What an editor chose, the running story, what came later, what was before; null: all kinds. */
  readonly kind: 'chosen' | 'story' | 'later' | 'background' | null;
  readonly articles: readonly Brief[];
}

/** A filled slot of a curated front. */
export interface SlotView {
  readonly name: string;
  readonly title: string | null;
  readonly articles: readonly Brief[];
}

/** A block of a front: one section and its newest stories. */
export interface BlockView {
  readonly section: LinkView;
  readonly description: string | null;
  readonly articles: readonly Brief[];
}

/** Template `home.njk`. No story stands in two places. */
export interface HomeView {
  readonly page: PageView;
  /** The one story that leads. */
  readonly lead: Brief | null;
  /** True where the lead is a breaking story. */
  readonly breaking: boolean;
  /** Stories beside the lead. */
  readonly secondary: readonly Brief[];
  /** Opinion pieces, set apart. */
  readonly opinion: readonly Brief[];
  /** Slots of `content/fronts/home.yaml` other than `lead` and `secondary`. */
  readonly slots: readonly SlotView[];
  /** The newest of the rest. */
  readonly latest: readonly Brief[];
  /** A block for each section. */
  readonly blocks: readonly BlockView[];
  /** Folder of the lists of old addresses such as `/?p=123`, for the script that leads on; null where there are none. */
  readonly oldAddresses: string | null;
}

/** What a group says of itself. Its text is the variable `body`. */
export interface GroupView extends LinkView {
  readonly description: string | null;
  readonly picture: PictureView | null;
  /** An author's job title. */
  readonly role: string | null;
  readonly email: string | null;
  readonly sameAs: readonly string[];
  readonly extra: { readonly [key: string]: Json };
}

/** Templates `section.njk`, `tag.njk`, `author.njk`, `series.njk`: the front of a group. */
export interface GroupFrontView {
  readonly page: PageView;
  readonly group: GroupView;
  /** Sections inside this one. */
  readonly children: readonly LinkView[];
  /** The newest story, or the one that `content/fronts/` puts first. */
  readonly lead: Brief | null;
  /** Slots of `content/fronts/NAME.yaml` other than `lead`. */
  readonly slots: readonly SlotView[];
  /** The other stories, newest first; of a series that stands here whole, from part 1 on. */
  readonly articles: readonly Brief[];
  /** Of a series, which part each of `articles` is, from 1; empty for other groups. */
  readonly parts: readonly number[];
  /** Where older stories are; null where the front holds them all. */
  readonly archive: LinkView | null;
}

/** A year or a month. */
export interface PeriodView {
  /** `2026` or `2026-11`. */
  readonly period: string;
  readonly url: string;
  /** Number of stories of a month; null for years, whose page would else change with every story. */
  readonly count: number | null;
  /** The months of a year that have stories, newest first, on the page of all years. */
  readonly months: readonly PeriodView[];
}

/** Template `archive.njk`: all years, a year, a month, or a numbered page inside one. */
export interface ArchiveView {
  readonly page: PageView;
  /** The group that is listed; null for the whole site. */
  readonly group: LinkView | null;
  /** `2026`, `2026-11`, or null on the page of all years. */
  readonly period: string | null;
  /** Number of this page inside the period, from the oldest up; null on the period's first (newest) page. */
  readonly number: number | null;
  /** Newest first. */
  readonly articles: readonly Brief[];
  /** Years of the site, or months of a year. */
  readonly periods: readonly PeriodView[];
  readonly newer: string | null;
  readonly older: string | null;
  /** The period above: the year of a month, all years of a year. */
  readonly up: LinkView | null;
}

/** A group by its name. */
export interface DirectoryEntryView extends LinkView {
  /** An author's job title. */
  readonly role: string | null;
}

/** Template `directory.njk`: all authors, tags or series by name. Authors of paid stories alone are not among them. */
export interface DirectoryView {
  readonly page: PageView;
  readonly groups: readonly DirectoryEntryView[];
}

/** Template `page.njk`: a standing page. Its text is the variable `body`. */
export interface StandingView {
  readonly page: PageView;
  readonly headings: readonly HeadingView[];
  readonly extra: { readonly [key: string]: Json };
}

/** Template `corrections.njk`: one year of corrections, newest first. */
export interface CorrectionsView {
  readonly page: PageView;
  readonly corrections: readonly { readonly article: Brief; readonly correction: CorrectionView }[];
  /** `2026`; null where there has never been a correction. */
  readonly year: string | null;
  readonly years: readonly PeriodView[];
}

/** A choice among the stories that a search finds. */
export interface ChoiceView {
  /** What the search is asked for. */
  readonly value: string;
  readonly name: string;
}

/** Template `search.njk`: `/search/`. What it finds is fetched by `search.js` when the reader asks for it. */
export interface SearchView {
  readonly page: PageView;
  /** Folder of the index, with the site's base path. */
  readonly data: string;
  /** What the paths of results are below. */
  readonly base: string;
  /** Sections to choose by, with those inside behind the one that they are in. */
  readonly sections: readonly ChoiceView[];
  /** Years with stories, newest first. */
  readonly years: readonly string[];
  /** Languages to choose by, where the stories are in several. */
  readonly ofLanguages: readonly ChoiceView[];
  /** Whether there are authors to choose by; the index has their names. */
  readonly authors: boolean;
  /** Kinds of stories that the site has and that are no plain news. */
  readonly kinds: readonly Kind[];
  /** Address of a search engine that looks for pages of this site alone; null where the site names none. */
  readonly engine: string | null;
}

/** Template `gone.njk`: an article that was taken down. Says nothing of it but the reason, where one is given. */
export interface GoneView {
  readonly page: PageView;
  readonly reason: string | null;
}

/** Template `not-found.njk`: `/404.html`. */
export interface NotFoundView {
  readonly page: PageView;
  readonly latest: readonly Brief[];
  /** Folder of the lists of old addresses such as `/index.php?id=5`; null where there are none. */
  readonly oldAddresses: string | null;
}

/** Template `redirect.njk`: an old address. */
export interface RedirectView {
  readonly page: PageView;
  readonly target: string;
}

/** Templates `breaking.njk` and `latest.njk`: a piece of other pages, `/_f/breaking.html` and `/_f/latest.html`. */
export interface FragmentView {
  readonly page: PageView;
  /** Breaking stories, or the newest; newest first. */
  readonly articles: readonly Brief[];
}

/** The view of each kind of page. */
export interface ViewOf {
  readonly home: HomeView;
  readonly article: ArticleView;
  readonly related: RelatedView;
  readonly section: GroupFrontView;
  readonly tag: GroupFrontView;
  readonly author: GroupFrontView;
  readonly series: GroupFrontView;
  readonly archive: ArchiveView;
  readonly directory: DirectoryView;
  readonly page: StandingView;
  readonly corrections: CorrectionsView;
  readonly search: SearchView;
  readonly gone: GoneView;
  readonly 'not-found': NotFoundView;
  readonly redirect: RedirectView;
  readonly breaking: FragmentView;
  readonly latest: FragmentView;
}
export type View = ViewOf[PageKind];
