import type { FileOutput } from '../../model/page.js';
import type { Site } from '../../model/site.js';
import { outputPath } from '../../text/urls.js';

const STATIC_FOLDER = 'content/static/';

/** A file of the theme: its name below `templates/assets/`. */
export interface ThemeAsset {
  readonly name: string;
  /** Path of the source, absolute or from the site's root. */
  readonly source: string;
}

/** The url of a file of `content/static/`: the same path, from the site's top. */
export const staticUrl = (file: string): string => `/${file.slice(STATIC_FOLDER.length)}`;

/** The url of a theme's file. */
export const assetUrl = (name: string): string => `/assets/${name}`;

/** The files that are published as they stand: the newsroom's own first, since pages link to them. */
export function planFiles(
  site: Site,
  statics: readonly string[],
  assets: readonly ThemeAsset[],
): FileOutput[] {
  return [
    ...assets.map((asset) => ({ path: outputPath(assetUrl(asset.name)), source: asset.source })),
    ...site.media.map((media) => ({ path: outputPath(media.url), source: media.file })),
    ...statics.map((file) => ({ path: outputPath(staticUrl(file)), source: file })),
  ].map((output) => ({ ...output, phase: 'asset' as const }));
}
