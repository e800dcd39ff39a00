import type { Terms } from '../../model/article.js';

/** What relating needs to know of an article; the conductor makes it of an `Entry`. */
export interface RelateDoc {
  readonly id: string;
  /** First published, in milliseconds. */
  readonly ms: number;
  /** The same as a day of the site's time zone: `2023-06-30`. */
  readonly day: string;
  /** BCP 47 tag. Articles are related within one language. */
  readonly lang: string;
  readonly terms: Terms;
  /** An editor's own choice, shown first and in this order, of any date and language. */
  readonly pinned: readonly string[];
  /** What must not be in this article's list. */
  readonly excluded: readonly string[];
  /** False keeps the article out of every list, and leaves it the editor's pins alone: sponsored stories. */
  readonly allowed: boolean;
}

/** How lists are made: `related` of `site.yaml`, and what it leaves to the engine. */
export interface RelateSettings {
  /** Articles at the foot of an article and on its related page: the longer of both lists is made. */
  readonly count: number;
  readonly pageCount: number;
  /** How near two texts must be, from 0 to 1, to be related at all. Default `MINIMUM`. */
  readonly minimum?: number;
}

/** Below this, two texts share little more than the words of their trade. */
export const MINIMUM = 0.04;
/** Older lists that a new article enters at most. */
export const OFFERS = 20;
