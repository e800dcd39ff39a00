import type { Config } from '../../model/config.js';
import type { Entry } from '../../model/site.js';
import type { SearchDoc } from './types.js';

/** What the search knows of an article besides its text. */
export function searchDoc(
  { article, brief, sections, authors, tags, series }: Entry,
  { language }: Pick<Config, 'language'>,
): SearchDoc {
  const own = sections.at(-1);
  const groups = [...sections, ...authors, ...tags, ...(series === null ? [] : [series])];
  const said = [article.kicker, article.summary, article.dateline, brief.source?.name];
  return {
    title: article.title,
    around: [...said, ...groups.map(({ name }) => name)].filter(
      (text) => text !== null && text !== undefined,
    ),
    filters: [
      ...sections.map(({ slug }) => `@section:${slug}`),
      ...authors.map(({ slug }) => `@author:${slug}`),
      `@lang:${article.lang}`,
    ],
    card: [
      article.url,
      article.title,
      article.date.day,
      brief.summary,
      own?.name ?? '',
      authors.map(({ name }) => name),
      article.kind === 'news' ? '' : article.kind,
      article.lang === language ? '' : article.lang,
    ],
  };
}

/**
 * What decides how an article stands in the index.
 *
 * @param parse the key of its parse, which decides what its file says
 */
export function docKey({ sections, authors, tags, series }: Entry, parse: string): string {
  const groups = [...sections, ...authors, ...tags, ...(series === null ? [] : [series])];
  return [parse, ...groups.flatMap(({ slug, name }) => [slug, name])].join('\t');
}
