import pc from 'picocolors';
import type { Paint } from '../problems/format.js';
import { PLAIN } from '../problems/format.js';

type Env = Readonly<Record<string, string | undefined>>;

/** Where a command speaks and what it may assume of its surroundings. Tests give their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Stderr is a terminal: progress may be shown. */
  readonly live: boolean;
  /** Columns of the screen. */
  readonly width: number;
  /** Which streams show colours. */
  readonly colours: { readonly out: boolean; readonly err: boolean };
  readonly cwd: string;
  readonly env: Env;
  /** Resolves when the user wants the command to end: Ctrl+C, or the system's request to stop. */
  readonly stopped: () => Promise<void>;
}

export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    // The reader of a pipe has seen enough (`dateline list | head`): that is no error.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    live: stderr.isTTY === true && env.TERM !== 'dumb' && !isCi(env),
    width: widthOf(stderr.columns, env),
    colours: { out: hasColours(stdout.isTTY === true, env), err: hasColours(stderr.isTTY === true, env) },
    cwd: process.cwd(),
    env,
    stopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
      }),
  };
}

/** Lines longer than 120 columns are hard to read, however wide the screen; below 30 nothing can be laid out. */
export function widthOf(columns: number | undefined, env: Env): number {
  const said = Number(env.COLUMNS);
  const wide = columns || (Number.isInteger(said) && said > 0 ? said : 100);
  return Math.max(30, Math.min(wide, 120));
}

/** https://no-color.org and https://force-color.org; else where a terminal can show them. */
export function hasColours(isTerminal: boolean, env: Env): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

const isCi = (env: Env): boolean => Boolean(env.CI) && env.CI !== 'false';

/** Logs of continuous integration can be read by many: nothing of an unpublished article is said there. */
export const inPublic = (terminal: Terminal): boolean => isCi(terminal.env);

const COLOURS = pc.createColors(true);

/** The colours of a stream. */
export interface Colours extends Paint {
  /** What went well. */
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
}

export function paint(terminal: Terminal, stream: 'out' | 'err' = 'err'): Colours {
  if (!terminal.colours[stream]) return { ...PLAIN, good: PLAIN.dim, strong: PLAIN.dim };
  const { red, yellow, green, bold, dim, cyan } = COLOURS;
  return {
    error: (text) => bold(red(text)),
    warning: (text) => bold(yellow(text)),
    place: bold,
    code: dim,
    dim,
    hint: cyan,
    good: (text) => bold(green(text)),
    strong: bold,
  };
}
