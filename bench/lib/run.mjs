// Runs a command as a process of its own and says what it took.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { passing } from './files.mjs';

/** GNU time, which asks the kernel for what a finished process used; without it only wall time is known. */
const TIME = ['/usr/bin/time', 'gtime'].find(
  (path) => spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0,
);

/** Whether memory and the processor's time can be told on this machine. */
export const TELLS_MEMORY = TIME !== undefined;

/** How long one command may take. */
export const limits = { minutes: 60 };

/** The longest that a clock can be set to, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** Milliseconds that a process has to end by itself before it is killed. */
const GRACE = 20_000;

const groups = new Set();

const signal = (group, name) => {
  try {
    process.kill(-group, name);
  } catch {
    // It has ended.
  }
};

/** Starts a command as a group of processes, so that all that it started in turn can be ended with it. */
export function start(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true });
  const { pid } = child;
  // Without a number it did not start: the child tells the error.
  if (pid !== undefined) {
    groups.add(pid);
    child.once('exit', () => groups.delete(pid));
  }
  return child;
}

/** Ends a group of processes, first with a word and then without. */
export async function stop(child) {
  if (child.pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    signal(child.pid, 'SIGTERM');
    const late = setTimeout(() => signal(child.pid, 'SIGKILL'), GRACE);
    await ended;
    clearTimeout(late);
  }
  // What it left behind.
  signal(child.pid, 'SIGKILL');
}

/** Ends everything that runs: for a measurement that is broken off. */
export function stopAll() {
  for (const group of groups) signal(group, 'SIGKILL');
}

/** How a process came to its end, with the last line of what it said. */
export function endOf(code, signalled, said) {
  const how = signalled === null ? `ended with status ${code}` : `was ended by ${signalled}`;
  const last = said.trimEnd().split('\n').at(-1).trim();
  return last === '' ? how : `${how}: ${last.slice(0, 300)}`;
}

/**
 * Wall time in seconds; the processor's time, user and system, in seconds; most memory in MB that one process held at a time.
 * Throws where the command fails: `message` is one line, `detail` the end of what it said, `stdout` and `stderr` all of it.
 */
export async function run([command, ...args], { cwd, env = {} } = {}) {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
  const clear = passing(scratch);
  const sheet = join(scratch, 'time');
  const timed = TIME === undefined ? [] : [TIME, '-q', '-f', '%U %S %M', '-o', sheet];
  const said = [basename(command), ...args].join(' ');
  const [first, ...rest] = [...timed, command, ...args];
  try {
    const began = performance.now();
    const child = start(first, rest, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const told = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8');
      child[name].on('data', (part) => {
        told[name] += part;
      });
    }
    let late = false;
    const limit = setTimeout(
      () => {
        late = true;
        stop(child);
      },
      Math.min(limits.minutes * 60_000, LONGEST),
    );
    // An `error` where it can't be started rejects this.
    const [code, signalled] = await once(child, 'close').finally(() => clearTimeout(limit));
    const seconds = (performance.now() - began) / 1000;
    if (late) throw new Error(`${said} was not done after ${limits.minutes} min`);
    if (code !== 0) {
      const error = new Error(`${said} ${endOf(code, signalled, told.stderr || told.stdout)}`);
      throw Object.assign(error, told, { detail: `${told.stdout}${told.stderr}`.slice(-2000) });
    }
    const [user, system, kilobytes] =
      TIME === undefined ? [] : readFileSync(sheet, 'utf8').trim().split(' ').map(Number);
    return {
      seconds,
      cpu: user === undefined ? null : user + system,
      memory: kilobytes === undefined ? null : kilobytes / 1024,
      stdout: told.stdout,
    };
  } finally {
    clear();
  }
}

/** Median, least and most of numbers; null where there are none. */
export function spread(values) {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length === 0) return null;
  const middle = known.length >> 1;
  const median = known.length % 2 === 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
  return { median, min: known[0], max: known.at(-1) };
}

/** The value below which a part of the numbers lies, from 0 to 1. */
export function quantile(values, part) {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.ceil(part * ordered.length) - 1)];
}
