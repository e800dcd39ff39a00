import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPictureSizes, sizeIn } from '../../src/edges/pictures/index.js';
import { lay, tempFolder } from './support.js';

const bytes = (...parts: (string | number[] | Buffer)[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const be32 = (n: number): number[] => [n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255];
const box = (type: string, ...content: (string | number[] | Buffer)[]): Buffer => {
  const inner = bytes(...content);
  return bytes(be32(inner.length + 8), type, inner);
};

const png = (w: number, h: number): Buffer =>
  bytes([0x89], 'PNG\r\n\x1a\n', be32(13), 'IHDR', be32(w), be32(h), [8, 6, 0, 0, 0], be32(0));
const segment = (marker: number, content: Buffer): Buffer =>
  bytes([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255], content);
const exif = (orientation: number): Buffer =>
  segment(
    0xe1,
    bytes(
      'Exif\0\0',
      'MM',
      [0, 42],
      be32(8),
      [0, 1],
      [1, 0x12, 0, 3],
      be32(1),
      [0, orientation, 0, 0],
      be32(0),
    ),
  );
const jpg = (w: number, h: number, ...before: Buffer[]): Buffer =>
  bytes(
    [0xff, 0xd8],
    segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    ...before,
    segment(0xc0, bytes([8, h >> 8, h & 255, w >> 8, w & 255, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])),
    segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
    [0xff, 0xd9],
  );
const gif = bytes('GIF89a', [40, 1, 30, 0], [0, 0, 0]);
const webp = bytes('RIFF', [30, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0], [0x8f, 1, 0], [0x2b, 1, 0]);
const avif = (w: number, h: number): Buffer =>
  bytes(
    box('ftyp', 'avif', be32(0), 'avifmif1'),
    box('meta', be32(0), box('iprp', box('ipco', box('ispe', be32(0), be32(w), be32(h))))),
  );

test.each<[string, Buffer | string, { width: number; height: number } | null]>([
  ['png', png(640, 480), { width: 640, height: 480 }],
  ['jpg', jpg(800, 600), { width: 800, height: 600 }],
  ['jpg on its side', jpg(800, 600, exif(6)), { width: 600, height: 800 }],
  ['jpg upside down', jpg(800, 600, exif(3)), { width: 800, height: 600 }],
  ['gif', gif, { width: 296, height: 30 }],
  ['webp', webp, { width: 400, height: 300 }],
  ['avif', avif(320, 200), { width: 320, height: 200 }],
  [
    'svg with a size',
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80px"></svg>',
    { width: 120, height: 80 },
  ],
  [
    'svg with a view box',
    '<?xml version="1.0"?>\n<svg viewBox="0 0 300 150"><path/></svg>',
    { width: 300, height: 150 },
  ],
  [
    'svg in per cent',
    '<svg width="100%" height="100%" viewBox="0 0 30 15"></svg>',
    { width: 30, height: 15 },
  ],
  [
    'svg after a byte order mark and a long comment',
    `\u00ef\u00bb\u00bf<!-- ${'x'.repeat(5000)} -->\n<svg viewBox="0 0 3 2"></svg>`,
    { width: 3, height: 2 },
  ],
  ['svg without any size', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', null],
  ['svg that never ends its tag', `<svg ${'a="b '.repeat(20_000)}`, null],
  ['page that calls itself a picture', '<!doctype html><title>404</title>', null],
  ['png of no size', png(0, 10), null],
  ['cut png', png(10, 10).subarray(0, 18), null],
  ['cut jpg', jpg(10, 10).subarray(0, 25), null],
  ['cut webp', webp.subarray(0, 22), null],
  ['tiff, which browsers do not show', bytes('II', [42, 0, 8, 0, 0, 0, 0, 0]), null],
  ['empty file', '', null],
  ['zeros', Buffer.alloc(64), null],
])('%s', (_, content, size) => {
  expect(sizeIn(typeof content === 'string' ? Buffer.from(content, 'latin1') : content)).toEqual(size);
});

test('notes of 500 KB before the size are passed over', async () => {
  const root = tempFolder();
  const notes = Array.from({ length: 8 }, () => segment(0xe2, Buffer.alloc(65_000, 'ICC')));
  lay(root, { 'content/media/a.jpg': jpg(800, 600, ...notes) });
  expect(await createPictureSizes(root).sizeOf('content/media/a.jpg')).toEqual({ width: 800, height: 600 });
});

test('a picture is measured again when it changes; absent ones and links have no size', async () => {
  const root = tempFolder();
  lay(root, { 'content/a.png': png(1, 2), 'secret.png': png(9, 9) });
  fs.symlinkSync('../secret.png', join(root, 'content/link.png'));
  const pictures = createPictureSizes(root);
  expect(await pictures.sizeOf('content/a.png')).toEqual({ width: 1, height: 2 });
  lay(root, { 'content/a.png': png(3, 4) });
  expect(await pictures.sizeOf('content/a.png')).toEqual({ width: 3, height: 4 });
  expect(await pictures.sizeOf('content/none.png')).toBeNull();
  expect(await pictures.sizeOf('content/link.png')).toBeNull();
  expect(await pictures.sizeOf('../secret.png')).toBeNull();
});
