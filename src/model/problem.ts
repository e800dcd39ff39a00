/** What Dateline has to say about a file: an error (nothing is published) or a warning. */
export type Severity = 'error' | 'warning';

/** A place in a text file. Lines and columns count from 1; columns count UTF-16 units. */
export interface Place {
  /** Path from the site's root with `/`, such as `content/articles/a.md`. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** How many UTF-16 units are meant, for the underline. Default 1. */
  readonly length?: number;
}

/**
 * A problem is plain data; every one is made by a function in `problems/` and formatted elsewhere.
 * Codes are permanent: they stand in people's CI settings and in `docs/problems.md`.
 */
export interface Problem extends Place {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and why, in full sentences. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** The line itself, where the stage that found the problem still had the text at hand. */
  readonly source?: string;
  /** True where the file is an article that nobody may know of yet: CI logs then name the file alone. */
  readonly confidential?: boolean;
}
