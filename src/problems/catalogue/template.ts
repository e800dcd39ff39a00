import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/template.ts`. */
export const template: readonly CatalogueEntry[] = [
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
  {
    code: 'template-unknown-name',
    severity: 'error',
    title: 'A variable that no page has',
    explanation:
      'In `{% if %}`, `{% for %}` and `{% set %}` an undefined variable counts as false or empty and would say nothing; so names are checked before any page is made: against the views, and what templates set, loop over, import and give to macros. A layout or an include may use what only some of the templates around it set.',
    example: '{% if artcle.image %}…{% endif %}',
    cure: '{% if article.image %}…{% endif %}; where its absence is meant, {% if name is defined %}…{% endif %}',
  },
  {
    code: 'template-other-page',
    severity: 'error',
    title: 'A variable that only other kinds of pages have',
    explanation:
      'Each kind of page has a view of its own. Templates that several kinds share (layouts, includes) may ask for a variable of any of them.',
    example: '{# in article.njk #} {% for story in latest %}…{% endfor %}',
    cure: '{% for story in related %}…{% endfor %}',
  },
  {
    code: 'template-macro-scope',
    severity: 'error',
    title: "An imported file does not see the page's view",
    explanation:
      'A file that is imported without `with context` sees `page`, `site` and the arguments of its macros, and nothing else of the view.',
    example: '{# in macros.njk #} {% macro byline() %}{{ article.authors | length }}{% endmacro %}',
    cure: '{% macro byline(article) %}{{ article.authors | length }}{% endmacro %}',
  },
  {
    code: 'template-unknown-field',
    severity: 'error',
    title: 'A field that a view does not have',
    explanation:
      'The fields of every view are listed in docs/templates.md. In a condition, one that does not exist would silently be false for ever. An include or a macro may ask for a field that only some of what it is given has.',
    example: '{% if article.pictures %}…{% endif %}',
    cure: '{% if article.image %}…{% endif %}',
  },
  {
    code: 'template-unused-block',
    severity: 'warning',
    title: 'A block that is never shown',
    explanation:
      'A template that extends another one shows only blocks which that one has a place for. Where a block of a similar name is there, it is an error: see `template-misspelt-block`.',
    example: '{% extends "base.njk" %}{% block sidebar %}…{% endblock %}',
    cure: 'In base.njk: {% block sidebar %}{% endblock %}; or take the block out.',
  },
  {
    code: 'template-misspelt-block',
    severity: 'error',
    title: 'A block whose name is misspelt',
    explanation:
      'The template that this one extends has no such block, but one of a similar name. Nothing of this block would be shown, and the other would be as it was.',
    example: '{% extends "base.njk" %}{% block mian %}…{% endblock %}',
    cure: '{% extends "base.njk" %}{% block main %}…{% endblock %}',
  },
  {
    code: 'template-import-missing',
    severity: 'error',
    title: 'An imported macro does not exist',
    explanation:
      'Macros and variables that a file makes outside of macros and blocks can be imported, except those that begin with `_` and those that it imported itself.',
    example: '{% from "partials/macros.njk" import crad %}',
    cure: '{% from "partials/macros.njk" import card %}',
  },
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
  {
    code: 'template-encoding',
    severity: 'error',
    title: 'A file of the theme is not UTF-8',
    explanation:
      'Dateline reads templates and texts of a theme in UTF-8, the encoding of every current editor. In another one, letters would come out as other signs.',
    example: 'templates/article.njk   # saved as Latin-1',
    cure: 'Open the file, choose “Save with encoding: UTF-8”, and save it.',
  },
  {
    code: 'theme-texts',
    severity: 'error',
    title: 'The texts of the theme can’t be read',
    explanation:
      'The words of a theme stand in `templates/texts/`, a file for each language with one text on a line. One that has a mistake in it gives no word at all.',
    example: 'home.latest: Latest: all news',
    cure: 'home.latest: "Latest: all news"',
  },
  {
    code: 'theme-text-twice',
    severity: 'error',
    title: 'A text of the theme stands twice in one file',
    explanation: 'Each name has one text in each language. Nobody could say which of the two is meant.',
    example: 'related: Related\nrelated: More on this',
    cure: 'related: More on this',
  },
  {
    code: 'theme-text-unknown',
    severity: 'warning',
    title: 'A text whose name is probably misspelt',
    explanation:
      'The theme has no text of this name, none of the site’s own templates asks for it, and a name of the theme is nearly the same. The names are listed in docs/templates.md.',
    example: 'relatd.more: More on this',
    cure: 'related.more: More on this',
  },
  {
    code: 'theme-file-unused',
    severity: 'warning',
    title: 'A file in templates/ that is not used',
    explanation:
      'Templates end in `.njk`, texts are in `texts/LANGUAGE.yaml`, everything that browsers load is in `assets/`. A template that no page reaches is told of where its name is nearly that of a file of the theme, or that of a slot that there is not. Files of other kinds, such as a README, may stand there and are left alone.',
    example: 'templates/texts/English.yaml',
    cure: 'templates/texts/en.yaml',
  },
];
