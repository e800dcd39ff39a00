import { visibleFrom } from '../../model/article.js';
import type { Problem } from '../../model/problem.js';
import { duplicateId, sharedId, sharedUrl } from '../../problems/site.js';
import { byText } from '../../text/order.js';
import { outputPath } from '../../text/urls.js';
import { addressKey, placeAt } from './claims.js';
import { oldestFirst } from './groups.js';
import type { ArticleHead } from './input.js';

export interface KeptArticles {
  /** Oldest first. */
  readonly kept: readonly ArticleHead[];
  /** Files left out. */
  readonly dropped: readonly string[];
}

/**
 * Leaves out all articles that want one address or one id, and tells each of the others. None of them wins: which was
 * there first can't be known from files (a date, a slug, a path can be written by whoever wants another's place), and
 * an address that readers know must never show another story. The path of a file alone is nobody else's: an article
 * that writes another's path as its `id` is left out, and the other stays.
 */
export function dropDuplicates(heads: readonly ArticleHead[], problems: Problem[]): KeptArticles {
  const apart = tellApartByDay(heads);
  const dropped = new Set<string>();
  for (const rivals of sharing(apart, ({ article }) => addressKey(outputPath(article.url)))) {
    for (const { article } of rivals) {
      const place = placeAt(article.file, article.spots.url ?? article.spots.slug);
      problems.push(sharedUrl(place, article.url, othersThan(article.file, rivals)));
      dropped.add(article.file);
    }
  }
  for (const rivals of sharing(apart, ({ article }) => article.id)) {
    const byPath = rivals.filter(({ article }) => article.spots.id === undefined);
    const owner = byPath.length === 1 ? byPath[0] : undefined;
    for (const head of rivals) {
      if (head === owner) continue;
      const { file, id, spots } = head.article;
      const place = placeAt(file, spots.id);
      problems.push(
        owner === undefined
          ? sharedId(place, id, othersThan(file, rivals))
          : duplicateId(place, id, owner.article.file),
      );
      dropped.add(file);
    }
  }
  return {
    kept: apart
      .filter(({ article }) => !dropped.has(article.file))
      .sort((a, b) => oldestFirst(a.article, b.article)),
    dropped: [...dropped],
  };
}

/** Those that have a key in common with another, together, by key. */
function sharing(heads: readonly ArticleHead[], keyOf: (head: ArticleHead) => string): ArticleHead[][] {
  const first = new Map<string, ArticleHead>();
  const shared = new Map<string, ArticleHead[]>();
  for (const head of heads) {
    const key = keyOf(head);
    const before = first.get(key);
    if (before === undefined) first.set(key, head);
    else shared.set(key, [...(shared.get(key) ?? [before]), head]);
  }
  return [...shared.values()];
}

const othersThan = (file: string, rivals: readonly ArticleHead[]): string[] =>
  rivals.map(({ article }) => article.file).filter((other) => other !== file);

/** A name that begins with the article's day, which the slug leaves out. */
const DATED_NAME = /(?<=^|\/)\d{4}-?\d{2}-?\d{2}[-_ ][^/]*(?:\/index)?\.\w+$/;

/**
 * A column whose files are told apart by the day in their names (`2026-11-24-morning-briefing.md`) gets the day back:
 * `morning-briefing-24`. The first of its folder keeps the short address; elsewhere the same name is no column.
 */
function tellApartByDay(heads: readonly ArticleHead[]): ArticleHead[] {
  const columns = new Set<string>();
  const byAppearance = [...heads].sort(
    (a, b) => visibleFrom(a.article) - visibleFrom(b.article) || byText(a.article.file, b.article.file),
  );
  return byAppearance.map((head) => {
    const { file, url, spots } = head.article;
    const name = DATED_NAME.exec(file);
    if (name === null || spots.slug !== undefined || spots.url !== undefined) return head;
    const column = `${file.slice(0, name.index)}\n${addressKey(url)}`;
    if (columns.has(column)) return withDay(head);
    columns.add(column);
    return head;
  });
}

function withDay(head: ArticleHead): ArticleHead {
  const { article } = head;
  const at = article.url.lastIndexOf(article.slug);
  if (at < 0) return head;
  const slug = `${article.slug}-${article.date.day.slice(-2)}`;
  const url = article.url.slice(0, at) + slug + article.url.slice(at + article.slug.length);
  return { ...head, article: { ...article, slug, url } };
}
