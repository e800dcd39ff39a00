import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import { sectionTaken } from '../../problems/site.js';
import { languageFor, languagesOf } from '../../text/languages.js';
import { outputPath } from '../../text/urls.js';
import { addressKey, type Claims, placeAt } from './claims.js';
import { groupUrl, profileSlug } from './groups.js';
import type { ArticleHead, AssembleInput } from './input.js';
import type { Groups, Membership } from './membership.js';

/** Which sections have their address. */
export interface SectionClaims {
  /** Takes the addresses of sections that have a profile, as far as articles name them. */
  takeDescribed(): void;
  /** Whoever keeps a section from its address; null where it has it. */
  take(url: string, name: string): string | null;
}

/** Takes the addresses of the sections of `site.yaml` at once. */
export function takeOwnSections(
  { config, profiles }: AssembleInput,
  heads: readonly ArticleHead[],
  claims: Claims,
): SectionClaims {
  const held = new Set<string>();
  const take = (url: string, name: string): string | null => {
    if (held.has(url)) return null;
    const holder = claims.take(outputPath(url), `the section "${name}"`);
    if (holder === null) held.add(url);
    return holder;
  };
  // What a section lies in is as much the owner's as the section itself.
  const takeAll = (local: Config, slug: string): void => {
    for (const part of pathOf(slug)) take(groupUrl(local, 'section', part), part);
  };
  const languages = languagesOf(config);
  for (const local of languages) {
    for (const { slug, title } of local.sections) {
      take(groupUrl(local, 'section', slug), title);
      takeAll(local, slug);
    }
  }
  return {
    take,
    takeDescribed() {
      const named = new Map(languages.map((local) => [local, new Set<string>()]));
      for (const { article } of heads) {
        const own = named.get(languageFor(config, config.languages, article.lang));
        for (const part of pathOf(article.section)) own?.add(part);
      }
      for (const profile of profiles) {
        const slug = profileSlug(profile, config.slugs);
        for (const local of profile.kind === 'section' ? languages : [])
          if (named.get(local)?.has(slug)) takeAll(local, slug);
      }
    },
  };
}

/** `a/b/c` → `a`, `a/b`, `a/b/c`. */
function pathOf(section: string): string[] {
  const parts = section === '' ? [] : section.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/**
 * The groups without the sections whose address belongs to something else, and without what lies below them. Their
 * articles stay, in the sections above alone: a section must not take a page away, nor a page a whole section's news.
 */
export function refuseSections(
  groups: Groups,
  heads: readonly ArticleHead[],
  claims: SectionClaims,
  statics: readonly string[],
  problems: Problem[],
): Groups {
  const files = new Map(statics.map((url) => [addressKey(outputPath(url)), `content/static${url}`]));
  /** By url, since a section may be refused in one language alone. */
  const refused = new Map<string, string>();
  for (const { name, url, configured, profile } of groups.sections) {
    const file = configured || profile !== null ? undefined : files.get(addressKey(outputPath(url)));
    const holder = file ?? claims.take(url, name);
    if (holder !== null) refused.set(url, holder);
  }
  if (refused.size === 0) return groups;

  const isRefused = (url: string): boolean => [...refused.keys()].some((other) => url.startsWith(other));
  const gone = groups.sections.filter(({ url }) => isRefused(url)).map(({ url }) => url);
  for (const { article } of heads) {
    const section = groups.of.get(article)?.sections.find(({ url }) => refused.has(url));
    if (section === undefined) continue;
    const { slug, url } = section;
    const place = placeAt(article.file, article.spots.section);
    problems.push(sectionTaken(place, slug, url, refused.get(url) ?? ''));
  }
  const without = (membership: Membership): Membership => ({
    ...membership,
    sections: membership.sections.filter(({ url }) => !isRefused(url)),
  });
  return {
    ...groups,
    of: new Map([...groups.of].map(([article, membership]) => [article, without(membership)])),
    sections: groups.sections.filter(({ url }) => !isRefused(url)),
    urls: new Set([...groups.urls].filter((url) => !gone.some((section) => url.startsWith(section)))),
  };
}
