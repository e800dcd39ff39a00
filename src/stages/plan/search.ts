import { KINDS } from '../../model/article.js';
import type { PlannedPage } from '../../model/page.js';
import type { Group, Site } from '../../model/site.js';
import type { ChoiceView } from '../../model/view.js';
import { byName, byText } from '../../text/order.js';
import { yearOf } from '../../text/periods.js';
import { withBase } from '../../text/urls.js';
import { pageView, planned } from './page-view.js';

/** The page where readers search the stories of a language; none where the site has no search. */
export function* searchPages(site: Site): Generator<PlannedPage> {
  const { search, base, url, root } = site.config;
  if (search === null) return;
  const own = `${root}search/`;
  yield planned({ kind: 'search', url: own }, () => ({
    view: {
      // Every address with a question is the same page to search engines.
      page: pageView(site, { kind: 'search', url: own, robots: 'noindex, follow' }),
      data: withBase(base, own),
      base,
      sections: sectionChoices(site),
      years: [...new Set(site.entries.map(({ article }) => yearOf(article.date.day)))],
      ofLanguages: languageChoices(site),
      authors: site.entries.some(({ authors }) => authors.length > 0),
      kinds: KINDS.filter(
        (kind) => kind !== 'news' && site.entries.some(({ article }) => article.kind === kind),
      ),
      engine: search.engine?.replaceAll('{query}', encodeURIComponent(`site:${plainAddress(url)}`)) ?? null,
    },
    title: [{ text: 'search' }],
  }));
}

/** As engines want it: without scheme and last slash. */
const plainAddress = (url: string): string => url.replace(/^\w+:\/\//, '').replace(/\/$/, '');

/** Sections with those inside behind them. */
function sectionChoices({ sections }: Site): ChoiceView[] {
  const inside = (parent: string | null): readonly Group[] => sections.filter((one) => one.parent === parent);
  const choices = (parent: string | null, above: string): ChoiceView[] =>
    inside(parent).flatMap(({ slug, name, entries }) => {
      const full = above === '' ? name : `${above} › ${name}`;
      const below = choices(slug, full);
      return entries.length === 0 ? below : [{ value: slug, name: full }, ...below];
    });
  return choices(null, '');
}

/** Languages by their own names; none where there is but one. */
function languageChoices({ entries, config }: Site): ChoiceView[] {
  const tags = [...new Set(entries.map(({ article }) => article.lang))];
  if (tags.length < 2) return [];
  const byNames = byName(config.language);
  const nameOf = (tag: string): string =>
    new Intl.DisplayNames([tag, 'en'], { type: 'language' }).of(tag) ?? tag;
  return tags
    .map((value) => ({ value, name: nameOf(value) }))
    .sort((a, b) => byNames(a.name, b.name) || byText(a.value, b.value));
}
