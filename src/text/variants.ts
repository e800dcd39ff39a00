import type { VariantsView } from '../model/view.js';

/** The address of one of the pictures that were made of another. */
export const variantUrl = ({ stem }: VariantsView, width: number, format: string): string =>
  `${stem}.${width}.${format}`;

/** Media types of what is made. */
export const VARIANT_TYPES: { readonly [format: string]: string } = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
};

interface Shown {
  readonly src: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly variants: VariantsView | null;
}

/**
 * A picture for programs that take one address and no choice: feeds' readers, search engines, social networks. The
 * smallest that is at least as wide as wanted, else the widest; the file itself where nothing was made of it.
 */
export function plainPicture<T extends Shown>(picture: T, wanted = 1200): T {
  const { variants, width, height } = picture;
  const set = variants?.sets.at(-1);
  const best = set?.widths.find((one) => one >= wanted) ?? set?.widths.at(-1);
  if (variants === null || set === undefined || best === undefined || !width || !height) return picture;
  return {
    ...picture,
    src: variantUrl(variants, best, set.format),
    width: best,
    height: Math.max(1, Math.round((height * best) / width)),
    variants: null,
  };
}

/** How wide pictures in a text are, for browsers: the default theme's column, or the whole of a small window. */
export const TEXT_SIZES = '(min-width: 40em) 38em, calc(100vw - 2em)';
