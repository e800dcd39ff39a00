import type { CatalogueEntry } from '../entry.js';

export const fields: readonly CatalogueEntry[] = [
  {
    code: 'wrong-shape',
    severity: 'error',
    title: 'A field holds another kind of value',
    explanation: 'A list stands where one value is expected, or a group of fields where a list is.',
    example: 'summary: [one, two]',
    cure: 'summary: one and two',
  },
  {
    code: 'invalid-value',
    severity: 'error',
    title: 'A field has a value that it can’t have',
    explanation:
      'The field takes certain values alone, such as `true` or `false`, a number, a language tag or an address.',
    example: 'draft: maybe',
    cure: 'draft: true',
  },
  {
    code: 'too-long',
    severity: 'error',
    title: 'A field is much longer than it should be',
    explanation:
      'Usually the text of the article slipped into a field because a quote or the closing `---` is missing.',
    example: 'title: (five thousand letters)',
    cure: 'Shorten the field, and check the quotes and the `---` lines.',
  },
  {
    code: 'too-many',
    severity: 'error',
    title: 'A list has too many entries',
    explanation:
      'Each tag and author makes a page, each alias a redirect. An article has at most 250 tags, 100 authors, 1,000 aliases, 200 corrections, 2,000 live posts and 100 pinned articles.',
    example: 'tags: [a, b, c, …]   # a thousand of them',
    cure: 'tags: [railways, night trains]',
  },
  {
    code: 'address-too-long',
    severity: 'error',
    title: 'An address is too long for a disk',
    explanation:
      'The address comes from `slug`, `section`, `url`, or from the folders in which the file lies. Pages below it would have names longer than file systems allow.',
    example: 'section: a/b/c/…   # a hundred sections inside each other',
    cure: 'section: world/europe',
  },
  {
    code: 'section-too-deep',
    severity: 'error',
    title: 'A section lies inside too many others',
    explanation:
      'A section is a path of at most 20 parts, from `section` or from the folders under `content/articles/`. Each part is a section with pages of its own.',
    example: 'section: a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u',
    cure: 'section: world/europe',
  },
  {
    code: 'unknown-kind',
    severity: 'error',
    title: 'There is no such kind of article',
    explanation:
      'The kind decides the label on the page and what search engines are told, so it must be one of a fixed list.',
    example: 'kind: opinon',
    cure: 'kind: opinion',
  },
  {
    code: 'unknown-correction-type',
    severity: 'error',
    title: 'There is no such type of correction',
    explanation: 'A correction is a `correction`, a `clarification`, an `update` or a `retraction`.',
    example: 'corrections:\n  - { date: 2023-07-01, text: A wrong fare., type: erratum }',
    cure: 'corrections:\n  - { date: 2023-07-01, text: A wrong fare., type: correction }',
  },
  {
    code: 'incomplete-entry',
    severity: 'error',
    title: 'A correction or live post lacks its date or text',
    explanation: 'Readers see when something was corrected or reported, and what.',
    example: 'corrections:\n  - text: An earlier version gave a wrong fare.',
    cure: 'corrections:\n  - date: 2023-07-01\n    text: An earlier version gave a wrong fare.',
  },
  {
    code: 'misspelt-field',
    severity: 'warning',
    title: 'A field is almost called like one of Dateline’s',
    explanation:
      'Fields that Dateline does not know are kept for templates. This one is one letter away from a known one, so it is probably a slip.',
    example: 'sumary: The sleeper leaves again.',
    cure: 'summary: The sleeper leaves again.',
  },
  {
    code: 'unclear-visibility',
    severity: 'error',
    title: 'A field asks to hide the article, in words that Dateline does not know',
    explanation:
      'To publish what should have waited is the one mistake that cannot be taken back. So a field such as `embargoed`, `private`, `visible: false` or `status: draft` is not passed over.',
    example: 'embargoed: true',
    cure: 'embargo: 2023-07-01 06:00',
  },
];
