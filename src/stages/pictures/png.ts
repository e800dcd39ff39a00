import type { Keep } from './clean.js';

/** Chunks that say what is seen; all others, of which programs invent new ones, go. */
const SEEN = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);
const XMP = 'XML:com.adobe.xmp';

/** @returns null where the file is damaged */
export function cleanPng(file: Buffer, keep: Keep): Uint8Array | null {
  const parts: Buffer[] = [file.subarray(0, 8)];
  let exif: Buffer | null = null;
  let xmp: Buffer | null = null;
  let [at, header] = [8, -1];
  for (;;) {
    if (at + 12 > file.length) return null;
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return null;
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, end - 4);
    if (type === 'eXIf') exif ??= data;
    else if (type === 'iTXt') xmp ??= xmpIn(data);
    if (SEEN.has(type)) parts.push(file.subarray(at, end));
    if (type === 'IHDR') header = parts.length;
    at = end;
    if (type === 'IEND') break;
  }
  if (header === -1) return null;
  const kept = keep({ exif, iptc: null, xmp });
  const notes = [
    ...(kept.exif === null ? [] : [chunk('eXIf', kept.exif)]),
    ...(kept.xmp === null
      ? []
      : [chunk('iTXt', Buffer.concat([Buffer.from(`${XMP}\0\0\0\0\0`, 'latin1'), kept.xmp]))]),
  ];
  parts.splice(header, 0, ...notes);
  return Buffer.concat(parts);
}

/** The packet in a text chunk that is not compressed, as programs write it. */
function xmpIn(data: Buffer): Buffer | null {
  if (data.toString('latin1', 0, XMP.length + 1) !== `${XMP}\0` || data[XMP.length + 1] !== 0) return null;
  const language = data.indexOf(0, XMP.length + 3);
  const keyword = language === -1 ? -1 : data.indexOf(0, language + 1);
  return keyword === -1 ? null : data.subarray(keyword + 1);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
