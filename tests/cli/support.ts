import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/run.js';
import type { Terminal } from '../../src/cli/terminal.js';

/** The compiled command; `support/fresh-dist.ts` sees that it is that of the sources. */
export const BIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface Transcript {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings extends Partial<Omit<Terminal, 'out' | 'err' | 'env'>> {
  readonly env?: Readonly<Record<string, string>>;
  /** Told at once of what it says on stderr. */
  readonly said?: (text: string) => void;
}

/** The time of every command here, as CI would set it: 2026-11-24T12:00:00Z. */
export const EPOCH = { SOURCE_DATE_EPOCH: '1795521600' };

/** Runs a command in this process, in a folder, and gives all that it says. */
export async function dateline(
  cwd: string,
  args: readonly string[],
  { env = {}, said, ...surroundings }: Surroundings = {},
): Promise<Transcript> {
  let [out, err] = ['', ''];
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
      said?.(text);
    },
    live: false,
    width: 100,
    colours: { out: false, err: false },
    cwd,
    env: { ...EPOCH, ...env },
    stopped: () => new Promise(() => {}),
    ...surroundings,
  };
  const status = await run(args, terminal);
  return { status, out, err };
}

export interface Child {
  readonly process: ChildProcess;
  /** Resolves with what it has said on stderr, when that holds the text. */
  said(text: string | RegExp): Promise<string>;
  readonly ended: Promise<Transcript>;
}

/** Starts the real command in a process of its own. */
export function start(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Child {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd,
    // Nothing of the surroundings of the tests but where programs are.
    env: { PATH: process.env.PATH, ...EPOCH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  const waiting = new Set<() => void>();
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    for (const look of waiting) look();
  });
  const ended = new Promise<Transcript>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ status: code ?? -1, out, err }));
  });
  return {
    process: child,
    ended,
    said: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (typeof text === 'string' ? !err.includes(text) : !text.test(err)) return;
          waiting.delete(look);
          resolve(err);
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without saying ${String(text)}:\n${out}${err}`)));
      }),
  };
}
