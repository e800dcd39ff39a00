import type { Keep } from './clean.js';

const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];
const [CONTROL, APPLICATION] = [0xf9, 0xff];
const XMP = 'XMP DataXMP';
/** How often it moves, and how its colours are meant. */
const SEEN = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);
/** Leads whoever takes a packet for blocks to its end: 1, 255, 254, … 0, 0. */
const LEAD_OUT = Buffer.from([1, ...Array.from({ length: 256 }, (_, i) => 255 - i), 0]);

/** @returns null where the file is damaged */
export function cleanGif(file: Buffer, keep: Keep): Uint8Array | null {
  if (file.length < 13) return null;
  const head = tableEnd(13, file[10] ?? 0);
  const parts: Buffer[] = [];
  let xmp: Buffer | null = null;
  let at = head;
  while (file[at] !== TRAILER) {
    const kind = file[at];
    if (kind !== EXTENSION && kind !== IMAGE) return null;
    const start = kind === IMAGE ? tableEnd(at + 10, file[at + 9] ?? 0) + 1 : at + 2;
    const end = blocksEnd(file, start);
    if (end === null) return null;
    const name = file[at + 1] === APPLICATION ? file.toString('latin1', at + 3, at + 14) : '';
    if (kind === EXTENSION && name === XMP) xmp ??= file.subarray(at + 14, end - LEAD_OUT.length);
    if (kind === IMAGE || file[at + 1] === CONTROL || SEEN.has(name)) parts.push(file.subarray(at, end));
    at = end;
  }
  const kept = keep({ exif: null, iptc: null, xmp });
  const notes =
    kept.xmp === null
      ? []
      : [Buffer.from([EXTENSION, APPLICATION, 11]), Buffer.from(XMP), kept.xmp, LEAD_OUT];
  return Buffer.concat([file.subarray(0, head), ...notes, ...parts, Buffer.from([TRAILER])]);
}

/** Where a table of colours ends that the flags say is there. */
const tableEnd = (at: number, flags: number): number => at + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where blocks end, each of which says how long it is; null where they go beyond the file. */
function blocksEnd(file: Buffer, start: number): number | null {
  for (let at = start; at < file.length; ) {
    const length = file[at] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
  return null;
}
