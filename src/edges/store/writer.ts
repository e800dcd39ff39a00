import * as fs from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Extent, type Part, readAt } from './segment.js';

/** Puts a record into a buffer and says where it ends. */
export interface Record {
  /** Bytes at most. */
  readonly room: number;
  write(into: Buffer, at: number): number;
}

/** A file that only grows. What was appended can be read at once. */
export interface Appender {
  append(record: Record): Extent;
  /** The bytes are good until the next call. */
  read(extent: Extent): Buffer | null;
  /** True where all of it is in the file. */
  close(): boolean;
}

/** Records are put one behind the other into a piece of memory, and the piece is written when it is full. */
const PIECE = 1 << 20;

interface Piece {
  /** Where it stands in the file. */
  readonly offset: number;
  readonly bytes: Buffer;
  length: number;
}

/**
 * A cache must never fail a build: when the file can't be made or the disk is full, what is appended stays in memory
 * and is forgotten at the end.
 *
 * @param scratch the file has no name any more, and goes with the process
 */
export function createAppender(folder: string, name: string, part: Part, scratch: boolean): Appender {
  const descriptor = openNew(folder, join(folder, `${name}.${part}`), scratch);
  /** Pieces that could not be written, in order. */
  const held: Piece[] = [];
  let piece: Piece = { offset: 0, bytes: Buffer.allocUnsafeSlow(PIECE), length: 0 };

  /** Begins another piece with room for a record. */
  const turn = (room: number): void => {
    const written = held.length === 0 && descriptor !== null && writePiece(descriptor, piece);
    if (!written) held.push(piece);
    const reusable = written && room <= piece.bytes.length;
    const bytes = reusable ? piece.bytes : Buffer.allocUnsafeSlow(Math.max(PIECE, room));
    piece = { offset: piece.offset + piece.length, bytes, length: 0 };
  };

  return {
    append({ room, write }) {
      if (piece.length + room > piece.bytes.length) turn(room);
      const start = piece.length;
      piece.length = write(piece.bytes, start);
      const bytes = piece.bytes.subarray(start, piece.length);
      return { offset: piece.offset + start, length: bytes.length, crc: crc32(bytes) };
    },
    read({ offset, length }) {
      const inMemory = offset >= piece.offset ? piece : find(held, offset);
      if (inMemory !== undefined) {
        return inMemory.bytes.subarray(offset - inMemory.offset, offset - inMemory.offset + length);
      }
      const bytes = Buffer.allocUnsafe(length);
      return descriptor !== null && readAt(descriptor, bytes, offset) === length ? bytes : null;
    },
    close() {
      turn(0);
      if (descriptor !== null) fs.closeSync(descriptor);
      return held.length === 0;
    },
  };
}

/** A copy of bytes that are a record already. */
export function copyOf(bytes: Uint8Array): Record {
  return {
    room: bytes.length,
    write(into, at) {
      into.set(bytes, at);
      return at + bytes.length;
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

function writePiece(descriptor: number, { offset, bytes, length }: Piece): boolean {
  try {
    for (let done = 0; done < length; ) {
      done += fs.writeSync(descriptor, bytes, done, length - done, offset + done);
    }
    return true;
  } catch {
    return false;
  }
}

function find(pieces: readonly Piece[], offset: number): Piece | undefined {
  return pieces.findLast((piece) => piece.offset <= offset);
}
