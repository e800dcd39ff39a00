import * as fs from 'node:fs';
import { endianness } from 'node:os';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Disk } from './publisher/places.js';

/**
 * Columns of equal rows, in a file that may be removed at any time: tens of thousands of rows are read in a few
 * milliseconds, where the same as JSON takes a tenth of a second.
 */
export interface Table {
  /** Without the character 0. */
  readonly texts: { readonly [name: string]: readonly string[] };
  readonly numbers: { readonly [name: string]: Float64Array | Uint32Array };
}

interface Header {
  readonly version: string;
  /**
   * Columns in the order in which they lie in the file, numbers first: name, rows, and the bytes of one number or of the
   * whole text.
   */
  readonly numbers: readonly (readonly [string, number, number])[];
  readonly texts: readonly (readonly [string, number, number])[];
}

const FORMAT = `1 ${endianness()}`;
const BETWEEN = '\0';

/** Writes the file as a whole or not at all. @throws what the disk throws */
export function writeTable(file: string, version: string, { texts, numbers }: Table, disk: Disk = fs): void {
  const columns = Object.entries(texts).map(
    ([name, rows]) => [name, rows.length, Buffer.from(rows.join(BETWEEN))] as const,
  );
  const lists = Object.entries(numbers);
  const header: Header = {
    version: `${FORMAT} ${version}`,
    numbers: lists.map(([name, list]) => [name, list.length, list.BYTES_PER_ELEMENT]),
    texts: columns.map(([name, rows, bytes]) => [name, rows, bytes.length]),
  };
  const parts = [
    Buffer.from(`${JSON.stringify(header)}\n`),
    ...lists.map(([, list]) => bytesOf(list)),
    ...columns.map(([, , bytes]) => bytes),
  ];
  const sum = parts.reduce((so, part) => crc32(part, so), 0);
  disk.mkdirSync(dirname(file), { recursive: true });
  const descriptor = disk.openSync(`${file}.new`, 'w');
  try {
    // One after the other: together they would be a copy of everything.
    for (const part of [Buffer.from(`${sum.toString(16)}\n`), ...parts]) writeAll(descriptor, part, disk);
  } finally {
    disk.closeSync(descriptor);
  }
  disk.renameSync(`${file}.new`, file);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function writeAll(descriptor: number, bytes: Uint8Array, disk: Disk): void {
  for (let done = 0; done < bytes.length; )
    done += disk.writeSync(descriptor, bytes, done, bytes.length - done);
}

/** Enough for the header of any table there is; of a longer one the rest is read behind it. */
const HEAD = 1 << 16;

/** What was written under this version; null where it is absent, of another version or damaged. */
export function readTable(file: string, version: string, disk: Disk = fs): Table | null {
  let descriptor: number | null = null;
  try {
    descriptor = disk.openSync(file, 'r');
    return readOpen(descriptor, `${FORMAT} ${version}`, disk);
  } catch {
    return null;
  } finally {
    if (descriptor !== null) disk.closeSync(descriptor);
  }
}

/** Reads each list to where it stays. @throws where something is not as it was written */
function readOpen(descriptor: number, version: string, disk: Disk): Table | null {
  const { size } = disk.fstatSync(descriptor);
  const read = <T extends Uint8Array>(into: T, position: number): T => {
    for (let done = 0; done < into.length; ) {
      const more = disk.readSync(descriptor, into, done, into.length - done, position + done);
      if (more === 0) throw new Error('The file ends too soon.');
      done += more;
    }
    return into;
  };
  let head = read(Buffer.alloc(Math.min(size, HEAD)), 0);
  const start = head.indexOf(10) + 1;
  let end = head.indexOf(10, start) + 1;
  if (start > 0 && end === 0) {
    head = read(Buffer.alloc(size), 0);
    end = head.indexOf(10, start) + 1;
  }
  if (start === 0 || end === 0) return null;
  const header: Header = JSON.parse(head.toString('utf8', start, end - 1));
  if (header.version !== version) return null;
  let sum = crc32(head.subarray(start, end));
  let at = end;
  const take = <T extends Uint8Array>(into: T): T => {
    sum = crc32(read(into, at), sum);
    at += into.length;
    return into;
  };
  /** No list is longer than the file, whatever a damaged header says. */
  const roomFor = (bytes: number): number => {
    if (at + bytes > size) throw new Error('The file ends too soon.');
    return bytes;
  };
  const numbers = header.numbers.map(([name, rows, bytes]) => {
    roomFor(rows * bytes);
    const list = bytes === Float64Array.BYTES_PER_ELEMENT ? new Float64Array(rows) : new Uint32Array(rows);
    take(new Uint8Array(list.buffer));
    return [name, list] as const;
  });
  const texts = header.texts.map(([name, rows, length]) => {
    const text = take(Buffer.allocUnsafe(roomFor(length))).toString('utf8');
    return [name, rows === 0 ? [] : text.split(BETWEEN)] as const;
  });
  if (at !== size || sum.toString(16) !== head.toString('latin1', 0, start - 1)) return null;
  return { texts: Object.fromEntries(texts), numbers: Object.fromEntries(numbers) };
}

/** Tells one written table from another, without reading it all; null where there is none. */
export function checksumOf(file: string, disk: Disk = fs): string | null {
  try {
    const descriptor = disk.openSync(file, 'r');
    try {
      const first = Buffer.alloc(9);
      const length = disk.readSync(descriptor, first, 0, first.length, 0);
      return first.toString('latin1', 0, length).split('\n')[0] ?? null;
    } finally {
      disk.closeSync(descriptor);
    }
  } catch {
    return null;
  }
}
