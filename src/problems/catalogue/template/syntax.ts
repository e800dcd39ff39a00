import type { CatalogueEntry } from '../entry.js';

export const syntax: readonly CatalogueEntry[] = [
  {
    code: 'template-syntax',
    severity: 'error',
    title: "A template can't be read",
    explanation:
      'Something between `{{` and `}}` or `{%` and `%}` is no Nunjucks. Every template that a page can reach is read before one is made, so all such mistakes are told in one run.',
    example: '<h1>{{ article title }}</h1>',
    cure: '<h1>{{ article.title }}</h1>',
  },
  {
    code: 'template-tag-open',
    severity: 'error',
    title: 'A tag is never closed',
    explanation: 'The place is that of the tag which is still open where the file ends.',
    example: '{% if article.image %}\n<figure>…</figure>',
    cure: '{% if article.image %}\n<figure>…</figure>\n{% endif %}',
  },
  {
    code: 'template-stray-end',
    severity: 'error',
    title: 'An end tag fits nothing',
    explanation: 'Tags must be closed in the order in which they were opened, the innermost first.',
    example: '{% block main %}{% if article.image %}…{% endblock %}',
    cure: '{% block main %}{% if article.image %}…{% endif %}{% endblock %}',
  },
  {
    code: 'template-unknown-tag',
    severity: 'error',
    title: 'A tag that does not exist',
    explanation: 'A word after `{%` is none of the tags that Nunjucks knows.',
    example: '{% inclde "partials/card.njk" %}',
    cure: '{% include "partials/card.njk" %}',
  },
  {
    code: 'template-comment-open',
    severity: 'error',
    title: 'A comment never ends',
    explanation: 'Everything behind `{#` is a comment, up to the next `#}`.',
    example: '{# the byline',
    cure: '{# the byline #}',
  },
  {
    code: 'template-output-open',
    severity: 'error',
    title: 'A value to print never ends',
    explanation: 'What `{{` begins, `}}` must end.',
    example: '<h1>{{ article.title </h1>',
    cure: '<h1>{{ article.title }}</h1>',
  },
  {
    code: 'template-stray-comment-end',
    severity: 'error',
    title: 'The end of a comment where none is open',
    explanation:
      'Nunjucks reads every `#}` as the end of a comment, also in a style sheet or script that stands in a template.',
    example: '<style>a{color:{{ color }}#}</style>',
    cure: 'Take it out, or put a space between the two characters.',
  },
  {
    code: 'template-block-twice',
    severity: 'error',
    title: 'Two blocks of one name in a template',
    explanation: 'A template that extends this one could not say which of the two it means.',
    example: '{% block side %}{% endblock %} … {% block side %}{% endblock %}',
    cure: '{% block side %}{% endblock %} … {% block foot %}{% endblock %}',
  },
  {
    code: 'template-set-field',
    severity: 'error',
    title: '`set` can only make variables',
    explanation:
      'What a template sees is shared with other pages and never changes. Nunjucks itself would pass over the line without a word.',
    example: '{% set page.title = "News" %}',
    cure: '{% set heading = "News" %}',
  },
];
