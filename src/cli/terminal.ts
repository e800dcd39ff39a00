import pc from 'picocolors';
import type { Paint } from '../problems/format.js';
import { PLAIN } from '../problems/format.js';

/** Where a command speaks and what it may assume of its surroundings. Tests give their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Stderr is a terminal: progress may be shown. */
  readonly live: boolean;
  /** Columns of the screen. */
  readonly width: number;
  readonly colours: boolean;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    live: process.stderr.isTTY === true && process.env.CI === undefined,
    width: Math.min(process.stderr.columns ?? 100, 120),
    colours: process.stderr.isTTY === true && pc.isColorSupported,
    cwd: process.cwd(),
    env: process.env,
  };
}

/** Logs of continuous integration can be read by many: nothing of an unpublished article is said there. */
export const inPublic = (terminal: Terminal): boolean => Boolean(terminal.env.CI);

export function paint(terminal: Terminal): Paint {
  if (!terminal.colours) return PLAIN;
  const { red, yellow, bold, dim, cyan } = pc.createColors(true);
  return {
    error: (text) => bold(red(text)),
    warning: (text) => bold(yellow(text)),
    place: bold,
    code: dim,
    dim,
    hint: cyan,
  };
}
