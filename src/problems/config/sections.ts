import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';
import { suggestion } from '../suggest.js';

/** What is wrong with the sections. */

export const reservedSection = (place: Located, slug: string, segment: string): Problem => ({
  ...place,
  code: 'reserved-section',
  severity: 'error',
  message: `The section \`${shown(slug)}\` cannot have the address \`/${shown(slug)}/\`: \`${segment}\` is the address of a page that Dateline makes itself.`,
  hint: `Give the section another address and keep its name: \`{ title: ${segment.charAt(0).toUpperCase()}${segment.slice(1)}, slug: ${/^\d+$/.test(segment) ? `year-${segment}` : `${segment}-news`} }\``,
});

export const invalidSectionSlug = (place: Located, slug: string, clean: string): Problem => ({
  ...place,
  code: 'invalid-section-slug',
  severity: 'error',
  message: `\`${shown(slug)}\` cannot be the address of a section. An address holds letters, digits and hyphens, and \`/\` between a section and the one inside it.`,
  hint:
    clean === '' ? 'Write a slug in letters: `slug: world`' : `Write it like this: \`slug: ${shown(clean)}\``,
});

export const duplicateSection = (place: Located, slug: string): Problem => ({
  ...place,
  code: 'duplicate-section',
  severity: 'error',
  message: `There are two sections with the address \`/${shown(slug)}/\`. Their articles would stand on one page.`,
  hint: 'Delete one of them, or give one another slug: `{ title: World, slug: world-news }`',
});

export const unknownSection = (place: Located, slug: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-section',
  severity: 'warning',
  message: `\`defaultSection\` names the section \`${shown(slug)}\`, which is not in \`sections\`.${suggestion(slug, known)}`,
  hint: `Correct the name, or add it to the list: \`sections: [${[...known.slice(0, 3), slug].join(', ')}]\``,
});
