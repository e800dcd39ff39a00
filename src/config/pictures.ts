import type { Token } from '../model/look.js';
import type { PicturesConfig } from '../model/picture.js';
import type { Problem } from '../model/problem.js';
import { invalidColour } from '../problems/config/values.js';
import type { Located } from '../problems/locate.js';
import { type PictureOptions, pictureParts } from '../schema/site/pictures.js';
import type { Path } from './fit.js';
import { LIGHT } from './palette.js';

/** The token in which the theme sets the name of a section, by the beginning of its address. */
const TOKENS: { readonly [section: string]: string } = {
  politics: 'politics',
  business: 'business',
  economy: 'business',
  science: 'science',
  environment: 'science',
  technology: 'science',
  culture: 'culture',
  arts: 'culture',
  sport: 'sport',
  sports: 'sport',
  opinion: 'opinion',
  default: 'red',
};

/**
 * What `site.yaml` says of pictures; null where they are published as they are.
 *
 * @param brand the newsroom's own colours: cards are drawn in them, too
 */
export function readPictures(
  written: boolean | PictureOptions,
  brand: readonly Token[],
  placeOf: (path: Path) => Located,
  problems: Problem[],
): PicturesConfig | null {
  if (written === false) return null;
  const options = written === true ? pictureParts.parse({}) : written;
  const own = new Map(brand.map(({ name, value }) => [name, wholeColour(value)]));
  const colours: Record<string, string> = {};
  for (const [section, token] of Object.entries(TOKENS)) {
    const colour = own.get(token) ?? LIGHT[token];
    if (colour !== undefined) colours[section] = colour;
  }
  for (const [section, colour] of Object.entries(options.colours)) {
    const whole = wholeColour(colour);
    if (whole === null)
      problems.push(invalidColour(placeOf(['pictures', 'colours', section]), section, colour));
    else colours[section.replace(/^\/|\/$/g, '')] = whole;
  }
  return {
    widths: [...new Set(options.widths)].sort((a, b) => a - b),
    formats: ['avif', 'webp'].flatMap((name) => options.formats.find((format) => format === name) ?? []),
    quality: options.quality,
    cards: cardsOf(options.cards),
    colours,
  };
}

function cardsOf(written: PictureOptions['cards']): PicturesConfig['cards'] {
  if (typeof written !== 'string') return written;
  if (written === 'all' || written === 'none') return written;
  return { recent: Number(written.slice(written.indexOf(':') + 1)) };
}

/** `#1f6` and `#11FF66` as `#11ff66`. */
function wholeColour(colour: string): string | null {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  return `#${digits.length === 6 ? digits : digits.replace(/./g, '$&$&')}`;
}
