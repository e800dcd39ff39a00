import type { Config } from '../../model/config.js';
import type { PlannedPage } from '../../model/page.js';
import type { Site, Stories } from '../../model/site.js';
import { withBase } from '../../text/urls.js';
import { pageView, planned } from './page-view.js';
import { createPicker } from './picker.js';

/** So many breaking stories at once are told over every page. */
const MOST_BREAKING = 3;

const LATEST = 6;

/**
 * Pieces of pages that change often and stand on many: what is breaking, and the newest stories. Each is a file of its own,
 * so that a new story changes it and no page.
 */
export function* fragmentPages(site: Site, stories: Stories): Generator<PlannedPage> {
  yield breakingFragment(site);
  const latest = { kind: 'latest', url: fragmentUrl(site.config, 'latest') } as const;
  yield planned(latest, () => {
    const picker = createPicker(site, stories);
    const articles = picker.take(site.entries, LATEST, ({ article }) => article.kind !== 'sponsored');
    return { view: { page: pageView(site, { ...latest, stories: picker.stories() }), articles } };
  });
}

/** It changes with the clock. */
export function breakingFragment(site: Site): PlannedPage {
  const breaking = { kind: 'breaking', url: fragmentUrl(site.config, 'breaking') } as const;
  return planned(breaking, () => {
    const entries = site.entries.filter(({ article }) => (article.breakingUntil ?? 0) > site.now);
    const articles = entries.slice(0, MOST_BREAKING).map(({ brief }) => brief);
    return { view: { page: pageView(site, breaking), articles } };
  });
}

const fragmentUrl = ({ root }: Config, name: string): string => `${root}_f/${name}.html`;

/** Addresses of the fragments by the language of the site and their names. */
export const fragmentUrls = ({ languages }: Site): Map<string, Map<string, string>> =>
  new Map(
    languages.map(({ config }) => [
      config.language,
      new Map(['breaking', 'latest'].map((name) => [name, withBase(config.base, fragmentUrl(config, name))])),
    ]),
  );
