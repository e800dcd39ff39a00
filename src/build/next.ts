import type { NextChange } from '../model/page.js';
import type { Site, Stories } from '../model/site.js';
import type { Assembled } from '../stages/assemble/index.js';
import { curatedPages } from '../stages/plan/index.js';
import { outputMoments } from './outputs.js';

/**
 * The first moment after this build at which any byte of the site would differ, with nothing else having changed. What
 * may show or not, as the end of breaking news that did not lead, is tried: the pages that could show it are planned
 * for then and compared.
 *
 * @param kept when files go that are kept for pages under way
 */
export function nextChange(
  { site, moments, frontsAt }: Assembled,
  stories: Stories,
  kept: readonly number[] = [],
): NextChange {
  const gone = kept.map((ms) => ({ ms, reason: 'asset' }) as const);
  const others = [...outputMoments(site), ...gone].map((moment) => ({ ...moment, certain: true }));
  const all = [...moments, ...others]
    .filter(({ ms }) => ms > site.now)
    .sort((a, b) => a.ms - b.ms || Number(b.certain) - Number(a.certain));
  let shown: string | null = null;
  const tried = new Set<number>();
  for (const { ms, reason, certain } of all) {
    if (!certain) {
      if (tried.has(ms)) continue;
      tried.add(ms);
      shown ??= fronts(site, stories);
      if (fronts({ ...site, now: ms, fronts: frontsAt(ms) }, stories) === shown) continue;
    }
    return { at: new Date(ms).toISOString(), reason };
  }
  return { at: null, reason: null };
}

const fronts = (site: Site, stories: Stories): string =>
  JSON.stringify([...curatedPages(site, stories)].map((page) => page.make().view));
