import type { BuildResult } from '../build/result.js';
import { PHASES } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import { pretty, toJson } from '../problems/format.js';
import { summary } from '../problems/list.js';
import { inPublic, paint, type Terminal } from './terminal.js';

export const grouped = (count: number): string => count.toLocaleString('en-US');

/** `1 article`, `2,000 articles`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

/** Reads a line of a file for a problem whose stage had only its number. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>;

/** Problems in full, with the line itself; of many warnings of one kind the first few, unless all are wanted. */
export async function printProblems(
  problems: readonly Problem[],
  terminal: Terminal,
  read: ReadFile,
  all = false,
): Promise<void> {
  const lines = lineReader(read);
  for (const item of summary(problems, all ? Number.POSITIVE_INFINITY : 3)) {
    if ('more' in item) {
      terminal.err(`${paint(terminal).dim(`… ${item.text}`)}\n\n`);
      continue;
    }
    const problem = await withSource(item.problem, lines);
    const text = pretty(problem, {
      redact: inPublic(terminal),
      paint: paint(terminal),
      width: terminal.width,
    });
    terminal.err(`${text}\n\n`);
  }
}

function lineReader(read: ReadFile): (file: string) => Promise<readonly string[]> {
  const cache = new Map<string, Promise<readonly string[]>>();
  return (file) => {
    const known = cache.get(file);
    if (known !== undefined) return known;
    const lines = read(file)
      .then((bytes) => (bytes === null ? [] : new TextDecoder().decode(bytes).split(/\r\n|\n|\r/)))
      .catch(() => []);
    cache.set(file, lines);
    return lines;
  };
}

async function withSource(
  problem: Problem,
  lines: (file: string) => Promise<readonly string[]>,
): Promise<Problem> {
  if (problem.source !== undefined || problem.line === undefined) return problem;
  const source = (await lines(problem.file))[problem.line - 1];
  return source === undefined ? problem : { ...problem, source };
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

export function countProblems(problems: readonly Problem[]): Counts {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

/** How many articles wait for their time, and for which. */
function waiting(result: BuildResult, terminal: Terminal): string[] {
  const of = (why: string) => result.invisible.filter((article) => article.why === why);
  const [drafts, embargoed, expired] = [of('draft').length, of('embargo'), of('expired').length];
  const parts = [
    drafts > 0 ? counted(drafts, 'draft') : null,
    embargoed.length > 0 ? `${grouped(embargoed.length)} embargoed` : null,
    expired > 0 ? `${grouped(expired)} expired` : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return [];
  // The hour of a release is itself a secret in a log that others can read.
  const first = Math.min(...embargoed.map((article) => article.from ?? Number.POSITIVE_INFINITY));
  const until =
    Number.isFinite(first) && !inPublic(terminal)
      ? ` — the next appears at ${new Date(first).toISOString().replace('.000', '')}`
      : '';
  return [`  not visible   ${parts.join(', ')}${until}`];
}

/** The closing words of a build. */
export function buildSummary(result: BuildResult, out: string, terminal: Terminal): string {
  const { errors, warnings } = countProblems(result.problems);
  const { changes } = result;
  const lines: string[] = [];
  if (changes === null) {
    lines.push(
      `Nothing was published: ${counted(errors, 'error')}${warnings > 0 ? `, ${counted(warnings, 'warning')}` : ''}. ${out} is as it was.`,
    );
    return `${lines.join('\n')}\n`;
  }
  const count = (part: typeof changes.added): number =>
    PHASES.reduce((sum, phase) => sum + part[phase].length, 0);
  const [added, changed, removed] = [count(changes.added), count(changes.changed), changes.removed.length];
  const total = Object.values(result.stages).reduce((sum, ms) => sum + ms, 0);
  lines.push(
    `${result.config?.title ?? 'The site'} is in ${out}`,
    `  articles      ${grouped(result.articles)} on ${counted(result.pages, 'page')}`,
    ...waiting(result, terminal),
    ...(result.invalid > 0 ? [`  left out      ${counted(result.invalid, 'file')} with errors`] : []),
    added + changed + removed === 0
      ? '  files         nothing changed'
      : `  files         ${grouped(added)} added, ${grouped(changed)} changed, ${grouped(removed)} removed`,
    ...(errors + warnings > 0
      ? [`  problems      ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`]
      : []),
    `  time          ${seconds(total)} (${stageTimes(result)})`,
  );
  return `${lines.join('\n')}\n`;
}

const seconds = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

function stageTimes({ stages }: BuildResult): string {
  return Object.entries(stages)
    .filter(([, ms]) => ms >= 1)
    .map(([name, ms]) => `${name} ${seconds(ms)}`)
    .join(', ');
}

/** The one object of `--json` (design section 6). */
export function buildJson(result: BuildResult, terminal: Terminal): string {
  const { changes } = result;
  const count = (part: 'added' | 'changed'): number =>
    changes === null ? 0 : PHASES.reduce((sum, phase) => sum + changes[part][phase].length, 0);
  const rounded = Object.entries(result.stages).map(([name, ms]) => [name, Math.round(ms * 10) / 10]);
  return `${JSON.stringify({
    articles: result.articles,
    invisible: result.invisible.length,
    invalid: result.invalid,
    pages: result.pages,
    added: count('added'),
    changed: count('changed'),
    removed: changes?.removed.length ?? 0,
    warnings: countProblems(result.problems).warnings,
    problems: result.problems.map((problem) => toJson(problem, { redact: inPublic(terminal) })),
    stages: Object.fromEntries(rounded),
  })}\n`;
}
