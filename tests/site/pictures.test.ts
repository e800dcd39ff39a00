import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { openPictureCache } from '../../src/edges/pictures/cache.js';
import { createPictureMaker, type MakerOptions } from '../../src/edges/pictures/maker.js';
import { cleanPicture } from '../../src/stages/pictures/index.js';
import { article, codes, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const SECRET = 'Canon EOS, serial 0815';

const RIGHTS = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Tirana Photo &amp; Co"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" aux:SerialNumber="${SECRET}">
<dc:creator><rdf:Seq><rdf:li>Mirela Trashani</rdf:li></rdf:Seq></dc:creator>
<xmpRights:WebStatement>https://photo.example/licence</xmpRights:WebStatement>
</rdf:Description></rdf:RDF></x:xmpmeta>`;

/** A photograph: colours that run into one another, so that a wrong cut or turn shows. */
function photograph(width: number, height: number) {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data[(y * width + x) * 3] = Math.round((255 * x) / width);
      data[(y * width + x) * 3 + 1] = Math.round((255 * y) / height);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const withNotes = (image: Sharp): Sharp =>
  image
    .withExif({
      IFD0: { Artist: 'M. T.', Copyright: '© 2026 Mirela Trashani', Model: SECRET },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 19/1 0/1', GPSLongitudeRef: 'E' },
    })
    .withXmp(RIGHTS);

/** The same with a comment, a program's own block and an XMP packet, as programs write them: where its blocks end, bytes lead on. */
function gifWithNotes(gif: Buffer): Buffer {
  const head = 13 + ((gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0);
  const lead = Buffer.from([1, ...Array.from({ length: 256 }, (_, i) => 255 - i), 0]);
  const notes = [
    Buffer.from(`\x21\xfe\x16${SECRET}\0`, 'latin1'),
    Buffer.from(`\x21\xff\x0bPROGRAM 1.0\x16${SECRET}\0`, 'latin1'),
    Buffer.from(`\x21\xff\x0bXMP DataXMP${RIGHTS}`, 'latin1'),
    lead,
  ];
  return Buffer.concat([gif.subarray(0, head), ...notes, gif.subarray(head)]);
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
};

/** A PNG of a few bytes that says it has this many pixels. */
function bomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const cacheOf = (site: TestSite): string => join(site.root, '.dateline/cache/pictures');

const maker = (site: TestSite, does: MakerOptions['does'] = 'make', threads = 2) =>
  createPictureMaker({
    root: site.root,
    cache: openPictureCache(cacheOf(site), () => Date.now()),
    does,
    threads,
  });

const YAML = `${SITE_YAML}pictures:\n  widths: [60, 120, 240]\n`;
const DAY = 'date: 2026-11-20';

let harbour: Buffer;
let site: TestSite;
beforeAll(async () => {
  harbour = await withNotes(photograph(300, 200).withMetadata({ orientation: 6 }))
    .jpeg()
    .toBuffer();
  site = newsroom({
    'content/site.yaml': YAML,
    'content/articles/news/a.md': article(
      `title: The harbour\n${DAY}\nimage: { src: harbour.jpg, alt: Boats, focus: right top }`,
      'Text.\n\n![The logo](logo.png)\n\n![It moves](moves.gif)\n\n![Again](harbour.jpg)',
    ),
    'content/articles/news/b.md': article(`title: Later\ndate: 2027-01-01\nimage: secret.jpg`),
    'content/media/harbour.jpg': harbour,
    'content/media/secret.jpg': await photograph(80, 60).jpeg().toBuffer(),
    'content/media/logo.png': await sharp({
      create: { width: 100, height: 50, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } },
    })
      .png()
      .toBuffer(),
    'content/media/moves.gif': await sharp(
      await Promise.all(
        ['#f00', '#0f0'].map((background) =>
          sharp({ create: { width: 40, height: 30, channels: 3, background } })
            .png()
            .toBuffer(),
        ),
      ),
      { join: { animated: true } },
    )
      .gif({ delay: [100, 100] })
      .toBuffer(),
  });
  const result = await site.build({ variants: maker(site) });
  expect(result.problems).toEqual([]);
}, 60_000);

const page = (): string => site.read('2026/11/a/index.html');
const media = (): string[] => readdirSync(join(site.root, 'public/media')).sort();
const named = (pattern: RegExp): string => media().find((name) => pattern.test(name)) ?? '';
const bytes = (name: string): Buffer => Buffer.from(site.published().get(`media/${name}`) ?? '', 'latin1');

describe('a photograph', () => {
  it('is there in each format and width, never wider than it is, upright', async () => {
    const made = media().filter((name) => name.startsWith('harbour.'));
    expect(made.map((name) => name.replace(/\.[\da-f]{8}\./, '.KEY.'))).toEqual([
      'harbour.KEY.120.avif',
      'harbour.KEY.120.jpg',
      'harbour.KEY.120.webp',
      'harbour.KEY.200.avif',
      'harbour.KEY.200.jpg',
      'harbour.KEY.200.webp',
      'harbour.KEY.60.avif',
      'harbour.KEY.card-100-0.jpg',
      'harbour.jpg',
    ]);
    for (const name of made) {
      const { width, height, format } = await sharp(bytes(name)).metadata();
      if (/\.\d+\.\w+$/.test(name))
        expect([width, height]).toEqual([
          Number(/\.(\d+)\./.exec(name)?.[1]),
          Math.round(((width ?? 0) * 3) / 2),
        ]);
      expect(format).toBe(name.endsWith('jpg') ? 'jpeg' : name.endsWith('avif') ? 'heif' : 'webp');
    }
  });

  it('is offered in the page with its size, its colour and its focus; the lead first, others when they are near', () => {
    const [lead = '', , again = ''] = page().match(/<picture>.*?<\/picture>/gs) ?? [];
    expect(lead).toMatch(
      /<source type="image\/avif" srcset="\/media\/harbour\.[\da-f]{8}\.60\.avif 60w, [^"]* 200w" sizes="[^"]+">/,
    );
    expect(lead.indexOf('avif')).toBeLessThan(lead.indexOf('webp'));
    expect(lead).toMatch(/<img src="\/media\/harbour\.[\da-f]{8}\.200\.jpg" srcset="[^"]*120w, [^"]*200w"/);
    expect(lead).toMatch(
      / alt="Boats" width="200" height="300" decoding="async" fetchpriority="high" data-tone="#[\da-f]{6}" data-focus="100 0">/,
    );
    expect(again).toContain('loading="lazy"');
    expect(again).not.toContain('fetchpriority');
    expect(page()).not.toMatch(/<img[^>]* style=/);
  });

  it('keeps whose it is in all that is made of it and in itself, and loses place and device', async () => {
    for (const name of media().filter((one) => one.startsWith('harbour.'))) {
      const content = bytes(name);
      expect(content.includes('GPS'), name).toBe(false);
      expect(content.includes(SECRET), name).toBe(false);
      const { exif, xmp } = await sharp(content).metadata();
      const notes = xmp?.toString() ?? '';
      for (const said of [
        'Mirela Trashani',
        'Tirana Photo &amp; Co',
        '2026 Mirela',
        'https://photo.example/licence',
      ])
        expect(notes, name).toContain(said);
      expect((exif?.length ?? 0) < 40, name).toBe(true);
    }
    // The file under its own name is the same to the last pixel, and lies as it lay.
    const [before, after] = await Promise.all(
      [harbour, bytes('harbour.jpg')].map((one) => sharp(one).autoOrient().raw().toBuffer()),
    );
    expect(after?.equals(before ?? Buffer.alloc(0))).toBe(true);
  });

  test.each(['png', 'webp', 'avif', 'gif'] as const)('does so as %s too', async (format) => {
    const made = await withNotes(photograph(60, 40))[format]({ lossless: true }).toBuffer();
    const before = format === 'gif' ? gifWithNotes(made) : made;
    const after = Buffer.from(cleanPicture(before) ?? []);
    expect(before.includes(SECRET)).toBe(true);
    expect(after.includes(SECRET)).toBe(false);
    expect(after.includes('GPS')).toBe(false);
    // An AVIF file keeps its length: what was said there is written over.
    if (format === 'avif') expect(after.length).toBe(before.length);
    else expect((await sharp(after).metadata()).exif).toBeUndefined();
    // The library does not read it from a GIF.
    const xmp = format === 'gif' ? after : (await sharp(after).metadata()).xmp;
    expect(xmp?.includes('Mirela Trashani')).toBe(true);
    expect(Buffer.from(cleanPicture(after) ?? [])).toEqual(after);
    const [a, b] = await Promise.all([before, after].map((one) => sharp(one).raw().toBuffer()));
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
  });

  it('is cut for social networks around its focus, and feeds get one address that every program shows', async () => {
    expect(page()).toMatch(
      /og:image" content="https:\/\/herald\.example\/media\/harbour\.[\da-f]{8}\.card-100-0\.jpg"/,
    );
    const { data, info } = await sharp(bytes(named(/card-100-0/)))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([200, 105]);
    // Lying on its side, the picture's left is at the top: from the top on, red runs from nothing to a third.
    expect(data[0]).toBeLessThan(20);
    expect(data[(info.height - 1) * info.width * 3]).toBeLessThan(110);
    expect(site.read('feed.xml')).toMatch(/https:\/\/herald\.example\/media\/harbour\.[\da-f]{8}\.200\.jpg/);
    expect(site.read('feed.xml')).not.toContain('srcset');
    expect(page()).toMatch(/"url":"https:\/\/herald\.example\/media\/harbour\.[\da-f]{8}\.200\.jpg"/);
  });
});

it('keeps what shows through, leaves alone what moves, and publishes nothing of what is not seen', async () => {
  const logo = named(/^logo\.[\da-f]+\.100\.png$/);
  expect((await sharp(bytes(logo)).metadata()).hasAlpha).toBe(true);
  expect(page()).toContain('alt="It moves" width="40" height="30"');
  expect(media().filter((name) => name.startsWith('moves'))).toEqual(['moves.gif']);
  expect(media().filter((name) => name.startsWith('secret'))).toEqual([]);
});

describe('a second build', () => {
  it('asks the cache alone, and publishes what is there without reading it', async () => {
    const before = site.published();
    const told: string[] = [];
    const cache = openPictureCache(cacheOf(site), () => Date.now());
    const variants = createPictureMaker({
      root: site.root,
      cache: {
        ...cache,
        content: (hash) => {
          told.push(hash);
          return cache.content(hash);
        },
        putContent: () => told.push('made'),
        putRecord: () => told.push('noted'),
      },
      does: 'make',
    });
    const result = await site.build({ variants });
    expect(told).toEqual([]);
    expect(result.changes?.changed).toEqual({ asset: [], article: [], index: [] });
    expect(site.published()).toEqual(before);
  });

  it('makes the same bytes from nothing, with one thread, and mends a damaged cache', async () => {
    const before = site.published();
    rmSync(cacheOf(site), { recursive: true });
    await site.build({ variants: maker(site, 'make', 1), out: 'other' });
    expect(site.published('other')).toEqual(before);
    const [folder = ''] = readdirSync(cacheOf(site)).filter((name) => name.length === 2);
    const [file = ''] = readdirSync(join(cacheOf(site), folder));
    writeFileSync(join(cacheOf(site), folder, file), 'damaged');
    await site.build({ variants: maker(site), out: 'third' });
    expect(site.published('third')).toEqual(before);
    writeFileSync(join(cacheOf(site), 'index'), 'damaged');
    await site.build({ variants: maker(site), out: 'fourth' });
    expect(site.published('fourth')).toEqual(before);
  });
});

test('what can’t be shown is told where it is used, pages go without it, and all else is published', async () => {
  const whole = await photograph(400, 300).jpeg().toBuffer();
  const hostile = newsroom({
    'content/site.yaml': YAML,
    'content/articles/a.md': article(
      `title: Broken\n${DAY}\nimage: half.jpg`,
      ['page.jpg', 'bomb.png', 'drawing.png', 'png.jpg', 'huge.png', 'good.jpg']
        .map((name) => `![Alt](${name})`)
        .join('\n\n'),
    ),
    'content/media/half.jpg': whole.subarray(0, whole.length / 2),
    'content/media/page.jpg': '<!doctype html><script>alert(1)</script>',
    'content/media/bomb.png': bomb(30_000, 30_000),
    'content/media/huge.png': bomb(10_000, 10_000),
    'content/media/drawing.png':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/passwd"/></svg>',
    'content/media/png.jpg': await photograph(90, 60).png().toBuffer(),
    'content/media/good.jpg': whole,
  });
  const seen = await hostile.check({ variants: maker(hostile, 'look') });
  const result = await hostile.build({ variants: maker(hostile) });
  const told = result.problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
  expect(told).toEqual([
    'content/articles/a.md:4 broken-picture',
    'content/articles/a.md:7 broken-picture',
    'content/articles/a.md:9 huge-picture',
    'content/articles/a.md:11 mislabelled-picture',
    'content/articles/a.md:13 mislabelled-picture',
    'content/articles/a.md:15 huge-picture',
  ]);
  const found = codes(seen);
  for (const code of ['broken-picture', 'huge-picture', 'mislabelled-picture']) expect(found).toContain(code);
  const names = readdirSync(join(hostile.root, 'public/media')).map((name) => name.split('.')[0]);
  expect([...new Set(names)].sort()).toEqual(['good', 'png']);
  expect(hostile.read('2026/11/a/index.html').match(/<img /g)).toHaveLength(2);
});

test('what no page shows is published without its notes by the first build, or not at all', async () => {
  const whole = await withNotes(photograph(60, 40)).jpeg().toBuffer();
  const unused = newsroom({
    'content/site.yaml': YAML,
    'content/media/alone.jpg': whole,
    'content/media/alone.jpe': whole,
    // Bytes between the blocks: programs show it, but nobody can say where notes begin.
    'content/media/odd.jpg': Buffer.concat([whole.subarray(0, 2), Buffer.from([1, 2]), whole.subarray(2)]),
    'content/media/list.png': `<p>${SECRET}</p>`,
  });
  const seen = await unused.check({ variants: maker(unused, 'look') });
  const result = await unused.build({ variants: maker(unused) });
  const told = ['content/media/list.png', 'content/media/odd.jpg'].map((file) => [file, 'uncleaned-picture']);
  for (const { problems } of [seen, result])
    expect(problems.map(({ file, code }) => [file, code])).toEqual(told);
  const first = unused.published();
  const names = [...first.keys()].filter((path) => path.startsWith('media/'));
  expect(names.sort()).toEqual(['media/alone.jpe', 'media/alone.jpg']);
  for (const content of first.values()) {
    expect(content).not.toContain(SECRET);
    expect(content).not.toContain('GPS');
  }
  await unused.build({ variants: maker(unused) });
  expect(unused.published()).toEqual(first);
  // A page that shows it goes without it.
  unused.write({ 'content/articles/a.md': article(`title: Odd\n${DAY}`, '![Alt](odd.jpg)') });
  expect(codes(await unused.build({ variants: maker(unused) }))).toContain('broken-picture');
  expect(unused.read('2026/11/a/index.html')).not.toContain('<img');
});

describe('cards', () => {
  it('are drawn for stories without a photograph, in every script that the fonts have, and for no others', async () => {
    const colours = 'colours: { news: "#123456" }';
    const press = newsroom({
      'content/site.yaml': `${SITE_YAML}pictures: { cards: recent:4, ${colours} }\nsections: [News]\n`,
      'content/articles/news/a.md': article(`title: Parliament votes\ndate: 2026-11-24`),
      'content/articles/news/b.md': article(`title: البرلمان يصوّت (BBC)\ndate: 2026-11-23\nlang: ar`),
      'content/articles/news/c.md': article(`title: 议会投票通过新法案\ndate: 2026-11-22\nlang: zh`),
      'content/articles/news/d.md': article(`title: ข่าววันนี้\ndate: 2026-11-21\nlang: th`),
      'content/articles/news/e.md': article(`title: Too old\ndate: 2026-11-20`),
      'content/articles/news/f.md': article(`title: Hidden\ndate: 2027-11-20`),
    });
    await press.build({ variants: maker(press) });
    const cards = [...press.published()].filter(([path]) => /card\.[\da-f]{8}\.png$/.test(path));
    expect(cards.map(([path]) => path.split('/')[2])).toEqual(['a', 'b', 'c']);
    const drawings = new Set<string>();
    for (const [path, content] of cards) {
      const { data, info } = await sharp(Buffer.from(content, 'latin1'))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([1200, 630]);
      expect([...data.subarray(0, 3)], path).toEqual([0x12, 0x34, 0x56]);
      const side = (from: number): number => {
        let white = 0;
        for (let y = 150; y < 480; y++)
          for (let x = from; x < from + 300; x++) if ((data[(y * info.width + x) * 3] ?? 0) > 200) white += 1;
        return white;
      };
      // Arabic begins at the right, all others at the left.
      expect(side(0) > side(900), path).toBe(!path.includes('/b/'));
      drawings.add(content);
    }
    expect(drawings.size).toBe(3);
    expect(press.read('2026/11/a/index.html')).toMatch(
      /og:image" content="https:\/\/herald\.example\/2026\/11\/a\/card\.[\da-f]{8}\.png"/,
    );
    expect(press.read('2026/11/d/index.html')).not.toContain('og:image');
    const before = press.published();
    await press.build({ variants: maker(press), out: 'again' });
    expect(press.published('again')).toEqual(before);
  });
});

it('publishes pictures as they are where it is told to', async () => {
  site.write({ 'content/site.yaml': `${SITE_YAML}pictures: false\n` });
  await site.build({ variants: maker(site), out: 'plain' });
  expect(Buffer.from(site.published('plain').get('media/harbour.jpg') ?? '', 'latin1').equals(harbour)).toBe(
    true,
  );
  expect(existsSync(join(site.root, 'plain/media'))).toBe(true);
  expect(site.read('2026/11/a/index.html', 'plain')).toContain('<img src="/media/harbour.jpg" alt="Boats"');
});
