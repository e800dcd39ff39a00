import type { Entry, Group, Site } from '../model/site.js';
import type { AlternateView } from '../model/view.js';
import { absolute } from './urls.js';

/** A page in one of the languages of a site. */
export interface Counterpart {
  /** The tag by which search engines know it. */
  readonly lang: string;
  /** Path on the site below its base. */
  readonly url: string;
}

/**
 * A page that every language has, as far as `has` says so: the front page, the archive, the corrections. Empty where
 * one language alone has it, as for all below.
 *
 * @param path behind the root of the language: `archive/`
 */
export function sharedPage(
  { languages }: Site,
  path: string,
  has: (local: Site) => boolean = () => true,
): readonly Counterpart[] {
  return several(
    languages.filter(has).map(({ config }) => ({ lang: config.language, url: config.root + path })),
  );
}

/** The front of a section, tag, author or series in all languages that have one. */
export function groupCounterparts({ languages }: Site, { kind, slug }: Group): readonly Counterpart[] {
  if (languages.length < 2) return NONE;
  return several(
    languages.flatMap((local) => {
      const found = groupsOf(local).get(`${kind}:${slug}`);
      return found === undefined ? [] : [{ lang: local.config.language, url: found.url }];
    }),
  );
}

/** A story in all languages, whether search engines are told of it or not; of two in one language the original. */
export function storyCounterparts(site: Site, entry: Entry): readonly Counterpart[] {
  if (entry.translations.length < 2) return NONE;
  const all = entry.translations.flatMap((id) => site.byId.get(id) ?? []);
  const originals = all.filter(({ article }) => article.translationOf === null);
  const byLang = new Map<string, string>([[entry.article.lang, entry.article.url]]);
  for (const { article } of [...originals, ...all])
    if (!byLang.has(article.lang)) byLang.set(article.lang, article.url);
  return several([...byLang].map(([lang, url]) => ({ lang, url })));
}

/**
 * What search engines are told of a page's counterparts, then `x-default`, which is the one for readers of all other
 * languages: in the main language, else the first.
 */
export function alternatesFor({ config, languages }: Site, all: readonly Counterpart[]): AlternateView[] {
  const [first] = all;
  if (first === undefined) return [];
  const main = languages[0]?.config.language;
  const fallback = all.find(({ lang }) => lang === main) ?? first;
  const view = (lang: string, url: string): AlternateView => ({ lang, url: absolute(config.url, url) });
  return [...all.map(({ lang, url }) => view(lang, url)), view('x-default', fallback.url)];
}

const NONE: readonly Counterpart[] = [];

const several = (all: readonly Counterpart[]): readonly Counterpart[] => (all.length < 2 ? NONE : all);

/** Groups by kind and slug, found once for each language of a site. */
const known = new WeakMap<Site, ReadonlyMap<string, Group>>();

function groupsOf(site: Site): ReadonlyMap<string, Group> {
  let groups = known.get(site);
  if (groups === undefined) {
    const all = [...site.sections, ...site.tags, ...site.authors, ...site.series];
    groups = new Map(all.map((group) => [`${group.kind}:${group.slug}`, group]));
    known.set(site, groups);
  }
  return groups;
}

/** A site with something else in it, in all of its languages alike. */
export function withEverywhere(site: Site, change: Partial<Omit<Site, 'config' | 'languages'>>): Site {
  const languages: Site[] = [];
  const all: Site = { ...site, ...change, languages };
  for (const one of site.languages) languages.push(one === site ? all : { ...one, ...change, languages });
  return all;
}
