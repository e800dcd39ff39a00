import type { Place, Problem } from '../model/problem.js';
import { shown } from './quote.js';

/** What `check` asks beyond a build: things that work, but that a reader would miss or trip over. */

export const siteIdMissing = (host: string): Problem => ({
  file: 'content/site.yaml',
  line: 1,
  column: 1,
  code: 'site-id-missing',
  severity: 'warning',
  message:
    'The site has no permanent name, so feeds take the host of `url` for it. With another domain every story would come up as new in every reader’s program.',
  hint: `Write \`id: ${host}\` into site.yaml: that is the name that feeds have now. Leave it there when you move.`,
});

export const missingAlt = (place: Place, src: string): Problem => ({
  ...place,
  code: 'missing-alt',
  severity: 'warning',
  message: `The picture "${shown(src)}" has no alternative text, so a reader who can’t see it learns nothing of it.`,
  hint: `Describe in a few words what it shows, in the front matter \`image: { src: ${shown(src)}, alt: Two fishermen mend a net }\`, in the text \`![Two fishermen mend a net](${shown(src)})\`.`,
});

export const duplicateTitle = (place: Place, other: string): Problem => ({
  ...place,
  code: 'duplicate-title',
  severity: 'warning',
  message: `This headline is also that of ${shown(other)}, published within a week. Readers and search engines can’t tell the two apart.`,
  hint: 'Say in one of the headlines what is new. If it is the same story twice, take one down with `gone: true`.',
});

export const longTitle = (place: Place, length: number): Problem => ({
  ...place,
  code: 'long-title',
  severity: 'warning',
  message: `The headline has ${length} characters. Cards, phones and search results cut it, at about 110 for most.`,
  hint: 'Shorten it, and say the rest in `summary`.',
});

export const nearTag = (place: Place, tag: string, other: string, count: number): Problem => ({
  ...place,
  code: 'near-tag',
  severity: 'warning',
  message: `Only this article has the tag "${shown(tag)}"; ${count} articles have "${shown(other)}".`,
  hint: `If the two mean the same, write \`${shown(other)}\`, or list one under \`names\` in the other’s profile in content/tags/.`,
});
