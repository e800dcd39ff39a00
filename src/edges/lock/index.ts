import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PublishError } from '../../build/ports.js';
import { buildRunning, lockLost } from '../../problems/publish.js';
import { machineTime } from '../clock.js';
import { codeOf, failure } from '../failure.js';
import { type ProcessName, stateOf, thisProcess } from './process.js';

/** A held lock. */
export interface Lock {
  /** @throws {PublishError} where somebody has taken it away. */
  check(): void;
  /** Gives it up; does nothing the second time. */
  release(): void;
}

interface Holder extends ProcessName {
  readonly since: string;
  /** Tells two locks of one process apart. */
  readonly token: string;
}

/**
 * A lock of another machine (a shared disk, a cache that was saved from a killed job) can't be asked whether its
 * process runs. Its holder renews it while it works; after this long without, it counts as left behind.
 */
const ABANDONED_MS = 15 * 60_000;
const RENEW_MS = 60_000;
const UNREADABLE_MS = 2000;
const TAKING_MS = 10_000;
const PAUSE_MS = 5;

/** So often it is tried before the lock counts as held after all. */
const ATTEMPTS = 100;

/**
 * Takes the lock of a site, `.dateline/lock`. One that a crash left behind is taken over.
 *
 * @param folder the state folder
 * @param shown the lock's name for messages
 * @throws {PublishError} with status 2 where another build holds it
 */
export function takeLock(folder: string, shown = '.dateline/lock'): Lock {
  const path = join(folder, 'lock');
  const holder: Holder = {
    ...thisProcess(),
    since: since(),
    token: randomUUID(),
  };
  try {
    mkdirSync(folder, { recursive: true });
    for (let attempt = 0; !create(path, holder); attempt++) {
      const found = read(path);
      if (attempt === ATTEMPTS || (found !== null && isHeld(path, found.holder))) {
        throw running(found?.holder ?? null, shown);
      }
      if (found !== null) removeStale(path, found.text);
    }
  } catch (error) {
    throw failure(error, shown);
  }
  return held(path, holder, shown);
}

/** To the second, in UTC: a person reads it. */
function since(): string {
  return new Date(machineTime()).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The holder's content appears together with the name: a reader never sees half of it. */
function create(path: string, holder: Holder): boolean {
  const own = `${path}.${holder.token}`;
  writeFileSync(own, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // File systems without hard links: exclusive creation does as well, but for the moment before it is written.
    if (codeOf(error) !== 'EPERM' && codeOf(error) !== 'ENOTSUP' && codeOf(error) !== 'ENOSYS') throw error;
    try {
      writeFileSync(path, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
      return true;
    } catch (second) {
      if (codeOf(second) === 'EEXIST') return false;
      throw second;
    }
  } finally {
    unlinkSync(own);
  }
}

function read(path: string): { readonly text: string; readonly holder: Holder | null } | null {
  try {
    const text = readFileSync(path, 'utf8');
    return { text, holder: parse(text) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function isHeld(path: string, holder: Holder | null): boolean {
  const state = holder === null ? 'elsewhere' : stateOf(holder);
  if (state !== 'elsewhere') return state === 'running';
  // What nobody can read is either being written at this moment or was torn by a crash of the machine.
  return ageOf(path) < (holder === null ? UNREADABLE_MS : ABANDONED_MS);
}

/**
 * Removes the lock that was found left behind, and no other one that somebody has made meanwhile: whoever removes a lock
 * that is not its own holds `lock.taking`, looks once more, and is done in a moment.
 */
function removeStale(path: string, text: string): void {
  const taking = `${path}.taking`;
  try {
    writeFileSync(taking, '', { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (ageOf(taking) > TAKING_MS) rmSync(taking, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    return;
  }
  try {
    if (read(path)?.text === text) unlinkSync(path);
  } finally {
    rmSync(taking, { force: true });
  }
}

/**
 * Milliseconds since a file was written; without end where it is gone, or so far ahead of this machine's clock that one
 * of the two clocks was wrong: such a file would not age for as long.
 */
function ageOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  const age = stat === undefined ? Number.POSITIVE_INFINITY : machineTime() - stat.mtimeMs;
  return age < -ABANDONED_MS ? Number.POSITIVE_INFINITY : age;
}

function held(path: string, holder: Holder, shown: string): Lock {
  let released = false;
  const own = (): boolean => read(path)?.holder?.token === holder.token;
  const release = (): void => {
    if (released) return;
    released = true;
    clearInterval(renewal);
    process.removeListener('exit', release);
    try {
      if (own()) unlinkSync(path);
    } catch {
      // It is taken over as soon as this process has ended.
    }
  };
  const renewal = setInterval(() => {
    try {
      const time = machineTime() / 1000;
      utimesSync(path, time, time);
    } catch {
      // `check` tells where it is gone.
    }
  }, RENEW_MS);
  renewal.unref();
  process.on('exit', release);
  return {
    check() {
      if (released || !own()) throw new PublishError([lockLost(shown)], 2);
    },
    release,
  };
}

function running(holder: Holder | null, shown: string): PublishError {
  const here = holder !== null && stateOf(holder) !== 'elsewhere';
  return new PublishError(
    [
      buildRunning(
        shown,
        holder?.pid ?? 0,
        here ? null : (holder?.host ?? 'another machine'),
        holder?.since ?? 'just now',
      ),
    ],
    2,
  );
}

function isRecord(value: unknown): value is Partial<Record<keyof Holder, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parse(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return null;
    const { pid, host, world, started, since, token } = value;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return null;
    if (typeof host !== 'string' || typeof world !== 'string' || typeof started !== 'string') return null;
    if (typeof since !== 'string' || typeof token !== 'string') return null;
    return { pid, host, world, started, since, token };
  } catch {
    return null;
  }
}
