import type { CatalogueEntry } from '../entry.js';

export const fronts: readonly CatalogueEntry[] = [
  {
    code: 'slot-empty',
    severity: 'warning',
    title: 'A slot can never show anything',
    explanation:
      'A slot of a front shows the articles under `items` and what its `query` finds. This one has neither.',
    example: 'slots:\n  - name: election',
    cure: 'slots:\n  - name: election\n    query: { tag: election, limit: 4 }',
  },
  {
    code: 'slot-duplicate',
    severity: 'error',
    title: 'Two slots of a front have one name',
    explanation:
      'A template finds a slot by its name. `lead:` and `secondary:` are slots of these names too.',
    example: 'lead: world/summit-ends\nslots:\n  - { name: lead, items: [politics/vote] }',
    cure: 'lead: world/summit-ends',
  },
  {
    code: 'slot-time',
    severity: 'error',
    title: 'A slot’s time is not a date',
    explanation: '`from` and `until` are dates as in articles, in the time zone of the site.',
    example: 'until: sunday evening',
    cure: 'until: 2026-11-30 20:00',
  },
  {
    code: 'slot-times-crossed',
    severity: 'error',
    title: 'A slot ends before it begins',
    explanation: 'Such a slot would never be shown.',
    example: 'from: 2026-11-30\nuntil: 2026-11-29',
    cure: 'from: 2026-11-29\nuntil: 2026-11-30',
  },
];
