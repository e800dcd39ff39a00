import type { BuildResult } from '../../build/result.js';
import { PHASES } from '../../model/page.js';
import type { Problem } from '../../model/problem.js';
import { toJson } from '../../problems/format.js';
import { inPublic, type Terminal } from '../terminal.js';
import { countProblems } from './problems.js';

/** The one object of `build --json` (design section 6). */
export function buildJson(result: BuildResult, terminal: Terminal): string {
  const { changes } = result;
  const count = (part: 'added' | 'changed'): number =>
    changes === null ? 0 : PHASES.reduce((sum, phase) => sum + changes[part][phase].length, 0);
  const rounded = Object.entries(result.stages).map(([name, ms]) => [name, Math.round(ms * 10) / 10]);
  return object(
    {
      articles: result.articles,
      invisible: result.invisible.length,
      invalid: result.invalid,
      pages: result.pages,
      added: count('added'),
      changed: count('changed'),
      removed: changes?.removed.length ?? 0,
      stages: Object.fromEntries(rounded),
    },
    result.problems,
    terminal,
  );
}

/** The same where nothing could be begun. */
export function failureJson(problems: readonly Problem[], terminal: Terminal): string {
  const none = {
    articles: 0,
    invisible: 0,
    invalid: 0,
    pages: 0,
    added: 0,
    changed: 0,
    removed: 0,
    stages: {},
  };
  return object(none, problems, terminal);
}

function object(
  { stages, ...counts }: { readonly [name: string]: unknown; readonly stages: object },
  problems: readonly Problem[],
  terminal: Terminal,
): string {
  return `${JSON.stringify({
    ...counts,
    warnings: countProblems(problems).warnings,
    problems: problems.map((problem) => toJson(problem, { redact: inPublic(terminal) })),
    stages,
  })}\n`;
}
