import type { CatalogueEntry } from '../entry.js';

export const doubts: readonly CatalogueEntry[] = [
  {
    code: 'expires-early',
    severity: 'warning',
    title: 'An article expires before it appears',
    explanation:
      'It is visible from `date` or `embargo`, whichever is later, until `expires`. Here that is no time at all.',
    example: 'date: 2023-06-30\nexpires: 2022-12-31',
    cure: 'date: 2023-06-30\nexpires: 2023-12-31',
  },
  {
    code: 'country-for-language',
    severity: 'warning',
    title: 'A country stands where a language is meant',
    explanation:
      'Languages have codes of their own: Albanian is `sq`, Greek `el`, Chinese `zh`, Ukrainian `uk`, Japanese `ja`, Czech `cs`, Danish `da`, Swedish `sv`. For the code of a country the theme has no words and dates, and screen readers don’t know how to read it. `se` (Northern Sámi) and `kr` (Kanuri) are languages, too: nothing is told of them where `site.yaml` names them as languages of the site.',
    example: 'lang: al',
    cure: 'lang: sq',
  },
  {
    code: 'updated-early',
    severity: 'warning',
    title: 'An article was updated before it was published',
    explanation:
      '`updated` is printed beside the date of publication. A day before that date would only puzzle readers.',
    example: 'date: 2023-06-30\nupdated: 2023-06-20',
    cure: 'date: 2023-06-30\nupdated: 2023-07-01',
  },
];
