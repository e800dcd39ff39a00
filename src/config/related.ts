import type { Config } from '../model/config.js';
import type { Problem } from '../model/problem.js';
import { relatedCounts, unknownNeverSection } from '../problems/config/parts.js';
import type { Located } from '../problems/locate.js';
import { foldParts } from '../schema/site/related.js';
import type { SiteOptions } from '../schema/site.js';
import type { Path } from './fit.js';
import { sectionSlug } from './section-name.js';

/** How lists of related news are made and shown. */
export function readRelated(
  {
    count,
    pageCount,
    pages,
    minimum,
    newer,
    maxAge,
    never,
    series,
    reasons,
    translations,
    fold,
  }: SiteOptions['related'],
  sections: Config['sections'],
  slugs: Config['slugs'],
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
    minimum,
    newer,
    maxAge: maxAge ?? null,
    never: {
      sections: neverSections(never.sections, sections, slugs, placeOf, problems),
      kinds: never.kinds,
    },
    series,
    reasons,
    translations,
    fold: fold === true ? foldParts.parse({}) : fold === false ? null : fold,
  };
}

function neverSections(
  written: readonly string[],
  sections: Config['sections'],
  slugs: Config['slugs'],
  placeOf: (path: Path) => Located,
  problems: Problem[],
): string[] {
  const known = new Set(sections.map(({ slug }) => slug));
  return written.map((name, i) => {
    const slug = sectionSlug(name, sections, slugs);
    if (known.size > 0 && !known.has(slug))
      problems.push(unknownNeverSection(placeOf(['related', 'never', 'sections', i]), slug, [...known]));
    return slug;
  });
}

function relatedPages(pages: SiteOptions['related']['pages']): Config['related']['pages'] {
  if (typeof pages !== 'string') return pages;
  if (pages === 'all' || pages === 'none') return pages;
  return { recent: Number(pages.slice(pages.indexOf(':') + 1)) };
}
