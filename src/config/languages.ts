import type { Config, SectionConfig } from '../model/config.js';
import type { Problem } from '../model/problem.js';
import { invalidPrefix, languageTwice, prefixTaken, unknownLanguage } from '../problems/config/languages.js';
import {
  duplicateSection,
  invalidSectionSlug,
  reservedSection,
  unknownSection,
} from '../problems/config/sections.js';
import { invalidLink, unsafePath } from '../problems/config/values.js';
import { countryForLanguage } from '../problems/front-matter/doubts.js';
import type { Located } from '../problems/locate.js';
import { didYouMean } from '../problems/suggest.js';
import type { SiteOptions } from '../schema/site.js';
import { dirOf, meantByCountry } from '../text/lang.js';
import { ownNameOf } from '../text/languages.js';
import { isReserved } from '../text/reserved.js';
import { slugify, slugPath } from '../text/slug.js';
import { climbs, isLinkAddress, readLanguage } from './address.js';
import type { Path } from './fit.js';
import { titleOf } from './sections.js';
import { readTexts } from './texts.js';

type PlaceOf = (path: Path, part?: 'key' | 'value') => Located;
type Written = SiteOptions['languages'][string];

/**
 * The site in its other languages: each the main configuration with what `languages` says otherwise. Addresses of the
 * main language are never touched: another language stands below a prefix that nothing else has.
 */
export function readLanguages(
  options: SiteOptions,
  main: Config,
  placeOf: PlaceOf,
  problems: Problem[],
): readonly Config[] {
  const tags = new Map([[main.language, 'language']]);
  const roots = new Map<string, string>();
  return Object.entries(options.languages).flatMap(([written, parts]): Config[] => {
    const at = ['languages', written];
    const language = readLanguage(written);
    if (language === null) {
      problems.push(unknownLanguage(placeOf(at, 'key'), written));
      return [];
    }
    tellOfCountry(language, placeOf(at, 'key'), problems);
    const before = tags.get(language);
    if (before !== undefined) {
      problems.push(languageTwice(placeOf(at, 'key'), language, before === 'language'));
      return [];
    }
    tags.set(language, 'languages');
    const root = readPrefix(parts.prefix ?? `/${written}/`);
    const place = parts.prefix === undefined ? placeOf(at, 'key') : placeOf([...at, 'prefix']);
    if (root === null) {
      problems.push(invalidPrefix(place, parts.prefix ?? written));
      return [];
    }
    const holder = holderOf(root, main, roots);
    if (holder !== null) problems.push(prefixTaken(place, root, holder));
    roots.set(root, language);
    checkLinks(parts, at, placeOf, problems);
    return [
      {
        ...main,
        language,
        dir: dirOf(language),
        languageName: parts.name ?? ownNameOf(language),
        root,
        languages: [],
        title: parts.title ?? main.title,
        tagline: said(parts.tagline, parts.title, main.tagline),
        description: said(parts.description, parts.title, main.description),
        copyright: parts.copyright ?? main.copyright,
        sections: sectionsOf(parts, main, [...at, 'sections'], placeOf, problems),
        navigation: parts.navigation ?? null,
        footer: parts.footer ?? main.footer,
        texts: readTexts(parts.texts, [...at, 'texts'], placeOf, problems),
      },
    ];
  });
}

/** Tells of a country's code in the place of a language's. What is a language as well is meant here. */
export function tellOfCountry(language: string, place: Located, problems: Problem[]): void {
  const meant = meantByCountry(language, [language]);
  if (meant !== null) problems.push(countryForLanguage(place, language, meant));
}

/** A language with a name of its own for the site must not stand under another language's words. */
const said = (own: string | undefined, title: string | undefined, main: string | null): string | null =>
  own ?? (title === undefined ? main : null);

/** `sq`, `/sq`, `/sq/` → `/sq/`; null where it is no folder of one name. */
function readPrefix(written: string): string | null {
  const name = written.replace(/^\/|\/$/g, '');
  return /^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}_-]*$/u.test(name)
    ? `/${name.normalize('NFC').toLowerCase()}/`
    : null;
}

/** Who has a prefix already, in words. */
function holderOf(root: string, main: Config, roots: ReadonlyMap<string, string>): string | null {
  const name = root.slice(1, -1);
  const other = roots.get(root);
  if (other !== undefined) return `the language \`${other}\``;
  if (isReserved(name)) return 'a page that Dateline makes itself';
  const section = main.sections.find(({ slug }) => slug.split('/')[0] === name);
  return section === undefined ? null : `the section \`${section.slug}\``;
}

function sectionsOf(
  { sections: written }: Written,
  main: Config,
  at: Path,
  placeOf: PlaceOf,
  problems: Problem[],
): readonly SectionConfig[] {
  if (written === undefined) return main.sections.map((section) => ({ ...section, byArticles: true }));
  const known = main.sections.map(({ slug }) => slug);
  const seen = new Map<string, string>();
  const read = Object.entries(written).flatMap(([name, value]): (SectionConfig & { own: string })[] => {
    const slug = slugPath(name, main.slugs);
    const place = placeOf([...at, name], 'key');
    const near = known.includes(slug) ? null : didYouMean(slug, known);
    if (slug === '' || near !== null) {
      problems.push(unknownSection(place, slug === '' ? name : slug, known));
      return [];
    }
    const parts = typeof value === 'string' ? { title: value, nav: true, slug: undefined } : value;
    const last = slug.split('/').at(-1) ?? slug;
    const own = parts.slug === undefined ? last : slugify(parts.slug, main.slugs);
    if (
      parts.slug !== undefined &&
      (/[/\\]/.test(parts.slug) || own.toLowerCase() !== parts.slug.toLowerCase())
    )
      problems.push(invalidSectionSlug(placeOf([...at, name, 'slug']), parts.slug, own));
    if (isReserved(own) && !slug.includes('/'))
      problems.push(reservedSection(placeOf([...at, name]), own, own));
    return [{ slug, title: parts.title || titleOf(slug), nav: parts.nav, own }];
  });
  // A section that the language doesn't list is there when an article is in it, by its name in the main language.
  const listed = new Set(read.map(({ slug }) => slug));
  const others = main.sections.flatMap((section) =>
    listed.has(section.slug) ? [] : [{ ...section, nav: false, byArticles: true as const }],
  );
  const ownOf = new Map(read.map(({ slug, own }) => [slug, own]));
  return [...read, ...others.map((section) => ({ ...section, own: '' }))].map(({ own: _, ...section }) => {
    const { slug } = section;
    const parts = slug.split('/');
    const path = parts.map((part, i) => ownOf.get(parts.slice(0, i + 1).join('/')) ?? part).join('/');
    const other = seen.get(path);
    if (other !== undefined) problems.push(duplicateSection(placeOf(at), path));
    seen.set(path, slug);
    return path === slug ? section : { ...section, path };
  });
}

function checkLinks(parts: Written, at: Path, placeOf: PlaceOf, problems: Problem[]): void {
  for (const name of ['navigation', 'footer'] as const) {
    parts[name]?.forEach(({ url }, i) => {
      const place = placeOf([...at, name, i, 'url']);
      if (!isLinkAddress(url)) problems.push(invalidLink(place, name, url));
      else if (climbs(url)) problems.push(unsafePath(place, name, url));
    });
  }
}
