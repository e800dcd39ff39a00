import type { Article } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { Entry } from '../../model/site.js';
import type { Brief, PictureView } from '../../model/view.js';
import { dirOf, dirOfText } from '../../text/lang.js';
import { languageFor } from '../../text/languages.js';
import { newestFirst } from '../../text/order.js';
import { withBase } from '../../text/urls.js';
import type { ArticleHead } from './input.js';
import { allOf, type Groups } from './membership.js';
import { findRelated } from './pins.js';
import type { Resolver } from './resolver.js';
import type { Suggest } from './suggest.js';
import type { Targets } from './targets.js';
import { hiddenAt } from './visibility.js';

export interface EntriesInput {
  /** Visible and not taken down. */
  readonly heads: readonly ArticleHead[];
  readonly config: Config;
  readonly now: number;
  readonly groups: Groups;
  readonly targets: Targets;
  readonly resolver: Resolver;
  readonly suggest: Suggest;
  /** By id: the ids of the story in all languages. */
  readonly translations: ReadonlyMap<string, readonly string[]>;
}

/** What the site adds to each article, newest first; also fills the groups' own lists. */
export function createEntries(input: EntriesInput, problems: Problem[]): Entry[] {
  const { config, now, groups, targets, resolver, suggest } = input;
  const heads = [...input.heads].sort((a, b) => newestFirst(a.article, b.article));
  const paid = new Set(
    heads.filter(({ article }) => article.kind === 'sponsored').map(({ article }) => article.id),
  );
  const isPaid = (id: string): boolean => paid.has(id);
  return heads.flatMap((head) => {
    const { article } = head;
    const membership = groups.of.get(article);
    if (membership === undefined) return [];
    const others = { groups: membership, translations: input.translations.get(article.id) ?? [] };
    const entry = createEntry(head, others, { config, now, targets, resolver, suggest, isPaid }, problems);
    for (const group of allOf(membership)) group.entries.push(entry);
    return [entry];
  });
}

/** What an entry says of its place among others. */
export interface Standing {
  readonly groups: Pick<Entry, 'sections' | 'authors' | 'tags' | 'series'>;
  readonly translations: readonly string[];
}

export interface EntryInput
  extends Pick<EntriesInput, 'config' | 'now' | 'targets' | 'resolver' | 'suggest'> {
  /** Whether readers can see a paid-for story of this id. */
  readonly isPaid: (id: string) => boolean;
}

export function createEntry(
  { article, body }: ArticleHead,
  { groups, translations }: Standing,
  input: EntryInput,
  problems: Problem[],
): Entry {
  const { resolver, targets, suggest, isPaid } = input;
  const origin = { file: article.file, url: article.url };
  const image = resolver.picture(article.image, origin);
  const brief = briefOf(article, groups, image, input);
  const refs = resolver.refs(body.refs, origin);
  const liveRefs = article.live.map((post) => resolver.refs(post.body.refs, origin));
  const { pinned, excluded } = findRelated(article, { targets, suggest, isPaid }, problems);
  const { sections, authors, tags, series } = groups;
  return {
    article,
    brief,
    sections,
    authors,
    tags,
    series,
    refs,
    liveRefs,
    pinned,
    excluded,
    translations,
    body,
  };
}

function briefOf(
  article: Article,
  groups: Standing['groups'],
  image: PictureView | null,
  { config: main, now }: Pick<EntriesInput, 'config' | 'now'>,
): Brief {
  const config = languageFor(main, main.languages, article.lang);
  const foreign = article.lang !== config.language;
  return {
    id: article.id,
    url: withBase(config.base, article.url),
    title: article.title,
    kicker: article.kicker,
    kind: article.kind,
    section: groups.sections.at(-1)?.link ?? null,
    date: article.date.iso,
    timed: article.date.timed,
    updated: article.updated?.iso ?? null,
    summary: article.excerpt,
    authors: groups.authors.map((author) => author.link),
    image,
    source: article.source,
    lang: foreign ? article.lang : null,
    dir: foreign ? dirOf(article.lang) : untranslated(article.title, config),
    summaryDir: foreign ? dirOf(article.lang) : untranslated(article.excerpt, config),
    badge: hiddenAt(article, now),
  };
}

/** The direction of words that their language doesn't suggest: a summary in an Arabic paper that is still in English. */
function untranslated(words: string, { dir }: Config): Brief['dir'] {
  // A site that reads from left to right has the letters of other scripts in names and quotes alone.
  return dir === 'rtl' && dirOfText(words) === 'ltr' ? 'ltr' : null;
}
