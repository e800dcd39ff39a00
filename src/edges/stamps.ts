import type { Stats } from 'node:fs';
import { machineTime } from './clock.js';
import type { Disk } from './publisher/places.js';
import { readTable, writeTable } from './table.js';

/** What the system says of a file. */
export type Stat = Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs' | 'ino'>;

/**
 * What the system said of a file when its content was last known. While it says the same, the file need not be
 * read: changing a file changes its times, and `ctime` can't be set by hand.
 */
export interface Stamp extends Stat {
  /** Of the content. */
  readonly hash: string;
}

export const isSame = (stamp: Stat, stat: Stat): boolean =>
  stamp.size === stat.size &&
  stamp.mtimeMs === stat.mtimeMs &&
  stamp.ctimeMs === stat.ctimeMs &&
  stamp.ino === stat.ino;

/** Some file systems count time in two-second steps; a change inside one step would not show. */
const COARSE_MS = 2000;

/** Whether a change from now on is sure to show in the stamp. */
export const isSettled = ({ mtimeMs, ctimeMs }: Stat): boolean =>
  machineTime() - Math.max(mtimeMs, ctimeMs) > COARSE_MS;

const VERSION = 'stamps 1';

/** Stamps by path. @throws what the disk throws */
export function writeStamps(file: string, stamps: ReadonlyMap<string, Stamp>, disk?: Disk): void {
  const values = [...stamps.values()];
  const stats = new Float64Array(values.length * 4);
  for (const [i, { size, mtimeMs, ctimeMs, ino }] of values.entries())
    stats.set([size, mtimeMs, ctimeMs, ino], i * 4);
  const texts = { paths: [...stamps.keys()], hashes: values.map(({ hash }) => hash) };
  writeTable(file, VERSION, { texts, numbers: { stats } }, disk);
}

/**
 * Whether the system says of every file what it said when the stamps were written: without a look at their contents, and
 * without an object for each.
 */
export function allAreSame(file: string, stat: (path: string) => Stat | undefined, disk?: Disk): boolean {
  const table = readTable(file, VERSION, disk);
  const { paths = [] } = table?.texts ?? {};
  const { stats = new Float64Array() } = table?.numbers ?? {};
  return (
    table !== null &&
    paths.every((path, i) => {
      const now = stat(path);
      return (
        now !== undefined &&
        now.size === stats[4 * i] &&
        now.mtimeMs === stats[4 * i + 1] &&
        now.ctimeMs === stats[4 * i + 2] &&
        now.ino === stats[4 * i + 3]
      );
    })
  );
}

/** None where the file is absent or damaged. */
export function readStamps(file: string, disk?: Disk): Map<string, Stamp> {
  const stamps = new Map<string, Stamp>();
  const table = readTable(file, VERSION, disk);
  const { paths = [], hashes = [] } = table?.texts ?? {};
  const { stats = new Float64Array() } = table?.numbers ?? {};
  for (let i = 0; i < paths.length; i++) {
    // Where a value is missing, the stamp matches no file.
    stamps.set(paths[i] ?? '', {
      size: stats[4 * i] ?? -1,
      mtimeMs: stats[4 * i + 1] ?? 0,
      ctimeMs: stats[4 * i + 2] ?? 0,
      ino: stats[4 * i + 3] ?? 0,
      hash: hashes[i] ?? '',
    });
  }
  return stamps;
}
