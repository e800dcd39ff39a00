import type { Site } from '../../model/site.js';

/** The templates that articles and standing pages ask for by themselves, each once. */
export function templatesAsked(
  site: Site,
): readonly { readonly template: string; readonly kind: 'article' | 'page' }[] {
  const articles = new Set(site.entries.map(({ article }) => article.template?.text));
  const pages = new Set(site.pages.map(({ page }) => page.template?.text));
  const named = (names: ReadonlySet<string | undefined>, kind: 'article' | 'page') =>
    [...names].flatMap((template) => (template === undefined ? [] : [{ template, kind }]));
  return [...named(articles, 'article'), ...named(pages, 'page')];
}
