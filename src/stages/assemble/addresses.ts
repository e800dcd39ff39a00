import type { Article } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { StandingPage } from '../../model/profile.js';
import type { FeedAlias, Group, Redirect } from '../../model/site.js';
import { duplicatePage, duplicateUrl, staticTaken } from '../../problems/site.js';
import { languageFor, languagesOf } from '../../text/languages.js';
import { monthOf, periodUrl, yearOf } from '../../text/periods.js';
import { outputPath } from '../../text/urls.js';
import { GROUP_ARCHIVE, SITE_ARCHIVE, takeAliases } from './aliases.js';
import { type Claims, createClaims, placeAt } from './claims.js';
import type { KeptArticles } from './duplicates.js';
import { takeFeeds, takeMovedFeeds } from './feeds.js';
import type { ArticleHead, AssembleInput } from './input.js';
import { formGroups, type Groups } from './membership.js';
import { refuseSections, takeOwnSections } from './sections.js';
import { type TargetIndex, urlKey } from './targets.js';
import { hasTemplate } from './templates.js';

/** Pages that every language of a site has, below its root. */
const OWN_PAGES: readonly (readonly [string, string])[] = [
  ['', 'the home page'],
  ['404.html', 'the page for missing addresses'],
  ['corrections/', 'the page of corrections'],
  ['archive/', SITE_ARCHIVE],
  ['tags/', 'the page of all tags'],
  ['authors/', 'the page of all authors'],
  ['series/', 'the page of all series'],
];

/** Those, and the page of the search where there is one. */
const ownPages = ({ search }: Config): typeof OWN_PAGES =>
  search === null ? OWN_PAGES : [...OWN_PAGES, ['search/', 'the search']];

export interface Addresses extends KeptArticles {
  readonly pages: readonly StandingPage[];
  readonly groups: Groups;
  readonly redirects: readonly Redirect[];
  /** Old addresses of removed stories. */
  readonly goneRedirects: readonly Redirect[];
  readonly feedAliases: readonly FeedAlias[];
  readonly index: Omit<TargetIndex, 'config' | 'media' | 'hidden' | 'invalid'>;
}

/**
 * Gives every address its owner, first come first served, in the order of who may change it. What the owner of the
 * site decides comes first, so that no article can take a page away: the site itself, the sections of `site.yaml`,
 * standing pages, sections with a profile; then articles, and the sections that articles alone name. Static files
 * come behind all pages, old addresses last.
 */
export function assignUrls(input: AssembleInput, unique: KeptArticles, problems: Problem[]): Addresses {
  const claims = createClaims();
  for (const { root, language } of languagesOf(input.config))
    for (const [url, owner] of ownPages(input.config))
      claims.take(outputPath(root + url), root === '/' ? owner : `${owner} in \`${language}\``);
  const sections = takeOwnSections(input, unique.kept, claims);
  const pages = takePages(input, claims, problems);
  sections.takeDescribed();
  const articles = takeArticles(unique.kept, input, claims, problems);

  const shown = articles.kept.filter((head) => head.article.gone === null);
  const groups = refuseSections(
    formGroups(shown, input.profiles, input.config),
    shown,
    sections,
    input.statics,
    problems,
  );
  for (const group of [...groups.tags, ...groups.authors, ...groups.series])
    claims.take(outputPath(group.url), `the ${group.kind} "${group.name}"`);
  const rootOf = (article: Article): string =>
    languageFor(input.config, input.config.languages, article.lang).root;
  const archives = archiveUrls(shown, rootOf);
  for (const url of archives) claims.take(outputPath(url), SITE_ARCHIVE);
  for (const url of groups.urls) claims.take(outputPath(url), GROUP_ARCHIVE);
  for (const url of correctionUrls(shown, rootOf)) claims.take(outputPath(url), 'the page of corrections');
  const feeds = takeFeeds(input.config, groups, claims, problems);
  const statics = takeStatics(input, claims, problems);
  const movedFeeds = takeMovedFeeds(input.config, groups, claims);

  const answered = new Set(movedFeeds.map(({ from }) => from));
  const { redirects, gone } = takeAliases(articles.kept, pages.kept, groups, answered, claims, problems);
  return {
    kept: articles.kept,
    dropped: [...unique.dropped, ...pages.dropped, ...articles.dropped, ...statics.dropped],
    pages: pages.kept,
    groups,
    redirects,
    goneRedirects: gone,
    feedAliases: [...feeds.aliases, ...movedFeeds],
    index: indexOf(
      input.config,
      languagesOf(input.config).map(({ root }) => root),
      articles.kept,
      pages.kept,
      groups,
      [...redirects, ...gone],
      [...archives, ...feeds.urls, ...movedFeeds.map(({ from }) => from), ...statics.kept],
    ),
  };
}

interface Taken<T> {
  readonly kept: readonly T[];
  readonly dropped: readonly string[];
}

function takePages(input: AssembleInput, claims: Claims, problems: Problem[]): Taken<StandingPage> {
  const kept: StandingPage[] = [];
  const dropped: string[] = [];
  for (const page of input.pages) {
    if (page.draft && !input.show.drafts) continue;
    const holder = claims.take(outputPath(page.url), page.file);
    if (holder !== null) problems.push(duplicatePage(placeAt(page.file, page.spots.url), page.url, holder));
    if (holder === null && hasTemplate(page, input.templates, problems)) kept.push(page);
    else dropped.push(page.file);
  }
  return { kept, dropped };
}

/** Articles whose address is free. One whose template is missing has its address all the same. */
function takeArticles(
  heads: readonly ArticleHead[],
  { templates }: AssembleInput,
  claims: Claims,
  problems: Problem[],
): Taken<ArticleHead> {
  const kept: ArticleHead[] = [];
  const dropped: string[] = [];
  for (const head of heads) {
    const { file, url, spots, gone } = head.article;
    const holder = claims.take(outputPath(url), file);
    if (holder !== null) problems.push(duplicateUrl(placeAt(file, spots.url ?? spots.slug), url, holder));
    else if (gone === null) claims.take(outputPath(`${url}related/`), file);
    if (holder === null && hasTemplate(head.article, templates, problems)) kept.push(head);
    else dropped.push(file);
  }
  return { kept, dropped };
}

/** Static files whose address is free. Those that would take a page's are left out: the page is what readers come for. */
function takeStatics(input: AssembleInput, claims: Claims, problems: Problem[]): Taken<string> {
  const kept: string[] = [];
  const dropped: string[] = [];
  for (const { url, file } of input.media) claims.take(outputPath(url), file);
  if (input.statics.length === 0) return { kept, dropped };
  const folders = claims.neededAsFolders(input.statics.map(outputPath));
  const files = new Set<string>();
  for (const url of input.statics) {
    const file = `content/static${url}`;
    const path = outputPath(url);
    const holder = folders.get(path) ?? claims.fileAbove(path) ?? claims.take(path, file);
    // Two static files whose names differ in case alone are two on most disks; publishing tells where they are not.
    if (holder === null || files.has(holder)) {
      files.add(file);
      kept.push(url);
    } else {
      problems.push(staticTaken({ file }, url, holder));
      dropped.push(file);
    }
  }
  return { kept, dropped };
}

function archiveUrls(heads: readonly ArticleHead[], rootOf: (article: Article) => string): Set<string> {
  const urls = new Set<string>();
  for (const { article } of heads) {
    const root = rootOf(article);
    urls.add(periodUrl(root, yearOf(article.date.day)));
    urls.add(periodUrl(root, monthOf(article.date.day)));
  }
  return urls;
}

/** The pages of all years with corrections but the newest, which stands at `/corrections/`; in each language. */
function correctionUrls(heads: readonly ArticleHead[], rootOf: (article: Article) => string): string[] {
  const years = new Map<string, Set<string>>();
  for (const { article } of heads) {
    for (const { date } of article.corrections) {
      const root = rootOf(article);
      years.set(root, (years.get(root) ?? new Set()).add(yearOf(date.day)));
    }
  }
  return [...years].flatMap(([root, all]) =>
    [...all]
      .sort()
      .slice(0, -1)
      .map((year) => `${root}corrections/${year}/`),
  );
}

function indexOf(
  config: Config,
  roots: readonly string[],
  kept: readonly ArticleHead[],
  pages: readonly StandingPage[],
  groups: Groups,
  redirects: readonly Redirect[],
  others: readonly string[],
): Addresses['index'] {
  const files = new Map<string, string>();
  const own = roots.flatMap((root) => {
    const has = (list: readonly Group[]): boolean => list.some((group) => group.root === root);
    const absent = new Set([
      ...(has(groups.tags) ? [] : ['tags/']),
      ...(has(groups.authors) ? [] : ['authors/']),
      ...(has(groups.series) ? [] : ['series/']),
    ]);
    return ownPages(config).flatMap(([url]) => (absent.has(url) ? [] : [root + url]));
  });
  const urls = new Set([...own, ...others, ...groups.urls]);
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
    // A profile that stands for several languages leads to its own first of all.
    if (group.profile !== null && !files.has(group.profile.file)) files.set(group.profile.file, group.url);
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
