import type { Config } from '../model/config.js';
import type { Problem } from '../model/problem.js';
import { relatedCounts } from '../problems/config.js';
import type { Located } from '../problems/locate.js';
import { foldParts, type SiteOptions } from '../schema/site.js';
import type { Path } from './fit.js';

/** How lists of related news are made and shown. */
export function readRelated(
  { count, pageCount, pages, fold }: SiteOptions['related'],
  placeOf: (path: Path) => Located,
  problems: Problem[],
): Config['related'] {
  const shown = relatedPages(pages);
  if (shown !== 'none' && count > pageCount)
    problems.push(relatedCounts(placeOf(['related', 'count']), count, pageCount));
  return {
    count,
    pageCount: Math.max(count, pageCount),
    pages: shown,
    fold: fold === true ? foldParts.parse({}) : fold === false ? null : fold,
  };
}

function relatedPages(pages: SiteOptions['related']['pages']): Config['related']['pages'] {
  if (typeof pages !== 'string') return pages;
  if (pages === 'all' || pages === 'none') return pages;
  return { recent: Number(pages.slice(pages.indexOf(':') + 1)) };
}
