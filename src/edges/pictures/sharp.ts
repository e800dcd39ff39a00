import type { Sharp, SharpOptions } from 'sharp';
import type { Focus, PictureCard, PictureFacts, PictureOutput, PicturesConfig } from '../../model/picture.js';
import { focusKey } from '../../model/picture.js';
import {
  CARD,
  cardRegion,
  cleanPicture,
  encoderOptions,
  MOST_PIXELS,
  moves,
  readRights,
  variantSets,
  xmpOf,
} from '../../stages/pictures/index.js';
import { contentHash } from '../../text/hash.js';
import { kindIn } from './index.js';

type SharpModule = typeof import('sharp');

/** An output with its content. */
export interface Encoded {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

export interface Order {
  readonly key: string;
  readonly config: PicturesConfig;
  /** What must stay in sight on cards; empty: no card is wanted. */
  readonly focuses: readonly Focus[];
  /** Told of each output. */
  readonly put: (output: Encoded) => void;
}

/** The library, set up so that it reads pictures of the web and nothing else, one thread a picture; null where it can't run here. */
export async function loadSharp(): Promise<SharpModule['default'] | null> {
  try {
    const { default: sharp } = await import('sharp');
    // Several pictures at once use the processors better than several threads on one.
    sharp.concurrency(1);
    sharp.cache(false);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: LOADERS.map((name) => `VipsForeignLoad${name}`) });
    return sharp;
  } catch {
    return null;
  }
}

const LOADERS = ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif', 'Svg'];
const FORMATS: { readonly [format: string]: string } = { jpeg: 'jpg', heif: 'avif' };

const INPUT: SharpOptions = { limitInputPixels: MOST_PIXELS, failOn: 'warning', sequentialRead: true };
/** Of what the library warns of, all but this is harmless: the head of a JPEG says that it is larger than what is in it. */
const SHORT_OF_DATA = /premature end/i;
const SECONDS = 120;
/** A strip is no picture for a page; as many of its heights are made as there are widths. */
const MOST_HEIGHTS = 4;

type Unfit = Extract<PictureFacts, { readonly fit: false }>;

/** Why a picture's bytes must not come near the library; null where they may. */
export function refused(bytes: Uint8Array): Unfit | null {
  const kind = kindIn(bytes);
  if (kind === null) return { fit: false, why: 'broken' };
  if (kind.type === 'svg') return { fit: false, why: 'drawing' };
  return kind.width * kind.height >= MOST_PIXELS ? { fit: false, why: 'huge' } : null;
}

/** What can't be published without its notes is not shown, though the library may make something of it. */
const uncleaned = (bytes: Uint8Array): Unfit | null =>
  cleanPicture(bytes) === null ? { fit: false, why: 'broken' } : null;

/** Decodes a picture; once more, less strictly, where the library is warned of something harmless. */
async function decoded<T>(decode: (input: SharpOptions) => Promise<T>): Promise<T> {
  try {
    return await decode(INPUT);
  } catch (error) {
    if (error instanceof Error && SHORT_OF_DATA.test(error.message)) throw error;
    return decode({ ...INPUT, failOn: 'error' });
  }
}

/** Whether a picture can be decoded to its end. */
export async function lookAt(sharp: SharpModule['default'], bytes: Uint8Array): Promise<PictureFacts | null> {
  const unfit = refused(bytes) ?? uncleaned(bytes);
  if (unfit !== null) return unfit;
  try {
    await decoded((input) =>
      sharp(bytes, input)
        .timeout({ seconds: SECONDS })
        .resize({ width: 64, height: 64, fit: 'inside' })
        .raw()
        .toBuffer(),
    );
    return null;
  } catch {
    return { fit: false, why: 'broken' };
  }
}

/** Makes everything that is wanted of one picture. */
export async function makePictures(
  sharp: SharpModule['default'],
  bytes: Uint8Array,
  order: Order,
): Promise<PictureFacts> {
  const unfit = refused(bytes) ?? uncleaned(bytes);
  if (unfit !== null) return unfit;
  const largest = order.config.widths.at(-1) ?? 1600;
  try {
    const {
      format,
      pages = 1,
      exif = null,
      iptc = null,
      xmp = null,
    } = await sharp(bytes, { ...INPUT, failOn: 'error' }).metadata();
    const { data, info } = await decoded((input) =>
      sharp(bytes, input)
        .timeout({ seconds: SECONDS })
        .autoOrient()
        .resize({ width: largest, height: largest * MOST_HEIGHTS, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb')
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true }),
    );
    const { width, height, channels } = info;
    const pixels = (): Sharp => sharp(data, { raw: { width, height, channels } });
    const opaque = channels === 3 || channels === 1 || (await pixels().stats()).isOpaque;
    const base = (): Sharp => (opaque && channels === 4 ? pixels().removeAlpha() : pixels());
    const rights = readRights({ exif, iptc, xmp });
    const packet = rights === null ? null : xmpOf(rights);
    const finish = async (image: Sharp, ending: string): Promise<PictureOutput> => {
      const made = await (packet === null ? image : image.withXmp(packet)).toBuffer();
      const hash = contentHash(made);
      order.put({ hash, bytes: made });
      return { ending, hash, size: made.length };
    };
    // What moves is shown as it is; of its first frame a card can be made.
    const sets = pages > 1 || moves(bytes) ? [] : variantSets(width, opaque, order.config);
    const outputs: PictureOutput[] = [];
    for (const set of sets) {
      for (const wide of set.widths) {
        const image = encoded(base().resize({ width: wide }), set.format, order.config.quality);
        outputs.push(await finish(image, `.${order.key}.${wide}.${set.format}`));
      }
    }
    const cards: Record<string, PictureCard> = {};
    for (const focus of order.focuses) {
      const region = cardRegion(width, height, focus);
      const wide = Math.min(CARD.width, region.width);
      const high = Math.max(1, Math.round((wide * region.height) / region.width));
      const cut = pixels().extract(region).resize(wide, high, { fit: 'fill' });
      const image = encoded(
        opaque ? cut : cut.flatten({ background: '#ffffff' }),
        'jpg',
        order.config.quality,
      );
      const name = `.${order.key}.card-${focus.x}-${focus.y}.jpg`;
      cards[focusKey(focus)] = { ...(await finish(image, name)), width: wide, height: high };
    }
    const tone = opaque ? await toneOf(base()) : null;
    return { fit: true, format: FORMATS[format] ?? format, key: order.key, tone, sets, outputs, cards };
  } catch {
    return { fit: false, why: 'broken' };
  }
}

function encoded(image: Sharp, format: 'avif' | 'webp' | 'jpg' | 'png', quality: number): Sharp {
  const options = encoderOptions(format, quality);
  return format === 'jpg' ? image.jpeg(options) : image[format](options);
}

/** The picture as one pixel. */
async function toneOf(image: Sharp): Promise<string> {
  const one = await image.resize(1, 1, { fit: 'fill' }).toColourspace('srgb').raw().toBuffer();
  const parts = [one[0] ?? 0, one[1] ?? one[0] ?? 0, one[2] ?? one[0] ?? 0];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** A drawing of our own making as PNG. */
export async function rasterise(sharp: SharpModule['default'], svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16, dither: 0, effort: 2 }).toBuffer();
}
