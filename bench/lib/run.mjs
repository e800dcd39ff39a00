// Runs a command as a process of its own and says what it took.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** GNU time, which asks the kernel for what a finished process used; without it only wall time is known. */
const TIME = ['/usr/bin/time', 'gtime'].find(
  (path) => spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0,
);

/** GNU timeout, which ends a command together with all that it started. */
const TIMEOUT = ['timeout', 'gtimeout'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);
const TIMED_OUT = 124;

/** How long one command may take. */
export const limits = { minutes: 60 };

/**
 * Wall time in seconds; the processor's time, user and system, in seconds; most memory in MB that one process held at a time.
 * Throws where the command fails.
 */
export function run([command, ...args], { cwd, env = {} } = {}) {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
  const sheet = join(scratch, 'time');
  const timed = TIME === undefined ? [] : [TIME, '-q', '-f', '%U %S %M', '-o', sheet];
  const said = [basename(command), ...args].join(' ');
  const ended =
    TIMEOUT === undefined ? [] : [TIMEOUT, '--kill-after=20', String(Math.ceil(limits.minutes * 60))];
  const [first, ...rest] = [...ended, ...timed, command, ...args];
  try {
    const start = performance.now();
    const { status, error, stdout, stderr } = spawnSync(first, rest, {
      cwd,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const seconds = (performance.now() - start) / 1000;
    if (error !== undefined) throw error;
    if (TIMEOUT !== undefined && status === TIMED_OUT)
      throw new Error(`${said} was not done after ${limits.minutes} min`);
    if (status !== 0)
      throw new Error(`${said} ended with ${status}:\n${`${stderr}${stdout}`.slice(0, 2000)}`);
    const [user, system, kilobytes] =
      TIME === undefined ? [] : readFileSync(sheet, 'utf8').trim().split(' ').map(Number);
    return {
      seconds,
      cpu: user === undefined ? null : user + system,
      memory: kilobytes === undefined ? null : kilobytes / 1024,
      stdout,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
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
