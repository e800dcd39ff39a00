import type { Terms } from '../../model/article.js';

/** What relating needs to know of an article; the conductor makes it of an `Entry`. */
export interface RelateDoc {
  readonly id: string;
  /** Names its words and its day: where this is the same, they are. */
  readonly key: string;
  /** First published, in milliseconds. */
  readonly ms: number;
  /** The same as a day of the site's time zone: `2023-06-30`. */
  readonly day: string;
  /** BCP 47 tag. Articles are related within one language. */
  readonly lang: string;
  /** Only looked at where no memory tells what they come to; `wordsToRelate` says where. */
  readonly terms: Terms;
  /** Series, tags and section that it is in; only a young newsroom relates by them. */
  readonly groups: readonly { readonly kind: 'series' | 'tag' | 'section'; readonly slug: string }[];
  /** An editor's own choice, shown first and in this order, of any date and language. */
  readonly pinned: readonly string[];
  /** Ids of the article in all its languages, itself among them, sorted; empty where it is in one alone. */
  readonly translations: readonly string[];
  /** What must not be in this article's list. */
  readonly excluded: readonly string[];
  /** False keeps the article out of every list, and leaves it the editor's pins alone: sponsored stories. */
  readonly allowed: boolean;
  /** False keeps the article out of the lists of others, unless an editor pins it; its own list is as any. */
  readonly listed: boolean;
}

/** How lists are made; docs/related.md says what each number does. */
export interface RelateSettings {
  /** Articles in a list at most, pins included; beyond 500 there are no more. */
  readonly limit: number;
  /** How near two texts must be to be related at all: 0 is "no word in common", 1 "the same words". */
  readonly minimum: number;
  /** Older lists that a new article enters at most. */
  readonly offers: number;
  /** Whether a list may hold articles that are newer than its own. */
  readonly newer: boolean;
  /** Days between the dates of an article and what is in its list at most; null: any. Pins and series may be farther. */
  readonly maxAge: number | null;
  /** Whether the parts before and after in a series come first, behind the pins. */
  readonly series: boolean;
  /** Whether lists tell which words say most of both articles. */
  readonly reasons: boolean;
  /** Whether lists may hold what was found for translations of their article. */
  readonly translations: boolean;
}

export const DEFAULTS: RelateSettings = {
  limit: 20,
  minimum: 0.03,
  offers: 20,
  newer: true,
  maxAge: null,
  series: false,
  reasons: false,
  translations: false,
};
