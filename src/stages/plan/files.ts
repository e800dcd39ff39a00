import type { FileOutput } from '../../model/page.js';
import type { Site } from '../../model/site.js';
import { ASSETS } from '../../text/assets.js';
import { outputPath } from '../../text/urls.js';

const STATIC_FOLDER = 'content/static/';

/** A file of the theme: its name below `templates/assets/`. */
export interface ThemeAsset {
  readonly name: string;
  /** Path of the source, absolute or from the site's root. */
  readonly source: string;
  /** Where it is published, below `assets/`. */
  readonly path: string;
  /** What is published; null: the file as it stands. */
  readonly text: string | null;
}

/** The url of a file of `content/static/`: the same path, from the site's top. */
export const staticUrl = (file: string): string => `/${file.slice(STATIC_FOLDER.length)}`;

/** The url of a theme's file. */
export const assetUrl = ({ path }: Pick<ThemeAsset, 'path'>): string => `/${ASSETS}${path}`;

/** The files that are published as they stand: the newsroom's own first, since pages link to them. */
export function planFiles(
  site: Site,
  statics: readonly string[],
  assets: readonly ThemeAsset[],
): FileOutput[] {
  return [
    ...assets.map(({ path, source, text }) => ({ path: ASSETS + path, source, text })),
    ...site.media.map((media) => ({ path: outputPath(media.url), source: media.file, text: null })),
    ...statics.map((file) => ({ path: outputPath(staticUrl(file)), source: file, text: null })),
  ].map((output) => ({ ...output, phase: 'asset' as const }));
}
