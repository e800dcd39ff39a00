import type { Site } from '../model/site.js';
import { isMarked } from '../text/assets.js';
import { byText } from '../text/order.js';
import type { Publication } from './ports.js';

const DAY_MS = 86_400_000;

/**
 * Keeps style sheets, scripts and fonts that the site has no more, for so long as `assets.keep` says: a page that a reader,
 * a cache or half an upload still has can ask for them. The manifest says of each when it goes, so that the time is the
 * same whatever is built in between.
 *
 * @returns when each goes, in milliseconds
 */
export async function keepAssets(
  publication: Publication,
  { config, now }: Pick<Site, 'config' | 'now'>,
  isPlanned: (path: string) => boolean,
): Promise<number[]> {
  const kept: number[] = [];
  const files = publication.previous?.files ?? {};
  for (const path of Object.keys(files).sort(byText)) {
    const entry = files[path];
    if (entry === undefined || isPlanned(path) || !isMarked(path, entry.hash)) continue;
    const latest = now + config.assets.keep * DAY_MS;
    const ms = Math.min(entry.until === undefined ? latest : Date.parse(entry.until), latest);
    if (ms > now && (await publication.keep(path, new Date(ms).toISOString()))) kept.push(ms);
  }
  return kept;
}
