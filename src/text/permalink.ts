import type { SectionConfig } from '../model/config.js';
import { sectionPath } from './languages.js';
import { type SlugMode, slugify, slugPath } from './slug.js';

/** What an article's address is made of. */
export interface AddressParts {
  readonly id: string;
  readonly slug: string;
  readonly section: string;
  /** `2023-06-30` */
  readonly day: string;
}

/** What makes addresses in one language of a site. */
export interface PermalinkConfig {
  readonly permalink: string;
  readonly slugs: SlugMode;
  readonly root: string;
  readonly sections: readonly SectionConfig[];
}

/**
 * Makes addresses by a pattern such as `/:year/:month/:slug/`, below the folder of the language; what is empty leaves no
 * part behind.
 */
export function permalinkOf({
  permalink,
  slugs,
  root,
  sections,
}: PermalinkConfig): (parts: AddressParts) => string {
  const pieces = permalink.split(/(:year|:month|:day|:section|:slug|:id)(?![a-z])/);
  return ({ id, slug, section, day }) => {
    let url = root;
    for (const piece of pieces) {
      if (piece === ':slug') url += slug;
      else if (piece === ':year') url += day.slice(0, 4);
      else if (piece === ':month') url += day.slice(5, 7);
      else if (piece === ':day') url += day.slice(8, 10);
      else if (piece === ':section') url += sectionPath(sections, section);
      else if (piece === ':id') url += slugPath(id, slugs) || slugify(id, slugs);
      else url += piece;
    }
    return `/${url}/`.replace(/\/{2,}/g, '/');
  };
}
