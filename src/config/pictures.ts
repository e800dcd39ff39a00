import type { PicturesConfig } from '../model/picture.js';
import type { Problem } from '../model/problem.js';
import { invalidColour } from '../problems/config.js';
import type { Located } from '../problems/locate.js';
import { type PictureOptions, pictureParts } from '../schema/pictures.js';
import type { Path } from './fit.js';

/** The theme's own, by the beginning of a section's address. */
const COLOURS: { readonly [section: string]: string } = {
  politics: '#6b2d82',
  business: '#11665b',
  economy: '#11665b',
  science: '#00627a',
  environment: '#00627a',
  technology: '#00627a',
  culture: '#8a5a00',
  arts: '#8a5a00',
  sport: '#1f6f2e',
  sports: '#1f6f2e',
  opinion: '#a34a00',
  default: '#b3131b',
};

/** What `site.yaml` says of pictures; null where they are published as they are. */
export function readPictures(
  written: boolean | PictureOptions,
  placeOf: (path: Path) => Located,
  problems: Problem[],
): PicturesConfig | null {
  if (written === false) return null;
  const options = written === true ? pictureParts.parse({}) : written;
  const colours: Record<string, string> = { ...COLOURS };
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
