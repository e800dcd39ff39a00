import type { PlannedPage } from '../../model/page.js';
import type { RelatedLists, Site, Stories } from '../../model/site.js';
import { siteArchivePages } from './archives.js';
import { articlePages } from './article.js';
import { fragmentPages } from './fragments.js';
import { groupPages } from './groups.js';
import { homePage } from './home.js';
import { correctionPages, gonePages, notFoundPage, redirectPages, standingPages } from './others.js';
import { searchPages } from './search.js';

export { curatedPages } from './curated.js';
export { assetUrl, planFiles, staticUrl } from './files.js';
export { fragmentPages, fragmentUrls } from './fragments.js';
export { siteView, siteViews } from './site-view.js';
export { templatesAsked } from './templates.js';

/**
 * Every page of the site, one at a time: a url, a template and how its view is made. Nothing is rendered or read here,
 * and the order is the order in which readers may get to see them.
 */
export function* plan(site: Site, lists: RelatedLists, stories: Stories): Generator<PlannedPage> {
  const { languages } = site;
  for (const local of languages) yield* articlePages(local, lists);
  for (const local of languages) yield* standingPages(local);
  for (const local of languages) yield* gonePages(local);
  for (const local of languages) yield* groupPages(local, stories);
  for (const local of languages) yield* siteArchivePages(local);
  for (const local of languages) yield* correctionPages(local);
  for (const local of languages) yield* searchPages(local);
  for (const local of languages) yield* fragmentPages(local, stories);
  for (const local of languages) yield homePage(local, stories);
  for (const local of languages) yield notFoundPage(local);
  yield* redirectPages(site);
}
