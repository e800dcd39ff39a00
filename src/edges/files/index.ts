import { closeSync, lstatSync, readFileSync } from 'node:fs';
import type { Files, Walk } from '../../build/ports.js';
import { contentHash } from '../../text/hash.js';
import { byText } from '../../text/order.js';
import type { Stat } from '../stamps.js';
import { type FileHashes, openFileHashes } from './hashes.js';
import { inside, isAbsent } from './inside.js';
import { walkFolder } from './walk.js';

export { type FileHashes, openFileHashes } from './hashes.js';
export { OutsideError } from './inside.js';

/** Files that remember what they were asked for. */
export interface RecordedFiles extends Files {
  /** All that was asked for since the beginning: whoever finds the same there gets the same answers. */
  asked(): Asked;
  /** One hash of all that these questions are answered with now. Files that are not known yet are read. */
  answers(asked: Asked): Promise<string>;
}

/** Questions to the disk. */
export interface Asked {
  readonly walks: readonly string[];
  /** Files that no walk has found, there or not. */
  readonly files: readonly string[];
}

/**
 * Reads the folder of a site and nothing outside of it. Its calls are synchronous inside: thousands of small files
 * are read two to four times faster that way than through the thread pool, and only one is open at a time.
 */
export function createFiles(root: string, hashes: FileHashes = openFileHashes(null)): RecordedFiles {
  const folder = inside(root);
  const walks = new Map<string, Walk>();
  const others = new Map<string, string | null>();
  /** What the system said of the files that were found, before any was read. */
  const found = new Map<string, Stat>();

  const read = (path: string): Uint8Array => {
    const { descriptor } = folder.open(path);
    try {
      return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  };
  const readIfThere = (path: string): Uint8Array | null => {
    try {
      const bytes = read(path);
      if (!found.has(path)) others.set(path, contentHash(bytes));
      return bytes;
    } catch (error) {
      if (!isAbsent(error)) throw error;
      others.set(path, null);
      return null;
    }
  };
  const hash = (path: string): string | null => {
    const stat = found.get(path);
    return stat === undefined ? null : hashes.known(path, stat);
  };
  const walk = (path: string): Walk => {
    // Between two builds of `dev` a folder may have become a link.
    folder.forget();
    hashes.again();
    try {
      const place = folder.locate(path);
      const seen = lstatSync(place);
      if (seen.isDirectory()) return walkFolder(place, path, found);
      return { files: [], skipped: [{ path, why: seen.isSymbolicLink() ? 'link' : 'special' }] };
    } catch (error) {
      if (isAbsent(error)) return { files: [], skipped: [] };
      throw error;
    }
  };
  const walked = (path: string): Walk => {
    const result = walk(path);
    walks.set(path, result);
    return result;
  };
  /** What a file holds that was found; not its stamp, so that a fresh clone gives the same. */
  const answer = (path: string): string => {
    const known = hash(path);
    if (known !== null) return known;
    const content = contentHash(read(path));
    const stat = found.get(path);
    if (stat !== undefined) hashes.learn(path, stat, content);
    return content;
  };

  return {
    read: async (path) => read(path),
    readIfThere: async (path) => readIfThere(path),
    walk: async (path) => walked(path),
    hash,
    learn(path, content) {
      const stat = found.get(path);
      if (stat !== undefined) hashes.learn(path, stat, content);
    },
    asked: () => ({
      walks: [...walks.keys()].sort(byText),
      files: [...others.keys()].filter((path) => !found.has(path)).sort(byText),
    }),
    async answers(asked) {
      const lines: unknown[] = [];
      for (const path of asked.walks) {
        const { files, skipped } = walks.get(path) ?? walked(path);
        lines.push(
          files.map((file) => [file.path, answer(file.path)]),
          skipped,
        );
      }
      for (const path of asked.files) {
        if (!others.has(path)) readIfThere(path);
        lines.push([path, others.get(path)]);
      }
      return contentHash(JSON.stringify(lines));
    },
  };
}
