import type { ParsedArticle, Terms } from '../model/article.js';
import type { Problem } from '../model/problem.js';
import type { FindsMemory } from '../stages/relate/index.js';
import type { StoriesMemory } from '../stages/wire/index.js';

/*
 * What one build leaves for the next, beside its pages (`page-keys.ts`): ports to caches that may forget anything at any time.
 */

/**
 * Results of parsing, by the hash of all that decided them. A cache: it may forget anything at any time, and a
 * damaged entry counts as absent. What stages need of all articles at once (the head) is read apart from the HTML
 * (the bodies), which is fetched for one page at a time, so that memory does not grow with the texts.
 */
export interface ParseStore {
  /**
   * The entry as it was put, but with `html: ''` in every body; it now counts as used in this build.
   * Null where it is absent or damaged: parse the file.
   */
  head(key: string): StoredHead | null;
  /**
   * The HTML of the entry's texts: the article's own, then one for each live post. What was put can be read at once.
   * Null where it is absent or damaged: parse the file again.
   */
  bodies(key: string): readonly string[] | null;
  /** The words of the entry, for related news. Null where they are absent or damaged: parse the file again. */
  words(key: string): Terms | null;
  put(key: string, value: PackedParse): void;
  /** A parse in the store's own format. */
  pack(value: StoredParse): PackedParse;
  /** The key under which this file last stood in a site without an error, for `--on-invalid keep`. */
  lastGood(file: string): string | null;
  /** This parse of the file stands in the site: from now on it is the last good one. */
  accept(file: string, key: string): void;
  /** Nobody will ask for this entry again before the end. */
  forget?(key: string): void;
  /** Of the files whose parses are not stored. */
  readonly sources: GoodSources;
  /** Keeps what was put, lets go of what no build has used for long. */
  close(): Promise<void>;
}

/**
 * Profiles, standing pages and fronts as they last were good, for `--on-invalid keep`. They are few and parsed in every
 * build, so what is kept is what stood in the file.
 */
export interface GoodSources {
  /** Null where the file never was good, or is forgotten. */
  good(file: string): Uint8Array | null;
  /** All that is good now; what is not named is forgotten. */
  keep(sources: ReadonlyMap<string, Uint8Array>): void;
}

/** A parse in the store's own format, made in any thread. */
export interface PackedParse {
  /** The file that parsed without error; null where there was one. */
  readonly goodFor: string | null;
  readonly head: Uint8Array;
  readonly bodies: Uint8Array;
  readonly words: Uint8Array;
}

/** A parse without its texts and words. */
export interface StoredHead {
  readonly parsed: Omit<ParsedArticle, 'terms'> | null;
  readonly problems: readonly Problem[];
}

export interface StoredParse {
  readonly parsed: ParsedArticle | null;
  readonly problems: readonly Problem[];
}

/** What earlier builds found of related news and of versions of one story. */
export interface RelatedMemory extends FindsMemory {
  readonly stories: StoriesMemory;
}

export type { Finds } from '../stages/relate/index.js';
export type { Told } from '../stages/wire/index.js';
