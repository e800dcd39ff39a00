import type { Place, Problem } from '../model/problem.js';
import type { Located } from './locate.js';
import { shown } from './quote.js';
import { didYouMean } from './suggest.js';

/** What is wrong with `theme` in `site.yaml`. */

/** Null where nothing near is known: it is a token of the site's own style sheets then. */
export function unknownToken(place: Located, name: string, known: readonly string[]): Problem | null {
  const meant = didYouMean(name, known);
  if (meant === null) return null;
  return {
    ...place,
    code: 'unknown-token',
    severity: 'warning',
    message: `\`${shown(name)}\` is no token of the theme. Did you mean \`${meant}\`?`,
    hint: `Write \`${meant}\`. A token of your own style sheets is better given a name that is farther from the theme's.`,
  };
}

export const tokenValue = (place: Located, name: string, value: string, colour: boolean): Problem => ({
  ...place,
  code: 'token-value',
  severity: 'error',
  message: colour
    ? `\`${shown(value)}\` is no colour that \`${name}\` can have: browsers would leave the rule out, or nobody could check that words are read on it.`
    : `\`${shown(value)}\` can’t stand in a style sheet as the value of \`${shown(name)}\`.`,
  hint: colour
    ? 'Write it with `#` and six figures, in quotes: `"#b3131b"`.'
    : 'Write one value without `;`, braces, `<`, `>` or backslashes, such as `Georgia, serif` or `1.5rem`.',
});

export interface Contrast {
  readonly name: string;
  readonly colour: string;
  readonly ground: string;
  readonly on: string;
  readonly ratio: number;
  /** The nearest colour that would do. */
  readonly better: string | null;
  readonly scheme: 'light' | 'dark';
}

export const lowContrast = (
  place: Located,
  { name, colour, ground, on, ratio, better, scheme }: Contrast,
): Problem => ({
  ...place,
  code: 'low-contrast',
  severity: 'warning',
  message: `Words in \`${name}\` (${shown(colour)}) stand on \`${ground}\` (${shown(on)}) with a contrast of ${Math.floor(ratio * 100) / 100}:1 in ${scheme} mode. Many readers need 4.5:1.`,
  hint:
    better === null
      ? 'Choose the two farther apart: one light, one dark.'
      : `The nearest \`${name}\` that can be read on all its grounds is \`"${better}"\`.`,
});

export const fontFormat = (place: Located, file: string): Problem => ({
  ...place,
  code: 'font-format',
  severity: 'error',
  message: `\`${shown(file)}\` is no WOFF2 file. Fonts of other kinds are two to four times as large, or browsers don't read them.`,
  hint: 'Take the `.woff2` of the typeface; packages of @fontsource have it for each script and weight.',
});

export const themeFileMissing = (place: Place, option: string, path: string): Problem => ({
  ...place,
  code: 'theme-file-missing',
  severity: 'warning',
  message: `\`${option}\` names \`${shown(path)}\`, which is not there. The site goes without it.`,
  hint: 'Put the file into content/media/ and write its path from there: `/media/NAME`.',
});
