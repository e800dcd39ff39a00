import type { CatalogueEntry } from '../entry.js';

export const titleAndDate: readonly CatalogueEntry[] = [
  {
    code: 'missing-title',
    severity: 'error',
    title: 'An article has no title',
    explanation:
      'Every page, list and feed shows the headline. A file without any front matter takes it from its first heading.',
    example: '---\ndate: 2023-06-30\n---\nThe sleeper leaves at nine.',
    cure: '---\ntitle: Night trains return\ndate: 2023-06-30\n---\nThe sleeper leaves at nine.',
  },
  {
    code: 'missing-date',
    severity: 'error',
    title: 'An article has no date',
    explanation:
      'Address, order and embargo follow from the date. It may also stand in the file’s name (`2023-06-30-night-trains.md`), or under another name that `fields` of site.yaml maps.',
    example: '---\ntitle: Night trains return\n---\nThe sleeper leaves at nine.',
    cure: '---\ntitle: Night trains return\ndate: 2023-06-30 10:00\n---\nThe sleeper leaves at nine.',
  },
  {
    code: 'invalid-date',
    severity: 'error',
    title: 'A date can’t be read, or does not exist',
    explanation:
      'The date is on no calendar (31 February), at no hour (25:00), means different days in different countries (03/04/2023), or looks like no date at all.',
    example: 'date: 03/04/2023',
    cure: 'date: 2023-04-03',
  },
];
