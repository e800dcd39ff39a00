import type { Problem } from '../../model/problem.js';

/** A file of `templates/assets/` as it was found. */
export interface FoundAsset {
  /** Below `templates/assets/`. */
  readonly name: string;
  /** Path of the file, absolute or from the site's root. */
  readonly source: string;
  /** What messages call it. */
  readonly place: string;
  readonly hash: string;
  /** Of style sheets and scripts; null of all others, and where the file is not UTF-8. */
  readonly text: string | null;
}

/** What a style sheet or script became. */
export interface Made {
  /** Null where it can't be published. */
  readonly text: string | null;
  readonly problems: readonly Problem[];
}

export const isStyle = (name: string): boolean => /\.css$/i.test(name);
export const isScript = (name: string): boolean => /\.m?js$/i.test(name);
