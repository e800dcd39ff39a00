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
 * @param attributes all others, ready to print, with a space before each
 */
export function pictureElement(picture: ElementOf, sizes: string, attributes: string): string {
  const { src, variants, tone, focus } = picture;
  const marks =
    (tone ? ` data-tone="${escapeHtml(tone)}"` : '') +
    (focus ? ` data-focus="${step(focus.x)} ${step(focus.y)}"` : '');
  const plain = variants?.sets.at(-1);
  const widest = plain?.widths.at(-1);
  if (!variants || plain === undefined || widest === undefined) {
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
  const img = `<img src="${escapeHtml(variantUrl(variants, widest, plain.format))}" ${offer(plain)}${attributes}${marks}>`;
  return sources === '' ? img : `<picture>${sources}${img}</picture>`;
}

const step = (percent: number): number => Math.round(percent / STEP) * STEP;
