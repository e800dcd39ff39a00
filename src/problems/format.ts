import type { Problem, Severity } from '../model/problem.js';
import { frame } from './frame.js';
import { harmless } from './width.js';

/** Colours, as functions from text to text; `PLAIN` where there are none. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly place: (text: string) => string;
  readonly code: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly hint: (text: string) => string;
}

const same = (text: string): string => text;
export const PLAIN: Paint = { error: same, warning: same, place: same, code: same, dim: same, hint: same };

export interface FormatOptions {
  /** A confidential problem then shows its file and code alone: for logs that others can read. */
  readonly redact?: boolean;
  readonly paint?: Paint;
  /** Columns of the screen. Default 100. */
  readonly width?: number;
}

export interface GitHubOptions {
  readonly redact?: boolean;
  /** The site's folder below the repository's root: `sites/daily/`. */
  readonly prefix?: string;
}

/** A problem in the JSON of a build or a check (design section 6). */
export interface ProblemJson {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

const HIDDEN = 'This file is not published yet, so nothing of its text is shown here.';
const HIDDEN_HINT = 'Run `dateline check` on your own machine to see the place and the cure.';

/** What may be shown of a problem: with `redact`, nothing of a confidential one but its file and code. */
export function redacted(problem: Problem, redact: boolean | undefined): Problem {
  if (!redact || !problem.confidential) return problem;
  const { file, code, severity } = problem;
  return { file, code, severity, message: HIDDEN, hint: HIDDEN_HINT, confidential: true };
}

/**
 * A problem for people: place, message, the line itself with carets under what is meant, hint.
 *
 *     error content/articles/a.md:3:7 invalid-date
 *       February 2023 has 28 days, so there was no 31 February 2023.
 *
 *       3 │ date: 2023-02-31
 *         │       ^^^^^^^^^^
 *
 *       Write a day that the calendar has: `date: 2023-02-28`
 */
export function pretty(problem: Problem, options: FormatOptions = {}): string {
  const paint = options.paint ?? PLAIN;
  const shown = redacted(problem, options.redact);
  const width = options.width ?? 100;
  const lines = [
    `${paint[shown.severity](shown.severity)} ${paint.place(where(shown))} ${paint.code(shown.code)}`,
    ...wrap(shown.message, width - 2).map((line) => `  ${line}`),
  ];
  const number = shown.line === undefined ? '' : String(shown.line);
  const seen = frame(shown, Math.max(20, width - number.length - 5));
  if (seen !== null && seen.line.trim() !== '') {
    lines.push('', `  ${paint.dim(`${number} │`)} ${seen.line}`);
    if (seen.pointer !== null) {
      lines.push(`  ${paint.dim(`${' '.repeat(number.length)} │`)} ${paint[shown.severity](seen.pointer)}`);
    }
    lines.push('');
  }
  lines.push(...wrap(shown.hint, width - 2).map((line) => `  ${paint.hint(line)}`));
  return lines.join('\n');
}

/** A workflow command that GitHub Actions shows beside the line in a pull request. */
export function github(problem: Problem, options: GitHubOptions = {}): string {
  const shown = redacted(problem, options.redact);
  const properties = [
    ['file', (options.prefix ?? '') + shown.file],
    ['line', shown.line],
    ['col', shown.column],
    [
      'endColumn',
      shown.column !== undefined && shown.length !== undefined ? shown.column + shown.length : undefined,
    ],
    ['title', shown.code],
  ] as const;
  const told = properties
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${shown.severity} ${told.join(',')}::${escapeData(`${shown.message}\n${shown.hint}`)}`;
}

/** A problem as an object for JSON. */
export function toJson(problem: Problem, options: Pick<FormatOptions, 'redact'> = {}): ProblemJson {
  const { file, line, column, code, severity, message, hint } = redacted(problem, options.redact);
  return { file, line: line ?? null, column: column ?? null, code, severity, message, hint };
}

/** `content/a.md:3:7`, as terminals and editors make links of it. */
export function where(problem: Problem): string {
  const place = [problem.file, problem.line, problem.line === undefined ? undefined : problem.column];
  return harmless(place.filter((part) => part !== undefined).join(':'));
}

/** Lines of at most `width` UTF-16 units, broken at spaces; a line break in the text stays, and code in it as it is. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/)) {
    if (/^\s/.test(paragraph) || paragraph === '') {
      lines.push(inert(harmless(paragraph)));
      continue;
    }
    let line = '';
    for (const word of unbroken(paragraph)) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(inert(line));
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(inert(line));
  }
  return lines;
}

/** What an article says must not become a command to the machine that prints it: GitHub Actions reads `::error::…`. */
const inert = (line: string): string => line.replace(/^(\s*)(?=::|##\[)/, '$1· ');

/** Words, where what stands in backticks is one word: a line to copy is not torn. */
function unbroken(text: string): string[] {
  return harmless(text).match(/(?:`[^`]*`|[^\s`]|`)+/g) ?? [''];
}

function escapeData(text: string): string {
  return text.toWellFormed().replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
