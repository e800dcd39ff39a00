import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FOLDER } from './sample.js';

const plain = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '');
const tokens = plain(readFileSync(join(FOLDER, 'assets/tokens.css'), 'utf8'));
const styles = plain(readFileSync(join(FOLDER, 'assets/site.css'), 'utf8'));

/** Tokens that are colours, as the light palette has them and as the dark one does. */
const [light = '', dark = ''] = tokens.split('@media screen and (prefers-color-scheme: dark)');
const colours = (css: string): Map<string, string> =>
  new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', hex = '']) => [name, hex]));

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

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

  it('ask no other server and load nothing but themselves', () => {
    expect(tokens + styles).not.toMatch(/url\(|@import/);
  });

  it('stay under 9 KB on the wire', () => {
    expect(gzipSync(tokens).length + gzipSync(styles).length).toBeLessThan(9 * 1024);
  });

  for (const [name, palette] of [
    ['light', colours(light)],
    ['dark', colours(dark)],
  ] as const) {
    it(`${name}: every colour of words keeps 4.5:1 on paper and on tint`, () => {
      const words = [
        'ink',
        'ink-2',
        'ink-3',
        'red',
        'link',
        'visited',
        'politics',
        'business',
        'science',
        'culture',
        'sport',
        'opinion',
      ];
      for (const ground of ['paper', 'tint']) {
        for (const word of words) {
          const ratio = contrast(palette.get(word) ?? '#000', palette.get(ground) ?? '#000');
          expect(ratio, `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
      }
      for (const [word, ground] of [
        ['opinion', 'opinion-ground'],
        ['ink', 'opinion-ground'],
        ['link', 'opinion-ground'],
        ['ink-3', 'opinion-ground'],
        ['ink', 'paid-ground'],
        ['ink-2', 'paid-ground'],
        ['ink-3', 'paid-ground'],
        ['on-red', 'red'],
      ]) {
        const ratio = contrast(palette.get(word ?? '') ?? '#000', palette.get(ground ?? '') ?? '#000');
        expect(ratio, `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    });
  }

  it('print in the light palette whatever the screen shows', () => {
    expect(tokens).not.toMatch(/@media \(prefers-color-scheme: dark\)/);
    expect(styles).toContain('@media print');
  });
});
