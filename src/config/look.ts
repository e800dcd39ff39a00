import type { Look, ShareTarget, Token } from '../model/look.js';
import type { Problem } from '../model/problem.js';
import { invalidPath, unsafePath } from '../problems/config/values.js';
import type { Located } from '../problems/locate.js';
import { fontFormat, lowContrast, tokenValue, unknownToken } from '../problems/theme.js';
import type { ThemeOptions } from '../schema/site/theme.js';
import { contrast, isHex, readable } from '../text/colour.js';
import { isCssValue } from '../text/css-value.js';
import { climbs } from './address.js';
import type { Path } from './fit.js';
import { DARK, GROUNDS, LIGHT, OTHERS, type Palette } from './palette.js';

/** WCAG 2.2 AA for words of any size, and what a colour that is found for a newsroom keeps, with room. */
const LEAST = 4.5;
const ROOMY = 5.2;

/** Where readers can pass an article on to, unless the newsroom says otherwise. */
const SHARED: readonly ShareTarget[] = ['copy', 'email', 'whatsapp', 'facebook', 'bluesky'];

/** What stands behind a newsroom's own face where that is late or lacks a letter. */
const BEHIND = {
  head: 'Georgia, "Noto Serif", serif',
  text: 'Georgia, "Noto Serif", serif',
  ui: 'system-ui, sans-serif',
};

type PlaceOf = (path: Path, part?: 'key' | 'value') => Located;

/** Reads `theme` of `site.yaml`, and checks that words can be read in the newsroom's colours. */
export function readLook(theme: ThemeOptions, placeOf: PlaceOf, problems: Problem[]): Look {
  const { dark: darkValues = {}, ...values } = theme.brand ?? {};
  const fonts = theme.fonts ?? [];
  const brand = ['theme', 'brand'];
  const tokens = readTokens(values, brand, placeOf, problems);
  const onDark = readTokens(darkValues, [...brand, 'dark'], placeOf, problems);
  const light = tokens.filter(({ name }) => name in LIGHT);
  const dark = withDerived(onDark, light);
  checkContrast(light, LIGHT, 'light', (name) => placeOf([...brand, name]), problems);
  checkContrast(onDark, DARK, 'dark', (name) => placeOf([...brand, 'dark', name]), problems);
  checkFiles(theme, placeOf, problems);
  const faces = fonts.flatMap(({ family, for: use }): Token[] =>
    use === undefined ? [] : [{ name: use, value: `${JSON.stringify(family)}, ${BEHIND[use]}` }],
  );
  return {
    logo: theme.logo ?? null,
    logoDark: theme.logoDark ?? null,
    icon: theme.icon ?? null,
    fonts: fonts.map(({ family, file, weight, style }) => ({ family, file, weight, style })),
    tokens: [...faces, ...tokens.filter(({ name }) => !(name in LIGHT))],
    light,
    dark,
    paper: { light: paperIn(LIGHT, light), dark: paperIn(DARK, dark) },
    share: [...new Set(theme.share ?? SHARED)],
  };
}

/** The tokens whose values a style sheet can hold. One of the site's own, for its own styles, may be any. */
function readTokens(
  written: Readonly<Record<string, unknown>>,
  path: Path,
  placeOf: PlaceOf,
  problems: Problem[],
): Token[] {
  const known = [...Object.keys(LIGHT), ...Object.keys(OTHERS)];
  return Object.entries(written).flatMap(([name, given]) => {
    const value = String(given).trim();
    const place = placeOf([...path, name]);
    if (!known.includes(name)) {
      const problem = unknownToken(placeOf([...path, name], 'key'), name, known);
      if (problem !== null) problems.push(problem);
    }
    const kind = Object.hasOwn(LIGHT, name) ? 'colour' : Object.hasOwn(OTHERS, name) ? OTHERS[name] : 'any';
    const wrong = kind === 'colour' ? !isColour(value) : !isCssValue(value, kind ?? 'any');
    if (wrong) problems.push(tokenValue(place, name, value, kind ?? 'any'));
    return wrong || !/^[a-z][\w-]*$/i.test(name) ? [] : [{ name, value }];
  });
}

const isColour = (value: string): boolean =>
  isHex(value) ||
  (/^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|var)\(.*\)$/i.test(value) &&
    isCssValue(value, 'any'));

/** The dark colours with those of words that the newsroom has given for light grounds alone. */
function withDerived(dark: readonly Token[], light: readonly Token[]): Token[] {
  const palette = paletteOf(DARK, dark);
  const given = new Set(dark.map(({ name }) => name));
  const derived = light.flatMap(({ name, value }): Token[] => {
    const grounds = name === 'on-red' ? [] : (GROUNDS[name] ?? []);
    if (given.has(name) || grounds.length === 0) return [];
    const found = readable(
      value,
      grounds.map((ground) => palette[ground] ?? ''),
      ROOMY,
    );
    return found === null ? [] : [{ name, value: found }];
  });
  return [...dark, ...derived];
}

/** The paper's colour as a browser understands it outside of a style sheet, where there are no variables. */
function paperIn(theme: Palette, own: readonly Token[]): string {
  const written = paletteOf(theme, own).paper ?? '';
  return isHex(written) || /^(?:rgb|hsl)a?\(/i.test(written) ? written : (theme.paper ?? '#fff');
}

const paletteOf = (theme: Palette, own: readonly Token[]): Palette => ({
  ...theme,
  ...Object.fromEntries(own.map(({ name, value }) => [name, value])),
});

/** Tells of each colour of words that the newsroom's choice makes hard to read, on the worst of its grounds. */
function checkContrast(
  own: readonly Token[],
  theme: Palette,
  scheme: 'light' | 'dark',
  place: (name: string) => Located,
  problems: Problem[],
): void {
  const palette = paletteOf(theme, own);
  const chosen = new Set(own.map(({ name }) => name));
  const told = new Set<string>();
  for (const [name, grounds] of Object.entries(GROUNDS)) {
    const colour = palette[name] ?? '';
    const bad = grounds
      .filter((ground) => chosen.has(name) || chosen.has(ground))
      .map((ground) => ({ ground, colour: palette[ground] ?? '' }))
      .map((ground) => ({ ...ground, ratio: contrast(colour, ground.colour) ?? LEAST }))
      .filter(({ ratio }) => ratio < LEAST)
      .sort((a, b) => a.ratio - b.ratio)[0];
    // Words on a colour that is itself told of are told of with it.
    if (bad === undefined || told.has(bad.ground)) continue;
    told.add(name);
    const better = readable(
      colour,
      grounds.map((ground) => palette[ground] ?? ''),
      LEAST,
    );
    const facts = { name, colour, ground: bad.ground, on: bad.colour, ratio: bad.ratio, better, scheme };
    problems.push(lowContrast(place(chosen.has(name) ? name : bad.ground), facts));
  }
}

function checkFiles(theme: ThemeOptions, placeOf: PlaceOf, problems: Problem[]): void {
  const check = (name: string, value: string | undefined, path: Path): void => {
    if (value === undefined) return;
    if (climbs(value)) problems.push(unsafePath(placeOf(path), name, value));
    else if (!/^\/[^\s:]+$/.test(value)) problems.push(invalidPath(placeOf(path), name, value));
  };
  for (const name of ['logo', 'logoDark', 'icon'] as const)
    check(`theme.${name}`, theme[name], ['theme', name]);
  theme.fonts?.forEach(({ file }, i) => {
    const path = ['theme', 'fonts', i, 'file'];
    check('theme.fonts.file', file, path);
    if (!/\.woff2$/i.test(file)) problems.push(fontFormat(placeOf(path), file));
  });
}
