import type { Config } from '../model/config.js';
import type { Problem } from '../model/problem.js';
import { fontContent } from '../problems/theme.js';
import type { Discovered } from '../stages/discover/index.js';
import { staticUrl } from '../stages/plan/index.js';
import type { ReadPorts } from './ports.js';

/** Tells of files that `theme.fonts` names as WOFF2 and that hold something else: browsers would leave them out. */
export async function checkFonts(
  { look, spots }: Config,
  { media, statics }: Discovered,
  { files }: ReadPorts,
  place: Problem['file'],
): Promise<readonly Problem[]> {
  if (look.fonts.length === 0) return [];
  const fileOf = new Map([
    ...statics.map((file) => [staticUrl(file), file] as const),
    ...media.map(({ url, file }) => [url, file] as const),
  ]);
  const problems: Problem[] = [];
  for (const [i, font] of look.fonts.entries()) {
    const file = fileOf.get(font.file);
    if (file === undefined) continue;
    const held = String.fromCharCode(...(await files.read(file)).subarray(0, 4));
    if (held !== 'wOF2')
      problems.push(
        fontContent({ file: place, ...spots[`theme.fonts.${i}`] }, font.file, KINDS[held] ?? null),
      );
  }
  return problems;
}

/** What the first four bytes of a font say it is. */
const KINDS: { readonly [start: string]: string } = {
  wOFF: 'WOFF',
  OTTO: 'OpenType',
  '\0\x01\0\0': 'TrueType',
  true: 'TrueType',
  ttcf: 'a collection of typefaces',
};
