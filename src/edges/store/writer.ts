import * as fs from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Extent, type Part, readAt } from './segment.js';

/** A file that only grows. What was appended can be read at once. */
export interface Appender {
  append(bytes: Buffer): Extent;
  read(extent: Extent): Buffer;
  /** True where all of it is in the file. */
  close(): boolean;
}

const BUFFERED = 1 << 20;

/**
 * A cache must never fail a build: when the file can't be made or the disk is full, what is appended stays in memory
 * and is forgotten at the end.
 *
 * @param scratch the file has no name any more, and goes with the process
 */
export function createAppender(folder: string, name: string, part: Part, scratch: boolean): Appender {
  const path = join(folder, `${name}.${part}`);
  let descriptor = openNew(folder, path, scratch);
  /** Bytes from here on are in memory. */
  let flushed = 0;
  let size = 0;
  let pending: { readonly offset: number; readonly bytes: Buffer }[] = [];

  const flush = (): void => {
    if (descriptor === null || pending.length === 0) return;
    const bytes = Buffer.concat(pending.map((piece) => piece.bytes));
    try {
      for (let done = 0; done < bytes.length; ) {
        done += fs.writeSync(descriptor, bytes, done, bytes.length - done, flushed + done);
      }
      flushed = size;
      pending = [];
    } catch {
      full = true;
    }
  };
  let full = false;

  return {
    append(bytes) {
      const extent = { offset: size, length: bytes.length, crc: crc32(bytes) };
      pending.push({ offset: size, bytes });
      size += bytes.length;
      if (!full && size - flushed >= BUFFERED) flush();
      return extent;
    },
    read({ offset, length }) {
      const held = offset >= flushed || descriptor === null ? find(pending, offset) : null;
      if (held !== null) return held;
      const bytes = Buffer.allocUnsafe(length);
      if (descriptor === null || readAt(descriptor, bytes, offset) !== length)
        throw new Error(`${path} has shrunk.`);
      return bytes;
    },
    close() {
      if (!full) flush();
      const whole = descriptor !== null && flushed === size;
      if (descriptor !== null) fs.closeSync(descriptor);
      descriptor = null;
      return whole;
    },
  };
}

function openNew(folder: string, path: string, scratch: boolean): number | null {
  try {
    fs.mkdirSync(folder, { recursive: true });
    const descriptor = fs.openSync(path, 'wx+');
    if (scratch) fs.unlinkSync(path);
    return descriptor;
  } catch {
    return null;
  }
}

/** Pieces are in order of their offsets. */
function find(
  pieces: readonly { readonly offset: number; readonly bytes: Buffer }[],
  offset: number,
): Buffer | null {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece === undefined) break;
    if (piece.offset === offset) return piece.bytes;
    if (piece.offset < offset) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
