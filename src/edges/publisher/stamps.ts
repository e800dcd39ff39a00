import { isSame, readStamps, type Stamp, type Stat, writeStamps } from '../stamps.js';
import type { Disk } from './places.js';

/** The stamps of what is published. A cache: without it the files are read. */
export interface OutputStamps {
  /** The hash of a published file; read only where its stamp is not what it was. */
  hashOf(path: string, stat: Stat, read: () => string): string;
  /** Whether a file is as it was when it had this content. */
  isKnown(path: string, stat: Stat, hash: string): boolean;
  /** Whether a file had this content when it was stamped; for files that have just been seen to be as they were then. */
  isOf(path: string, hash: string): boolean;
  /** A file has just been published. */
  published(path: string, stat: Stat, hash: string): void;
  /** Keeps the stamps of all that was asked for since `openOutputStamps`. */
  save(): void;
}

export function openOutputStamps(disk: Disk, file: string): OutputStamps {
  const before = readStamps(file, disk);
  const after = new Map<string, Stamp>();
  let fresh = false;
  const renew = (path: string, { size, mtimeMs, ctimeMs, ino }: Stat, hash: string): void => {
    after.set(path, { size, mtimeMs, ctimeMs, ino, hash });
    fresh = true;
  };
  return {
    hashOf(path, stat, readHash) {
      const stamp = before.get(path);
      if (stamp !== undefined && isSame(stamp, stat)) {
        after.set(path, stamp);
        return stamp.hash;
      }
      const hash = readHash();
      renew(path, stat, hash);
      return hash;
    },
    isKnown(path, stat, hash) {
      const stamp = before.get(path);
      if (stamp === undefined || stamp.hash !== hash || !isSame(stamp, stat)) return false;
      after.set(path, stamp);
      return true;
    },
    isOf(path, hash) {
      const stamp = before.get(path);
      if (stamp?.hash !== hash) return false;
      after.set(path, stamp);
      return true;
    },
    published: renew,
    save() {
      if (after.size === before.size && !fresh) return;
      writeStamps(file, after, disk);
    },
  };
}
