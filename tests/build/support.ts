import type { Page } from '../../src/model/page.js';
import type { Site } from '../../src/model/site.js';
import { plan } from '../../src/stages/plan/index.js';
import { article, newsroom } from '../support/site.js';

/** The front page of a small newsroom, with a title of these words. */
export async function frontPageOf(words: string): Promise<{ readonly site: Site; readonly page: Page }> {
  const site = await newsroom({
    'content/articles/a.md': article('title: A\ndate: 2026-11-20'),
    'content/articles/b.md': article('title: B\ndate: 2026-11-21'),
  }).assembled();
  const stories = { firstOf: new Map(), versionsOf: new Map() };
  const home = [...plan(site, new Map(), stories)].find(({ url }) => url === '/')?.make();
  if (home === undefined) throw new Error('The site has no front page.');
  return { site, page: { ...home, view: { ...home.view, page: { ...home.view.page, title: words } } } };
}
