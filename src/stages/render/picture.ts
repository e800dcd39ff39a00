import type { FocusView, VariantsView } from '../../model/view.js';
import { escapeHtml } from '../../text/html.js';
import { VARIANT_TYPES, variantUrl } from '../../text/variants.js';

/** A picture as far as its element shows it. */
export interface ElementOf {
  readonly src: string;
  readonly width?: number | null;
  readonly height?: number | null;
  readonly variants?: VariantsView | null;
  readonly tone?: string | null;
  readonly focus?: FocusView | null;
}

/** The place where a picture is cut is named in steps, so that a style sheet can follow without styles in the page. */
const STEP = 25;

/**
 * The element of a picture: an `img`, in a `picture` that offers smaller ones where there are any.
 *
 * @param sizes how wide the picture will be, for browsers that choose one
 * @param widest larger ones need not be offered
 * @param attributes all others, ready to print, with a space before each
 */
export function pictureElement(
  picture: ElementOf,
  sizes: string,
  attributes: string,
  widest = Number.POSITIVE_INFINITY,
): string {
  const { src, tone, focus } = picture;
  const variants = picture.variants ? within(picture.variants, widest) : null;
  const marks =
    (tone ? ` data-tone="${escapeHtml(tone)}"` : '') +
    (focus ? ` data-focus="${step(focus.x)} ${step(focus.y)}"` : '');
  const plain = variants?.sets.at(-1);
  const usual = plain?.widths.at(-1);
  if (!variants || plain === undefined || usual === undefined) {
    return `<img src="${escapeHtml(src)}"${attributes}${marks}>`;
  }
  const offer = ({ format, widths }: VariantsView['sets'][number]): string => {
    const list = widths
      .map((width) => `${escapeHtml(variantUrl(variants, width, format))} ${width}w`)
      .join(', ');
    return `srcset="${list}" sizes="${escapeHtml(sizes)}"`;
  };
  const sources = variants.sets
    .slice(0, -1)
    .map((set) => `<source type="${VARIANT_TYPES[set.format] ?? `image/${set.format}`}" ${offer(set)}>`)
    .join('');
  const img = `<img src="${escapeHtml(variantUrl(variants, usual, plain.format))}" ${offer(plain)}${attributes}${marks}>`;
  return sources === '' ? img : `<picture>${sources}${img}</picture>`;
}

/** Without the widths that are too large, but always with one of each format. */
const within = ({ stem, sets }: VariantsView, widest: number): VariantsView => ({
  stem,
  sets: sets.map(({ format, widths }) => {
    const fit = widths.filter((width) => width <= widest);
    return { format, widths: fit.length > 0 ? fit : widths.slice(0, 1) };
  }),
});

const step = (percent: number): number => Math.round(percent / STEP) * STEP;
