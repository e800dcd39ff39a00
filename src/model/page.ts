import type { RefView, View } from './view.js';

/**
 * When a file appears in `public/`, among the new files and then among the changed ones, so that no page that a reader
 * can get links to a missing one: what pages load, then what is linked to, then what links.
 */
export const PHASES = ['asset', 'article', 'index'] as const;
export type Phase = (typeof PHASES)[number];

/** The text of a page: which body it is and what fills its holes. The HTML itself is fetched when it is rendered. */
export interface PageBody {
  /** Name of the body in the body store: the file that it came from, and for live posts `file#n`. */
  readonly key: string;
  readonly refs: readonly RefView[];
}

/**
 * A part of a title that only the theme can say, in the page's language: one of its texts by its key, a year or month
 * as a date; or a name from the content.
 */
export type TitlePart =
  | { readonly text: TitleText }
  | { readonly period: string }
  | { readonly name: string };

/** The theme's texts of which titles are made, each by its key. Nothing stands in them that only a template knows. */
export const TITLE_TEXTS = [
  'archive',
  'colon',
  'corrections.page',
  'directory.authors',
  'directory.series',
  'directory.tags',
  'gone',
  'not-found',
  'redirect',
  'related',
  'search',
] as const;

export type TitleText = (typeof TITLE_TEXTS)[number];

/** The first `{name}` in a text that stands in titles, where no template gives it a value; null: it has none. */
export function unfilledInTitle(key: string, text: string): string | null {
  return TITLE_TEXTS.some((known) => known === key) ? (/\{(\w+)\}/.exec(text)?.[1] ?? null) : null;
}

/** One planned output that a template makes. */
export interface Page {
  /** Path below `public/`: `2026/11/x/index.html`. */
  readonly path: string;
  /** Path on the site below its base: `/2026/11/x/`. */
  readonly url: string;
  readonly phase: Phase;
  /** Name of the template: `article.njk`. */
  readonly template: string;
  readonly view: View;
  readonly body: PageBody | null;
  /** The content file that the page is about, for error messages and `why`. */
  readonly file: string | null;
  /** What `view.page.title` becomes when rendered, joined by ": "; null where the content gives a title. */
  readonly title: readonly TitlePart[] | null;
  /** Bodies of live posts, put into `view.article.live` when rendered; empty elsewhere. */
  readonly liveBodies: readonly PageBody[];
}

/**
 * A page as it stands in the plan: what must be known of all pages at once. The rest is made when it is needed, which for
 * most pages of `dev` is never.
 */
export interface PlannedPage extends Pick<Page, 'path' | 'url' | 'template' | 'file'> {
  make(): Page;
}

/** One planned output that is a file as it stands: a picture, a stylesheet, `static/ads.txt`. */
export interface FileOutput {
  /** Path below `public/`. */
  readonly path: string;
  readonly phase: Phase;
  /** Path of the source: from the site's root, or absolute (a file of the theme that comes with Dateline). */
  readonly source: string;
  /** What was made of the source; null: it is published as it stands. */
  readonly text: string | null;
}

/** One planned output whose text the core makes itself: a feed, a sitemap, `robots.txt`. */
export interface TextOutput {
  /** Path below `public/`. */
  readonly path: string;
  readonly phase: Phase;
  /** The texts of articles that stand in it; empty in most. */
  readonly bodies: readonly PageBody[];
  /**
   * The content, a function of what the plan knows and of the bodies alone.
   * @param html the finished HTML of one of `bodies`, its holes filled with the refs given there
   */
  text(html: (body: PageBody) => string): string;
  /** What asks for it, named where two outputs want one path: `feeds of site.yaml`. */
  readonly source: string;
}

/** What a published file is. */
export interface ManifestEntry {
  /** Hex of the content's SHA-256, first 32 digits. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly phase: Phase;
  /** Of a file that the site no longer has, kept for pages that are still under way: when it goes. RFC 3339 in UTC. */
  readonly until?: string;
}

/** `.dateline/manifest.json`: all that Dateline has put into `public/`, by path; keys in code-point order. */
export interface Manifest {
  readonly version: 1;
  readonly files: { readonly [path: string]: ManifestEntry };
}

/** `.dateline/changes.json`: paths below `public/`, sorted; to be uploaded: all of `added` by phase, then `changed` by phase. */
export interface Changes {
  readonly added: { readonly [phase in Phase]: readonly string[] };
  readonly changed: { readonly [phase in Phase]: readonly string[] };
  readonly removed: readonly string[];
}

/** `.dateline/next.json`: the next moment at which any output byte would differ. */
export interface NextChange {
  /** RFC 3339 in UTC; null where nothing is waiting. */
  readonly at: string | null;
  /** Why, without a word of what is hidden: `embargo`, `expiry`, `breaking`, `slot`, `feed`, `sitemap`, `asset`. */
  readonly reason: string | null;
}
