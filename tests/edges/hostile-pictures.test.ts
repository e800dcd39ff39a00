import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadSharp, makePictures } from '../../src/edges/pictures/sharp.js';
import { cleanPicture } from '../../src/stages/pictures/index.js';

const CONFIG = { widths: [40, 80], formats: ['webp'], quality: 75, cards: 'none', colours: {} } as const;
const plain = (width: number, height: number, background = '#a03010'): Sharp =>
  sharp({ create: { width, height, channels: 3, background } });
/** Noise, which no format makes small: what is cut off it is missed. */
const noise = (width: number, height: number): Sharp =>
  sharp(Buffer.from(Array.from({ length: width * height * 3 }, (_, i) => (i * 7919 * (i % 251)) % 256)), {
    raw: { width, height, channels: 3 },
  });

type Library = NonNullable<Awaited<ReturnType<typeof loadSharp>>>;
let library: Library;
beforeAll(async () => {
  const found = await loadSharp();
  if (found === null) throw new Error('sharp does not run here.');
  library = found;
});

/** What was made: the sizes of each, by what its name ends in; or why nothing was. */
async function made(bytes: Uint8Array) {
  const outputs = new Map<string, Uint8Array>();
  const facts = await makePictures(library, bytes, {
    key: 'k',
    config: CONFIG,
    focuses: [],
    put: ({ hash, bytes }) => outputs.set(hash, bytes),
  });
  if (!facts.fit) return facts.why;
  const sizes = await Promise.all(
    facts.outputs.map(async ({ ending, hash }) => {
      const { width, height } = await sharp(outputs.get(hash)).metadata();
      return `${ending.slice(3)} ${width}x${height}`;
    }),
  );
  return { format: facts.format, tone: facts.tone, sizes, bytes: [...outputs.values()] };
}

const chunk = (type: string, data: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
};
const header = (width: number, height: number, bits: number, colours: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, colours], 8);
  return chunk('IHDR', head);
};
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A JPEG whose head says that it is larger than what is in it. */
async function lying(width: number, height: number): Promise<Buffer> {
  const jpeg = await noise(64, 64).jpeg().toBuffer();
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(height, frame + 5);
  jpeg.writeUInt16BE(width, frame + 7);
  return jpeg;
}

const gifOf = (frames: number): Buffer => {
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 8, 0, 8, 0, 0, 2, 4, 0x84, 0x8f, 0x79, 0x05, 0]);
  const head = Buffer.from('GIF89a\x08\0\x08\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
};

describe('a hostile picture', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a file of nothing', () => Buffer.alloc(0), 'broken'],
    ['a text', () => Buffer.from('Minutes of the meeting of 3 May.'), 'broken'],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'broken'],
    [
      'a JPEG that ends too early',
      async () => (await noise(200, 200).jpeg().toBuffer()).subarray(0, 9000),
      'broken',
    ],
    [
      'a PNG that ends too early',
      async () => (await noise(99, 99).png().toBuffer()).subarray(0, 9000),
      'broken',
    ],
    [
      'a WebP that ends too early',
      async () => (await noise(99, 99).webp().toBuffer()).subarray(0, 2000),
      'broken',
    ],
    [
      'an AVIF that ends too early',
      async () => (await noise(99, 99).avif().toBuffer()).subarray(0, 2000),
      'broken',
    ],
    ['a JPEG whose head lies', () => lying(8000, 8000), 'broken'],
    ['a JPEG whose head lies wildly', () => lying(65_000, 65_000), 'huge'],
    ['a PNG of 2.5 gigapixels', () => Buffer.concat([PNG, header(50_000, 50_000, 1, 0)]), 'huge'],
    [
      'a PNG that unpacks to more than it says',
      () =>
        Buffer.concat([
          PNG,
          header(60, 60, 8, 7),
          chunk('IDAT', deflateSync(Buffer.alloc(4_000_000))),
          chunk('IEND', Buffer.alloc(0)),
        ]),
      'broken',
    ],
    [
      'a drawing with a script',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'),
      'drawing',
    ],
    [
      'a drawing that reads files',
      () => Buffer.from('<svg width="9" height="9"><image href="/etc/passwd"/></svg>'),
      'drawing',
    ],
  ])('is refused: %s', async (_, file, why) => {
    expect(await made(await file())).toBe(why);
  });

  it('does not hold much at once: one colour that unpacks to 90 megapixels', async () => {
    const rows = Buffer.alloc((1 + 9000 / 8) * 9990);
    const parts = [
      header(9000, 9990, 1, 0),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ];
    const bomb = Buffer.concat([PNG, ...parts]);
    expect(bomb.length).toBeLessThan(20_000);
    const before = process.resourceUsage().maxRSS;
    expect(await made(bomb)).toMatchObject({
      format: 'png',
      sizes: ['40.webp 40x45', '80.webp 80x89', '40.jpg 40x45', '80.jpg 80x89'],
    });
    // As a whole it takes 90 MB.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(60_000);
  }, 20_000);
});

describe('an unusual picture', () => {
  const P3 = () => plain(90, 60, '#ff0000').withIccProfile('p3').png().toBuffer();
  test.each<[string, () => Promise<Buffer> | Buffer, string, string]>([
    ['CMYK', () => plain(90, 60).toColourspace('cmyk').jpeg().toBuffer(), 'jpg', '80.webp 80x53'],
    ['16 bits a colour', () => plain(90, 60).toColourspace('rgb16').png().toBuffer(), 'png', '80.webp 80x53'],
    ['grey', () => plain(90, 60).toColourspace('b-w').jpeg().toBuffer(), 'jpg', '80.webp 80x53'],
    ['a wide gamut', P3, 'png', '80.webp 80x53'],
    [
      'on its side',
      () => plain(90, 60).withMetadata({ orientation: 8 }).jpeg().toBuffer(),
      'jpg',
      '60.webp 60x90',
    ],
    ['one pixel', () => plain(1, 1).png().toBuffer(), 'png', '1.webp 1x1'],
    ['a strip', () => plain(1, 20_000).png().toBuffer(), 'png', '1.webp 1x320'],
    [
      'a page behind a picture',
      async () =>
        Buffer.concat([await plain(90, 60).jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')]),
      'jpg',
      '80.webp 80x53',
    ],
  ])('is shown as it is meant: %s', async (_, file, format, size) => {
    const bytes = await file();
    const result = await made(bytes);
    if (typeof result === 'string') throw new Error(result);
    expect(result.format).toBe(format);
    expect(result.sizes).toContain(size);
    for (const one of [...result.bytes, cleanPicture(bytes) ?? []])
      expect(Buffer.from(one).includes('<script>')).toBe(false);
    for (const one of result.bytes) expect((await sharp(one).metadata()).space).toMatch(/^(srgb|b-w)$/);
  });

  it('has the colours that it is meant to have', async () => {
    const deep = await made(await plain(90, 60).toColourspace('rgb16').png().toBuffer());
    expect(typeof deep === 'string' ? deep : deep.tone).toMatch(/^#(9f2f0f|a03010)$/);
    const wide = await made(await P3());
    expect(typeof wide === 'string' ? wide : wide.tone).toMatch(/^#f[c-f]0[0-4]0[0-4]$/);
  });

  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['a GIF of ten thousand frames', () => gifOf(10_000), 'gif'],
    [
      'an animated WebP',
      async () => {
        const frames = await Promise.all(['#f00', '#0f0'].map((one) => plain(8, 8, one).png().toBuffer()));
        return sharp(frames, { join: { animated: true } })
          .webp()
          .toBuffer();
      },
      'webp',
    ],
    [
      'an animated PNG',
      async () => {
        const png = await plain(90, 60).png().toBuffer();
        const frames = Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]);
        const end = png.indexOf('IDAT') - 4;
        const control = chunk('acTL', frames);
        return Buffer.concat([png.subarray(0, end), control, png.subarray(end)]);
      },
      'png',
    ],
  ])(
    'goes on moving: of %s no still is shown, and without its notes it is the same',
    async (_, file, format) => {
      const bytes = await file();
      const result = await made(bytes);
      expect(result).toMatchObject({ format, sizes: [] });
      const clean = Buffer.from(cleanPicture(bytes) ?? []);
      if (format !== 'png')
        expect((await sharp(clean).metadata()).pages).toBe((await sharp(bytes).metadata()).pages);
      else expect(clean.includes('acTL')).toBe(true);
    },
  );
});

test.each(['gif', 'avif'] as const)('taking a damaged %s apart ends, whatever is in it', async (format) => {
  const whole = await plain(20, 20).withXmp('<x/>')[format]().toBuffer();
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = Buffer.from(whole);
    damaged[at] = 0xff;
    expect(cleanPicture(damaged)?.length ?? 0).toBeLessThanOrEqual(whole.length + 10);
    cleanPicture(whole.subarray(0, at));
  }
});

describe('an AVIF whose tables lie about its items', () => {
  const box = (type: string, ...content: Buffer[]): Buffer => {
    const body = Buffer.concat(content);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length + 8);
    return Buffer.concat([size, Buffer.from(type, 'latin1'), body]);
  };
  const short = (...values: number[]): Buffer =>
    Buffer.from(values.flatMap((value) => [value >> 8, value & 255]));
  const word = (value: number): Buffer => short(value >>> 16, value & 0xffff);
  const NOTHING = word(0);
  const file = (sizes: number, items: number, ...table: Buffer[]): Buffer =>
    Buffer.concat([
      box('ftyp', Buffer.from('avif\0\0\0\0avifmif1', 'latin1')),
      box(
        'meta',
        NOTHING,
        box(
          'iinf',
          NOTHING,
          short(1),
          box('infe', word(0x02000000), short(1, 0), Buffer.from('Exif\0', 'latin1')),
        ),
        box('iloc', NOTHING, short(sizes << 8, items), ...table),
      ),
      box('mdat', Buffer.alloc(200_000)),
    ]);
  /** An item of one note: its number, no reference, its extents. */
  const note = (...extents: (readonly [at: number, length: number])[]): Buffer =>
    Buffer.concat([
      short(1, 0, extents.length),
      ...extents.flatMap(([at, length]) => [word(at), word(length)]),
    ]);

  test.each<[string, Buffer]>([
    ['extents without end', file(0, 9000, ...Array.from({ length: 9000 }, () => short(1, 0, 65_535)))],
    ['two extents of which nothing is said', file(0, 1, short(1, 0, 2))],
    ['too many items', file(0, 20_000, ...Array.from({ length: 20_000 }, () => short(1, 0, 0)))],
    [
      'too many extents',
      file(0x44, 1, note(...Array.from({ length: 20_000 }, (_, i) => [300 + i, 1] as const))),
    ],
    ['extents over one another', file(0x44, 1, note([400, 20], [410, 20]))],
    ['items over one another', file(0x44, 2, note([400, 20]), note([410, 20]))],
  ])('is damaged, told at once: %s', (_, bytes) => {
    expect(cleanPicture(bytes)).toBeNull();
  });

  it('and is taken apart where they do not', () => {
    const bytes = file(0x44, 1, note([400, 20], [420, 20]));
    bytes.fill(0xee, 400, 440);
    const clean = Buffer.from(cleanPicture(bytes) ?? []);
    expect(clean.length).toBe(bytes.length);
    expect(clean.includes(0xee)).toBe(false);
  });
});
