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

/** Adds problems to a list, however many: the arguments of one `push(...)` must fit onto the stack. */
export function addAll(problems: Problem[], more: readonly Problem[]): void {
  for (const problem of more) problems.push(problem);
}

/** So many problems of one kind are told of one file: enough to see what is wrong with it, however many there are. */
const MOST_OF_A_KIND = 30;

/**
 * The problems without those that only repeat: of each kind in one file the first are told, and the next one counts
 * all that follow. A file with a hundred thousand slips neither floods a log nor fills the memory.
 */
export function fewOfEach(problems: readonly Problem[], most = MOST_OF_A_KIND): readonly Problem[] {
  if (problems.length <= most + 1) return problems;
  const counts = new Map<string, number>();
  const keyOf = ({ file, code }: Problem): string => `${code} ${file}`;
  for (const problem of problems) counts.set(keyOf(problem), (counts.get(keyOf(problem)) ?? 0) + 1);
  const told = new Map<string, number>();
  return problems.flatMap((problem) => {
    const key = keyOf(problem);
    const count = counts.get(key) ?? 0;
    const nth = (told.get(key) ?? 0) + 1;
    told.set(key, nth);
    // One more is as long as the one that would count it.
    if (count <= most + 1 || nth <= most) return [problem];
    return nth > most + 1 ? [] : [andMore(problem, count - most)];
  });
}

const andMore = (problem: Problem, count: number): Problem => ({
  ...problem,
  message: `And so on: from here on this file has ${grouped(count)} more problems of this kind.`,
  hint: 'Mend those above in the whole file, and look again.',
});

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
