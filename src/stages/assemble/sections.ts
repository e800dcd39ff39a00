import type { Problem } from '../../model/problem.js';
import { sectionTaken } from '../../problems/site.js';
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
  take(slug: string, name: string): string | null;
}

/** Takes the addresses of the sections of `site.yaml` at once. */
export function takeOwnSections(
  { config, profiles }: AssembleInput,
  heads: readonly ArticleHead[],
  claims: Claims,
): SectionClaims {
  const held = new Set<string>();
  const take = (slug: string, name: string): string | null => {
    if (held.has(slug)) return null;
    const holder = claims.take(outputPath(groupUrl('section', slug)), `the section "${name}"`);
    if (holder === null) held.add(slug);
    return holder;
  };
  // What a section lies in is as much the owner's as the section itself.
  const takeAll = (slug: string): void => {
    for (const part of pathOf(slug)) take(part, part);
  };
  for (const { slug, title } of config.sections) {
    take(slug, title);
    takeAll(slug);
  }
  return {
    take,
    takeDescribed() {
      const named = new Set(heads.flatMap(({ article }) => pathOf(article.section)));
      for (const profile of profiles) {
        const slug = profileSlug(profile, config.slugs);
        if (profile.kind === 'section' && named.has(slug)) takeAll(slug);
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
  const refused = new Map<string, string>();
  for (const { slug, name, url, configured, profile } of groups.sections) {
    const file = configured || profile !== null ? undefined : files.get(addressKey(outputPath(url)));
    const holder = file ?? claims.take(slug, name);
    if (holder !== null) refused.set(slug, holder);
  }
  if (refused.size === 0) return groups;

  const isRefused = (slug: string): boolean => pathOf(slug).some((part) => refused.has(part));
  const gone = groups.sections.filter(({ slug }) => isRefused(slug)).map(({ url }) => url);
  for (const { article } of heads) {
    const slug = pathOf(article.section).find((part) => refused.has(part));
    const holder = slug === undefined ? undefined : refused.get(slug);
    if (slug === undefined || holder === undefined) continue;
    problems.push(
      sectionTaken(placeAt(article.file, article.spots.section), slug, groupUrl('section', slug), holder),
    );
  }
  const without = (membership: Membership): Membership => ({
    ...membership,
    sections: membership.sections.filter(({ slug }) => !isRefused(slug)),
  });
  return {
    ...groups,
    of: new Map([...groups.of].map(([article, membership]) => [article, without(membership)])),
    sections: groups.sections.filter(({ slug }) => !isRefused(slug)),
    urls: new Set([...groups.urls].filter((url) => !gone.some((section) => url.startsWith(section)))),
  };
}
