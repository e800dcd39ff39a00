import type { Reference } from '../../model/article.js';
import type { Problem } from '../../model/problem.js';
import type { StandingPage } from '../../model/profile.js';
import type { Redirect } from '../../model/site.js';
import { aliasTaken, sharedAlias } from '../../problems/site.js';
import { outputPath } from '../../text/urls.js';
import { addressKey, type Claims, placeAt } from './claims.js';
import type { ArticleHead } from './input.js';
import type { Groups } from './membership.js';

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
  claims: Claims,
  problems: Problem[],
): Redirect[] {
  const redirects: Redirect[] = [];
  const take = (source: Source, alias: Reference, rivals: readonly string[]): void => {
    const path = outputPath(alias.text);
    const place = { ...placeAt(source.file, alias), length: alias.text.length };
    const holder = claims.fileAbove(path) ?? claims.owner(path);
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

  const profiled = [...groups.sections, ...groups.tags, ...groups.authors, ...groups.series].flatMap(
    ({ profile, url }) => (profile === null ? [] : [{ file: profile.file, url, aliases: profile.aliases }]),
  );
  for (const source of [...pages, ...profiled]) for (const alias of old(source)) take(source, alias, []);

  const articles = kept.flatMap(({ article }) =>
    article.gone === null && article.aliases.length > 0 ? [article] : [],
  );
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
  return redirects;
}

/** Without old addresses that are another spelling of the new one: they need no page. */
function old({ url, aliases }: Source): readonly Reference[] {
  return aliases.filter((alias) => outputPath(alias.text) !== outputPath(url));
}
