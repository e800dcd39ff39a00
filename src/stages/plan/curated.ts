import type { PlannedPage } from '../../model/page.js';
import type { Site, Stories } from '../../model/site.js';
import { frontId } from '../../text/languages.js';
import { breakingFragment } from './fragments.js';
import { frontPage } from './groups.js';
import { homePage } from './home.js';

/** The pages on which the clock or a curated front decides what stands where: these alone change by themselves. */
export function* curatedPages(site: Site, stories: Stories): Generator<PlannedPage> {
  const { now, fronts } = site;
  for (const one of site.languages) {
    const local = { ...one, now, fronts };
    yield homePage(local, stories);
    yield breakingFragment(local);
    for (const section of local.sections)
      if (fronts.has(frontId(local.config, section.slug))) yield frontPage(local, section, stories);
  }
}
