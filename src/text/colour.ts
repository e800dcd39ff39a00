/** Colours as style sheets write them, and how well words of one can be read on another (WCAG 2.2). */

type Rgb = readonly [number, number, number];

const HEX = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;

/** Whether a colour is written so that it can be reckoned with: `#b31` or `#b3131b`. */
export const isHex = (colour: string): boolean => HEX.test(colour);

/** From 1 (the same) to 21 (black on white); null where one of the two is not written as `#…`. */
export function contrast(one: string, other: string): number | null {
  if (!isHex(one) || !isHex(other)) return null;
  const [low = 0, high = 0] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/**
 * The nearest colour of the same hue that is at least so far from every ground: towards black on light grounds, towards
 * white on dark ones. Null where a ground is not written as `#…`, or there is none, between grounds of both kinds.
 */
export function readable(colour: string, grounds: readonly string[], least: number): string | null {
  if (![colour, ...grounds].every(isHex)) return null;
  const dark = grounds.every((ground) => luminance(rgb(ground)) < 0.18);
  const end = dark ? 255 : 0;
  const from = rgb(colour);
  for (let step = 0; step <= 50; step += 1) {
    const tried = hex(from.map((part) => Math.round(part + ((end - part) * step) / 50)));
    if (grounds.every((ground) => (contrast(tried, ground) ?? 0) >= least)) return tried;
  }
  return null;
}

function rgb(colour: string): Rgb {
  const full = colour.length === 4 ? colour.replace(/[\da-f]/gi, '$&$&') : colour;
  const part = (at: number): number => Number.parseInt(full.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

const hex = (parts: readonly number[]): string =>
  `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

function luminance(parts: Rgb): number {
  const [r, g, b] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
