import { closeSync, readSync, type Stats } from 'node:fs';
import { imageSize } from 'image-size';
import type { PictureSizes } from '../../build/ports.js';
import { inside } from '../files/inside.js';

type Size = { readonly width: number; readonly height: number };

/** What pages may show. The library knows more, and takes some broken files for those. */
const TYPES: ReadonlySet<string> = new Set(['png', 'jpg', 'gif', 'webp', 'avif', 'svg']);

/** The size stands in the first bytes; only pictures with long notes by a camera or a program need the second look. */
const LOOKS = [64 * 1024, 2 * 1024 * 1024];

/** Reads the sizes of pictures in the site's folder. What was read is remembered while the file is the same. */
export function createPictureSizes(root: string): PictureSizes {
  const folder = inside(root);
  const known = new Map<string, { readonly stamp: string; readonly size: Size | null }>();
  return {
    async sizeOf(path) {
      try {
        const { descriptor, stat } = folder.open(path);
        try {
          const stamp = `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}`;
          const before = known.get(path);
          if (before?.stamp === stamp) return before.size;
          const size = measure(descriptor, stat);
          known.set(path, { stamp, size });
          return size;
        } finally {
          closeSync(descriptor);
        }
      } catch {
        // A picture that can't be read is told where it is used.
        return null;
      }
    },
  };
}

let buffer = new Uint8Array(0);

function measure(descriptor: number, stat: Stats): Size | null {
  for (const look of LOOKS) {
    const wanted = Math.min(look, stat.size);
    if (buffer.length < wanted) buffer = new Uint8Array(wanted);
    let length = 0;
    while (length < wanted) {
      const more = readSync(descriptor, buffer, length, wanted - length, length);
      if (more === 0) break;
      length += more;
    }
    const size = sizeIn(buffer.subarray(0, length));
    if (size !== null || wanted === stat.size) return size;
  }
  return null;
}

/** Width and height as a browser shows the picture, in pixels; null where it is none or is broken. */
export function sizeIn(bytes: Uint8Array): Size | null {
  const kind = kindIn(bytes);
  return kind === null ? null : { width: kind.width, height: kind.height };
}

/** The same with the format: `png`, `jpg`, `svg`, … */
export function kindIn(bytes: Uint8Array): (Size & { readonly type: string }) | null {
  try {
    // A copy, for the library looks past the end of a view, at what another picture has left there.
    const { type, width, height, orientation } = imageSize(new Uint8Array(rootOfSvg(bytes) ?? bytes));
    if (type === undefined || !TYPES.has(type) || !isLength(width) || !isLength(height)) return null;
    // EXIF: from 5 on the picture lies on its side.
    return orientation !== undefined && orientation >= 5
      ? { type, width: height, height: width }
      : { type, width, height };
  } catch {
    return null;
  }
}

function isLength(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

/** The library looks for `<svg` in the first bytes alone, where drawing programs put their licence and comments. */
function rootOfSvg(bytes: Uint8Array): Uint8Array | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = text.subarray(0, 3).equals(BOM) ? 3 : 0;
  if (!/^\s*</.test(text.toString('latin1', start, start + 100))) return null;
  const root = text.indexOf('<svg');
  // Attributes end long before; more would only be work for its regular expressions.
  return root === -1 ? null : bytes.subarray(root, root + 8 * 1024);
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
