import type { Article } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import type { Profile } from '../../model/profile.js';
import type { Group } from '../../model/site.js';
import { languageFor, languagesOf } from '../../text/languages.js';
import { archivedByMonth, archiveUrl, monthOf, periodUrl, yearOf } from '../../text/periods.js';
import { createGroupSet, createSectionSet, type GroupDraft } from './groups.js';
import type { ArticleHead } from './input.js';
import { profilesIn } from './profiles.js';

/** The groups that an article is in. */
export interface Membership {
  readonly sections: readonly GroupDraft[];
  readonly tags: readonly GroupDraft[];
  readonly authors: readonly GroupDraft[];
  readonly series: GroupDraft | null;
}

export interface Groups {
  readonly of: ReadonlyMap<Article, Membership>;
  readonly sections: readonly GroupDraft[];
  readonly tags: readonly GroupDraft[];
  readonly authors: readonly GroupDraft[];
  readonly series: readonly GroupDraft[];
  /** Urls of the groups' fronts and archives. */
  readonly urls: ReadonlySet<string>;
}

/**
 * Sorts articles into their groups, from the oldest on. A group exists where a visible article names it (a profile
 * alone makes none: it may have been written for a story that nobody may know of yet), but for the sections of
 * `site.yaml`, which stand in the navigation.
 */
export function formGroups(
  heads: readonly ArticleHead[],
  profiles: readonly Profile[],
  config: Config,
): Groups {
  if (config.languages.length === 0) return groupsIn(heads, profiles, config);
  const byLanguage = new Map<Config, ArticleHead[]>(languagesOf(config).map((local) => [local, []]));
  for (const head of heads)
    byLanguage.get(languageFor(config, config.languages, head.article.lang))?.push(head);
  const all = [...byLanguage].map(([local, own]) =>
    groupsIn(own, profilesIn(profiles, config, local), local),
  );
  return {
    of: new Map(all.flatMap(({ of }) => [...of])),
    sections: all.flatMap(({ sections }) => sections),
    tags: all.flatMap(({ tags }) => tags),
    authors: all.flatMap(({ authors }) => authors),
    series: all.flatMap(({ series }) => series),
    urls: new Set(all.flatMap(({ urls }) => [...urls])),
  };
}

/** The groups of one language: a topic or person that two languages have is a group in each. */
function groupsIn(heads: readonly ArticleHead[], profiles: readonly Profile[], config: Config): Groups {
  const ofKind = (kind: Profile['kind']): Profile[] => profiles.filter((profile) => profile.kind === kind);
  const sections = createSectionSet(config, ofKind('section'));
  const tags = createGroupSet('tag', ofKind('tag'), config);
  const authors = createGroupSet('author', ofKind('author'), config);
  const series = createGroupSet('series', ofKind('series'), config);
  const of = new Map<Article, Membership>();
  const size = new Map<Group, { articles: number; periods: Set<string> }>();

  for (const { article } of heads) {
    const membership: Membership = {
      sections: sections.path(article.section),
      tags: distinct(article.tags.map((tag) => tags.get(tag.text))),
      authors: distinct(article.authors.map((author) => authors.get(author.text))),
      series: article.series === null ? null : series.get(article.series.text),
    };
    of.set(article, membership);
    for (const group of allOf(membership)) {
      const known = size.get(group) ?? { articles: 0, periods: new Set<string>() };
      known.articles += 1;
      known.periods.add(yearOf(article.date.day));
      if (archivedByMonth(group.kind)) known.periods.add(monthOf(article.date.day));
      size.set(group, known);
    }
  }

  const urls = new Set<string>();
  const listed = (group: GroupDraft): boolean => size.has(group) || group.configured;
  const groups = [sections.all(), tags.all(), authors.all(), series.all()].map((all) => all.filter(listed));
  for (const group of groups.flat()) {
    urls.add(group.url);
    const known = size.get(group);
    if (known === undefined || known.articles <= config.front.group) continue;
    urls.add(archiveUrl(group.url));
    for (const period of known.periods) urls.add(periodUrl(group.url, period));
  }
  const [s = [], t = [], a = [], r = []] = groups;
  return { of, sections: s, tags: t, authors: a, series: r, urls };
}

export function allOf(membership: Membership): GroupDraft[] {
  const { sections, tags, authors, series } = membership;
  return [...sections, ...tags, ...authors, ...(series === null ? [] : [series])];
}

function distinct(groups: readonly (GroupDraft | null)[]): GroupDraft[] {
  return [...new Set(groups)].filter((group): group is GroupDraft => group !== null);
}
