import type { Stats } from 'node:fs';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { allAreSame } from '../stamps.js';
import { checksumOf } from '../table.js';
import { STAMPS } from './decide.js';
import type { Disk, Places } from './places.js';
import { realOut } from './recover.js';

/** Names what is published in an output folder; null where nobody can say. Cheap: no list of files is read. */
export function publishedMark(disk: Disk, { folder }: Places): string | null {
  const stamps = checksumOf(join(folder, STAMPS), disk);
  const manifest = disk.lstatSync(join(folder, 'manifest.json'), { throwIfNoEntry: false });
  if (stamps === null || manifest === undefined) return null;
  const { size, mtimeMs, ctimeMs, ino } = manifest;
  return [stamps, size, mtimeMs, ctimeMs, ino].join(' ');
}

/** Bytes of what `isUntouched` goes by, about a hundred for each file; null where nothing is published. */
export function stampsSize({ folder }: Places, disk: Disk = fs): number | null {
  return disk.statSync(join(folder, STAMPS), { throwIfNoEntry: false })?.size ?? null;
}

/** Whether every published file is there as it was published, as far as its stamp can say. */
export function isUntouched(places: Places, disk: Disk = fs): boolean {
  const out = realOut(disk, places);
  const stat = (path: string): Stats | undefined =>
    disk.lstatSync(`${out}/${path}`, { throwIfNoEntry: false });
  return allAreSame(join(places.folder, STAMPS), stat, disk);
}
