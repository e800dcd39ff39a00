import type { Body } from '../../../model/article.js';
import type { Problem } from '../../../model/problem.js';

/** Where a text stands, and what its article says of it. */
export interface TextPlace {
  /** Path from the site's root: `content/articles/a.md`. */
  readonly file: string;
  /** Line of the file on which the text begins, from 1. */
  readonly line: number;
  /** BCP 47 tag of the text: decides its quotation marks. */
  readonly lang: string;
  /** Set before the first paragraph: `TIRANA, June 30, 2023 –`. Plain text; null for none. */
  readonly runIn: string | null;
  /** Takes a heading that opens the text out of it, as the headline. */
  readonly takeTitle: boolean;
  /** `rel` of links that lead to other sites. Default: none. */
  readonly rel?: string;
  /** Stands before every id in the text, where one page holds several texts (`post-2-`). Default: none. */
  readonly idPrefix?: string;
}

/** What a Markdown text came to. */
export interface MarkdownText {
  readonly body: Body;
  /** The opening heading in plain text, where `takeTitle` asked for it and there was one. */
  readonly title: string | null;
  /** Plain text of the paragraphs before `<!--more-->` or `<!--break-->`; null where there is no mark. */
  readonly lead: string | null;
  /** Plain text of everything but listings, one block a line: for relating and counting. */
  readonly text: string;
  /**
   * Plain text of the first paragraphs: without dateline, headings, captions, tables and boxes. Long enough
   * for an excerpt, no more.
   */
  readonly opening: string;
  readonly problems: readonly Problem[];
}

/** Reads Markdown. Pure, and never throws. */
export interface Markdown {
  /** A whole text, as HTML with holes. */
  (source: string, place: TextPlace): MarkdownText;
  /** A line of the front matter (a headline, a summary) as plain text, with the quotation marks of its language. */
  line(text: string, lang: string): string;
}
