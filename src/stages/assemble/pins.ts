import type { Article, Reference } from '../../model/article.js';
import type { Place, Problem } from '../../model/problem.js';
import type { Entry } from '../../model/site.js';
import {
  contraryRelated,
  hiddenRelated,
  repeatedRelated,
  selfRelated,
  sponsoredRelated,
  unknownRelated,
} from '../../problems/related.js';
import { placeAt } from './claims.js';
import type { Suggest } from './suggest.js';
import type { Targets } from './targets.js';

/** What is known of all articles. */
interface Known {
  readonly targets: Targets;
  readonly suggest: Suggest;
  /** Whether readers can see a paid-for story of this id. */
  readonly isPaid: (id: string) => boolean;
}

/** An article that a field names, and where. */
interface Named {
  readonly id: string;
  readonly text: string;
  readonly place: Place;
}

/**
 * The articles that an editor wants in the list of related news, and those that must not be in it.
 */
export function findRelated(
  article: Article,
  known: Known,
  problems: Problem[],
): Pick<Entry, 'pinned' | 'excluded'> {
  const pins = namedBy(article, 'related', article.related, known, problems);
  const excluded = new Set(
    namedBy(article, 'relatedExclude', article.relatedExclude, known, problems).map(({ id }) => id),
  );
  for (const { id, text, place } of pins) {
    if (excluded.has(id)) problems.push(contraryRelated(place, text));
    if (known.isPaid(id)) problems.push(sponsoredRelated(place, text));
  }
  return { pinned: pins.map(({ id }) => id), excluded: [...excluded] };
}

/** Each once. */
function namedBy(
  article: Article,
  field: 'related' | 'relatedExclude',
  references: readonly Reference[],
  { targets, suggest }: Known,
  problems: Problem[],
): Named[] {
  const named = new Map<string, Named>();
  for (const reference of references) {
    const { text } = reference;
    const { id, hidden, invalid } = targets.articleId(text, { file: article.file, url: article.url });
    const place = { ...placeAt(article.file, reference), length: text.length };
    if (id === article.id) problems.push(selfRelated(place, field));
    else if (id === null && hidden) problems.push(hiddenRelated(place, field));
    else if (id === null && !invalid) problems.push(unknownRelated(place, text, field, suggest(text)));
    else if (id !== null && named.has(id)) problems.push(repeatedRelated(place, text, field));
    else if (id !== null) named.set(id, { id, text, place });
  }
  return [...named.values()];
}
