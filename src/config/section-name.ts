import { sortKey } from '../text/order.js';
import { type SlugMode, slugPath } from '../text/slug.js';

/** The section that `site.yaml` means by a name: by its title in any case, as articles may write it, else by its slug. */
export function sectionSlug(
  name: string,
  sections: readonly { readonly slug: string; readonly title: string }[],
  slugs: SlugMode,
): string {
  const key = sortKey(name);
  return sections.find(({ title }) => sortKey(title) === key)?.slug ?? slugPath(name, slugs);
}
