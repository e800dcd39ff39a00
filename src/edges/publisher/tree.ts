import type { Stats } from 'node:fs';
import { deepestFirst, foldersOf } from '../../stages/publish/index.js';
import { codeOf } from '../failure.js';
import type { Disk } from './places.js';

/** What stands at a path below the output folder. */
export type Seen =
  | { readonly kind: 'absent' | 'link' | 'folder' | 'special' }
  | { readonly kind: 'file'; readonly stat: Stats }
  /** Something other than a folder is where a folder of the path should be. */
  | { readonly kind: 'blocked'; readonly by: string; readonly as: 'link' | 'file' | 'special' };

/** The output folder. No link below it is ever followed; what was once seen of its folders is remembered. */
export interface Tree {
  /** What the system says of a path. It may have come there through a link: for files that are only to be left alone. */
  glance(path: string): Stats | undefined;
  look(path: string): Seen;
  /** Makes the folders of a path. @throws {Blocked} where something else is in their place. */
  makeFolders(path: string): void;
  /** Removes a file, and nothing that is not one. */
  removeFile(path: string): void;
  /** Removes the folders of these paths that are empty now. */
  removeEmptyFolders(paths: Iterable<string>): void;
  /** Removes a folder that holds nothing but folders; true where it is gone. */
  removeHollow(path: string): boolean;
  /** Files, links and others below a folder; null where one of its folders can't be read. */
  list(folder: string): string[] | null;
}

/** Something other than a folder stands where a folder must be. */
export class Blocked extends Error {
  constructor(readonly path: string) {
    super(`${path} is not a folder`);
  }
}

export function openTree(disk: Disk, out: string): Tree {
  const folders = new Map<string, Seen>([['', { kind: 'folder' }]]);

  const stat = (path: string): Seen => {
    const found = disk.lstatSync(`${out}/${path}`, { throwIfNoEntry: false });
    if (found === undefined) return { kind: 'absent' };
    if (found.isFile()) return { kind: 'file', stat: found };
    return { kind: found.isDirectory() ? 'folder' : found.isSymbolicLink() ? 'link' : 'special' };
  };
  /** What stands where the folder should be. */
  const folder = (path: string): Seen => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const around = folder(above(path));
    const seen = around.kind === 'folder' ? asFolder(path, stat(path)) : around;
    folders.set(path, seen);
    return seen;
  };
  const folderOf = (path: string): Seen => folder(above(path));

  return {
    glance: (path) => disk.lstatSync(`${out}/${path}`, { throwIfNoEntry: false }),
    look(path) {
      const around = folderOf(path);
      return around.kind === 'folder' ? stat(path) : around;
    },
    makeFolders(path) {
      const make = (name: string): void => {
        if (folders.get(name)?.kind === 'folder') return;
        make(above(name));
        try {
          disk.mkdirSync(`${out}/${name}`);
        } catch (error) {
          if (codeOf(error) !== 'EEXIST') throw error;
          if (stat(name).kind !== 'folder') throw new Blocked(name);
        }
        folders.set(name, { kind: 'folder' });
      };
      make(above(path));
    },
    removeFile(path) {
      if (folderOf(path).kind !== 'folder' || stat(path).kind !== 'file') return;
      disk.unlinkSync(`${out}/${path}`);
    },
    removeEmptyFolders(paths) {
      const touched = new Set<string>();
      for (const path of paths) for (const name of foldersOf(path)) touched.add(name);
      for (const name of deepestFirst(touched)) {
        if (folder(name).kind !== 'folder') continue;
        try {
          disk.rmdirSync(`${out}/${name}`);
          folders.delete(name);
        } catch (error) {
          if (!NOT_EMPTY.has(codeOf(error) ?? '')) throw error;
        }
      }
    },
    removeHollow(path) {
      const hollow: string[] = [];
      const walk = (name: string): boolean => {
        hollow.push(name);
        return disk
          .readdirSync(`${out}/${name}`, { withFileTypes: true })
          .every((entry) => entry.isDirectory() && walk(`${name}/${entry.name}`));
      };
      if (folderOf(path).kind !== 'folder' || stat(path).kind !== 'folder' || !walk(path)) return false;
      for (const name of deepestFirst(hollow)) {
        disk.rmdirSync(`${out}/${name}`);
        folders.delete(name);
      }
      return true;
    },
    list(name) {
      const found: string[] = [];
      const walk = (at: string): void => {
        for (const entry of disk.readdirSync(`${out}/${at}`, { withFileTypes: true })) {
          if (entry.isDirectory()) walk(`${at}/${entry.name}`);
          else found.push(`${at}/${entry.name}`);
        }
      };
      try {
        walk(name);
        return found;
      } catch {
        return null;
      }
    },
  };
}

/** The folder around a path; empty for the output folder. */
function above(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

const NOT_EMPTY = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EBUSY']);

function asFolder(path: string, seen: Seen): Seen {
  if (seen.kind === 'file' || seen.kind === 'link' || seen.kind === 'special') {
    return { kind: 'blocked', by: path, as: seen.kind };
  }
  return seen;
}
