import type { Keep } from './clean.js';

const SEEN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04];

/** @returns null where the file is damaged */
export function cleanWebp(file: Buffer, keep: Keep): Uint8Array | null {
  const parts: Buffer[] = [];
  let exif: Buffer | null = null;
  let xmp: Buffer | null = null;
  const whole = Math.min(file.length, 8 + (file.length < 12 ? 0 : file.readUInt32LE(4)));
  let head: Buffer | null = null;
  for (let at = 12; at + 8 <= whole; ) {
    const type = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const end = at + 8 + length + (length & 1);
    if (at + 8 + length > whole) return null;
    const data = file.subarray(at + 8, at + 8 + length);
    if (type === 'EXIF') exif ??= data;
    else if (type === 'XMP ') xmp ??= data;
    else if (type === 'VP8X') {
      head = chunk(type, data);
      parts.push(head);
    } else if (SEEN.has(type)) parts.push(chunk(type, data));
    at = end;
  }
  if (parts.length === 0) return null;
  // A file without the extended header has no metadata, and no room for any.
  const kept = head === null ? { exif: null, xmp: null } : keep({ exif, iptc: null, xmp });
  if (head !== null) {
    const flags = (head[8] ?? 0) & ~(HAS_EXIF | HAS_XMP);
    head[8] = flags | (kept.exif === null ? 0 : HAS_EXIF) | (kept.xmp === null ? 0 : HAS_XMP);
  }
  if (kept.exif !== null) parts.push(chunk('EXIF', kept.exif));
  if (kept.xmp !== null) parts.push(chunk('XMP ', kept.xmp));
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  const size = Buffer.alloc(8);
  size.write('RIFF', 0, 'latin1');
  size.writeUInt32LE(body.length, 4);
  return Buffer.concat([size, body]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(8 + data.length + (data.length & 1));
  out.write(type, 0, 'latin1');
  out.writeUInt32LE(data.length, 4);
  out.set(data, 8);
  return out;
}
