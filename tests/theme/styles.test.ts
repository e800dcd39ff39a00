import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DARK, GROUNDS, LIGHT, OTHERS, type Palette } from '../../src/config/palette.js';
import { contrast } from '../../src/text/colour.js';
import { assets, FOLDER, templates } from './sample.js';

const plain = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '');
const read = (name: string): string => plain(readFileSync(join(FOLDER, 'assets', name), 'utf8'));
const tokens = read('tokens.css');
/** What is published as one file, and the style sheets that are in it. */
const bundles = new Map(
  ['dateline.css', 'reading.css'].map((name) => [
    name,
    [...read(name).matchAll(/^@import "([\w.-]+\.css)";$/gm)].map(([, sheet = '']) => sheet),
  ]),
);
/** Style sheets of pages; that of feeds is by itself. */
const sheets = assets.filter((name) => name.endsWith('.css') && name !== 'feed.css' && !bundles.has(name));
const styles = sheets
  .filter((name) => name !== 'tokens.css' && name !== 'fonts.css')
  .map(read)
  .join('\n');

/** Tokens that are colours, as the light palette has them and as the dark one does. */
const [light = '', dark = ''] = tokens.split('@media screen and (prefers-color-scheme: dark)');
const colours = (css: string): Palette =>
  Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex]));

/** What a kind of page loads. */
const linked = (name: string): readonly string[] =>
  ['base.njk', name]
    .flatMap((file) => [...(templates.get(file) ?? '').matchAll(/asset\('(\w+\.css)'\)/g)])
    .flatMap(([, sheet = '']) => bundles.get(sheet) ?? [sheet]);

describe('styles of the theme', () => {
  it('never say left or right, so that every page mirrors', () => {
    expect(
      styles.match(/\b(?:left|right)\s*:|(?:margin|padding|border)-(?:left|right)|:\s*(?:left|right)\s*;/g),
    ).toBeNull();
  });

  it('use no token that is not defined', () => {
    const defined = new Set([...(tokens + styles).matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
    for (const [, name] of (tokens + styles).matchAll(/var\((--[\w-]+)/g)) expect(defined).toContain(name);
  });

  it('keep their colours in the tokens', () => {
    expect(styles.match(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/gi)).toBeNull();
  });

  it('load nothing but the fonts that lie beside them', () => {
    expect(tokens + styles).not.toMatch(/url\(|@import/);
    const fonts = [...read('fonts.css').matchAll(/url\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(fonts.length).toBe(assets.filter((name) => name.endsWith('.woff2')).length);
    for (const name of fonts) expect(assets).toContain(name);
  });

  it('are put together from sheets that are there, with nothing beside them', () => {
    for (const [name, inside] of bundles) {
      expect(
        read(name)
          .split('\n')
          .filter((line) => line.trim() !== ''),
        name,
      ).toHaveLength(inside.length);
      for (const sheet of inside) expect(sheets).toContain(sheet);
    }
    expect(bundles.get('dateline.css')?.[0]).toBe('tokens.css');
  });

  it('are of a length that one can read', () => {
    for (const name of sheets) expect(read(name).split('\n').length, name).toBeLessThan(250);
  });

  it('have no rule for a class that nothing prints', () => {
    const printed = [
      ...templates.values(),
      readFileSync(join(FOLDER, 'assets/live.js'), 'utf8'),
      ...[
        'quotes',
        'blocks',
        'render',
        'marks',
        'embeds',
        'rules/fences',
        'figures',
        'inline',
        'rules/footnotes',
      ].map((name) =>
        readFileSync(new URL(`../../src/stages/parse/markdown/${name}.ts`, import.meta.url), 'utf8'),
      ),
      ...['chart', 'body', 'filters'].map((name) =>
        readFileSync(new URL(`../../src/stages/render/${name}.ts`, import.meta.url), 'utf8'),
      ),
      readFileSync(new URL('../../src/stages/parse/run-in.ts', import.meta.url), 'utf8'),
    ].join('\n');
    // Made of a word and a name: `kind-live`, `page-home`, `ground-opinion`, `of-3`, `s2` of a chart, the sides of a table's columns.
    const made = /^(?:kind|page|ground|of)-|^s\d$|^(?:center|right)$/;
    const classes = new Set([...styles.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name));
    const unused = [...classes].filter(
      (name) => !made.test(name) && !new RegExp(`\\b${name}\\b`).test(printed),
    );
    expect(unused).toEqual([]);
  });

  it.each(['home.njk', 'front.njk', 'article.njk', 'page.njk'])(
    'of %s stay under 12 KB on the wire, before anything is made smaller',
    (name) => {
      const sheets = linked(name);
      expect(sheets.length).toBeGreaterThan(7);
      const bytes = sheets.map((sheet) => gzipSync(read(sheet)).length).reduce((sum, size) => sum + size, 0);
      expect(bytes).toBeLessThan(12 * 1024);
    },
  );

  it('have the palettes that a newsroom’s own colours are checked beside, and the tokens that it may set', () => {
    expect(LIGHT).toEqual(colours(light));
    expect(DARK).toEqual(colours(dark));
    const names = [...tokens.matchAll(/--([\w-]+):/g)].map(([, name = '']) => name);
    expect([...new Set(names)].filter((name) => name !== 'section').sort()).toEqual(
      [...Object.keys(LIGHT), ...Object.keys(OTHERS)].sort(),
    );
  });

  it.each([
    ['light', colours(light)],
    ['dark', colours(dark)],
  ])('%s: every colour of words keeps 4.5:1 on each of its grounds', (_, palette) => {
    for (const [word, grounds] of Object.entries(GROUNDS)) {
      for (const ground of grounds)
        expect(
          contrast(palette[word] ?? '', palette[ground] ?? ''),
          `${word} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('print in the light palette whatever the screen shows', () => {
    expect(tokens).not.toMatch(/@media \(prefers-color-scheme: dark\)/);
    expect(templates.get('base.njk')).toContain('print.css\') }}" media="print">');
  });
});
