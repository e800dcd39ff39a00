import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { machineTime } from '../clock.js';

/** Where one part of an entry is in its file. */
export interface Extent {
  readonly offset: number;
  readonly length: number;
  readonly crc: number;
}

export interface Entry {
  readonly key: string;
  /** The file whose last good parse this is; null where a newer one is, or there were errors. */
  readonly goodFor: string | null;
  readonly head: Extent;
  readonly bodies: Extent;
  readonly words: Extent;
}

/** Reads parts of a file; null where they are not what was written. */
export type Reader = (extent: Extent) => Buffer | null;

/**
 * The entries that one build has put: `NAME.heads`, `NAME.bodies` and `NAME.words`, written once and never changed,
 * and `NAME.index`, which appears last. Names sort by age.
 */
export interface Segment {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly bytes: number;
  readonly head: Reader;
  readonly bodies: Reader;
  readonly words: Reader;
  close(): void;
}

export const PARTS = ['heads', 'bodies', 'words'] as const;
export type Part = (typeof PARTS)[number];

const WINDOW = 1 << 18;

/** Segments of a folder from the oldest; those of another version, or damaged, are removed. */
export function readSegments(folder: string, version: string): Segment[] {
  const names = namesIn(folder);
  const segments: Segment[] = [];
  for (const name of names
    .filter((file) => file.endsWith('.index'))
    .map((file) => file.slice(0, -'.index'.length))) {
    const entries = readIndex(join(folder, `${name}.index`), version);
    const segment = entries === null ? null : openSegment(folder, name, entries);
    if (segment === null) removeSegment(folder, name);
    else segments.push(segment);
  }
  removeLeftovers(folder, names);
  return segments;
}

function openSegment(folder: string, name: string, entries: readonly Entry[]): Segment | null {
  const descriptors: number[] = [];
  const close = (): void => {
    for (const descriptor of descriptors.splice(0)) fs.closeSync(descriptor);
  };
  try {
    const open = (part: Part): number => {
      const descriptor = fs.openSync(join(folder, `${name}.${part}`), 'r');
      descriptors.push(descriptor);
      return descriptor;
    };
    const [heads, bodies, words] = [open('heads'), open('bodies'), open('words')];
    const bytes = [heads, bodies, words].reduce((sum, file) => sum + fs.fstatSync(file).size, 0);
    return {
      name,
      entries,
      bytes,
      head: reader(heads),
      bodies: reader(bodies),
      words: reader(words),
      close,
    };
  } catch {
    close();
    return null;
  }
}

/** Entries are mostly read in the order in which they were written: then a large piece is read at once. */
function reader(descriptor: number): Reader {
  let window = Buffer.alloc(0);
  let start = 0;
  let expected = 0;
  return ({ offset, length, crc }) => {
    if (offset < start || offset + length > start + window.length) {
      const wanted = offset === expected ? Math.max(length, WINDOW) : length;
      const piece = Buffer.allocUnsafeSlow(wanted);
      window = piece.subarray(0, readAt(descriptor, piece, offset));
      start = offset;
    }
    expected = offset + length;
    const bytes = window.subarray(offset - start, offset - start + length);
    return bytes.length === length && crc32(bytes) === crc ? bytes : null;
  };
}

export function readAt(descriptor: number, into: Buffer, position: number): number {
  let done = 0;
  while (done < into.length) {
    const more = fs.readSync(descriptor, into, done, into.length - done, position + done);
    if (more === 0) break;
    done += more;
  }
  return done;
}

const FORMAT = `4 ${endianness()}`;

/** The index makes a segment of its files; written whole or not at all. */
export function writeIndex(folder: string, name: string, version: string, entries: readonly Entry[]): void {
  const rows = entries.map(
    ({ key, goodFor, head, bodies, words }): IndexRow => [
      key,
      goodFor,
      ...numbersOf(head),
      ...numbersOf(bodies),
      ...numbersOf(words),
    ],
  );
  const text = JSON.stringify({ format: FORMAT, version, rows });
  const fresh = join(folder, `${name}.${randomUUID()}.new`);
  fs.writeFileSync(fresh, `${crc32(text).toString(16)}\n${text}`);
  fs.renameSync(fresh, join(folder, `${name}.index`));
}

function readIndex(path: string, version: string): readonly Entry[] | null {
  try {
    const text = fs.readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (crc32(body).toString(16) !== text.slice(0, end)) return null;
    const index = JSON.parse(body);
    if (index.format !== FORMAT || index.version !== version) return null;
    const rows: readonly IndexRow[] = index.rows;
    return rows.map(([key, goodFor, h, hl, hc, b, bl, bc, w, wl, wc]) => ({
      key,
      goodFor,
      head: { offset: h, length: hl, crc: hc },
      bodies: { offset: b, length: bl, crc: bc },
      words: { offset: w, length: wl, crc: wc },
    }));
  } catch {
    return null;
  }
}

type Numbers = [number, number, number];
type IndexRow = readonly [string, string | null, ...Numbers, ...Numbers, ...Numbers];

const numbersOf = ({ offset, length, crc }: Extent): Numbers => [offset, length, crc];

export function removeSegment(folder: string, name: string): void {
  // The index first: without it the rest is nothing.
  for (const part of ['index', ...PARTS]) {
    try {
      fs.rmSync(join(folder, `${name}.${part}`), { force: true });
    } catch {
      // Another process may hold it; it is tried again the next time.
    }
  }
}

/** A newer name than all that are there. */
export function nextName(folder: string): string {
  const newest = namesIn(folder).reduce(
    (most, name) => Math.max(most, Number(/^\d+/.exec(name)?.[0] ?? 0)),
    0,
  );
  return `${String(newest + 1).padStart(8, '0')}-${randomUUID().slice(0, 8)}`;
}

const DAY_MS = 24 * 3600_000;

/** What killed builds have left. Younger files may be another build's that is at work. */
function removeLeftovers(folder: string, names: readonly string[]): void {
  const whole = new Set(names.filter((name) => name.endsWith('.index')).map((name) => name.split('.')[0]));
  for (const name of names) {
    if (name.endsWith('.index') || whole.has(name.split('.')[0]) || !/^\d{8}-[0-9a-f]{8}\./.test(name))
      continue;
    try {
      const path = join(folder, name);
      if (machineTime() - fs.statSync(path).mtimeMs > DAY_MS) fs.rmSync(path, { force: true });
    } catch {
      // Gone already.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch {
    return [];
  }
}
