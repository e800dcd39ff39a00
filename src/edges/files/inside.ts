import * as fs from 'node:fs';
import { join, resolve } from 'node:path';
import { codeOf } from '../failure.js';

/** A file outside of a folder was asked for, or one behind a link. */
export class OutsideError extends Error {
  readonly code = 'EOUTSIDE';
  constructor(readonly path: string) {
    super(`\`${path}\` is not a file inside of the site's folder.`);
    this.name = 'OutsideError';
  }
}

/**
 * A folder of which only what is really inside can be reached: no path leads out, and no link below it is followed.
 * The folder itself and its `content` may be links: whoever sets up a machine decides where a newsroom lies, and no
 * contribution to the newsroom can.
 */
export interface Inside {
  /** The absolute path of a path from the folder. @throws {OutsideError} */
  locate(path: string): string;
  /** An open file and what it is. The caller closes it. @throws {OutsideError} also for what is no file. */
  open(path: string): { readonly descriptor: number; readonly stat: fs.Stats };
  /** Looks at the folders anew the next time. */
  forget(): void;
}

const CONTENT = 'content';

// A link at the end is refused by the system itself; a named pipe does not keep the build waiting.
const READ_ONLY = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

/** @param root the folder; it may itself be a link */
export function inside(root: string): Inside {
  const base = resolve(root);
  /** Folders of which it is known that they are no links. */
  const plain = new Set<string>();
  let content: string | null = null;
  /** Where `content` really is, found out once: what becomes a link later is not followed. */
  const realContent = (): string => {
    if (content !== null) return content;
    const place = join(base, CONTENT);
    const stat = fs.lstatSync(place, { throwIfNoEntry: false });
    if (stat === undefined) return place;
    content = stat.isSymbolicLink() ? fs.realpathSync(place) : place;
    return content;
  };

  const locate = (path: string): string => {
    if (!isPlain(path)) throw new OutsideError(path);
    const placed = (part: string): string =>
      part === CONTENT || part.startsWith(`${CONTENT}/`)
        ? join(realContent(), part.slice(CONTENT.length))
        : join(base, part);
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      const folder = path.slice(0, at);
      if (plain.has(folder)) continue;
      if (fs.lstatSync(placed(folder)).isSymbolicLink()) throw new OutsideError(path);
      plain.add(folder);
    }
    return placed(path);
  };

  return {
    locate,
    open(path) {
      const descriptor = openPlain(locate(path), path);
      const stat = fs.fstatSync(descriptor);
      if (stat.isFile()) return { descriptor, stat };
      fs.closeSync(descriptor);
      throw new OutsideError(path);
    },
    forget: () => plain.clear(),
  };
}

/** True for an error that says that there is no such file. */
export function isAbsent(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}

function isPlain(path: string): boolean {
  if (path.includes('\0')) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !FOREIGN.test(part));
}

/** On Windows a part could name another drive or hold a separator of its own. */
const FOREIGN = process.platform === 'win32' ? /[\\:]/ : /(?!)/;

function openPlain(place: string, path: string): number {
  try {
    return fs.openSync(place, READ_ONLY);
  } catch (error) {
    // ENXIO: a socket.
    if (codeOf(error) === 'ELOOP' || codeOf(error) === 'ENXIO') throw new OutsideError(path);
    throw error;
  }
}
