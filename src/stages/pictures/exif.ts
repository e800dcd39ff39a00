import type { Rights } from './rights.js';

const ORIENTATION = 0x0112;
const ARTIST = 0x013b;
const COPYRIGHT = 0x8298;
const MOST_ENTRIES = 500;

export interface ExifTexts {
  readonly artist: string | null;
  readonly copyright: string | null;
}

/** Where the TIFF structure begins: behind `Exif\0\0` or at once. */
const tiffOf = (exif: Uint8Array): Buffer => {
  const bytes = Buffer.from(exif.buffer, exif.byteOffset, exif.byteLength);
  return bytes.toString('latin1', 0, 4) === 'Exif' ? bytes.subarray(6) : bytes;
};

/** The entries of the first directory: tag, count and where the value lies. Empty where it is damaged. */
function entriesOf(
  tiff: Buffer,
): Map<number, { readonly at: number; readonly count: number; readonly type: number }> {
  const entries = new Map<number, { at: number; count: number; type: number }>();
  const little = tiff.toString('latin1', 0, 2) === 'II';
  if (tiff.length < 8 || (!little && tiff.toString('latin1', 0, 2) !== 'MM')) return entries;
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const start = long(4);
  if (start + 2 > tiff.length) return entries;
  const count = Math.min(short(start), MOST_ENTRIES);
  for (let i = 0; i < count; i++) {
    const at = start + 2 + 12 * i;
    if (at + 12 > tiff.length) break;
    const [type, length] = [short(at + 2), long(at + 4)];
    // Texts of more than four bytes lie elsewhere.
    const value = type === 2 && length > 4 ? long(at + 8) : at + 8;
    entries.set(short(at), { at: value, count: length, type });
  }
  return entries;
}

/** Who made a picture and whose it is, by its EXIF. */
export function exifTexts(exif: Uint8Array): ExifTexts {
  const tiff = tiffOf(exif);
  const entries = entriesOf(tiff);
  const text = (tag: number): string | null => {
    const entry = entries.get(tag);
    if (entry === undefined || entry.type !== 2 || entry.at + entry.count > tiff.length) return null;
    const bytes = tiff.subarray(entry.at, entry.at + entry.count);
    const utf8 = bytes.toString('utf8');
    return (utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8).split('\0', 1)[0] ?? '';
  };
  return { artist: text(ARTIST), copyright: text(COPYRIGHT) };
}

/** How a picture lies, from 1 (upright) to 8. */
export function orientationOf(exif: Uint8Array): number {
  const tiff = tiffOf(exif);
  const entry = entriesOf(tiff).get(ORIENTATION);
  if (entry === undefined || entry.type !== 3) return 1;
  const value =
    tiff.toString('latin1', 0, 2) === 'II' ? tiff.readUInt16LE(entry.at) : tiff.readUInt16BE(entry.at);
  return value >= 1 && value <= 8 ? value : 1;
}

/** EXIF that says how the picture lies, and nothing else. */
export function exifOf(orientation: number): Uint8Array {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

/**
 * EXIF as an item of an AVIF file, of exactly so many bytes: whose the picture is, as far as there is room, and nothing
 * else.
 */
export function exifOfRights(rights: Pick<Rights, 'creators' | 'notice'> | null, size: number): Buffer {
  const out = Buffer.alloc(size);
  const texts = [
    [ARTIST, rights?.creators.join('; ') ?? ''],
    [COPYRIGHT, rights?.notice ?? ''],
  ] as const;
  const said = texts
    .filter(([, text]) => text !== '')
    .map(([tag, text]) => [tag, Buffer.from(`${text}\0`)] as const);
  const needs = (count: number): number =>
    said.slice(0, count).reduce((sum, [, text]) => sum + 12 + text.length, 18);
  let count = said.length;
  while (count > 0 && needs(count) > size) count -= 1;
  // Shorter than the least that programs take for EXIF.
  if (needs(count) > size) return out;
  const tiff = out.subarray(4);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(count, 8);
  let behind = 14 + 12 * count;
  for (const [i, [tag, text]] of said.slice(0, count).entries()) {
    const at = 10 + 12 * i;
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(2, at + 2);
    tiff.writeUInt32BE(text.length, at + 4);
    if (text.length > 4) {
      tiff.writeUInt32BE(behind, at + 8);
      text.copy(tiff, behind);
      behind += text.length;
    } else text.copy(tiff, at + 8);
  }
  return out;
}
