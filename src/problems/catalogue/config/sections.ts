import type { CatalogueEntry } from '../entry.js';

export const sections: readonly CatalogueEntry[] = [
  {
    code: 'reserved-section',
    severity: 'error',
    title: 'A section has an address that Dateline needs itself',
    explanation:
      '`/tags/`, `/authors/`, `/archive/`, the years and some others are pages that every site has.',
    example: 'sections: [Politics, Archive]',
    cure: 'sections:\n  - Politics\n  - { title: Archive, slug: from-the-archive }',
  },
  {
    code: 'invalid-section-slug',
    severity: 'error',
    title: 'A section’s slug cannot be an address',
    explanation:
      'A slug is one or more words of letters, digits and hyphens; `/` stands between a section and the one inside it.',
    example: 'sections:\n  - { title: World, slug: ../world }',
    cure: 'sections:\n  - { title: World, slug: world }',
  },
  {
    code: 'duplicate-section',
    severity: 'error',
    title: 'Two sections have one address',
    explanation:
      'The address is made of the name, or is the `slug`. Sections with one address would be one page.',
    example: 'sections: [World, world]',
    cure: 'sections: [World]',
  },
  {
    code: 'unknown-section',
    severity: 'warning',
    title: 'The default section is not among the sections',
    explanation:
      'Articles that name no section are put into `defaultSection`. One that is not in `sections` stands behind all others in the navigation, which is rarely meant.',
    example: 'sections: [News, Sport]\ndefaultSection: new',
    cure: 'sections: [News, Sport]\ndefaultSection: news',
  },
];
