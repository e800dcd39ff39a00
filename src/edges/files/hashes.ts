import { isSame, isSettled, readStamps, type Stamp, type Stat, writeStamps } from '../stamps.js';

/**
 * The hashes of files that were read before, so that what has not been touched since need not be read again. A cache, by
 * the path from the site's root.
 */
export interface FileHashes {
  /** The hash of the content of the file of which the system says this; null where it must be read. */
  known(path: string, stat: Stat): string | null;
  /** The file of which the system said this, before it was read, has this content. */
  learn(path: string, stat: Stat, hash: string): void;
  /** A new look at the disk begins: what was changed a moment before it was read counts as unread. */
  again(): void;
  /** Keeps what was asked for and learnt, and as much of the rest as is not waste. */
  save(): void;
}

/** Files that were there before, or are in another branch, are remembered up to this many times those in use. */
const MOST_UNUSED = 2;
const ALWAYS_KEPT = 1000;

/** @param file where they are kept; null: as long as the process lives */
export function openFileHashes(file: string | null): FileHashes {
  const before = file === null ? new Map<string, Stamp>() : readStamps(file);
  const used = new Map<string, Stamp>();
  const unsettled = new Set<string>();
  let fresh = false;
  return {
    known(path, stat) {
      const now = used.get(path);
      if (now !== undefined && isSame(now, stat)) return now.hash;
      const stamp = before.get(path);
      if (stamp === undefined || !isSame(stamp, stat)) return null;
      used.set(path, stamp);
      return stamp.hash;
    },
    learn(path, { size, mtimeMs, ctimeMs, ino }, hash) {
      const stamp = { size, mtimeMs, ctimeMs, ino, hash };
      used.set(path, stamp);
      // What was changed a moment ago may change once more without showing it.
      if (isSettled(stamp)) unsettled.delete(path);
      else unsettled.add(path);
      fresh = true;
    },
    again() {
      for (const path of unsettled) used.delete(path);
      unsettled.clear();
    },
    save() {
      if (file === null || !fresh) return;
      const kept = new Map([...used].filter(([path]) => !unsettled.has(path)));
      const all = new Map([...before, ...kept]);
      try {
        writeStamps(file, all.size > MOST_UNUSED * used.size + ALWAYS_KEPT ? kept : all);
      } catch {
        // The next build reads the files, and that is all.
      }
    },
  };
}
