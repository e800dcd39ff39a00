import { describe, expect, test } from 'vitest';
import { setUp } from './support.js';

const told = (templates: Readonly<Record<string, string>>): string[] =>
  setUp({ templates, texts: { en: { related: 'R' } }, assets: { 'site.css': '/s' } }).problems.map(
    ({ code, file, line, column, length, source }) => {
      const marked = source?.slice((column ?? 1) - 1, (column ?? 1) - 1 + (length ?? 1));
      return `${code.replace('template-', '')} ${file.replace('templates/', '')}:${line} ${marked}`;
    },
  );

describe('names that can’t mean anything are told before a page is made', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    [
      'in a condition',
      { 'article.njk': '\n{% if artcle.image %}{% endif %}' },
      ['unknown-name article.njk:2 artcle'],
    ],
    [
      'in a loop',
      { 'article.njk': '{% for b in relatd %}{% endfor %}' },
      ['unknown-name article.njk:1 relatd'],
    ],
    ['in set', { 'article.njk': '{% set x = artcle %}' }, ['unknown-name article.njk:1 artcle']],
    ['in a filter’s argument', { 'article.njk': '{{ 1 | round(foo) }}' }, ['unknown-name article.njk:1 foo']],
    [
      'in a field',
      { 'article.njk': '{% if article.titel %}{% endif %}' },
      ['unknown-field article.njk:1 article.titel'],
    ],
    [
      'in a field of the site',
      { 'article.njk': '{% if site.nav %}{% endif %}' },
      ['unknown-field article.njk:1 site.nav'],
    ],
    [
      'in a field of a field that may be none',
      { 'article.njk': '{% if article.image.source %}{% endif %}' },
      ['unknown-field article.njk:1 article.image.source'],
    ],
    [
      'in a field of a loop’s variable',
      { 'article.njk': '{% for b in related %}{% if b.section.title %}{% endif %}{% endfor %}' },
      ['unknown-field article.njk:1 b.section.title'],
    ],
    [
      'in a field of what a filter picks',
      { 'article.njk': '{% set b = related | sort(attribute="title") | first %}{% if b.titel %}{% endif %}' },
      ['unknown-field article.njk:1 b.titel'],
    ],
    [
      'in an include that gets a loop’s variable',
      {
        'article.njk': '{% for b in related %}{% include "card.njk" %}{% endfor %}',
        'card.njk': '\n{% if b.titel %}{% endif %}',
      },
      ['unknown-field card.njk:2 b.titel'],
    ],
    [
      'in a macro, by what it is called with',
      {
        'article.njk': '{% from "m.njk" import card %}{% for b in related %}{{ card(b) }}{% endfor %}',
        'm.njk': '{% macro card(x) %}{% if x.titel %}{% endif %}{% endmacro %}',
      },
      ['unknown-field m.njk:1 x.titel'],
    ],
    [
      'of other kinds of pages, in a page’s own template',
      { 'article.njk': '{% for b in latest %}{% endfor %}' },
      ['other-page article.njk:1 latest'],
    ],
    [
      'of the view in a macro that is imported without context',
      {
        'article.njk': '{% import "m.njk" as m %}{{ m.a() }}',
        'm.njk': '{% macro a() %}{% if article.image %}{% endif %}{% endmacro %}',
      },
      ['macro-scope m.njk:1 article'],
    ],
    [
      'in a block that no parent shows',
      {
        'article.njk': '{% extends "base.njk" %}\n{% block sidebar %}{% endblock %}',
        'base.njk': '{% block content %}{% endblock %}',
      },
      ['unused-block article.njk:2 block'],
    ],
    [
      'in a block whose name is misspelt',
      {
        'article.njk': '{% extends "mid.njk" %}\n{% block contnet %}{{ artcle }}{% endblock %}',
        'mid.njk': '{% extends "base.njk" %}',
        'base.njk': '{% block content %}{% endblock %}',
      },
      ['misspelt-block article.njk:2 block', 'unknown-name article.njk:2 artcle'],
    ],
    [
      'in the variable of a loop',
      { 'article.njk': '{% for story in related %}{% if stroy.image %}{% endif %}{% endfor %}' },
      ['unknown-name article.njk:1 stroy'],
    ],
    [
      'behind a variable that only its loop has',
      { 'article.njk': '{% for story in related %}{% endfor %}{{ story.title }}' },
      ['unknown-name article.njk:1 story'],
    ],
    [
      'in an argument of a macro',
      { 'article.njk': '{% macro m(a) %}{{ a }}{% endmacro %}{{ m(artcle) }}' },
      ['unknown-name article.njk:1 artcle'],
    ],
    [
      'in a macro that nothing calls',
      { 'article.njk': '{% macro m(a) %}{% if b %}{% endif %}{% endmacro %}' },
      ['unknown-name article.njk:1 b'],
    ],
    [
      'in a field that is none of a macro’s arguments has',
      {
        'article.njk':
          '{% macro m(x) %}{% if x.rol %}{% endif %}{% endmacro %}{{ m(article.authors[0]) }}{{ m(article.section) }}',
      },
      ['unknown-field article.njk:1 x.rol'],
    ],
    [
      'in a field that is asked after elsewhere',
      {
        'article.njk': '{% if article.rating is defined %}{{ article.rating }}{% endif %}{{ article.ratin }}',
      },
      ['unknown-field article.njk:1 article.ratin'],
    ],
    [
      'in a template of its own for an article or a page',
      { 'longread.njk': '{% if article.titel or headings or foo %}{% endif %}' },
      ['unknown-field longread.njk:1 article.titel', 'unknown-name longread.njk:1 foo'],
    ],
    [
      'in a layout once, however many pages use it',
      {
        'article.njk': '{% extends "base.njk" %}',
        'home.njk': '{% extends "base.njk" %}',
        'base.njk': '{% if pag.title %}{% endif %}',
      },
      ['unknown-name base.njk:1 pag'],
    ],
  ];
  test.each(cases)('%s', (_, templates, expected) => {
    expect(told(templates)).toEqual(expected);
  });

  test('with the name that was probably meant', () => {
    const [problem] = setUp({ templates: { 'article.njk': '{% if artcle %}{% endif %}' } }).problems;
    expect(problem).toMatchObject({ severity: 'error', hint: 'Did you mean `article`?' });
  });
});

describe('nothing is told of', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
      'what a template asks itself about',
      { 'article.njk': '{% if foo is defined %}{{ foo | default("") }}{% endif %}' },
    ],
    [
      'what a template asks after and then uses',
      {
        'article.njk':
          '{% if foo is defined and foo.x %}{{ foo }}{% endif %}{% if article.rating is defined %}{{ article.rating }}{% endif %}',
      },
    ],
    [
      'what a template asks after before a part uses it',
      {
        'article.njk': '{% if foo is defined %}{% include "part.njk" %}{% endif %}',
        'part.njk': '{{ foo }}',
      },
    ],
    [
      'what only some of the templates set that use a layout',
      {
        'article.njk': '{% set wide = true %}{% extends "base.njk" %}',
        'home.njk': '{% extends "base.njk" %}',
        'base.njk': '{% if wide %}{% include "part.njk" %}{% endif %}',
        'part.njk': '{% if wide == "very" %}{% endif %}',
      },
    ],
    [
      'what only some of the loops around an include have',
      {
        'article.njk':
          '{% for b in related %}{% include "card.njk" %}{% endfor %}{% for b in article.authors %}{% include "card.njk" %}{% endfor %}',
        'card.njk': '{% if b.role or b.kicker %}{% endif %}',
      },
    ],
    [
      'fields that only some of what a macro is given have',
      {
        'article.njk':
          '{% macro m(x, y) %}{% if x.role or y.foo %}{% endif %}{% endmacro %}{{ m(article.section) }}{{ m(article.authors[0]) }}',
      },
    ],
    [
      'fields of what a loop has changed',
      {
        'article.njk':
          '{% set head = article.image %}{% for b in related %}{% if head.kicker %}{% endif %}{% set head = b %}{% endfor %}{% if head.kicker %}{% endif %}',
      },
    ],
    [
      'fields that editors add',
      { 'article.njk': '{% if article.extra.mood.deep and site.theme.x.y %}{% endif %}' },
    ],
    [
      'variables of any view in a layout',
      {
        'article.njk': '{% extends "base.njk" %}',
        'home.njk': '{% extends "base.njk" %}',
        'base.njk': '{% if article.standfirst or lead or group.name %}{% endif %}',
      },
    ],
    [
      'variables that a child sets for its parent',
      {
        'article.njk': '{% extends "base.njk" %}{% set wide = true %}',
        'base.njk': '{% if wide %}{% endif %}',
      },
    ],
    [
      'loop variables of the parent around a block',
      {
        'article.njk': '{% extends "base.njk" %}{% block item %}{{ n }}{{ super() }}{% endblock %}',
        'base.njk': '{% for n in [1] %}{% block item %}{% endblock %}{% endfor %}',
      },
    ],
    [
      'blocks of a grandparent, and blocks in blocks',
      {
        'article.njk':
          '{% extends "mid.njk" %}{% block inner %}{% endblock %}{% block title %}{% endblock %}',
        'mid.njk': '{% extends "base.njk" %}{% block main %}{% block inner %}{% endblock %}{% endblock %}',
        'base.njk': '{% block title %}{% endblock %}{% block main %}{% endblock %}',
      },
    ],
    [
      'macros that call later ones',
      {
        'article.njk': '{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{% endmacro %}{{ a() }}',
      },
    ],
    [
      'the view in a macro that is imported with context',
      {
        'article.njk': '{% set here = 1 %}{% from "m.njk" import a with context %}{{ a() }}',
        'm.njk': '{% macro a() %}{{ article.title }}{{ here }}{% endmacro %}',
      },
    ],
    [
      'page and site anywhere',
      {
        'article.njk': '{% import "m.njk" as m %}{{ m.a() }}',
        'm.njk': '{% macro a() %}{{ page.title }}{{ site.title }}{% endmacro %}',
      },
    ],
    [
      'arguments, callers and keys',
      {
        'article.njk':
          '{% macro m(a, b=1) %}{{ a }}{{ b }}{{ caller(2) }}{% endmacro %}{% call(x) m(a=1, b={ k: 2 }) %}{{ x }}{{ loop }}{% endcall %}'.replace(
            '{{ loop }}',
            '',
          ),
      },
    ],
    [
      'variables that are set in a branch',
      {
        'article.njk':
          '{% if article.image %}{% set x = article.image %}{% else %}{% set x = none %}{% endif %}{% if x.src %}{% endif %}',
      },
    ],
    [
      'methods of texts and lists',
      { 'article.njk': '{{ article.title.length }}{{ related.length }}{{ article.id.slice(0, 2) }}' },
    ],
    [
      'keys and values of an object',
      { 'article.njk': '{% for k, v in site.theme.brand %}{{ k }}{{ v.x | default("") }}{% endfor %}' },
    ],
    [
      'templates that a variable chooses among',
      {
        'article.njk': '{% include ["cards/a", ".njk"] | join %}',
        'cards/a.njk': '{{ anything | default("") }}{% if whatever %}{% endif %}',
      },
    ],
    ['comments and raw text', { 'article.njk': '{# {{ foo }} #}{% raw %}{{ foo }}{% endraw %}' }],
  ];
  test.each(cases)('%s', (_, templates) => {
    expect(told(templates)).toEqual([]);
  });
});
