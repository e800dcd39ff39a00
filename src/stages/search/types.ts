/** What the search knows of an article besides its text. */
export interface SearchDoc {
  readonly title: string;
  /** Summary, names, topics and the like: what stands around the text. */
  readonly around: readonly string[];
  /** What the reader may choose by: `@section:politics`, `@author:NAME`, `@lang:sq`. */
  readonly filters: readonly string[];
  readonly card: Card;
}

/**
 * What a result shows, as it lies in the files: path below the site's base, headline, day, excerpt, section, authors, kind,
 * language (empty where it is the site's).
 */
export type Card = readonly [
  url: string,
  title: string,
  day: string,
  excerpt: string,
  section: string,
  authors: readonly string[],
  kind: string,
  lang: string,
];
