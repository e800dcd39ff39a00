import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { FoundFile, Walk } from '../../build/ports.js';
import { byText } from '../../text/order.js';
import type { Stat } from '../stamps.js';

/**
 * All files below a folder. Links are not followed, so there are no circles; names that begin with `.` are left out
 * but for `.well-known`, which servers ask for by that name.
 *
 * @param place the folder on the disk
 * @param path its path from the site's root
 * @param stats takes what the system says of each file
 */
export function walkFolder(place: string, path: string, stats: Map<string, Stat>): Walk {
  const files: FoundFile[] = [];
  const skipped: Walk['skipped'][number][] = [];

  const walk = (folder: string, name: string): void => {
    const entries = entriesOf(folder);
    if (entries === null) {
      skipped.push({ path: name, why: 'unreadable' });
      return;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.') && entry.name !== '.well-known') continue;
      const inner = `${name}/${entry.name}`;
      // Bytes that are not UTF-8 become this sign, and no file can be asked for by it.
      if (entry.name.includes('\ufffd')) skipped.push({ path: inner, why: 'encoding' });
      else if (entry.isDirectory()) walk(join(folder, entry.name), inner);
      else if (entry.isSymbolicLink()) skipped.push({ path: inner, why: 'link' });
      else if (!entry.isFile()) skipped.push({ path: inner, why: 'special' });
      else {
        const stat = statOf(join(folder, entry.name));
        if (stat === null) skipped.push({ path: inner, why: 'unreadable' });
        else if (stat?.isFile()) {
          const { size, mtimeMs, ctimeMs, ino } = stat;
          files.push({ path: inner, size, mtimeMs });
          stats.set(inner, { size, mtimeMs, ctimeMs, ino });
        }
      }
    }
  };

  walk(place, path);
  files.sort((a, b) => byText(a.path, b.path));
  skipped.sort((a, b) => byText(a.path, b.path));
  return { files, skipped };
}

/** Null where the system refuses, as it does for a path that is too long; undefined where the file is gone by now. */
function statOf(path: string): Stats | null | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return null;
  }
}

function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}
