import type { PlannedPage } from '../../model/page.js';
import type { Site, Stories } from '../../model/site.js';
import { breakingFragment } from './fragments.js';
import { frontPage } from './groups.js';
import { homePage } from './home.js';

/** The pages on which the clock or a curated front decides what stands where: these alone change by themselves. */
export function* curatedPages(site: Site, stories: Stories): Generator<PlannedPage> {
  yield homePage(site, stories);
  yield breakingFragment(site);
  for (const section of site.sections)
    if (site.fronts.has(section.slug)) yield frontPage(site, section, stories);
}
