import type { CssKind } from '../text/css-value.js';

/*
 * The colours of the theme that comes with Dateline, as `templates/assets/tokens.css` has them (a test compares): what a
 * newsroom's own are checked beside.
 */

export type Palette = Readonly<Record<string, string>>;

export const LIGHT: Palette = {
  paper: '#fff',
  tint: '#f7f6f3',
  ink: '#16181d',
  'ink-2': '#4a4e57',
  'ink-3': '#62666f',
  hairline: '#d9d7d1',
  red: '#b3131b',
  'on-red': '#fff',
  link: '#0b5394',
  visited: '#5b3a8c',
  focus: '#0b5fff',
  'opinion-ground': '#fbf3ea',
  'paid-ground': '#eeece6',
  politics: '#6b2d82',
  business: '#11665b',
  science: '#00627a',
  culture: '#8a5a00',
  sport: '#1f6f2e',
  opinion: '#a34a00',
};

export const DARK: Palette = {
  paper: '#14161a',
  tint: '#1d2026',
  ink: '#e6e4df',
  'ink-2': '#b6b8bd',
  'ink-3': '#9a9da4',
  hairline: '#33373f',
  red: '#ff8a80',
  'on-red': '#14161a',
  link: '#8ab8f0',
  visited: '#c3a6f0',
  focus: '#8ab8ff',
  'opinion-ground': '#211c16',
  'paid-ground': '#24262a',
  politics: '#cfa3e6',
  business: '#6ccbb9',
  science: '#7cc7e0',
  culture: '#e3b866',
  sport: '#86cf8f',
  opinion: '#f4a259',
};

const EVERYWHERE = ['paper', 'tint'];
const SECTIONS = ['politics', 'business', 'science', 'culture', 'sport'];

/** The grounds on which words of a colour stand. */
export const GROUNDS: Readonly<Record<string, readonly string[]>> = {
  ink: [...EVERYWHERE, 'opinion-ground', 'paid-ground'],
  'ink-2': [...EVERYWHERE, 'opinion-ground', 'paid-ground'],
  'ink-3': [...EVERYWHERE, 'opinion-ground', 'paid-ground'],
  link: [...EVERYWHERE, 'opinion-ground', 'paid-ground'],
  visited: EVERYWHERE,
  red: EVERYWHERE,
  'on-red': ['red'],
  opinion: [...EVERYWHERE, 'opinion-ground'],
  ...Object.fromEntries(SECTIONS.map((name) => [name, EVERYWHERE])),
};

const SIZES = ['name', 'lead', 'bare', 'h1', 'l', 'm', 's', 'standfirst', 'body', 'quote', 'ui', 'small'];

const all = (names: readonly string[], kind: CssKind): Readonly<Record<string, CssKind>> =>
  Object.fromEntries(names.map((name) => [name, kind]));

/** Tokens that are no colours, and what each is. */
export const OTHERS: Readonly<Record<string, CssKind>> = {
  ...all(['head', 'text', 'ui', 'mono'], 'faces'),
  ...all([...SIZES.map((name) => `size-${name}`), 'margin', 'gutter', 'page', 'measure'], 'length'),
  ...all(['lh-head', 'lh-text', 'head-scale', 'text-scale'], 'number'),
  track: 'spacing',
  slant: 'slant',
  dot: 'string',
};
