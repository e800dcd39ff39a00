import type { PlannedPage } from '../../model/page.js';
import type { RelatedLists, Site, Stories } from '../../model/site.js';
import { siteArchivePages } from './archives.js';
import { articlePages } from './article.js';
import { groupPages } from './groups.js';
import { homePage } from './home.js';
import { correctionPages, gonePages, notFoundPage, redirectPages, standingPages } from './others.js';
import { searchPages } from './search.js';

export { curatedPages } from './curated.js';
export { assetUrl, planFiles, staticUrl } from './files.js';
export { siteView } from './site-view.js';
export { templatesAsked } from './templates.js';

/**
 * Every page of the site, one at a time: a url, a template and how its view is made. Nothing is rendered or read here,
 * and the order is the order in which readers may get to see them.
 */
export function* plan(site: Site, lists: RelatedLists, stories: Stories): Generator<PlannedPage> {
  yield* articlePages(site, lists);
  yield* standingPages(site);
  yield* gonePages(site);
  yield* groupPages(site, stories);
  yield* siteArchivePages(site);
  yield* correctionPages(site);
  yield* searchPages(site);
  yield homePage(site, stories);
  yield notFoundPage(site);
  yield* redirectPages(site);
}
