import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bidi } from 'bidi-js';
import type { Shaper } from '../../stages/pictures/index.js';
import { unpackWoff } from './woff.js';

/** By what they cover; of characters that several have, the first one's are taken. */
const FONTS = [
  'noto-sans-latin',
  'noto-sans-latin-ext',
  'noto-sans-vietnamese',
  'noto-sans-greek',
  'noto-sans-cyrillic',
  'noto-sans-cyrillic-ext',
  'noto-sans-arabic-arabic',
  'noto-sans-sc-chinese-simplified',
];

/** Joiners, marks of direction and the like: they shape what is around them and have no glyph. */
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]$/u;
const HAN = /\p{Script=Han}/u;
/** Han letters have other shapes there than our font has. */
const OTHER_HAN = /^(?:ja|ko|zh-(?:hant|tw|hk|mo))(?:-|$)/i;

/** Signs that Chinese writes as wide as its letters, and others don't. */
const WIDE = /^[“”‘’…—·]$/u;
const CHINESE = /^zh(?:-|$)/i;

const MOST_WIDTHS = 2000;

interface Run {
  readonly text: string;
  readonly font: number;
  readonly level: number;
}

/** Shapes texts by HarfBuzz, in the order of Unicode's bidirectional algorithm, with the fonts of the package. */
export async function createShaper(folder: string): Promise<Shaper> {
  const [hb, bidi] = await Promise.all([import('harfbuzzjs'), loadBidi()]);
  const fonts = FONTS.map((name) => {
    const woff = readFileSync(join(folder, `${name}-700-normal.woff`));
    const face = new hb.Face(new hb.Blob(unpackWoff(woff)));
    return { font: new hb.Font(face), upem: face.upem, covers: new Set(face.collectUnicodes()) };
  });
  const glyphs = new Map<string, string>();
  const widths = new Map<string, number | null>();

  /** Parts of one font and one direction, from left to right; null where a character is in no font. */
  const runsOf = (text: string, lang: string, dir: 'ltr' | 'rtl'): Run[] | null => {
    if (OTHER_HAN.test(lang) && HAN.test(text)) return null;
    const chinese = CHINESE.test(lang) && HAN.test(text);
    const { levels } = bidi.getEmbeddingLevels(text, dir);
    const runs: { text: string; font: number; level: number }[] = [];
    let at = 0;
    for (const char of text) {
      const level = levels[at] ?? 0;
      at += char.length;
      const code = char.codePointAt(0) ?? 0;
      const last = runs.at(-1);
      const wide = chinese && WIDE.test(char);
      const stays = last !== undefined && !wide && (UNSEEN.test(char) || fonts[last.font]?.covers.has(code));
      const font = wide
        ? fonts.length - 1
        : stays
          ? last.font
          : fonts.findIndex(({ covers }) => covers.has(code));
      if (font === -1) {
        if (!UNSEEN.test(char)) return null;
        continue;
      }
      if (last?.font === font && last.level === level) last.text += char;
      else runs.push({ text: char, font, level });
    }
    return inSight(runs);
  };

  const shaped = ({ text, font, level }: Run, lang: string) => {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.setDirection(level % 2 === 1 ? hb.Direction.RTL : hb.Direction.LTR);
    buffer.guessSegmentProperties();
    buffer.setLanguage(lang);
    const own = fonts[font];
    if (own === undefined) throw new Error('There is no such font.');
    hb.shape(own.font, buffer);
    return { own, glyphs: buffer.getGlyphInfosAndPositions() };
  };

  const widthOf = (text: string, lang: string, dir: 'ltr' | 'rtl'): number | null => {
    const runs = runsOf(text, lang, dir);
    if (runs === null) return null;
    let width = 0;
    for (const run of runs) {
      const { own, glyphs: line } = shaped(run, lang);
      for (const { xAdvance = 0 } of line) width += xAdvance / own.upem;
    }
    return width;
  };

  return {
    width(text, lang, dir) {
      const name = `${lang} ${dir} ${text}`;
      let width = widths.get(name);
      if (width === undefined) {
        width = widthOf(text, lang, dir);
        // The lines of a headline are measured over and over while the next one's are not known yet.
        if (widths.size >= MOST_WIDTHS) widths.clear();
        widths.set(name, width);
      }
      return width;
    },
    outlines(text, size, lang, dir) {
      let svg = '';
      let x = 0;
      for (const run of runsOf(text, lang, dir) ?? []) {
        const { own, glyphs: line } = shaped(run, lang);
        const scale = size / own.upem;
        for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of line) {
          const name = `${run.font} ${codepoint}`;
          let path = glyphs.get(name);
          if (path === undefined) {
            path = own.font.glyphToPath(codepoint);
            glyphs.set(name, path);
          }
          if (path !== '') {
            const place = `${fixed(x + xOffset * scale)} ${fixed(-yOffset * scale)}`;
            svg += `<path transform="translate(${place}) scale(${fixed(scale, 6)} ${fixed(-scale, 6)})" d="${path}"/>`;
          }
          x += xAdvance * scale;
        }
      }
      return svg;
    },
  };
}

/** The package is CommonJS, and its types say that it is not. */
async function loadBidi(): Promise<Bidi> {
  const { default: factory }: { readonly default: unknown } = await import('bidi-js');
  if (!isFactory(factory)) throw new Error('bidi-js has changed its form.');
  return factory();
}

const isFactory = (value: unknown): value is () => Bidi => typeof value === 'function';

const fixed = (value: number, digits = 2): string => String(Number(value.toFixed(digits)));

/** Runs as they stand from left to right (rule L2 of the algorithm). */
function inSight<T extends { readonly level: number }>(runs: readonly T[]): T[] {
  const order = [...runs];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      if ((order[start]?.level ?? 0) < level) continue;
      let end = start;
      while ((order[end + 1]?.level ?? 0) >= level) end += 1;
      order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return order;
}
