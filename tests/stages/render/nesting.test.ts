import { describe, expect, test } from 'vitest';
import { faultOf, unmarked } from './support.js';

/**
 * The mark `«…»` stands around what the problem must point at: a field that only the page shows to be absent, so that
 * the place comes from the running template.
 */
const BAD = '«article.extra.no»';
const macro = (body: string): string => `\n\n{% macro m(x, y='') %}\n  ${body}\n{% endmacro %}\n`;

const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['an include', { 'article.njk': 'a\n{% include "a.njk" %}', 'a.njk': `\n\n  {{ ${BAD} }}` }],
  [
    'an include in an include in a loop',
    {
      'article.njk': '{% for i in [1] %}\n{% include "p/a.njk" %}{% endfor %}',
      'p/a.njk': '\n{% if i %}{% include "./b.njk" %}{% endif %}',
      'p/b.njk': `\n\n\n {{ i }}{{ ${BAD} }}`,
    },
  ],
  [
    'the place behind two includes',
    {
      'article.njk': `{% include "a.njk" %}{% include "a.njk" %}\n {{ ${BAD} }}`,
      'a.njk': '\n\n\n\n\n',
    },
  ],
  [
    'an include by a name that a variable holds',
    { 'article.njk': '\n{% include "a" + ".njk" %}', 'a.njk': `\n\n{{ ${BAD} }}` },
  ],
  [
    'an include that may be absent',
    { 'article.njk': '\n{% include "a.njk" ignore missing %}', 'a.njk': `\n\n{{ ${BAD} }}` },
  ],
  ['a macro of the file itself', { 'article.njk': `${macro('{{ «x.extra.no» }}')}{{ m(article) }}` }],
  [
    'an imported macro',
    {
      'article.njk': '{% from "m.njk" import m %}\n{{ m(article) }}',
      'm.njk': macro('{{ «x.extra.no» }}'),
    },
  ],
  [
    'an imported macro under another name, in a block',
    {
      'article.njk':
        '{% extends "base.njk" %}{% block main %}{% from "m.njk" import m as n %}\n\n{{ n(article) }}{% endblock %}',
      'base.njk': '{% block main %}{% endblock %}',
      'm.njk': macro('{{ «x.extra.no» }}'),
    },
  ],
  [
    'a macro that is imported with the context, called by a macro of another file',
    {
      'article.njk': '{% from "outer.njk" import o with context %}\n{{ o() }}',
      'outer.njk':
        '\n{% from "m.njk" import m with context %}{% macro o() %}\n\n\n{{ m(article) }}{% endmacro %}',
      'm.njk': macro(`{{ ${BAD} }}`),
    },
  ],
  [
    'an include in an imported macro',
    {
      'article.njk': '{% from "m.njk" import m %}\n{{ m(article) }}',
      'm.njk': macro('{% include "a.njk" %}'),
      'a.njk': '\n\n\n\n {{ «x.extra.no» }}',
    },
  ],
  [
    'a macro that an include imports',
    {
      'article.njk': '\n\n{% include "a.njk" %}',
      'a.njk': '{% import "m.njk" as lib %}\n{{ lib.m(article) }}',
      'm.njk': macro('{{ «x.extra.no» }}'),
    },
  ],
  [
    'an argument of a macro of another file',
    {
      'article.njk': `{% from "m.njk" import m %}\n\n {{ m(${BAD} | upper) }}`,
      'm.njk': macro('{{ x }}'),
    },
  ],
  [
    'a default of a macro’s argument',
    { 'article.njk': `\n{% macro m(x, y=article.extra.no) %}\n\n{{ «y» }}{% endmacro %}{{ m(1) }}` },
  ],
  [
    'a named argument on a line of its own',
    {
      'article.njk': `{% from "m.njk" import m %}\n{{ m(article,\n   y=${BAD} | upper) }}`,
      'm.njk': macro('{{ y }}'),
    },
  ],
  [
    'the body of a call block',
    {
      'article.njk': `{% from "m.njk" import m %}\n{% call m(1) %}\n\n {{ ${BAD} }}{% endcall %}`,
      'm.njk': macro('<p>{{ caller() }}</p>'),
    },
  ],
  [
    'an include in the body of a call block',
    {
      'article.njk': '{% from "m.njk" import m %}\n{% call m(1) %}\n\n {% include "a.njk" %}{% endcall %}',
      'm.njk': macro('<p>{{ caller() }}</p>'),
      'a.njk': `\n\n\n\n\n\n{{ ${BAD} }}`,
    },
  ],
  [
    'the macro that a call block calls, behind its body',
    {
      'article.njk': '{% from "m.njk" import m %}\n{% call m(article) %}\n\n x{% endcall %}',
      'm.njk': macro('<p>{{ caller() }}</p>\n{{ «x.extra.no» }}'),
    },
  ],
  [
    'an argument of a call block’s body',
    {
      'article.njk': '{% from "m.njk" import m %}\n{% call(z) m(article) %}\n\n {{ «z.no» }}{% endcall %}',
      'm.njk': macro('{{ caller(x.extra) }}'),
    },
  ],
  [
    'a block of the parent',
    {
      'article.njk': '{% extends "base.njk" %}\n\n\n',
      'base.njk': `a\n{% block main %}\n {{ ${BAD} }}{% endblock %}`,
    },
  ],
  [
    'the parent around its blocks',
    {
      'article.njk': '{% extends "base.njk" %}\n{% block main %}x{% endblock %}',
      'base.njk': `a\n{% block main %}{% endblock %}\n\n {{ ${BAD} }}`,
    },
  ],
  [
    'a block in a block, three files deep, by super()',
    {
      'article.njk': '{% extends "mid.njk" %}\n\n{% block in %}{{ super() }}{% endblock %}',
      'mid.njk': `{% extends "base.njk" %}\n{% block out %}\n\n\n{% block in %}\n{{ ${BAD} }}{% endblock %}{% endblock %}`,
      'base.njk': '\n\n\n\n\n\n\n{% block out %}{% endblock %}',
    },
  ],
  [
    'an include in an overriding block',
    {
      'article.njk': '{% extends "base.njk" %}\n{% block main %}{% include "a.njk" %}{% endblock %}',
      'base.njk': '\n\n\n{% block main %}{% endblock %}',
      'a.njk': `\n {{ ${BAD} }}`,
    },
  ],
  [
    'a block that is called in a loop of the parent',
    {
      'article.njk': `{% extends "base.njk" %}\n{% block item %}\n{{ n }} {{ ${BAD} }}{% endblock %}`,
      'base.njk': '\n{% for n in [1, 2] %}\n{% block item %}{% endblock %}{% endfor %}',
    },
  ],
  ['a piece that is set aside', { 'article.njk': `\n{% set x %}\n  a\n {{ ${BAD} }}{% endset %}{{ x }}` }],
  [
    'a piece that a filter takes',
    { 'article.njk': `\n{% filter upper %}\n  a\n {{ ${BAD} }}{% endfilter %}` },
  ],
  ['a branch of a switch', { 'article.njk': `{% switch 1 %}\n{% case 1 %}\n {{ ${BAD} }}{% endswitch %}` }],
  [
    'a turn of a loop over names and values',
    { 'article.njk': '\n{% for k, v in { a: 1 } %}\n\n{{ v }}{{ «article.extra.no» }}{% endfor %}' },
  ],
  [
    'a file of the theme that the site’s own extends',
    {
      'article.njk': '{% extends "@theme/article.njk" %}\n\n\n',
      '@theme/article.njk': `\n{% block main %} {{ ${BAD} }}{% endblock %}`,
    },
  ],
];

describe('a fault is told in the file, line and column where it is', () => {
  test.each(cases)('in %s', (_, templates) => {
    const { plain, mark } = unmarked(templates);
    const { code, file, line, column, length, source } = faultOf(plain);
    expect({ code, file, line, column, length, source }).toEqual({ code: 'template-undefined', ...mark });
  });
});
