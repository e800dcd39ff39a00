import type { Json } from './json.js';
import type { Focus } from './picture.js';

/** A point in time as an editor wrote it, read in the site's time zone where it names none. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly ms: number;
  /** RFC 3339 with the offset that the site's zone had then: `2023-06-30T10:00:00+02:00`. */
  readonly iso: string;
  /** The calendar day in the site's time zone: `2023-06-30`. */
  readonly day: string;
  /**
   * False where only a day was written (the moment is then 00:00 of that day in the site's zone), or the midnight that
   * exports write for it: then no hour is shown.
   */
  readonly timed: boolean;
}

/** What an article is; shown as a label and told to search engines. `news` is the default and has no label. */
export const KINDS = [
  'news',
  'opinion',
  'editorial',
  'analysis',
  'review',
  'interview',
  'obituary',
  'factcheck',
  'explainer',
  'feature',
  'report',
  'letter',
  'live',
  'gallery',
  'video',
  'podcast',
  'press-release',
  'sponsored',
] as const;
export type Kind = (typeof KINDS)[number];

/** Where a field or a reference stands in its article's file; both count from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** Text in the front matter that names something else (an article, a profile, a file), with its place. */
export interface Reference extends Spot {
  readonly text: string;
}

export interface Picture {
  /** As written: a path beside the article, from the content folder or from the site's root, or an address. */
  readonly src: Reference;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  /** The file in which it is written, where that is another: a translation shows the picture of its original. */
  readonly from?: string;
  /** What must stay in sight where the picture is cut; null: its middle. */
  readonly focus: Focus | null;
}

/** Credit of a syndicated story. */
export interface Source {
  readonly name: string;
  /** The original's absolute http(s) address, encoded so that it can stand in any format. */
  readonly url: string | null;
}

export interface Correction {
  readonly date: Moment;
  readonly text: string;
  /** `correction`, `clarification`, `update` or `retraction`. Default `correction`. */
  readonly type: string;
}

/** One post of a live blog. Its text is Markdown and becomes a `Body` of its own. */
export interface LivePost {
  readonly date: Moment;
  readonly title: string | null;
  readonly body: Body;
}

/**
 * Something that a text points to. The finished HTML holds a numbered hole for each; what fills it is
 * known only when all articles are (see `Body`).
 */
export interface BodyRef extends Spot {
  readonly kind: 'link' | 'picture' | 'chart';
  /** As written, decoded once: `../b.md`, `/2023/06/b/#x`, `pic.jpg`, `https://…`. */
  readonly target: string;
  /** `alt` of a picture, title of a chart; empty for links. */
  readonly alt: string;
  /** `title` of a link, in plain text; of a chart, what its table is called. */
  readonly title: string | null;
  /** The link that stands for a picture of another server; null for links and for pictures of this site. */
  readonly remote: { readonly words: string; readonly rel: string | null } | null;
}

export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/**
 * A text as HTML with holes, so that it depends on nothing but its own file. A hole is U+FDD0, a letter,
 * the number of the ref, U+FDD1 (noncharacters, taken out of the source first):
 *
 * - `A3` … `Z3`: the start and end tag of link 3; both vanish where it leads nowhere
 * - `I3`: the `img` element of picture 3
 * - `G3`: the drawing and the table of chart 3
 * - `B3` … `E3`: a region (figure, caption) that is left out where picture 3 is missing
 */
export interface Body {
  readonly html: string;
  readonly refs: readonly BodyRef[];
  readonly headings: readonly Heading[];
  /** Words of the text; in scripts without spaces two characters count as one. */
  readonly words: number;
  /** Kinds of embeds in the text (`youtube`, …), sorted; decides what a page must load or announce. */
  readonly embeds: readonly string[];
}

/**
 * One news story: all that its file and the configuration say, typed and checked. `null` means "not said".
 * Its text is kept apart (`ParsedArticle.body`), so that all articles fit into memory at once.
 */
export interface Article {
  /** Permanent name: `id` in the front matter, else the path under `content/` without `.md`. */
  readonly id: string;
  /** What another system's feed called the article, kept so that no reader gets it as new. */
  readonly guid: string | null;
  /** Path from the site's root: `content/articles/world/x.md`. */
  readonly file: string;
  readonly title: string;
  readonly slug: string;
  /** Path on the site below its base, always with a trailing slash: `/2023/06/x/`. */
  readonly url: string;
  readonly date: Moment;
  readonly updated: Moment | null;
  /** Path of section slugs: `world/europe`; empty where the article is in none. */
  readonly section: string;
  readonly kind: Kind;
  readonly kicker: string | null;
  /** The editor's summary, plain text. */
  readonly summary: string | null;
  /** The summary where it stands under the headline; null where the text opens with the same words. */
  readonly standfirst: string | null;
  /** `summary`, else what stands before `<!--more-->`, else the first words; plain text, cut with "…". */
  readonly excerpt: string;
  readonly dateline: string | null;
  /** Names or profile ids. */
  readonly authors: readonly Reference[];
  /** Names or profile ids, without duplicates. */
  readonly tags: readonly Reference[];
  readonly series: Reference | null;
  /** BCP 47 tag; the site's language where the article says none. */
  readonly lang: string;
  readonly translationOf: Reference | null;
  readonly image: Picture | null;
  /** What is said of a picture that is not named: a translation has that of its original. */
  readonly pictureWords: {
    readonly alt: string | null;
    readonly caption: string | null;
    readonly credit: string | null;
  } | null;
  readonly source: Source | null;
  readonly related: readonly Reference[];
  readonly relatedExclude: readonly Reference[];
  readonly draft: boolean;
  readonly embargo: Moment | null;
  readonly expires: Moment | null;
  /** Taken down; `reason` is told to readers where there is one. */
  readonly gone: { readonly reason: string | null } | null;
  /** End of `breaking` in ms; `true` in the front matter ends 6 hours after the article appears. */
  readonly breakingUntil: number | null;
  /** Larger leads first. Default 0. */
  readonly priority: number;
  readonly corrections: readonly Correction[];
  /** Old addresses on this site, as paths: `/old/name/`. */
  readonly aliases: readonly Reference[];
  readonly live: readonly LivePost[];
  readonly noindex: boolean;
  readonly template: Reference | null;
  /** Fields that Dateline does not know, for templates. */
  readonly extra: { readonly [key: string]: Json };
  readonly words: number;
  /** Where each field of the front matter that was written stands, by its Dateline name. */
  readonly spots: { readonly [field: string]: Spot };
}

/** The time from which an article may be seen. */
export function visibleFrom(article: Article): number {
  return Math.max(article.date.ms, article.embargo?.ms ?? Number.NEGATIVE_INFINITY);
}

/**
 * What relating needs to know of an article's words, in the order in which they first appear: headline, summary,
 * tags, text. `termsOf` in `text/terms.ts` makes them.
 */
export interface Terms {
  /** A 32-bit hash of each different word. */
  readonly ids: Uint32Array;
  /** How often it stands there, twice as much in the headline; 255 at most. */
  readonly counts: Uint8Array;
  /** So many of the first ids stand in the headline. */
  readonly headline: number;
  /**
   * The passages of the text, a few paragraphs each: one after the other the places in `ids` of their different
   * words. The first place of each passage has `PASSAGE_BEGINS` added.
   */
  readonly passages: Uint16Array;
  /** Hashes of four neighbouring words of the text, by which two versions of one story are known (`text/prints.ts`). */
  readonly prints: Uint32Array;
  /** One print in 2 to this power is kept, those that end in so many zeros; 0 where all are. */
  readonly thinning: number;
}

/** Marks in `Terms.passages` where a passage begins; places are smaller. */
export const PASSAGE_BEGINS = 0x8000;

/** What parse makes of one Markdown file. */
export interface ParsedArticle {
  readonly article: Article;
  readonly body: Body;
  readonly terms: Terms;
}
