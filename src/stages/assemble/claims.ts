import type { Spot } from '../../model/article.js';
import type { Place } from '../../model/problem.js';

/** Every address of the site and its owner in words (`the section "sport"`, `content/articles/a.md`); the first keeps it. */
export interface Claims {
  /** Takes the path of an output; gives the owner that was there before, or null. */
  take(path: string, owner: string): string | null;
  owner(path: string): string | null;
  /** The owner of a file where this path needs a folder: `404.html` above `404.html/old/index.html`. */
  fileAbove(path: string): string | null;
  /** Of these files, the ones that something needs as a folder, each with the owner of what lies there. */
  neededAsFolders(paths: readonly string[]): ReadonlyMap<string, string>;
}

/** What two addresses have in common that are one on some disks and hosts: case and composition are folded. */
export const addressKey = (path: string): string => path.normalize('NFC').toLowerCase();

export function createClaims(): Claims {
  const byKey = new Map<string, string>();
  const owner = (path: string): string | null => byKey.get(addressKey(path)) ?? null;
  return {
    owner,
    take(path, owner) {
      const key = addressKey(path);
      const before = byKey.get(key);
      if (before !== undefined) return before;
      byKey.set(key, owner);
      return null;
    },
    fileAbove(path) {
      for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
        const above = owner(path.slice(0, at));
        if (above !== null) return above;
      }
      return null;
    },
    neededAsFolders(paths) {
      const files = new Map(paths.map((path) => [addressKey(path), path]));
      const depths = paths.reduce((most, path) => Math.max(most, path.split('/').length), 0);
      const needed = new Map<string, string>();
      for (const [key, owner] of byKey) {
        let at = key.indexOf('/');
        for (let depth = 0; depth < depths && at !== -1; depth += 1) {
          const file = files.get(key.slice(0, at));
          if (file !== undefined && !needed.has(file)) needed.set(file, owner);
          at = key.indexOf('/', at + 1);
        }
      }
      return needed;
    },
  };
}

/** A place in a file, at a spot where it is known. */
export function placeAt(file: string, spot: Spot | undefined): Place {
  return spot === undefined ? { file, line: 1, column: 1 } : { file, line: spot.line, column: spot.column };
}
