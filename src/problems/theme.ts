import type { Place, Problem } from '../model/problem.js';
import type { CssKind } from '../text/css-value.js';
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

/** What a token wants, and how that is written. */
const WANTED: Readonly<Record<'colour' | CssKind, readonly [what: string, remedy: string]>> = {
  colour: [
    'no colour that it can have: browsers would leave the rule out, or nobody could check that words are read on it',
    'Write it with `#` and six figures, in quotes: `"#b3131b"`.',
  ],
  length: [
    'no length, so that browsers would leave out the rules that use it',
    'Write a number and its unit without a space between them, such as `1.5rem` or `0px`; or `clamp(1.5rem, 1.2rem + 1vw, 2rem)`, `calc(…)`, `var(--…)`.',
  ],
  spacing: [
    'no distance between letters, so that browsers would leave out the rules that use it',
    'Write `0`, or a number and its unit without a space between them, such as `-0.01em`.',
  ],
  number: [
    'no plain number, so that browsers would leave out the rules that use it',
    'Write a number without a unit, such as `1.5`.',
  ],
  faces: [
    'no list of typefaces, so that browsers would leave out the rules that use it',
    'Put names that hold figures or signs in quotes, close each quote, and write commas between names alone: `\'"Source Serif 4", Georgia, serif\'`.',
  ],
  slant: ['no slant of letters', 'Write `italic` or `normal`.'],
  string: ['no sign in quotes of its own', 'Write the sign in two kinds of quotes: `\'"·"\'`.'],
  any: [
    'nothing that can stand in a style sheet',
    'Write one value without `;`, braces, `<`, `>` or backslashes, and close each quote and bracket in it.',
  ],
};

export function tokenValue(place: Located, name: string, value: string, kind: 'colour' | CssKind): Problem {
  const [what, remedy] = WANTED[kind];
  return {
    ...place,
    code: 'token-value',
    severity: 'error',
    message: `The value of \`${shown(name)}\` is \`${shown(value)}\`, which is ${what}.`,
    hint: remedy,
  };
}

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

/** @param held what the file is instead; null: no font at all. */
export const fontContent = (place: Place, file: string, held: string | null): Problem => ({
  ...place,
  code: 'font-format',
  severity: 'error',
  message: `\`${shown(file)}\` is named as a WOFF2 file, but what it holds is ${held ?? 'no font'}, so that browsers would not show it or load far more than they need.`,
  hint: 'Take the `.woff2` of the typeface; giving another file that name does not make it one.',
});

export const themeFileMissing = (place: Place, option: string, path: string): Problem => ({
  ...place,
  code: 'theme-file-missing',
  severity: 'warning',
  message: `\`${option}\` names \`${shown(path)}\`, which is not there. The site goes without it.`,
  hint: 'Put the file into content/media/ and write its path from there: `/media/NAME`.',
});
