import type { Keep } from './clean.js';
import { exifOfRights } from './exif.js';
import { fitted, readRights } from './rights.js';

/*
 * In an AVIF file tables say at which byte each item lies. So that none of them must be written anew, notes are written
 * over where they lie, and the file stays as long as it is.
 */

/** A box: where its content begins and where it ends. */
interface Box {
  readonly type: string;
  readonly at: number;
  readonly end: number;
}

const MOST_ITEMS = 10_000;
/** Of all items. A picture of a telephone has one for each of its few hundred tiles. */
const MOST_EXTENTS = 10_000;

/** @returns null where the file is damaged */
export function cleanAvif(file: Buffer, keep: Keep): Uint8Array | null {
  try {
    return cleaned(Buffer.from(file), keep);
  } catch (error) {
    // A table that leads beyond the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function cleaned(out: Buffer, keep: Keep): Uint8Array | null {
  const top = boxes(out, 0, out.length);
  const meta = top.find(({ type }) => type === 'meta');
  if (meta === undefined) return null;
  const notes = notesIn(out, meta);
  const found = (kind: Note['kind']): Buffer | null => {
    const [first] = notes.filter((note) => note.kind === kind);
    return first === undefined
      ? null
      : Buffer.concat(first.extents.map(([at, end]) => out.subarray(at, end)));
  };
  // Four bytes before it say where it begins.
  const [exif, xmp] = [found('exif')?.subarray(4) ?? null, found('xmp')];
  const rights = readRights({ exif, iptc: null, xmp });
  // Which way up an AVIF lies is said elsewhere: what cameras write of it counts for nothing.
  const kept = rights === null ? null : keep({ exif: null, iptc: null, xmp });
  for (const { kind, extents } of notes) {
    const size = extents.reduce((sum, [at, end]) => sum + end - at, 0);
    const text = kind === 'exif' ? exifOfRights(rights, size) : fitted(rights, kept?.xmp ?? null, size);
    let from = 0;
    for (const [at, end] of extents) {
      text.copy(out, at, from, from + end - at);
      from += end - at;
    }
  }
  for (const box of [...top, ...inside(out, top, 'moov'), ...inside(out, inside(out, top, 'moov'), 'trak')])
    if (box.type === 'uuid' || box.type === 'udta') {
      out.write('free', box.at - 4, 'latin1');
      out.fill(0, box.at, box.end);
    }
  return out;
}

const inside = (file: Buffer, list: readonly Box[], type: string): Box[] =>
  list.flatMap((box) => (box.type === type ? boxes(file, box.at, box.end) : []));

/** The boxes between two places. Those with a length of eight bytes have their type before it. */
function boxes(file: Buffer, from: number, to: number): Box[] {
  const list: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const short = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const size = short === 1 ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    const start = at + (short === 1 ? 16 : 8);
    if (size < start - at || at + size > to) throw new RangeError('A box goes beyond what it lies in.');
    list.push({ type, at: start, end: at + size });
    at += size;
  }
  return list;
}

interface Note {
  readonly kind: 'exif' | 'xmp';
  readonly extents: readonly (readonly [at: number, end: number])[];
}

/** Where the items lie that say something about the picture. */
function notesIn(file: Buffer, meta: Box): Note[] {
  const parts = boxes(file, meta.at + 4, meta.end);
  const part = (type: string): Box | undefined => parts.find((box) => box.type === type);
  const [info, places, data] = [part('iinf'), part('iloc'), part('idat')];
  if (info === undefined || places === undefined) return [];
  const kinds = new Map<number, Note['kind']>();
  const wide = file[info.at] === 0 ? 2 : 4;
  for (const { type, at, end } of boxes(file, info.at + 4 + wide, info.end)) {
    const version = file[at] ?? 0;
    if (type !== 'infe' || version < 2) continue;
    const behind = at + 4 + (version === 2 ? 2 : 4) + 2;
    const id = file.readUIntBE(at + 4, version === 2 ? 2 : 4);
    const kind = file.toString('latin1', behind, behind + 4);
    if (kind === 'Exif') kinds.set(id, 'exif');
    else if (kind === 'mime' && file.toString('latin1', behind + 4, end).includes('rdf+xml'))
      kinds.set(id, 'xmp');
  }
  if (kinds.size === 0) return [];

  const version = file[places.at] ?? 0;
  let at = places.at + 4;
  const read = (size: number): number => {
    const value = size === 0 ? 0 : size === 8 ? Number(file.readBigUInt64BE(at)) : file.readUIntBE(at, size);
    at += size;
    return value;
  };
  const [sizes, more] = [read(1), read(1)];
  const [ofOffset, ofLength, ofBase, ofIndex] = [
    sizes >> 4,
    sizes & 15,
    more >> 4,
    version > 0 ? more & 15 : 0,
  ];
  const notes: Note[] = [];
  const items = read(version < 2 ? 2 : 4);
  if (items > MOST_ITEMS) throw new RangeError('There are too many items.');
  let all = 0;
  for (let i = 0; i < items; i++) {
    const id = read(version < 2 ? 2 : 4);
    const method = version > 0 ? read(2) & 15 : 0;
    const inData = method === 1;
    at += 2;
    const base = read(ofBase) + (inData ? (data?.at ?? file.length) : 0);
    const extents: [number, number][] = [];
    const count = read(2);
    all += count;
    if (all > MOST_EXTENTS || (count > 1 && ofIndex + ofOffset + ofLength === 0))
      throw new RangeError('There are too many extents.');
    for (let n = 0; n < count; n++) {
      at += ofIndex;
      const start = base + read(ofOffset);
      const length = read(ofLength);
      const end = length === 0 ? file.length : start + length;
      if (end > file.length) throw new RangeError('An item lies beyond the file.');
      extents.push([start, end]);
    }
    const kind = kinds.get(id);
    if (kind === undefined) continue;
    if (method > 1) throw new RangeError('A note lies within another item.');
    notes.push({ kind, extents });
  }
  const sorted = notes.flatMap(({ extents }) => extents).sort(([a], [b]) => a - b);
  for (const [i, [start]] of sorted.entries())
    if (start < (sorted[i - 1]?.[1] ?? 0)) throw new RangeError('Two notes lie over one another.');
  return notes;
}
