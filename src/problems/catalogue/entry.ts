import type { Severity } from '../../model/problem.js';

/** What `docs/problems.md` says of one code. Texts are Markdown. */
export interface CatalogueEntry {
  readonly code: string;
  readonly severity: Severity;
  /** One line, without a full stop: `An article has no title`. */
  readonly title: string;
  /** What it means and why it is a problem. */
  readonly explanation: string;
  /** The lines that cause it, as they stand in the file. */
  readonly example: string;
  /** The same lines mended, or what to do. */
  readonly cure: string;
}
