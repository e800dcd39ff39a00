import { type Article, visibleFrom } from '../../model/article.js';
import type { Problem } from '../../model/problem.js';
import type { StandingPage } from '../../model/profile.js';
import type { Redirect } from '../../model/site.js';
import { aliasTaken, duplicateId, duplicatePage, duplicateUrl } from '../../problems/site.js';
import { byText } from '../../text/order.js';
import { monthOf, periodUrl, yearOf } from '../../text/periods.js';
import { outputPath } from '../../text/urls.js';
import { type Claim, type Claims, createClaims, placeAt } from './claims.js';
import { oldestFirst } from './groups.js';
import type { ArticleHead, AssembleInput } from './input.js';
import type { Groups } from './membership.js';
import { type TargetIndex, urlKey } from './targets.js';
import { hasTemplate } from './templates.js';

/** Pages that every site has, below its base. */
const OWN_PAGES: readonly (readonly [string, string])[] = [
  ['/', 'the home page'],
  ['/404.html', 'the page for missing addresses'],
  ['/corrections/', 'the page of corrections'],
  ['/archive/', 'the archive'],
  ['/tags/', 'the page of all tags'],
  ['/authors/', 'the page of all authors'],
  ['/series/', 'the page of all series'],
];

export interface KeptArticles {
  /** Oldest first. */
  readonly kept: readonly ArticleHead[];
  readonly dropped: readonly string[];
}

/** A name that begins with the article's day, which the slug leaves out. */
const DATED_NAME = /(?:^|\/)\d{4}-?\d{2}-?\d{2}[-_ ][^/]*(?:\/index)?\.\w+$/;

/**
 * Sees to it that no two articles share an id or a url; the one that appeared first keeps it. A column whose files
 * are told apart by the day in their names (`2026-11-24-morning-briefing.md`) gets the day back: `morning-briefing-24`.
 */
export function dropDuplicates(heads: readonly ArticleHead[], problems: Problem[]): KeptArticles {
  const ids = new Map<string, Article>();
  const urls = createClaims();
  const kept: ArticleHead[] = [];
  const dropped: string[] = [];
  const byAppearance = [...heads].sort(
    (a, b) => visibleFrom(a.article) - visibleFrom(b.article) || byText(a.article.file, b.article.file),
  );
  for (const written of byAppearance) {
    const taken = (candidate: ArticleHead) => urls.owner(outputPath(candidate.article.url));
    const holder = taken(written);
    const head = holder === null ? written : withDay(written);
    const { article } = head;
    const namesake = ids.get(article.id);
    if (namesake !== undefined) {
      problems.push(duplicateId(placeAt(article.file, article.spots.id), article.id, namesake.file));
      dropped.push(article.file);
    } else if (holder !== null && (head === written || taken(head) !== null)) {
      problems.push(
        duplicateUrl(placeAt(article.file, article.spots.slug), written.article.url, holder.owner),
      );
      dropped.push(article.file);
    } else {
      ids.set(article.id, article);
      urls.take(outputPath(article.url), { owner: article.file, place: null });
      kept.push(head);
    }
  }
  return { kept: kept.sort((a, b) => oldestFirst(a.article, b.article)), dropped };
}

/** The article with its day behind its slug, where the slug came from a dated file name; else itself. */
function withDay(head: ArticleHead): ArticleHead {
  const { article } = head;
  const at = article.url.lastIndexOf(article.slug);
  if (!DATED_NAME.test(article.file) || article.spots.slug !== undefined || at < 0) return head;
  const slug = `${article.slug}-${article.date.day.slice(-2)}`;
  const url = article.url.slice(0, at) + slug + article.url.slice(at + article.slug.length);
  return { ...head, article: { ...article, slug, url } };
}

export interface Addresses extends KeptArticles {
  readonly pages: readonly StandingPage[];
  readonly redirects: readonly Redirect[];
  readonly index: Omit<TargetIndex, 'config' | 'media' | 'hidden' | 'invalid'>;
}

/** Gives every address its owner, first come first served: the site itself, sections, pages, articles, old addresses. */
export function assignUrls(
  input: AssembleInput,
  articles: KeptArticles,
  groups: Groups,
  problems: Problem[],
): Addresses {
  const claims = createClaims();
  const take = (url: string, owner: string) => claims.take(outputPath(url), { owner, place: null });
  for (const [url, owner] of OWN_PAGES) take(url, owner);
  for (const url of input.statics) take(url, `content/static${url}`);
  for (const group of groups.sections) take(group.url, `the section "${group.name}"`);
  for (const group of [...groups.tags, ...groups.authors, ...groups.series]) {
    take(group.url, `the ${group.kind === 'series' ? 'series' : group.kind} "${group.name}"`);
  }

  const pages: StandingPage[] = [];
  for (const page of input.pages) {
    if (page.draft && !input.show.drafts) continue;
    if (!hasTemplate(page, input.templates, problems)) continue;
    const holder = take(page.url, page.file);
    if (holder === null) pages.push(page);
    else problems.push(duplicatePage(placeAt(page.file, undefined), page.url, holder.owner));
  }
  const kept: ArticleHead[] = [];
  const dropped = [...articles.dropped];
  for (const head of articles.kept) {
    const { article } = head;
    const holder = take(article.url, article.file);
    if (holder === null) {
      if (article.gone === null) take(`${article.url}related/`, article.file);
      kept.push(head);
    } else {
      problems.push(duplicateUrl(placeAt(article.file, article.spots.slug), article.url, holder.owner));
      dropped.push(article.file);
    }
  }
  for (const url of archiveUrls(kept)) take(url, 'the archive');
  for (const url of groups.urls) take(url, 'an archive');

  const redirects = takeAliases(kept, pages, groups, claims, problems);
  return { kept, dropped, pages, redirects, index: indexOf(kept, pages, groups, redirects, input.statics) };
}

function archiveUrls(heads: readonly ArticleHead[]): Set<string> {
  const urls = new Set<string>();
  for (const { article } of heads) {
    if (article.gone !== null) continue;
    urls.add(periodUrl('/', yearOf(article.date.day)));
    urls.add(periodUrl('/', monthOf(article.date.day)));
  }
  return urls;
}

/** A file that stands where this address needs a folder: `/404.html` above `/404.html/old/`. */
function fileAbove(url: string, claims: Claims): Claim | null {
  const parts = outputPath(url).split('/');
  for (let n = 1; n < parts.length; n += 1) {
    const holder = claims.owner(parts.slice(0, n).join('/'));
    if (holder !== null) return holder;
  }
  return null;
}

function takeAliases(
  kept: readonly ArticleHead[],
  pages: readonly StandingPage[],
  groups: Groups,
  claims: Claims,
  problems: Problem[],
): Redirect[] {
  const redirects: Redirect[] = [];
  const sources = [
    ...kept.filter(({ article }) => article.gone === null).map(({ article }) => article),
    ...pages,
    ...[...groups.sections, ...groups.tags, ...groups.authors, ...groups.series].flatMap((group) =>
      group.profile === null
        ? []
        : [{ file: group.profile.file, url: group.url, aliases: group.profile.aliases }],
    ),
  ];
  for (const source of sources) {
    for (const alias of source.aliases) {
      // An old address in another spelling of the new one needs no page.
      if (outputPath(alias.text) === outputPath(source.url)) continue;
      const holder =
        fileAbove(alias.text, claims) ??
        claims.take(outputPath(alias.text), { owner: source.file, place: null });
      if (holder === null) redirects.push({ from: alias.text, to: source.url });
      else if (holder.owner !== source.file) {
        problems.push(
          aliasTaken({ ...placeAt(source.file, alias), length: alias.text.length }, alias.text, holder.owner),
        );
      }
    }
  }
  return redirects;
}

function indexOf(
  kept: readonly ArticleHead[],
  pages: readonly StandingPage[],
  groups: Groups,
  redirects: readonly Redirect[],
  statics: readonly string[],
): Addresses['index'] {
  const files = new Map<string, string>();
  const urls = new Set([...OWN_PAGES.map(([url]) => url), ...statics, ...groups.urls, ...archiveUrls(kept)]);
  const idByFile = new Map<string, string>();
  const idByUrl = new Map<string, string>();
  const ids = new Set<string>();
  for (const { article } of kept) {
    files.set(article.file, article.url);
    urls.add(article.url);
    if (article.gone !== null) continue;
    ids.add(article.id);
    idByFile.set(article.file, article.id);
    idByUrl.set(urlKey(article.url), article.id);
  }
  for (const page of pages) {
    files.set(page.file, page.url);
    urls.add(page.url);
  }
  for (const group of [...groups.sections, ...groups.tags, ...groups.authors, ...groups.series]) {
    if (group.profile !== null) files.set(group.profile.file, group.url);
  }
  return {
    files,
    urls,
    idByFile,
    idByUrl,
    ids,
    redirects: new Map(redirects.map(({ from, to }) => [from, to])),
  };
}
