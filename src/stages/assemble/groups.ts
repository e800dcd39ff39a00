import type { Article } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import type { GroupKind, Profile } from '../../model/profile.js';
import type { Entry, Group } from '../../model/site.js';
import { sectionPath } from '../../text/languages.js';
import { byName, byText } from '../../text/order.js';
import { slugify } from '../../text/slug.js';
import { nameInWords, wordsOfSlug } from '../../text/slug-names.js';
import { withBase } from '../../text/urls.js';

/** A group while its entries are still being gathered. */
export interface GroupDraft extends Group {
  readonly entries: Entry[];
  /** Named in `site.yaml`: has its pages even without an article. */
  readonly configured: boolean;
}

const FOLDER: { readonly [kind in Exclude<GroupKind, 'section'>]: string } = {
  tag: 'tags',
  author: 'authors',
  series: 'series',
};

export const groupUrl = (
  { root, sections }: Pick<Config, 'root' | 'sections'>,
  kind: GroupKind,
  slug: string,
): string =>
  kind === 'section' ? `${root}${sectionPath(sections, slug)}/` : `${root}${FOLDER[kind]}/${slug}/`;

function draft(
  config: Config,
  kind: GroupKind,
  slug: string,
  name: string,
  profile: Profile | null,
  parent: string | null,
): GroupDraft {
  const { root } = config;
  const url = groupUrl(config, kind, slug);
  const configured =
    kind === 'section' &&
    config.sections.some((section) => section.slug === slug && section.byArticles !== true);
  const link = { name, url: withBase(config.base, url) };
  return { kind, slug, root, name, url, link, profile, entries: [], parent, configured };
}

/** The groups of one kind, found by the names that articles use. */
export interface GroupSet {
  /** The group that a name or profile id means; made where it is new. Null for names without a letter or digit. */
  get(name: string): GroupDraft | null;
  all(): GroupDraft[];
}

/**
 * Names and ids that mean the same fall together: profile id, title and other names, compared as slugs. A group
 * without a profile is called as the oldest article spells it, so that a new article never renames it; call `get`
 * from the oldest article on.
 */
export function createGroupSet(
  kind: Exclude<GroupKind, 'section'>,
  profiles: readonly Profile[],
  config: Config,
): GroupSet {
  const { slugs } = config;
  const byKey = new Map<string, GroupDraft>();
  const byWritten = new Map<string, GroupDraft | null>();
  const bySlug = new Map<string, GroupDraft>();
  /** Profiles without a name in this language. */
  const nameless = new Map<string, Profile>();

  const make = (slug: string, name: string, profile: Profile | null): GroupDraft => {
    const existing = bySlug.get(slug);
    if (existing !== undefined) return existing;
    const group = draft(config, kind, slug, name, profile, null);
    bySlug.set(slug, group);
    return group;
  };

  for (const profile of [...profiles].sort((a, b) => byText(a.file, b.file))) {
    if (profile.title === '') {
      for (const name of [profile.id, ...profile.names]) nameless.set(slugify(name, 'unicode'), profile);
      continue;
    }
    const group = make(profileSlug(profile, slugs), profile.title, profile);
    for (const name of [profile.id, profile.title, ...profile.names]) {
      const key = slugify(name, 'unicode');
      if (!byKey.has(key)) byKey.set(key, group);
    }
  }
  return {
    get(name) {
      const known = byWritten.get(name);
      if (known !== undefined) return known;
      let group: GroupDraft | null = null;
      if (/[\p{L}\p{N}]/u.test(name)) {
        const key = slugify(name, 'unicode');
        const profile = nameless.get(key) ?? null;
        const slug =
          profile !== null ? profileSlug(profile, slugs) : slugs === 'unicode' ? key : slugify(name, slugs);
        group = byKey.get(key) ?? make(slug, nameInWords(name, kind), profile);
        byKey.set(key, group);
      }
      byWritten.set(name, group);
      return group;
    },
    all: () => [...bySlug.values()],
  };
}

/** The address part that a profile's id makes. */
export function profileSlug(profile: Profile, slugs: Config['slugs']): string {
  return profile.id
    .split('/')
    .map((part) => slugify(part, slugs))
    .join('/');
}

/** Sections are paths: every article of `world/europe` stands in `world` too. */
export interface SectionSet {
  /** The groups from the top down. */
  path(section: string): GroupDraft[];
  all(): GroupDraft[];
}

export function createSectionSet(config: Config, profiles: readonly Profile[]): SectionSet {
  const bySlug = new Map<string, GroupDraft>();
  const titles = new Map(config.sections.map((section) => [section.slug, section.title]));
  const profileOf = new Map(profiles.map((profile) => [profileSlug(profile, config.slugs), profile]));
  const get = (slug: string): GroupDraft => {
    const existing = bySlug.get(slug);
    if (existing !== undefined) return existing;
    const cut = slug.lastIndexOf('/');
    const profile = profileOf.get(slug) ?? null;
    const name = (titles.get(slug) ?? profile?.title) || wordsOfSlug(slug.slice(cut + 1));
    const group = draft(config, 'section', slug, name, profile, cut < 0 ? null : slug.slice(0, cut));
    bySlug.set(slug, group);
    return group;
  };
  const path = (section: string): GroupDraft[] => {
    if (section === '') return [];
    const parts = section.split('/');
    return parts.map((_, i) => get(parts.slice(0, i + 1).join('/')));
  };
  for (const section of config.sections) path(section.slug);
  for (const slug of profileOf.keys()) path(slug);
  return { path, all: () => [...bySlug.values()] };
}

/** Sections as `site.yaml` lists them, then by their profiles' `order`, then by name. */
export function sortSections(groups: readonly Group[], config: Config): Group[] {
  const place = new Map(config.sections.map((section, i) => [section.slug, i]));
  const rank = (group: Group): number => place.get(group.slug) ?? Number.MAX_SAFE_INTEGER;
  const inOrder = byProfileOrder(config);
  return [...groups].sort((a, b) => rank(a) - rank(b) || inOrder(a, b));
}

/** By their profiles' `order`, then by name as the language sorts, then by slug and language. */
export function byProfileOrder({ language }: Config): (a: Group, b: Group) => number {
  const order = (group: Group): number => group.profile?.order ?? Number.MAX_SAFE_INTEGER;
  const byNames = byName(language);
  return (a, b) =>
    order(a) - order(b) || byNames(a.name, b.name) || byText(a.slug, b.slug) || byText(a.root, b.root);
}

/** Articles from the oldest on: the order in which names are first spelt. */
export function oldestFirst(a: Article, b: Article): number {
  return a.date.ms - b.date.ms || byText(a.id, b.id);
}
