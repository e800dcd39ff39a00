import { createHash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { StagedContent } from '../../build/ports.js';
import type { Journal } from '../../stages/publish/index.js';
import { contentHash } from '../../text/hash.js';
import { codeOf } from '../failure.js';
import type { FileHashes } from '../files/hashes.js';
import type { Stat } from '../stamps.js';
import { type Disk, firstThere } from './places.js';

/** A folder of new files on the file system of the output folder, each with a number for a name. */
export interface Staging {
  readonly kind: Journal['stage'];
  readonly folder: string;
  /** Number of the staged file. */
  write(content: Uint8Array): number;
  /** Takes what another thread has put there under this number. */
  adopt(staged: number): void;
  /** A copy; says what was read, which may be newer than what the caller knew. */
  copy(from: string): { readonly staged: number; readonly hash: string; readonly size: number };
  /** Makes sure that the files are on the disk itself. */
  flush(): Promise<void>;
}

/**
 * Opens the first folder from which files can be renamed into the output folder, and makes sure that the output folder
 * may be written.
 */
export function openStaging(
  disk: Disk,
  folders: readonly (readonly [Journal['stage'], string])[],
  out: string,
): Staging {
  const target = firstThere(disk, out);
  disk.accessSync(target, disk.constants.W_OK | disk.constants.X_OK);
  let last: unknown;
  for (const [kind, folder] of folders) {
    try {
      disk.mkdirSync(folder, { recursive: true });
      if (isTogether(disk, folder, target)) return staging(disk, kind, folder);
      disk.rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      // Beside the output folder it may be that nothing may be written; inside of it there is room.
      if (kind !== 'beside') throw error;
      last = error;
    }
  }
  throw last ?? new Error(`No file can be renamed into ${out}.`);
}

/**
 * Whether a file can be renamed from one folder to the other. Only trying tells, for a bind mount has the device number
 * of its source; the name `.` is tried, which no system gives away, so that nothing ever shows in the output folder.
 */
function isTogether(disk: Disk, folder: string, target: string): boolean {
  if (disk.statSync(folder).dev !== disk.statSync(target).dev) return false;
  const probe = join(folder, 'probe');
  disk.writeFileSync(probe, '');
  try {
    disk.renameSync(probe, `${target}/.`);
  } catch (error) {
    if (codeOf(error) === 'EXDEV') return false;
  }
  disk.rmSync(probe, { force: true });
  return true;
}

/** Whether two names that differ in case are one file there. */
export function foldsCase(disk: Disk, folder: string): boolean {
  const name = join(folder, 'Case');
  disk.writeFileSync(name, '');
  const folds = disk.existsSync(join(folder, 'cASE'));
  disk.unlinkSync(name);
  return folds;
}

/**
 * Up to so many files are flushed one by one before the journal; each costs about a millisecond. A larger publish is
 * left to the system: should the power fail in the next seconds, the next build notices and repairs (`stamps.ts`).
 */
const FLUSHED = 128;

const CHUNK = 1 << 20;

function staging(disk: Disk, kind: Journal['stage'], folder: string): Staging {
  const files: number[] = [];
  let count = 0;
  const next = (): number => {
    files.push(count);
    return count++;
  };
  return {
    kind,
    folder,
    write(content) {
      const staged = next();
      writeNew(disk, `${folder}/${staged}`, content);
      return staged;
    },
    adopt: (staged) => void files.push(staged),
    copy(from) {
      const staged = next();
      const descriptor = openNew(disk, `${folder}/${staged}`);
      try {
        const read = eachChunk(disk, from, (chunk) => writeAll(disk, descriptor, chunk));
        return { staged, ...read };
      } finally {
        disk.closeSync(descriptor);
      }
    },
    async flush() {
      if (files.length > FLUSHED) return;
      await Promise.all(files.map((staged) => flushFile(disk, join(folder, String(staged)))));
    },
  };
}

const openNew = (disk: Disk, path: string): number => disk.openSync(path, 'wx', 0o666);

function writeNew(disk: Disk, path: string, content: Uint8Array): void {
  const descriptor = openNew(disk, path);
  try {
    writeAll(disk, descriptor, content);
  } finally {
    disk.closeSync(descriptor);
  }
}

/**
 * The same for a thread beside the main one: what it stages is published only when the main thread adopts it.
 *
 * @param first the number of its first file; no other thread may come to it
 */
export function stageFrom(
  folder: string,
  first: number,
): (text: string, known: string | null) => StagedContent {
  let count = first;
  return (text, known) => {
    const bytes = encoded(text);
    const hash = contentHash(bytes);
    const size = bytes.length;
    if (hash === known) return { hash, size, staged: null };
    writeNew(fs, `${folder}/${count}`, bytes);
    return { hash, size, staged: count++ };
  };
}

const scratch = Buffer.allocUnsafeSlow(1 << 20);

/** A text as UTF-8, good until the next call: once for the hash and for the disk, in memory that is there already. */
export function encoded(text: string): Uint8Array {
  return text.length * 3 > scratch.length ? Buffer.from(text) : scratch.subarray(0, scratch.write(text));
}

/** Together they share the disk's work, so they cost little more than one. */
async function flushFile(disk: Disk, path: string): Promise<void> {
  const file = await disk.promises.open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The hash and size of a file, read piece by piece; a link is not followed. */
export function hashFile(disk: Disk, path: string): { readonly hash: string; readonly size: number } {
  return eachChunk(disk, path, () => {});
}

/**
 * The hash of a file that is to be copied.
 *
 * @param stat from before it is read: what changes in between shows as another one the next time
 */
export function sourceHash(disk: Disk, hashes: FileHashes, from: string, source: string, stat: Stat): string {
  const known = hashes.known(from, stat);
  if (known !== null) return known;
  const { hash } = hashFile(disk, source);
  hashes.learn(from, stat, hash);
  return hash;
}

let buffer: Buffer | undefined;

function eachChunk(
  disk: Disk,
  path: string,
  use: (chunk: Uint8Array) => void,
): { readonly hash: string; readonly size: number } {
  const descriptor = disk.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0));
  const hash = createHash('sha256');
  let size = 0;
  buffer ??= Buffer.allocUnsafeSlow(CHUNK);
  try {
    for (;;) {
      const length = disk.readSync(descriptor, buffer, 0, CHUNK, null);
      if (length === 0) break;
      const chunk = buffer.subarray(0, length);
      hash.update(chunk);
      use(chunk);
      size += length;
    }
  } finally {
    disk.closeSync(descriptor);
  }
  return { hash: hash.digest('hex').slice(0, 32), size };
}

function writeAll(disk: Disk, descriptor: number, content: Uint8Array): void {
  for (let done = 0; done < content.length; ) {
    done += disk.writeSync(descriptor, content, done, content.length - done);
  }
}

/** Replaces a file in one step and makes sure that it is on the disk. */
export function writeDurably(disk: Disk, path: string, text: string): void {
  const fresh = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    const descriptor = disk.openSync(fresh, 'wx');
    try {
      writeAll(disk, descriptor, Buffer.from(text));
      disk.fsyncSync(descriptor);
    } finally {
      disk.closeSync(descriptor);
    }
    disk.renameSync(fresh, path);
  } catch (error) {
    disk.rmSync(fresh, { force: true });
    throw error;
  }
  syncFolder(disk, dirname(path));
}

/** A rename is on the disk when its folder is; systems that can't sync a folder do it by themselves. */
function syncFolder(disk: Disk, folder: string): void {
  try {
    const descriptor = disk.openSync(folder, 'r');
    try {
      disk.fsyncSync(descriptor);
    } finally {
      disk.closeSync(descriptor);
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP', 'EBADF'].includes(codeOf(error) ?? ''))
      throw error;
  }
}
