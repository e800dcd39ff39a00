import { byText } from '../../text/order.js';

/** File systems allow 255 bytes for one name; longer ones fail on the disk, or in an upload. */
const NAME_BYTES = 255;

/** What is wrong with a path as an output below `public/`, by itself. */
export type PathFault = 'unsafe' | 'too-long';

/**
 * Null for a path that may be written below `public/`: relative, with `/`, no empty, `.` or `..` part, no control
 * character, backslash or lone surrogate, and no part longer than file systems allow.
 */
export function pathFault(path: string): PathFault | null {
  // Nearly all paths are like this, and 100,000 of them are looked at in each build.
  if (PLAIN.test(path)) return path.length > NAME_BYTES && tooLong(path) ? 'too-long' : null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is its purpose
  if (path === '' || /[\u0000-\u001f\u007f\\]/.test(path) || !path.isWellFormed()) return 'unsafe';
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..')) return 'unsafe';
  return tooLong(path) ? 'too-long' : null;
}

const PLAIN = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

function tooLong(path: string): boolean {
  return path.split('/').some((part) => part.length * 3 > NAME_BYTES && utf8Length(part) > NAME_BYTES);
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

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
