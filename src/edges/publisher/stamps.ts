import type { Stats } from 'node:fs';
import { isRecord } from '../../stages/publish/index.js';
import { machineTime } from '../clock.js';
import type { Disk } from './places.js';

/**
 * What the file system said of a file when its content was last known. While it says the same, the file need not be
 * read: changing a file changes its times, and `ctime` can't be set by hand.
 */
export interface Stamp {
  readonly size: number;
  readonly mtime: number;
  readonly ctime: number;
  readonly inode: number;
  /** Of the content. */
  readonly hash: string;
}

/** Stamps of what is published (by path) and of what is copied there (by absolute path). */
export interface Stamps {
  readonly outputs: Map<string, Stamp>;
  readonly sources: Map<string, Stamp>;
}

/** Some file systems count time in two-second steps; a change inside one step would not show. */
const COARSE_MS = 2000;

export function stampOf(stat: Stats, hash: string): Stamp {
  return { size: stat.size, mtime: stat.mtimeMs, ctime: stat.ctimeMs, inode: stat.ino, hash };
}

/** The stamp of a file that others may be writing; null where it changed just now. */
export function settledStamp(stat: Stats, hash: string): Stamp | null {
  return machineTime() - Math.max(stat.mtimeMs, stat.ctimeMs) > COARSE_MS ? stampOf(stat, hash) : null;
}

export function matches(stamp: Stamp | undefined, stat: Stats): stamp is Stamp {
  return (
    stamp !== undefined &&
    stamp.size === stat.size &&
    stamp.mtime === stat.mtimeMs &&
    stamp.ctime === stat.ctimeMs &&
    stamp.inode === stat.ino
  );
}

/** Stamps are a cache: what can't be read is absent, and the files are read instead. */
export function readStamps(disk: Disk, path: string): Stamps {
  try {
    const value: unknown = JSON.parse(disk.readFileSync(path, 'utf8'));
    if (isRecord(value) && value.version === 1)
      return { outputs: parse(value.outputs), sources: parse(value.sources) };
  } catch {
    // Absent or damaged.
  }
  return { outputs: new Map(), sources: new Map() };
}

export function serializeStamps(stamps: Stamps): string {
  const rows = (map: Map<string, Stamp>) =>
    [...map].map(([path, s]) => [path, s.size, s.mtime, s.ctime, s.inode, s.hash]);
  return JSON.stringify({ version: 1, outputs: rows(stamps.outputs), sources: rows(stamps.sources) });
}

function parse(rows: unknown): Map<string, Stamp> {
  const stamps = new Map<string, Stamp>();
  for (const row of Array.isArray(rows) ? rows : []) {
    if (!Array.isArray(row)) continue;
    const [path, size, mtime, ctime, inode, hash]: unknown[] = row;
    if (typeof path !== 'string' || typeof hash !== 'string' || typeof size !== 'number') continue;
    if (typeof mtime !== 'number' || typeof ctime !== 'number' || typeof inode !== 'number') continue;
    stamps.set(path, { size, mtime, ctime, inode, hash });
  }
  return stamps;
}
