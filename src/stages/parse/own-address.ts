import type { Reference } from '../../model/article.js';
import type { Problem } from '../../model/problem.js';
import { addressOutside, reservedAddress, slugOutside } from '../../problems/front-matter/addresses.js';
import { addressTooLong, invalidValue, sectionTooDeep } from '../../problems/front-matter/fields.js';
import type { ArticleFields } from '../../schema/article.js';
import { sortKey } from '../../text/order.js';
import { permalinkOf } from '../../text/permalink.js';
import { isReserved, isReservedInside } from '../../text/reserved.js';
import { slugify, slugPath } from '../../text/slug.js';
import {
  DEEPEST_SECTION,
  type FileName,
  LONGEST_ADDRESS,
  LONGEST_GROUP,
  reservedFile,
  reservedPart,
  sitePath,
} from './addresses.js';
import type { ParseConfig } from './config.js';
import type { Written } from './fields.js';
import type { LocalConfig } from './languages.js';

type Head = Written<ArticleFields>;

/** What an article's front matter and the name of its file say of where it stands on the site. */
export interface OwnAddress {
  slugOf(head: Head, name: FileName, title: string, problems: Problem[]): string;
  sectionOf(head: Head, name: FileName, problems: Problem[]): string;
  /** The article's address; an own one that ends in `.html` becomes a folder, and the old spelling leads to it. */
  urlOf(
    head: Head,
    parts: { id: string; slug: string; section: string; day: string },
    problems: Problem[],
  ): { path: string; old: Reference | null };
}

export function ownAddress(config: ParseConfig, local: LocalConfig): OwnAddress {
  const permalink = permalinkOf({ ...config, ...local });
  // Sections may be called as in the main language too.
  const sections = new Map(
    [...config.sections, ...local.sections].map((section) => [sortKey(section.title), section.slug]),
  );
  for (const { slug, path } of local.sections) if (path !== undefined) sections.set(path, slug);
  return { slugOf, sectionOf, urlOf };

  function slugOf(head: Head, name: FileName, title: string, problems: Problem[]): string {
    const written = head.values.slug;
    if (written === undefined) return slugify(name.name === '' ? title : name.name, config.slugs);
    if (isPath(written)) problems.push(slugOutside(head.place('slug'), written));
    return slugify(written, config.slugs);
  }

  function sectionOf(head: Head, name: FileName, problems: Problem[]): string {
    const written = head.values.section;
    if (written?.split('/').some((part) => /^\s*\.+\s*$/.test(part))) {
      problems.push(
        invalidValue(head.place('section'), head.nameOf('section'), 'the name of a section', written),
      );
      return '';
    }
    const section =
      written === undefined
        ? slugPath(name.folders.join('/'), config.slugs) || (config.defaultSection ?? '')
        : (sections.get(sortKey(written)) ?? slugPath(written, config.slugs));
    const [top = '', ...rest] = section.split('/');
    const taken = section === '' ? undefined : isReserved(top) ? top : rest.find(isReservedInside);
    if (taken !== undefined) problems.push(reservedAddress(head.place('section'), `/${section}/`, taken));
    if (rest.length >= DEEPEST_SECTION) problems.push(sectionTooDeep(head.place('section'), DEEPEST_SECTION));
    else if (section.length > LONGEST_GROUP)
      problems.push(addressTooLong(head.place('section'), `/${section}/`, LONGEST_GROUP));
    return section;
  }

  function urlOf(
    head: Head,
    parts: { id: string; slug: string; section: string; day: string },
    problems: Problem[],
  ): { path: string; old: Reference | null } {
    const written = head.values.url;
    let path = permalink(parts);
    let old: Reference | null = null;
    if (written !== undefined) {
      const result = sitePath(written, config);
      if ('path' in result) {
        path = result.path;
        if (!path.endsWith('/')) {
          const needed = reservedFile(path);
          if (needed !== null) problems.push(reservedAddress(head.place('url'), path, needed));
          old = { text: path, ...(head.spots.url ?? { line: 1, column: 1 }) };
          path = `${path.replace(/\.[a-z0-9]+$/i, '')}/`;
        }
      } else if (result.fault === 'empty') problems.push(reservedAddress(head.place('url'), written, ''));
      else problems.push(addressOutside(head.place('url'), head.nameOf('url'), written));
    }
    if (path.length > LONGEST_ADDRESS)
      problems.push(addressTooLong(head.place('url'), path, LONGEST_ADDRESS));
    const taken = reservedPart(path.startsWith(local.root) ? path.slice(local.root.length - 1) : path);
    if (taken !== null && parts.day !== '0000-00-00') {
      const field = written !== undefined ? 'url' : head.values.slug !== undefined ? 'slug' : 'title';
      problems.push(reservedAddress(head.place(field), path, taken));
    }
    return { path, old };
  }
}

/** A slug that is a path once its escapes are decoded would leave its folder. */
function isPath(slug: string): boolean {
  const plain = slug.replace(/%2f/gi, '/').replace(/%5c/gi, '\\').replace(/%2e/gi, '.');
  return /[/\\]/.test(plain) || /^\.+$/.test(plain);
}
