import type { Config } from '../../model/config.js';
import type { Group, Site } from '../../model/site.js';
import { languageFor, languagesOf } from '../../text/languages.js';
import { byProfileOrder, sortSections } from './groups.js';

/** A site with itself in each of its languages: the articles, groups and pages of that language alone. */
export function inLanguages(whole: Omit<Site, 'languages'>): Site {
  const { config } = whole;
  const languages: Site[] = [];
  const all: Site = { ...whole, languages };
  if (config.languages.length === 0) {
    languages.push(all);
    return all;
  }
  const of = (lang: string): Config => languageFor(config, config.languages, lang);
  for (const local of languagesOf(config)) {
    const isMain = local.root === '/';
    const here = (groups: readonly Group[]): readonly Group[] =>
      groups.filter(({ root }) => root === local.root);
    languages.push({
      ...whole,
      languages,
      config: local,
      entries: whole.entries.filter(({ article }) => of(article.lang) === local),
      sections: sortSections(here(whole.sections), local),
      tags: [...here(whole.tags)].sort(byProfileOrder(local)),
      authors: [...here(whole.authors)].sort(byProfileOrder(local)),
      series: [...here(whole.series)].sort(byProfileOrder(local)),
      pages: whole.pages.filter(({ page }) => of(page.lang) === local),
      gone: whole.gone.filter(({ lang }) => of(lang) === local),
      // Old addresses are the whole site's.
      redirects: isMain ? whole.redirects : [],
      queryRedirects: isMain ? whole.queryRedirects : [],
      feedAliases: isMain ? whole.feedAliases : [],
    });
  }
  return all;
}
