import type { CatalogueEntry } from '../entry.js';

export const names: readonly CatalogueEntry[] = [
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
];
