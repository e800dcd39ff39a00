import type { CatalogueEntry } from '../entry.js';

export const tools: readonly CatalogueEntry[] = [
  {
    code: 'template-missing',
    severity: 'error',
    title: 'A template refers to one that does not exist',
    explanation:
      'Names are paths below `templates/`, the same from every folder; a name that begins with `./` or `../` goes out from the folder of the template that refers.',
    example: '{% include "card.njk" %}',
    cure: '{% include "partials/card.njk" %}, or {% include "card.njk" ignore missing %} where it may be absent',
  },
  {
    code: 'page-template-missing',
    severity: 'error',
    title: 'A page has no template',
    explanation:
      "An article's or a standing page's field `template` names a file in `templates/`; without the field it is the template of the page's kind.",
    example: 'template: longread.njk',
    cure: 'Add the file `templates/longread.njk`, or take the line out.',
  },
  {
    code: 'template-unknown-filter',
    severity: 'error',
    title: 'A filter that does not exist',
    explanation: 'The filters are those of Nunjucks and those in docs/templates.md.',
    example: '{{ article.date | dates }}',
    cure: '{{ article.date | date }}',
  },
  {
    code: 'template-unknown-test',
    severity: 'error',
    title: 'A test that does not exist',
    explanation: 'After `is` stands one of the tests of Nunjucks, such as `defined`, `even` or `string`.',
    example: '{% if related is empty %}…{% endif %}',
    cure: '{% if related.length == 0 %}…{% endif %}',
  },
  {
    code: 'template-random',
    severity: 'error',
    title: 'Pages must not depend on chance',
    explanation:
      'The same content gives the same bytes, so that a build changes only what an editor changed. The filter `random` would change pages at every build.',
    example: '{{ related | random }}',
    cure: '{{ related | first }}',
  },
  {
    code: 'template-unknown-text',
    severity: 'error',
    title: 'A text that the theme does not have',
    explanation:
      "Texts of a theme stand in `templates/texts/LANGUAGE.yaml`. A text is looked for in the page's language, in the site's, then in English.",
    example: "{{ t('relatd.more') }}",
    cure: "{{ t('related.more') }}, or a line `relatd.more: …` in templates/texts/en.yaml",
  },
  {
    code: 'template-text-value',
    severity: 'error',
    title: 'A text was not given a value that it needs',
    explanation: 'A text with `{name}` in it must be given a value for `name` wherever it is used.',
    example: "{{ t('sponsored.by') }}",
    cure: "{{ t('sponsored.by', { name: article.source.name }) }}",
  },
  {
    code: 'template-unknown-asset',
    severity: 'error',
    title: 'An asset that does not exist',
    explanation:
      "`asset` gives the address of a file in `templates/assets/`, with a mark of the file's content in its name.",
    example: "{{ asset('sit.css') }}",
    cure: "{{ asset('site.css') }}",
  },
  {
    code: 'template-date-style',
    severity: 'error',
    title: 'A style of dates that does not exist',
    explanation: 'The styles of the filter `date` are listed in docs/templates.md.',
    example: "{{ article.date | date('%Y') }}",
    cure: "{{ article.date | date('year') }}",
  },
  {
    code: 'template-unknown-argument',
    severity: 'error',
    title: 'A filter does not have the argument that is named',
    explanation:
      'A filter would go on as if nothing had been said. What each takes is in docs/templates.md; `image` takes the attributes of an `img` element, and any name with a hyphen.',
    example: "{{ article.date | date(stile='short') }}",
    cure: "{{ article.date | date(style='short') }}",
  },
  {
    code: 'template-filter-input',
    severity: 'error',
    title: 'A filter was given something of another kind',
    explanation: 'The message says what the filter needs and what it was given.',
    example: '{{ article.authors | date }}',
    cure: '{{ article.date | date }}',
  },
];
