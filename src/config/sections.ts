import type { SectionConfig } from '../model/config.js';
import type { Problem } from '../model/problem.js';
import { optionMissing } from '../problems/config/options.js';
import { duplicateSection, invalidSectionSlug, reservedSection } from '../problems/config/sections.js';
import type { Located } from '../problems/locate.js';
import type { SectionInput } from '../schema/site/sections.js';
import { isReserved, isReservedInside } from '../text/reserved.js';
import { type SlugMode, slugPath } from '../text/slug.js';
import type { Path } from './fit.js';

type PlaceOf = (path: Path) => Located;

/** The sections of `site.yaml`, nested ones behind the one around them, each with the path of slugs that is its address. */
export function readSections(
  written: readonly SectionInput[],
  slugs: SlugMode,
  placeOf: PlaceOf,
): { readonly sections: SectionConfig[]; readonly problems: Problem[] } {
  const sections: SectionConfig[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();

  const add = (list: readonly SectionInput[], path: Path, parent: string): void => {
    list.forEach((item, i) => {
      const at = [...path, i];
      const named: Exclude<SectionInput, string> = typeof item === 'string' ? plainSection(item) : item;
      const place = placeOf(named.slug !== undefined && typeof item !== 'string' ? [...at, 'slug'] : at);
      if (named.slug === undefined && named.title === undefined) {
        problems.push(optionMissing(place, 'sections.title', 'the name of the section'));
        return;
      }
      const wish = named.slug ?? named.title ?? '';
      const own =
        named.slug === undefined ? slugPath(wish.replaceAll('/', ' '), slugs) : slugPath(wish, slugs);
      if (own === '' || !sound(wish, named.slug, own)) {
        const parts = wish.split('/').filter((part) => !/^\.*$/.test(part));
        problems.push(invalidSectionSlug(place, wish, slugPath(parts.join('/'), slugs)));
        return;
      }
      const slug = parent === '' || own.startsWith(`${parent}/`) ? own : `${parent}/${own}`;
      const [top = '', ...inner] = slug.split('/');
      const taken = isReserved(top) ? top : inner.find(isReservedInside);
      if (taken !== undefined) problems.push(reservedSection(place, slug, taken));
      else if (seen.has(slug)) problems.push(duplicateSection(place, slug));
      seen.add(slug);
      sections.push({ slug, title: named.title ?? titleOf(slug), nav: named.nav });
      if (named.sections) add(named.sections, [...at, 'sections'], slug);
    });
  };
  add(written, ['sections'], '');
  return { sections, problems };
}

/** `World` is a name, `world/europe` and `arts-and-culture` are addresses. */
function plainSection(text: string): Exclude<SectionInput, string> {
  return /^[^\s\p{Lu}]*[/-][^\s\p{Lu}]*$/u.test(text) || /^\p{Ll}+$/u.test(text)
    ? { slug: text, nav: true }
    : { title: text, nav: true };
}

/** A slug that is written out must be one already, but for case and the site's own spelling of letters. */
function sound(wish: string, slug: string | undefined, own: string): boolean {
  if (slug === undefined) return wish.trim() !== '';
  const parts = wish.replace(/^\/|\/$/g, '').split('/');
  return (
    !parts.includes('..') &&
    !parts.includes('.') &&
    parts.length === own.split('/').length &&
    /^[\p{L}\p{N}\p{M}'’_/-]+$/u.test(wish)
  );
}

/** A name for a section that has none but its slug: `world/arts-and-culture` → `Arts and culture`. */
export function titleOf(slug: string): string {
  const words = (slug.split('/').at(-1) ?? slug).replace(/-/g, ' ');
  const first = words[Symbol.iterator]().next().value ?? '';
  return first.toUpperCase() + words.slice(first.length);
}
