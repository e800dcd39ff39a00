import type { Stats } from 'node:fs';
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

/** Whether every published file is there as it was published, as far as its stamp can say. */
export function isUntouched(disk: Disk, places: Places): boolean {
  const out = realOut(disk, places);
  const stat = (path: string): Stats | undefined =>
    disk.lstatSync(`${out}/${path}`, { throwIfNoEntry: false });
  return allAreSame(join(places.folder, STAMPS), stat, disk);
}
