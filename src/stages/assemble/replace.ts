import type { Article } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { Entry, MediaFile } from '../../model/site.js';
import { byText } from '../../text/order.js';
import { createEntry, type Standing } from './entries.js';
import type { ArticleHead } from './input.js';
import type { Shown } from './pictures.js';
import { createResolver } from './resolver.js';
import type { Suggest } from './suggest.js';
import type { Targets } from './targets.js';

export interface ReplaceInput {
  readonly config: Config;
  readonly now: number;
  readonly targets: Targets;
  readonly suggest: Suggest;
  readonly byId: ReadonlyMap<string, Entry>;
  /** All that was told. */
  readonly problems: readonly Problem[];
}

/** What was told of the version before and is no more, and what is told of this one. */
export interface Replaced {
  readonly gone: readonly Problem[];
  readonly told: readonly Problem[];
}

/**
 * Puts another version of an article into the site that was assembled, in place: everything that shows it holds the same
 * entry. Null, and nothing done, where more than that entry may differ: then all must be assembled again.
 */
export function replaceArticle(head: ArticleHead, input: ReplaceInput): Replaced | null {
  const entry = input.byId.get(head.article.id);
  // A translation shows what its original says.
  if (entry === undefined || entry.translations.length > 0) return null;
  if (sharedOf(entry.article) !== sharedOf(head.article)) return null;
  const { sections, authors, tags, series, translations } = entry;
  const standing = { groups: { sections, authors, tags, series }, translations };
  const before = made(entry, standing, input);
  const after = made(head, standing, input);
  // Of others that concern its fields, the places may have moved.
  const { file, spots } = entry.article;
  const isOwn = (problem: Problem): boolean =>
    problem.file !== file || before.problems.some((own) => isSame(own, problem));
  if (JSON.stringify(spots) !== JSON.stringify(head.article.spots) && !input.problems.every(isOwn))
    return null;
  // Whether a picture is published, and what of it, may hang on this article alone.
  if (before.used.size !== after.used.size || before.shown !== after.shown) return null;
  if ([...after.used].some((file) => !before.used.has(file))) return null;
  Object.assign(entry, after.entry);
  return { gone: before.problems, told: after.problems };
}

function made(head: ArticleHead, standing: Standing, { config, now, targets, suggest, byId }: ReplaceInput) {
  const used = new Set<MediaFile>();
  const problems: Problem[] = [];
  const shown: Shown = new Map();
  const resolver = createResolver(config, targets, suggest, used, shown, problems);
  const isPaid = (id: string): boolean => byId.get(id)?.article.kind === 'sponsored';
  const entry = createEntry(head, standing, { config, now, targets, resolver, suggest, isPaid }, problems);
  const { file, url, image } = head.article;
  const card = resolver.card(image, { file, url });
  const parts = [...shown].map(([media, names]) => [media.file, [...names].sort(byText)]);
  return { entry, used, shown: JSON.stringify([parts.sort(), card]), problems };
}

/**
 * All of an article that may decide something about others: who may be seen and when, addresses, groups. What is named here is its own affair; a field that is new belongs to the rest until somebody has thought of it.
 */
function sharedOf(article: Article): string {
  const { title, kicker, summary, standfirst, excerpt, dateline, updated, image, source, ...others } =
    article;
  const { related, relatedExclude, priority, live, extra, words, spots, ...shared } = others;
  return JSON.stringify(shared, (key, value) => (key === 'line' || key === 'column' ? undefined : value));
}

/** What is suggested may differ: it depends on how much was suggested before. */
const isSame = (a: Problem, b: Problem): boolean =>
  a.file === b.file && a.line === b.line && a.column === b.column && a.code === b.code;

/** Problems without those that are told no more, with those that are told now. */
export function toldAfter(problems: readonly Problem[], { gone, told }: Replaced): Problem[] {
  const left = problems.filter((problem) => !gone.some((other) => isSame(other, problem)));
  return [...left, ...told];
}
