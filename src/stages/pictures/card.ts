import { linesOf } from './lines.js';
import { CARD } from './plan.js';

/** What stands on the card of a story. */
export interface CardText {
  readonly headline: string;
  readonly section: string | null;
  readonly site: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Ground of the card, `#rrggbb`. */
  readonly colour: string;
}

/** Draws texts as outlines, from fonts of our own, so that no font of the machine has a say. */
export interface Shaper {
  /** How wide a text is, in ems; null where there is no glyph for a part of it. */
  width(text: string, lang: string, dir: CardText['dir']): number | null;
  /** The outlines of one line, from its left end on the baseline, as SVG. */
  outlines(text: string, size: number, lang: string, dir: CardText['dir']): string;
}

const MARGIN = 80;
const ROOM = CARD.width - 2 * MARGIN;
const SIZES = [88, 80, 72, 64, 56, 48];
const SMALL = 34;
/** Where the headline begins and where it must end. */
const [TOP, BOTTOM] = [160, 486];

/** Lines of scripts whose letters reach far up and down, or are full, stand farther apart. */
const leading = (text: string): number =>
  /\p{Script=Arabic}/u.test(text) ? 1.4 : /\p{Script=Han}/u.test(text) ? 1.3 : 1.15;

/** The card of a story as SVG without text, only shapes; null where the fonts can't write it. */
export function drawCard(text: CardText, shaper: Shaper): string | null {
  const { lang, dir, site } = text;
  const headline = plain(text.headline);
  const measure = (words: string): number | null => shaper.width(words, lang, dir);
  const set = headline === '' ? null : setIn(headline, lang, measure);
  const section = text.section === null ? null : shortened(plain(text.section), SMALL, measure);
  const name = shortened(plain(site), SMALL, measure);
  if (set === null || name === null || (text.section !== null && section === null)) return null;
  const ink = inkOn(text.colour);
  const line = (words: string, size: number, y: number): string => {
    const width = (measure(words) ?? 0) * size;
    const x = dir === 'rtl' ? CARD.width - MARGIN - width : MARGIN;
    return `<g transform="translate(${round(x)} ${round(y)})">${shaper.outlines(words, size, lang, dir)}</g>`;
  };
  const step = set.size * leading(headline);
  // Without a section the headline hangs a little higher.
  const first = TOP + set.size * (leading(headline) > 1.2 ? 0.95 : 0.8) - (section === null ? 40 : 0);
  const rule = CARD.height - 118;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">`,
    `<rect width="${CARD.width}" height="${CARD.height}" fill="${text.colour}"/>`,
    `<rect x="${MARGIN}" y="${rule}" width="${ROOM}" height="3" fill="${ink}" fill-opacity="0.5"/>`,
    `<g fill="${ink}">`,
    section === null ? '' : line(section, SMALL, 116),
    ...set.lines.map((words, i) => line(words, set.size, first + i * step)),
    line(name, SMALL, CARD.height - 58),
    '</g></svg>',
  ].join('');
}

/** The largest size at which a headline fits, with its lines; the rest of a very long one goes. */
function setIn(
  headline: string,
  lang: string,
  measure: (words: string) => number | null,
): { readonly size: number; readonly lines: readonly string[] } | null {
  if (measure(headline) === null) return null;
  for (const size of SIZES) {
    const smallest = size === SIZES.at(-1);
    const most = Math.floor((BOTTOM - TOP) / (size * leading(headline)));
    const lines = linesOf(headline, lang, ROOM / size, (words) => measure(words) ?? 0, smallest);
    const whole = lines.length <= most && lines.every((words) => (measure(words) ?? 0) * size <= ROOM);
    if (whole) return { size, lines };
    if (!smallest) continue;
    const last = shortened(`${lines[most - 1] ?? ''} ${lines[most] ?? ''}`.trim(), size, measure);
    return last === null ? null : { size, lines: [...lines.slice(0, most - 1), last] };
  }
  return null;
}

/** As much of a line as there is room for, with "…" where some of it goes. */
function shortened(text: string, size: number, measure: (words: string) => number | null): string | null {
  const width = measure(text);
  if (width === null || width * size <= ROOM) return width === null ? null : text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    const cut = measure(`${letters.slice(0, middle).join('').trimEnd()}…`);
    if (cut === null) return null;
    if (cut * size <= ROOM) low = middle;
    else high = middle;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}

/** Without pictures among the letters, which no outline font has, and with single spaces. */
const plain = (text: string): string =>
  text
    .replace(
      /(?![©®™])\p{Extended_Pictographic}|[\u{fe0f}\u{20e3}\u{1f3fb}-\u{1f3ff}\u{1f1e6}-\u{1f1ff}]/gu,
      '',
    )
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Black or white, whichever is read better on a colour (WCAG’s luminance). */
function inkOn(colour: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#111111' : '#ffffff';
}

const round = (value: number): number => Math.round(value * 100) / 100;
