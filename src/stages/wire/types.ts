import type { Kind, Terms } from '../../model/article.js';

/** What telling versions of a story needs to know of an article; the conductor makes it of an `Entry`. */
export interface WireDoc {
  readonly id: string;
  /** Names its words and its moment: where this is the same, they are. Only needed where a memory is used. */
  readonly key: string;
  /** First published, in milliseconds. */
  readonly ms: number;
  /** BCP 47 tag. */
  readonly lang: string;
  readonly kind: Kind;
  /** Only looked at where no memory tells what they come to; `wordsForStories` says where. */
  readonly terms: Terms;
}

/**
 * Which articles of one language and kind are versions of one story. Each looks back alone, so what was found stands as
 * long as all older ones are the same.
 */
export interface Told {
  /** Of all articles, oldest first. */
  readonly keys: readonly string[];
  /** By place: the place of the first version of its story. */
  readonly firsts: Uint32Array;
  /** By place: 1 where the text is long enough to be known again. */
  readonly long: Uint8Array;
}

/** What earlier builds found, by language, kind and settings. A cache: what is forgotten is found again. */
export interface StoriesMemory {
  get(name: string): Told | null;
  /** What is put is what there is now; it may be what `get` gave. */
  put(name: string, told: Told): void;
}

/** When two articles are versions of one story; docs/related.md says what each number does. */
export interface WireSettings {
  /** Days after a story's first version within which another may join it. */
  readonly within: number;
  /** Share of the shorter text's prints that must stand in the longer one, from 0 to 1. */
  readonly alike: number;
}
