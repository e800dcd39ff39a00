import { cleanAvif } from './avif.js';
import { exifOf, orientationOf } from './exif.js';
import { cleanGif } from './gif.js';
import { cleanPng } from './png.js';
import { type Metadata, type Rights, readRights, xmpOf } from './rights.js';
import { cleanWebp } from './webp.js';

/** What stands in the place of all metadata that a file had. */
export interface Kept {
  readonly xmp: Uint8Array | null;
  /** Only where the picture would lie on its side without it. */
  readonly exif: Uint8Array | null;
}

/** Metadata that was found, to what is kept of it. */
export type Keep = (found: Metadata) => Kept;

const keep: Keep = (found) => {
  const rights: Rights | null = readRights(found);
  const orientation = found.exif === null ? 1 : orientationOf(found.exif);
  return {
    xmp: rights === null ? null : Buffer.from(xmpOf(rights)),
    exif: orientation === 1 ? null : exifOf(orientation),
  };
};

/**
 * The same picture, pixel for pixel, without what cameras, telephones and programs wrote beside it: place, time, device,
 * previews, edits, comments. Whose it is stays. Null where the file can't be taken apart: it is no JPEG, PNG, WebP, GIF or AVIF.
 */
export function cleanPicture(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file[0] === 0xff && file[1] === 0xd8) return cleanJpeg(file);
  if (file.toString('latin1', 1, 4) === 'PNG') return cleanPng(file, keep);
  if (file.toString('latin1', 8, 12) === 'WEBP') return cleanWebp(file, keep);
  if (file.toString('latin1', 0, 4) === 'GIF8') return cleanGif(file, keep);
  if (file.toString('latin1', 4, 8) === 'ftyp') return cleanAvif(file, keep);
  return null;
}

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const ICC = 'ICC_PROFILE\0';
const END = 0xd9;
const SCAN = 0xda;

function cleanJpeg(file: Buffer): Uint8Array | null {
  const parts: Buffer[] = [];
  let exif: Buffer | null = null;
  let iptc: Buffer | null = null;
  let xmp: Buffer | null = null;
  let at = 2;
  for (;;) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1];
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === undefined) return null;
    // What telephones hang on behind the picture, films and depths, goes.
    if (marker === END) break;
    if (at + 4 > file.length) return null;
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length) return null;
    const segment = file.subarray(at + 4, end);
    const name = (text: string): boolean => segment.toString('latin1', 0, text.length) === text;
    if (marker === 0xe1 && name(EXIF)) exif ??= segment.subarray(EXIF.length);
    else if (marker === 0xe1 && name(XMP)) xmp ??= segment.subarray(XMP.length);
    else if (marker === 0xed) iptc ??= segment;
    const isNote = (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe;
    // How colours are meant (ICC, Adobe) belongs to the picture.
    if (!isNote || (marker === 0xe2 && name(ICC)) || marker === 0xee) parts.push(file.subarray(at, end));
    at = end;
    if (marker !== SCAN) continue;
    const next = endOfScan(file, at);
    // A picture that ends too early is shown as far as it goes.
    parts.push(file.subarray(at, next));
    at = next;
    if (at >= file.length) break;
  }
  const kept = keep({ exif, iptc, xmp });
  const notes = [
    ...(kept.exif === null ? [] : [segmentOf(EXIF, kept.exif)]),
    ...(kept.xmp === null ? [] : [segmentOf(XMP, kept.xmp)]),
  ];
  // A JFIF header must come first.
  const jfif = parts[0]?.[1] === 0xe0 ? parts.splice(0, 1) : [];
  return Buffer.concat([file.subarray(0, 2), ...jfif, ...notes, ...parts, Buffer.from([0xff, END])]);
}

function segmentOf(name: string, content: Uint8Array): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Where the compressed data end: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(file: Buffer, start: number): number {
  for (let at = file.indexOf(0xff, start); at !== -1; at = file.indexOf(0xff, at + 2)) {
    const next = file[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    if (next === 0xff) at -= 1;
  }
  return file.length;
}
