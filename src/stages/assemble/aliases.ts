import type { Reference } from '../../model/article.js';
import type { Problem } from '../../model/problem.js';
import type { StandingPage } from '../../model/profile.js';
import type { Redirect } from '../../model/site.js';
import { aliasTaken, sharedAlias } from '../../problems/site.js';
import { outputPath } from '../../text/urls.js';
import { addressKey, type Claims, placeAt } from './claims.js';
import type { ArticleHead } from './input.js';
import type { Groups } from './membership.js';

/** What owns the addresses of archives, in words. */
export const SITE_ARCHIVE = 'the archive';
export const GROUP_ARCHIVE = 'an archive';
const ARCHIVES: ReadonlySet<string> = new Set([SITE_ARCHIVE, GROUP_ARCHIVE]);

/** Something that old addresses lead to. */
interface Source {
  readonly file: string;
  readonly url: string;
  readonly aliases: readonly Reference[];
}

/**
 * The old addresses that are free, those of pages and profiles before those of articles. One that several articles
 * want leads to none of them, as with `dropDuplicates`.
 */
export function takeAliases(
  kept: readonly ArticleHead[],
  pages: readonly StandingPage[],
  groups: Groups,
  /** Old addresses that the feed of a group answers itself. */
  feeds: ReadonlySet<string>,
  claims: Claims,
  problems: Problem[],
): { readonly redirects: readonly Redirect[]; readonly gone: readonly Redirect[] } {
  const redirects: Redirect[] = [];
  const gone: Redirect[] = [];
  const holderOf = (path: string): string | null =>
    claims.fileAbove(path) ?? folders.get(path) ?? claims.owner(path) ?? archiveOf(path, claims);
  const take = (source: Source, alias: Reference, rivals: readonly string[]): void => {
    const path = outputPath(alias.text);
    const place = { ...placeAt(source.file, alias), length: alias.text.length };
    const holder = holderOf(path);
    if (holder !== null) {
      if (holder !== source.file) problems.push(aliasTaken(place, alias.text, holder));
      return;
    }
    if (rivals.length > 0) {
      problems.push(sharedAlias(place, alias.text, rivals));
      return;
    }
    claims.take(path, source.file);
    redirects.push({ from: alias.text, to: source.url, place });
  };

  const withAliases = kept.flatMap(({ article }) => (article.aliases.length > 0 ? [article] : []));
  const articles = withAliases.filter((article) => article.gone === null);
  const removed = withAliases.filter((article) => article.gone !== null);
  const profiled = [...groups.sections, ...groups.tags, ...groups.authors, ...groups.series].flatMap(
    ({ profile, url }) =>
      profile === null
        ? []
        : [{ file: profile.file, url, aliases: profile.aliases.filter(({ text }) => !feeds.has(text)) }],
  );
  const described = [...pages, ...profiled];
  const paths = [...described, ...withAliases].flatMap(({ aliases }) =>
    aliases.map(({ text }) => outputPath(text)),
  );
  const folders = claims.neededAsFolders(paths.filter((path) => !path.endsWith('/index.html')));
  for (const source of described) for (const alias of old(source)) take(source, alias, []);

  const wanted = new Map<string, Set<string>>();
  for (const source of articles) {
    for (const alias of old(source)) {
      const key = addressKey(outputPath(alias.text));
      wanted.set(key, (wanted.get(key) ?? new Set()).add(source.file));
    }
  }
  for (const source of articles) {
    for (const alias of old(source)) {
      const rivals = wanted.get(addressKey(outputPath(alias.text))) ?? new Set();
      take(source, alias, rivals.size < 2 ? [] : [...rivals].filter((file) => file !== source.file));
    }
  }
  // What is left ends with a removed story; it takes nothing from anybody, and needs no telling.
  for (const source of removed) {
    for (const alias of old(source)) {
      const path = outputPath(alias.text);
      if (holderOf(path) !== null) continue;
      claims.take(path, source.file);
      gone.push({ from: alias.text, to: source.url, gone: true, place: placeAt(source.file, alias) });
    }
  }
  return { redirects, gone };
}

/** Without old addresses that are another spelling of the new one: they need no page. */
function old({ url, aliases }: Source): readonly Reference[] {
  return aliases.filter((alias) => outputPath(alias.text) !== outputPath(url));
}

/** The owner of an archive whose numbered pages have this address: `2026/11/page/2/index.html`. */
function archiveOf(path: string, claims: Claims): string | null {
  const [, above] = /^(.*\/)page\/\d+\/index\.html$/.exec(path) ?? [];
  const owner = above === undefined ? null : claims.owner(outputPath(above));
  return owner !== null && ARCHIVES.has(owner) ? owner : null;
}
