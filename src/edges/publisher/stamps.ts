import type { Stats } from 'node:fs';
import { isRecord } from '../../stages/publish/index.js';
import { machineTime } from '../clock.js';
import type { Disk } from './places.js';

/**
 * What the file system said of a file when its content was last known. While it says the same, the file need not be
 * read: changing a file changes its times, and `ctime` can't be set by hand.
 */
interface Stamp {
  readonly size: number;
  readonly mtime: number;
  readonly ctime: number;
  readonly inode: number;
  /** Of the content. */
  readonly hash: string;
}

/** The stamps of what is published and of what is copied there. A cache: without it the files are read. */
export interface Stamps {
  /** The hash of a published file; read only where its stamp is not what it was. */
  output(path: string, stat: Stats, read: () => string): string;
  /** The hash of a source that others may be writing. */
  source(path: string, stat: Stats, read: () => string): string;
  /** Whether a file is as it was when it had this content. */
  isKnown(path: string, stat: Stats, hash: string): boolean;
  /** A file has just been published. */
  published(path: string, stat: Stats, hash: string): void;
  /** Keeps the stamps of all that was asked for since `openStamps`. */
  save(): void;
}

/** Some file systems count time in two-second steps; a change inside one step would not show. */
const COARSE_MS = 2000;

export function openStamps(disk: Disk, file: string): Stamps {
  const before = read(disk, file);
  const outputs = new Map<string, Stamp>();
  const sources = new Map<string, Stamp>();
  let fresh = false;
  const renew = (into: Map<string, Stamp>, path: string, stat: Stats, hash: string): void => {
    into.set(path, { size: stat.size, mtime: stat.mtimeMs, ctime: stat.ctimeMs, inode: stat.ino, hash });
    fresh = true;
  };
  return {
    output(path, stat, readHash) {
      const stamp = before.outputs.get(path);
      if (matches(stamp, stat)) {
        outputs.set(path, stamp);
        return stamp.hash;
      }
      const hash = readHash();
      renew(outputs, path, stat, hash);
      return hash;
    },
    source(path, stat, readHash) {
      const stamp = before.sources.get(path);
      if (matches(stamp, stat)) {
        sources.set(path, stamp);
        return stamp.hash;
      }
      const hash = readHash();
      const settled = machineTime() - Math.max(stat.mtimeMs, stat.ctimeMs) > COARSE_MS;
      if (settled) renew(sources, path, stat, hash);
      return hash;
    },
    isKnown(path, stat, hash) {
      const stamp = before.outputs.get(path);
      if (!matches(stamp, stat) || stamp.hash !== hash) return false;
      outputs.set(path, stamp);
      return true;
    },
    published: (path, stat, hash) => renew(outputs, path, stat, hash),
    save() {
      const same = outputs.size === before.outputs.size && sources.size === before.sources.size;
      if (same && !fresh) return;
      disk.writeFileSync(
        `${file}.new`,
        JSON.stringify({ version: 2, outputs: columns(outputs), sources: columns(sources) }),
      );
      disk.renameSync(`${file}.new`, file);
    },
  };
}

function matches(stamp: Stamp | undefined, stat: Stats): stamp is Stamp {
  return (
    stamp !== undefined &&
    stamp.size === stat.size &&
    stamp.mtime === stat.mtimeMs &&
    stamp.ctime === stat.ctimeMs &&
    stamp.inode === stat.ino
  );
}

/** One list for each kind of value: tens of thousands of stamps are read in a fraction of the time of as many rows. */
interface Columns {
  readonly paths: readonly string[];
  readonly hashes: readonly string[];
  /** Size, mtime, ctime and inode of the first, of the second, … */
  readonly numbers: readonly number[];
}

function columns(stamps: ReadonlyMap<string, Stamp>): Columns {
  const values = [...stamps.values()];
  return {
    paths: [...stamps.keys()],
    hashes: values.map((stamp) => stamp.hash),
    numbers: values.flatMap((stamp) => [stamp.size, stamp.mtime, stamp.ctime, stamp.inode]),
  };
}

function read(disk: Disk, file: string): { outputs: Map<string, Stamp>; sources: Map<string, Stamp> } {
  try {
    const value: unknown = JSON.parse(disk.readFileSync(file, 'utf8'));
    if (isRecord(value) && value.version === 2) {
      return { outputs: stampsIn(value.outputs), sources: stampsIn(value.sources) };
    }
  } catch {
    // Absent or damaged.
  }
  return { outputs: new Map(), sources: new Map() };
}

function stampsIn(value: unknown): Map<string, Stamp> {
  const stamps = new Map<string, Stamp>();
  if (!isColumns(value)) return stamps;
  const { paths, hashes, numbers } = value;
  for (let i = 0; i < paths.length; i++) {
    // Where a value is missing, the stamp matches no file.
    stamps.set(paths[i] ?? '', {
      size: numbers[4 * i] ?? -1,
      mtime: numbers[4 * i + 1] ?? 0,
      ctime: numbers[4 * i + 2] ?? 0,
      inode: numbers[4 * i + 3] ?? 0,
      hash: hashes[i] ?? '',
    });
  }
  return stamps;
}

function isColumns(value: unknown): value is Columns {
  return (
    isRecord(value) &&
    isListOf(value.paths, 'string') &&
    isListOf(value.hashes, 'string') &&
    isListOf(value.numbers, 'number')
  );
}

function isListOf(value: unknown, type: 'string' | 'number'): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === type);
}
