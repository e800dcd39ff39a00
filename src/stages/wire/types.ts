import type { Kind, Terms } from '../../model/article.js';

/** What telling versions of a story needs to know of an article; the conductor makes it of an `Entry`. */
export interface WireDoc {
  readonly id: string;
  /** First published, in milliseconds. */
  readonly ms: number;
  /** BCP 47 tag. */
  readonly lang: string;
  readonly kind: Kind;
  readonly terms: Terms;
}

/** When two articles are versions of one story; docs/related.md says what each number does. */
export interface WireSettings {
  /** Days after a story's first version within which another may join it. */
  readonly within: number;
  /** Share of the shorter text's prints that must stand in the longer one, from 0 to 1. */
  readonly alike: number;
}
