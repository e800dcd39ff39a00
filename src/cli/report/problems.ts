import type { Problem } from '../../model/problem.js';
import { CATALOGUE } from '../../problems/catalogue/index.js';
import { pretty, redacted } from '../../problems/format.js';
import { byPlace, sorted } from '../../problems/list.js';
import { inPublic, paint, type Terminal } from '../terminal.js';
import { counted, grouped, hanging } from './words.js';

/** Reads a file for the line that a problem is about, where its stage had only the number. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>;

export interface TellOptions {
  readonly read: ReadFile;
  /** Every warning in full, not only its kind where there are many. */
  readonly all?: boolean | undefined;
  readonly stream?: 'out' | 'err';
}

/** More warnings than this are told by their kinds: errors must not be lost among them. */
const FEW = 5;
/** Places that are named of each kind. */
const PLACES = 3;

/** Every error in full, with the line itself; warnings too while they are few. */
export async function tellProblems(
  problems: readonly Problem[],
  terminal: Terminal,
  { read, all = false, stream = 'err' }: TellOptions,
): Promise<void> {
  const lines = lineReader(read);
  const many = !all && problems.filter(isWarning).length > FEW;
  const told = many ? problems.filter((problem) => !isWarning(problem)) : problems;
  for (const [first, ...same] of alike(told)) {
    if (first === undefined) continue;
    const text = pretty(await withSource(first, lines), {
      redact: inPublic(terminal),
      paint: paint(terminal, stream),
      width: terminal.width,
    });
    terminal[stream](`${text}\n\n`);
    if (same.length === 0) continue;
    const named = same.map((problem) => placeOf(problem, terminal));
    terminal[stream](
      `  The same in ${counted(same.length, 'other place')}:\n    ${named.join('\n    ')}\n\n`,
    );
  }
  if (!many) return;
  terminal[stream](byKind(problems.filter(isWarning), terminal, stream));
  terminal[stream](
    `${paint(terminal, stream).hint('`dateline check` tells each with its line and its cure.')}\n\n`,
  );
}

/** What has the same cause and the same cure is explained once, where it is often; all its places are named. */
function alike(problems: readonly Problem[]): Problem[][] {
  const groups = new Map<string, Problem[]>();
  for (const problem of sorted(problems)) {
    const { severity, code, message, hint } = problem;
    const key = JSON.stringify([severity, code, message, hint]);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [problem]);
    else same.push(problem);
  }
  return [...groups.values()]
    .flatMap((same) => (same.length > FEW ? [same] : same.map((one) => [one])))
    .sort(([a], [b]) => (a === undefined || b === undefined ? 0 : byPlace(a, b)));
}

/** One paragraph for each kind: how many, what it is, where the first few are. */
export function byKind(problems: readonly Problem[], terminal: Terminal, stream: 'out' | 'err'): string {
  const kinds = new Map<string, Problem[]>();
  for (const problem of sorted(problems)) {
    const same = kinds.get(problem.code);
    if (same === undefined) kinds.set(problem.code, [problem]);
    else same.push(problem);
  }
  const colours = paint(terminal, stream);
  const most = Math.max(...[...kinds.values()].map((same) => grouped(same.length).length));
  // The commonest first: there one cure helps most. Ties stay in the order of files.
  return [...kinds]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([code, same]) => {
      const severity = same[0]?.severity ?? 'warning';
      const head = `${colours[severity](severity)} ${grouped(same.length).padStart(most)} × ${colours.strong(code)}`;
      const title = CATALOGUE.get(code)?.title;
      return `${head}\n${indented(title === undefined ? '' : `${title}.`, terminal)}${indented(places(same, terminal), terminal, colours.dim)}\n`;
    })
    .join('');
}

function indented(text: string, terminal: Terminal, colour = (line: string): string => line): string {
  return text === '' ? '' : `  ${colour(hanging(text, terminal.width - 2, 2))}\n`;
}

function places(problems: readonly Problem[], terminal: Terminal): string {
  const named = [...new Set(problems.map((problem) => placeOf(problem, terminal)))];
  const more = named.length - PLACES;
  return `${named.slice(0, PLACES).join(', ')}${more > 0 ? ` and ${counted(more, 'other place')}` : ''}`;
}

function placeOf(problem: Problem, terminal: Terminal): string {
  const { file, line } = redacted(problem, inPublic(terminal));
  return line === undefined ? file : `${file}:${line}`;
}

const isWarning = (problem: Problem): boolean => problem.severity === 'warning';

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
  const warnings = problems.filter(isWarning).length;
  return { errors: problems.length - warnings, warnings };
}
