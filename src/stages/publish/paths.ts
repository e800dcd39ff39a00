import { byText } from '../../text/order.js';

/** Folders of a path from the top down: `a/b/c.html` → `a`, `a/b`. */
export function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}

/** Outputs that are a file and would be a folder of one of these paths: `a` beside `a/b`. Sorted. */
export function fileAndFolder(paths: Iterable<string>, outputs: { has(path: string): boolean }): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const path of paths) {
    // From the deepest folder up: where one was seen, all above it were.
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (seen.has(folder)) break;
      seen.add(folder);
      if (outputs.has(folder)) found.add(folder);
    }
  }
  return [...found].sort(byText);
}

/** How a path looks to a file system that keeps the case of names but does not tell them apart by it. */
export function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Pairs of paths that are one file on a file system that folds case, in order. */
export function caseClashes(paths: Iterable<string>): (readonly [string, string])[] {
  const first = new Map<string, string>();
  const clashes: (readonly [string, string])[] = [];
  for (const path of [...paths].sort(byText)) {
    const name = folded(path);
    const other = first.get(name);
    if (other === undefined) first.set(name, path);
    else clashes.push([other, path]);
  }
  return clashes;
}
