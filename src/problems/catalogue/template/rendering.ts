import type { CatalogueEntry } from '../entry.js';

export const rendering: readonly CatalogueEntry[] = [
  {
    code: 'template-undefined',
    severity: 'error',
    title: 'Nothing to print',
    explanation:
      '`{{ … }}` and filters take an undefined value for a mistake, nearly always of spelling. None (`null`) is no mistake: every field of a view is always there, and one that is none prints nothing.',
    example: '{{ article.extra.rating }}, or {{ article.image.src }} on an article without a picture',
    cure: "{{ article.extra.rating | default('') }}, or {% if article.image %}{{ article.image.src }}{% endif %}",
  },
  {
    code: 'template-unprintable',
    severity: 'error',
    title: 'Something that is no text is printed',
    explanation: 'Readers would see `[object Object]`.',
    example: '{{ article.section }}',
    cure: '{{ article.section.name }}',
  },
  {
    code: 'template-changes-view',
    severity: 'error',
    title: 'A template changes a list of the view',
    explanation:
      'The same list stands on other pages, so that their content would depend on the order in which pages are made.',
    example: '{% set all = related.push(article) %}',
    cure: '{% set all = related.concat([article]) %}',
  },
  {
    code: 'template-not-callable',
    severity: 'error',
    title: 'Something is called that is neither a macro nor a function',
    explanation: 'Brackets call a macro or a function, and this is a value.',
    example: '{{ article.title() }}',
    cure: '{{ article.title }}',
  },
  {
    code: 'template-endless',
    severity: 'error',
    title: 'A template calls itself without end',
    explanation: 'An include, a parent or a macro leads back to itself, and nothing ever ends it.',
    example: '{# in partials/menu.njk #} {% include "partials/menu.njk" %}',
    cure: '{% if item.children %}{% include "partials/menu.njk" %}{% endif %}',
  },
  {
    code: 'template-failed',
    severity: 'error',
    title: 'A template stopped while it made a page',
    explanation:
      'The message is that of the function or filter that gave up; the place is where it was called.',
    example: '{{ article.title | sum }}',
    cure: '{{ [1, 2] | sum }}; to see what a value is, print {{ value | dump }}',
  },
];
