import type { PicturesConfig, VariantFormat, VariantSet } from '../../model/picture.js';

/** Changes whenever other bytes are made of the same picture: everything is then made anew. */
export const RECIPE = 2;
/** Changes whenever other bytes are left of a file without its notes. */
export const CLEANING = 3;

/** Larger pictures are not looked at: a few kilobytes can be a picture that no machine can hold. */
export const MOST_PIXELS = 100_000_000;
/** A film has no business among pictures. */
export const MOST_BYTES = 200 * 1024 * 1024;

/** What social networks show beside a link. */
export const CARD = { width: 1200, height: 630 } as const;

/** Of all but the best format there are few: hardly a browser asks for them, and feeds need one size. */
const FEW_WIDTHS = 2;
/** A width is left out where the picture's own is this near. */
const NEAR = 0.9;

/** The pictures that are made of one of this width. */
export function variantSets(width: number, opaque: boolean, config: PicturesConfig): VariantSet[] {
  const widths = variantWidths(width, config.widths);
  const plain: VariantFormat = opaque ? 'jpg' : 'png';
  return [
    ...config.formats.map((format, i) => ({ format, widths: i === 0 ? widths : fewWidths(widths) })),
    { format: plain, widths: fewWidths(widths) },
  ];
}

function variantWidths(width: number, wanted: readonly number[]): number[] {
  const largest = wanted.at(-1) ?? width;
  const own = Math.min(width, largest);
  return [...wanted.filter((one) => one < own * NEAR), own];
}

/** The two around 1000 pixels: as near to it as there are. */
function fewWidths(widths: readonly number[]): number[] {
  return [...widths]
    .sort((a, b) => Math.abs(a - 1000) - Math.abs(b - 1000) || a - b)
    .slice(0, FEW_WIDTHS)
    .sort((a, b) => a - b);
}

/** What the encoders are told. AVIF at a low effort: each step up doubles the time and saves a hundredth or two. */
export function encoderOptions(format: VariantFormat, quality: number) {
  switch (format) {
    case 'avif':
      return { quality: Math.max(1, Math.round((quality * 2) / 3)), effort: 1 };
    case 'webp':
      return { quality, effort: 2 };
    case 'jpg':
      return { quality };
    case 'png':
      return { compressionLevel: 9 };
  }
}

export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The largest part of a picture that has the shape of a card and its focus as near to the middle as there is room. */
export function cardRegion(
  width: number,
  height: number,
  focus: { readonly x: number; readonly y: number },
): Region {
  const ratio = CARD.width / CARD.height;
  const wide = Math.max(1, Math.min(width, Math.round(height * ratio)));
  const high = Math.max(1, Math.min(height, Math.round(width / ratio)));
  const start = (whole: number, part: number, percent: number): number =>
    Math.min(whole - part, Math.max(0, Math.round((whole * percent) / 100 - part / 2)));
  return {
    left: start(width, wide, focus.x),
    top: start(height, high, focus.y),
    width: wide,
    height: high,
  };
}
