import { describe, expect, it, test } from 'vitest';
import { cleanPicture, readRights, variantSets } from '../../../src/stages/pictures/index.js';
import { linesOf } from '../../../src/stages/pictures/lines.js';
import { cardRegion } from '../../../src/stages/pictures/plan.js';
import { parseFocus } from '../../../src/text/focus.js';

const CONFIG = {
  widths: [400, 800, 1200, 1600],
  formats: ['avif'],
  quality: 75,
  cards: 'none',
  colours: {},
} as const;

test.each([
  [4000, [400, 800, 1200, 1600], [800, 1200]],
  [1600, [400, 800, 1200, 1600], [800, 1200]],
  // Hardly larger than a width that is made anyway.
  [840, [400, 840], [400, 840]],
  [1000, [400, 800, 1000], [800, 1000]],
  [300, [300], [300]],
])('of a picture %i wide, these widths are made', (width, modern, plain) => {
  expect(variantSets(width, true, CONFIG)).toEqual([
    { format: 'avif', widths: modern },
    { format: 'jpg', widths: plain },
  ]);
  // Browsers that know the second best and not the best are few.
  expect(variantSets(width, true, { ...CONFIG, formats: ['avif', 'webp'] })[1]).toEqual({
    format: 'webp',
    widths: plain,
  });
  expect(variantSets(width, false, CONFIG).at(-1)?.format).toBe('png');
});

test.each([
  ['left', { x: 0, y: 50 }],
  ['right top', { x: 100, y: 0 }],
  ['top', { x: 50, y: 0 }],
  ['top right', { x: 100, y: 0 }],
  ['30% 20%', { x: 30, y: 20 }],
  ['30, 20', { x: 30, y: 20 }],
  ['70% bottom', { x: 70, y: 100 }],
  ['Center', { x: 50, y: 50 }],
  ['head', null],
  ['left right', null],
  ['120% 0', null],
  ['', null],
  ['1 2 3', null],
])('the focus %j is %j', (written, focus) => {
  expect(parseFocus(written)).toEqual(focus);
});

test.each([
  [
    { x: 50, y: 50 },
    { left: 0, top: 285, width: 1200, height: 630 },
  ],
  [
    { x: 0, y: 0 },
    { left: 0, top: 0, width: 1200, height: 630 },
  ],
  [
    { x: 50, y: 100 },
    { left: 0, top: 570, width: 1200, height: 630 },
  ],
])('a card of a square picture keeps its focus %j in sight', (focus, region) => {
  expect(cardRegion(1200, 1200, focus)).toEqual(region);
});

/** Photoshop's resources with IPTC in them, as desks write them. */
function iptc(...fields: readonly (readonly [record: number, number: number, text: Buffer])[]): Buffer {
  const sets = fields.map(([record, number, text]) => {
    const head = Buffer.from([0x1c, record, number, 0, 0]);
    head.writeUInt16BE(text.length, 3);
    return Buffer.concat([head, text]);
  });
  return Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0', 'latin1'), ...sets]);
}

describe('whose a picture is', () => {
  const said = (text: string): Buffer => Buffer.from(text, 'utf8');
  const old = (text: string): Buffer => Buffer.from(text, 'latin1');

  test.each([
    [
      'IPTC in UTF-8 that says so',
      iptc([1, 90, old('\x1b%G')], [2, 80, said('Zhang 张')], [2, 110, said('Çlirimi')]),
      'Zhang 张',
      'Çlirimi',
    ],
    ['IPTC in UTF-8 that doesn’t', iptc([2, 80, said('Dritë')], [2, 110, said('ATSH')]), 'Dritë', 'ATSH'],
    ['IPTC in Latin 1', iptc([2, 80, old('Jürgen')], [2, 115, old('dpa')]), 'Jürgen', 'dpa'],
  ])('%s', (_, block, creator, credit) => {
    expect(readRights({ exif: null, iptc: block, xmp: null })).toMatchObject({ creators: [creator], credit });
  });

  it('stands in XMP in any of its forms, the usual language first, and XMP goes before IPTC', () => {
    const xmp = said(
      '<rdf:Description xmlns:x="y" photoshop:Credit=\'A &amp; B\'><dc:creator><rdf:Seq><rdf:li>One</rdf:li><rdf:li>Two</rdf:li></rdf:Seq></dc:creator>' +
        '<dc:rights><rdf:Alt><rdf:li xml:lang="de">Alle</rdf:li><rdf:li xml:lang="x-default">All &#169;</rdf:li></rdf:Alt></dc:rights>' +
        '<plus:LicensorURL>javascript:alert(1)</plus:LicensorURL>' +
        '<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType></rdf:Description>',
    );
    expect(readRights({ exif: null, iptc: iptc([2, 110, said('Other')]), xmp })).toEqual({
      creators: ['One', 'Two'],
      credit: 'A & B',
      notice: 'All ©',
      terms: null,
      statement: null,
      licensor: null,
      source: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    });
  });

  test.each([
    ['nothing', null],
    ['a torn block', Buffer.from([0x1c, 2, 80, 0x7f, 0xff, 1])],
    ['noise', Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 7919) % 256))],
  ])('is not said by %s, which does no harm', (_, block) => {
    expect(readRights({ exif: block, iptc: block, xmp: block })).toBeNull();
  });
});

it('is looked for without end in no file that was made to keep a build waiting', () => {
  const began = performance.now();
  for (const piece of ['<dc:creator ', ' dc:creator="', '<dc:creator><rdf:li ', ' dc:rights ', '&#1'])
    readRights({ exif: null, iptc: null, xmp: Buffer.from(piece.repeat(1_000_000 / piece.length)) });
  readRights({ exif: null, iptc: Buffer.alloc(1_000_000, 0x1c), xmp: null });
  expect(performance.now() - began).toBeLessThan(10_000);
});

describe('cleaning', () => {
  const segment = (marker: number, body: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  const picture = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01')),
    segment(0xe1, Buffer.from('Exif\0\0MM\0*GPS')),
    segment(0xe2, Buffer.from('ICC_PROFILE\0colours')),
    segment(0xe2, Buffer.from('MPF\0secret')),
    segment(0xeb, Buffer.from('JP secret')),
    segment(0xfe, Buffer.from('secret')),
    segment(0xda, Buffer.from([1, 2])),
    // A stuffed byte and a restart are data.
    Buffer.from([5, 0xff, 0, 6, 0xff, 0xd0, 7, 0xff, 0xd9]),
    Buffer.from('a film that a telephone hangs on: secret'),
  ]);

  it('keeps what is seen and its colours; notes, previews and what hangs on behind go', () => {
    const clean = Buffer.from(cleanPicture(picture) ?? []);
    expect(clean.includes('secret')).toBe(false);
    expect(clean.includes('GPS')).toBe(false);
    expect(clean.includes('ICC_PROFILE\0colours')).toBe(true);
    expect(clean.subarray(-9)).toEqual(Buffer.from([5, 0xff, 0, 6, 0xff, 0xd0, 7, 0xff, 0xd9]));
    expect(cleanPicture(clean)).toEqual(clean);
  });

  test.each([
    ['no picture', Buffer.from('hello, this is no picture')],
    ['a JPEG that ends in its head', picture.subarray(0, 30)],
    ['a PNG that ends in its head', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
    ['an empty WebP', Buffer.from('RIFF\x04\0\0\0WEBP', 'latin1')],
    ['nothing', Buffer.alloc(0)],
  ])('leaves %s alone', (_, bytes) => {
    expect(cleanPicture(bytes)).toBeNull();
  });
});

describe('lines of a headline', () => {
  const measure = (words: string): number => words.length;
  test.each([
    ['as even as they can be', 'one two three four', 'en', 14, false, ['one two', 'three four']],
    ['a long word alone', 'a Rindfleischetikett b', 'de', 8, false, ['a', 'Rindfleischetikett', 'b']],
    ['a long word cut where it must be', 'a Rindfleisch', 'de', 6, true, ['a', 'Rindfl', 'eisch']],
    ['no closing sign at a beginning', '议会投票。', 'zh', 4, false, ['议会', '投票。']],
    ['nothing', '', 'en', 9, false, []],
  ])('%s', (_, text, lang, width, cut, lines) => {
    expect(linesOf(text, lang, width, measure, cut)).toEqual(lines);
  });
});
