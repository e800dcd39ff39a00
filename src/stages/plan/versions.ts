import type { Entry, Site, Stories } from '../../model/site.js';
import type { SourceView, StoryView } from '../../model/view.js';
import { newestFirst } from '../../text/order.js';

/**
 * What a page tells of a story that it shows once; null where nothing is to be told.
 *
 * @param others the versions that are not shown
 */
export function storyView(
  { article, brief, authors }: Entry,
  others: readonly Entry[],
  newer: boolean,
): StoryView | null {
  if (others.length === 0 && !newer) return null;
  const sources = new Map<string, SourceView>();
  for (const { brief: other } of others)
    if (other.source !== null) sources.set(keyOf(other.source), other.source);
  if (brief.source !== null) sources.delete(keyOf(brief.source));
  const people = new Set(others.flatMap((other) => other.authors));
  for (const author of authors) people.delete(author);
  return {
    id: article.id,
    newer,
    versions: others.map((other) => other.brief),
    sources: [...sources.values()],
    authors: [...people].map((author) => author.link),
  };
}

const keyOf = ({ name, url }: SourceView): string => `${name}\n${url ?? ''}`;

/** All versions of an article's story, newest first; itself alone where there are no others. */
export function versionsOf(site: Site, { firstOf, versionsOf }: Stories, entry: Entry): readonly Entry[] {
  const first = firstOf.get(entry.article.id);
  const ids = first === undefined ? undefined : versionsOf.get(first);
  if (ids === undefined) return [entry];
  return ids.flatMap((id) => site.byId.get(id) ?? []).sort((a, b) => newestFirst(a.article, b.article));
}
