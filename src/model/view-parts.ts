import type { Kind } from './article.js';
import type { ShareTarget } from './look.js';

/*
 * What views of several kinds are made of. Templates see these too, and `npm run docs` reads them with `view.ts`.
 */

/** A named link: a section, a tag, an author, a page. */
export interface LinkView {
  readonly name: string;
  readonly url: string;
}

/** The same picture in one format, in several widths. */
export interface VariantSetView {
  /** `avif`, `webp`, `jpg` or `png`. */
  readonly format: string;
  /** Pixels, ascending. */
  readonly widths: readonly number[];
}

/** Smaller pictures that Dateline made of one: the filter `image` offers them to browsers. */
export interface VariantsView {
  /** The beginning of their addresses, which go on with a point, the width, a point and the format. */
  readonly stem: string;
  /** The best format first; the last is what every program shows. */
  readonly sets: readonly VariantSetView[];
}

/** What must stay in sight where a picture is cut: per cent from its left and from its top. */
export interface FocusView {
  readonly x: number;
  readonly y: number;
}

/** A picture whose file exists, or a remote one where the site allows it. */
export interface PictureView {
  readonly src: string;
  /** Empty where the picture says nothing that the words beside it don't. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  /** Pixels, where they could be read from the file. */
  readonly width: number | null;
  readonly height: number | null;
  /** Null where the file itself is all there is: a drawing, a remote picture, one that moves, one of which nothing was made yet in `dev`. */
  readonly variants: VariantsView | null;
  /** One colour for the place of the picture until it is there, `#7a8c91`; null where it is not known. */
  readonly tone: string | null;
  /** Null where the editor named none: then the middle. */
  readonly focus: FocusView | null;
}

/** Credit of a syndicated story. */
export interface SourceView {
  readonly name: string;
  readonly url: string | null;
}

/** What other pages may say of an article. */
export interface Brief {
  /** The article's permanent name. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly kicker: string | null;
  /** What the story is: `news`, `opinion`, `interview`, `live`, … (`kind` in docs/content.md). */
  readonly kind: Kind;
  readonly section: LinkView | null;
  /** First published. */
  readonly date: string;
  /** False where the editor gave only a day: then show no hour. */
  readonly timed: boolean;
  /** Last substantial change. */
  readonly updated: string | null;
  /** The summary or excerpt, plain text, cut with "…". */
  readonly summary: string;
  readonly authors: readonly LinkView[];
  readonly image: PictureView | null;
  /** Credit of the original, where the story came from elsewhere. */
  readonly source: SourceView | null;
  /** Set where the article's language is another than the site's, on a site in several languages that of the page. */
  readonly lang: string | null;
  /** Of the title and of the summary, each by itself: set with `lang`, and where the words are in another script. */
  readonly dir: 'ltr' | 'rtl' | null;
  readonly summaryDir: 'ltr' | 'rtl' | null;
  /** Only in `dev` and with `--drafts` or `--future`: why readers can't see it yet. */
  readonly badge: 'draft' | 'embargo' | 'expired' | null;
}

/** A story that stands on the page once for several versions: the same agency story twice, an update. */
export interface StoryView {
  /** Of the version that is shown. */
  readonly id: string;
  /** True where it is a newer version of the page's own article. */
  readonly newer: boolean;
  /** The versions that are not shown, newest first. */
  readonly versions: readonly Brief[];
  /** What the versions credit and the shown one does not, each once. */
  readonly sources: readonly SourceView[];
  /** Their authors, likewise. */
  readonly authors: readonly LinkView[];
}

/** Why an article stands in a list of related news. */
export interface ReasonView {
  /** Of the article. */
  readonly id: string;
  /** True where an editor chose it. */
  readonly chosen: boolean;
  /** The series that both belong to. */
  readonly series: LinkView | null;
  /** Names and other words that say most of both, as one of them writes them; not all that they share. */
  readonly words: readonly string[];
  /** Topics that both have. */
  readonly tags: readonly LinkView[];
}

/** The same article in another language; `x-default` is the one for readers of all others. */
export interface AlternateView {
  readonly lang: string;
  readonly url: string;
}

/** The page in another language, for a switch. */
export interface TranslationView {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** What its readers call it: `Shqip`. */
  readonly name: string;
  /** Path of the page with the site's base path. */
  readonly url: string;
  /** False where the page is not there in this language, and `url` is the language's front page. */
  readonly same: boolean;
}

/** A language of a site that has several. */
export interface LanguageView {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** What its readers call it: `Shqip`. */
  readonly name: string;
  /** Path of its front page: `/sq/`. */
  readonly home: string;
}

/** A feed that programs of readers can subscribe to. */
export interface FeedView {
  /** What it is called: `The Daily Example`, `World – The Daily Example`. */
  readonly title: string;
  /** Absolute address. */
  readonly url: string;
  /** Media type: `application/rss+xml`. */
  readonly type: string;
}

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
