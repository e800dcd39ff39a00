import type { Problem } from '../model/problem.js';
import { byText } from '../text/order.js';

/** The order in which problems are told: by file, line, column, code; what has no line stands first. Total. */
export function byPlace(a: Problem, b: Problem): number {
  return (
    byText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    byText(a.code, b.code) ||
    byText(a.message, b.message) ||
    byText(a.hint, b.hint)
  );
}

/** Problems in their order, each once. */
export function sorted(problems: readonly Problem[]): Problem[] {
  const all = [...problems].sort(byPlace);
  return all.filter((problem, i) => {
    const before = all[i - 1];
    return before === undefined || byPlace(before, problem) !== 0;
  });
}

/** One thing to print: a problem, or a line that stands for more of its kind. */
export type Listed =
  | { readonly problem: Problem }
  | { readonly more: number; readonly code: string; readonly text: string };

/**
 * Problems in their order, but of each kind of warning the first few alone; a line after the last of them counts
 * the rest. Errors are all told: each must be mended.
 */
export function summary(problems: readonly Problem[], first = 3): Listed[] {
  const all = sorted(problems);
  const counts = new Map<string, number>();
  for (const { code, severity } of all) {
    if (severity === 'warning') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const told = new Map<string, number>();
  const listed: Listed[] = [];
  for (const problem of all) {
    const { code } = problem;
    const count = problem.severity === 'error' ? 0 : (counts.get(code) ?? 0);
    // One more is as long as the line that would count it.
    if (count <= first + 1) {
      listed.push({ problem });
      continue;
    }
    const nth = (told.get(code) ?? 0) + 1;
    told.set(code, nth);
    if (nth <= first) listed.push({ problem });
    if (nth === first) {
      const more = count - first;
      listed.push({ more, code, text: `and ${grouped(more)} more of this kind (${code})` });
    }
  }
  return listed;
}

/** Problems with the severities that the site asks for: a warning may be silenced or made an error, an error stays. */
export function withSeverity(
  problems: readonly Problem[],
  severity: { readonly [code: string]: 'off' | 'warning' | 'error' },
): Problem[] {
  return problems.flatMap((problem) => {
    const wanted = Object.hasOwn(severity, problem.code) ? severity[problem.code] : undefined;
    if (wanted === undefined || problem.severity === 'error') return [problem];
    return wanted === 'off' ? [] : [{ ...problem, severity: wanted }];
  });
}

/** `12345` → `12,345`. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
