import { describe, expect, test } from 'vitest';
import { faultOf, unmarked } from './support.js';

/** The mark `«…»` in a template stands around what the problem must point at; it is taken out first. */
interface Case {
  readonly name: string;
  readonly templates: Readonly<Record<string, string>>;
  readonly setup?: Parameters<typeof faultOf>[1];
  readonly code: string;
  readonly says: RegExp;
}

const macros = {
  'macros.njk': `
{% macro inner(b) %}
  <b>{{ «b.extra.foo» }}</b>
{% endmacro %}
{% macro outer(b) %}
  {{ inner(b) }}
{% endmacro %}`,
};

const cases: readonly Case[] = [
  {
    name: 'a field that does not exist',
    templates: { 'article.njk': '<h1>\n  {{ «article.titel» }}</h1>' },
    code: 'template-unknown-field',
    says: /`article` has no field `titel`.*Did you mean `article\.title`/,
  },
  {
    name: 'a field of something that is none',
    templates: { 'article.njk': '\n{{ «article.image.src» }}' },
    code: 'template-undefined',
    says: /`article\.image` is none.*\{% if article\.image %\}/,
  },
  {
    name: 'a misspelt variable',
    templates: { 'article.njk': '\n\n   {{ «artcle» }}' },
    code: 'template-unknown-name',
    says: /No page has a variable `artcle`.*Did you mean `article`/,
  },
  {
    name: 'a misspelt field before a filter of nunjucks',
    templates: { 'article.njk': '\n{{ «article.titel» | upper }}' },
    code: 'template-unknown-field',
    says: /`article` has no field `titel`/,
  },
  {
    name: 'a field that is not there in a sum of texts',
    templates: { 'article.njk': '\n{{ "a" + «article.extra.foo» + "b" + article.title }}' },
    code: 'template-undefined',
    says: /`article\.extra` has no `foo`/,
  },
  {
    name: 'a field that is not there behind a ~',
    templates: { 'article.njk': '\n{% set x = article.title ~ «article.extra.foo» %}' },
    code: 'template-undefined',
    says: /`article\.extra` has no `foo`/,
  },
  {
    name: 'an include in an include',
    templates: {
      'article.njk': '{% include "a.njk" %}',
      'a.njk': '\n{% include "parts/b.njk" %}',
      'parts/b.njk': '\n\n {{ «article.extra.foo» }}',
    },
    code: 'template-undefined',
    says: /`article\.extra` has no `foo`/,
  },
  {
    name: 'what stands behind an include',
    templates: {
      'article.njk': '{% include "a.njk" %}\n\n{{ «article.extra.foo» }}',
      'a.njk': '\n\n\n\nfine',
    },
    code: 'template-undefined',
    says: /`article\.extra` has no `foo`/,
  },
  {
    name: 'a macro that another macro calls, both imported',
    templates: { 'article.njk': '{% from "macros.njk" import outer %}\n\n{{ outer(article) }}', ...macros },
    code: 'template-undefined',
    says: /`b\.extra` has no `foo`/,
  },
  {
    name: 'a macro that is called by the name of its file',
    templates: { 'article.njk': '{% import "macros.njk" as m %}\n\n{{ m.inner(article) }}', ...macros },
    code: 'template-undefined',
    says: /`b\.extra` has no `foo`/,
  },
  {
    name: 'a macro argument that was not given',
    templates: { 'article.njk': '{% macro m(a, b) %}\n{{ a }}{{ «b» }}{% endmacro %}\n\n{{ m(1) }}' },
    code: 'template-undefined',
    says: /`b` is undefined/,
  },
  {
    name: 'the body of a call block, on the side of the caller',
    templates: {
      'article.njk':
        '{% from "m.njk" import box %}\n{% call box() %}\n  {{ «article.extra.foo» }}\n{% endcall %}',
      'm.njk': '{% macro box() %}<p>{{ caller() }}</p>{% endmacro %}',
    },
    code: 'template-undefined',
    says: /`article\.extra` has no `foo`/,
  },
  {
    name: 'a block of the parent that an override calls by super()',
    templates: {
      'article.njk': '{% extends "base.njk" %}\n{% block main %}\n{{ super() }}{% endblock %}',
      'base.njk': 'x\n{% block main %}\n\n {{ 5 | «date» }}{% endblock %}',
    },
    code: 'template-filter-input',
    says: /`date` needs a date, but was given the number 5/,
  },
  {
    name: 'a block of the child behind super()',
    templates: {
      'article.njk':
        '{% extends "base.njk" %}\n{% block main %}\n{{ super() }} {{ «article.extra.foo» }}{% endblock %}',
      'base.njk': 'x\n{% block main %}{% endblock %}',
    },
    code: 'template-undefined',
    says: /`article\.extra` has no `foo`/,
  },
  {
    name: 'the second turn of a loop',
    templates: { 'article.njk': '{% for x in ["2026", 7] %}\n  {{ x | «date» }}\n{% endfor %}' },
    code: 'template-filter-input',
    says: /given the number 7/,
  },
  {
    name: 'a filter that fails by itself',
    templates: { 'article.njk': '\n {{ 5 | «sum» }}' },
    code: 'template-failed',
    says: /reduce is not a function/,
  },
  {
    name: 'a template that a variable names wrongly',
    templates: { 'article.njk': '\n{% «include» "cards/" + article.kind + ".njk" %}' },
    code: 'template-missing',
    says: /no template `cards\/news\.njk`/,
  },
  {
    name: 'an include of a template that does not exist',
    templates: { 'article.njk': '\n{% include «"partial/card.njk"» %}', 'partials/card.njk': '' },
    code: 'template-missing',
    says: /no template `partial\/card\.njk`.*Did you mean `partials\/card\.njk`/,
  },
  {
    name: 'a parent that does not exist',
    templates: { 'article.njk': '{% extends «"bas.njk"» %}', 'base.njk': '' },
    code: 'template-missing',
    says: /Did you mean `base\.njk`/,
  },
  {
    name: 'an import of a macro that does not exist',
    templates: {
      'article.njk': '\n{% from "m.njk" import «crad» %}',
      'm.njk': '{% macro card() %}{% endmacro %}',
    },
    code: 'template-import-missing',
    says: /no macro `crad`.*Did you mean `card`/,
  },
  {
    name: 'a call of something that is undefined',
    templates: { 'article.njk': '\n   {{ «foo»() }}' },
    code: 'template-unknown-name',
    says: /No page has a variable `foo`/,
  },
  {
    name: 'a call of a text',
    templates: { 'article.njk': '\n   {{ «article.title»() }}' },
    code: 'template-not-callable',
    says: /`article\.title` is called here/,
  },
  {
    name: 'an object that is printed',
    templates: { 'article.njk': '\n   {{ «article.section» }}' },
    code: 'template-unprintable',
    says: /an object with `name`, `url`/,
  },
  {
    name: 'a list of objects that is printed',
    templates: { 'article.njk': '\n   {{ «article.authors» }}' },
    code: 'template-unprintable',
    says: /a list of 1/,
  },
  {
    name: 'an include without end',
    templates: { 'article.njk': '\n{% include «"article.njk"» %}' },
    code: 'template-endless',
    says: /without end/,
  },
  {
    name: 'a filter that does not exist',
    templates: { 'article.njk': '\n {{ article.title | «uper» }}' },
    code: 'template-unknown-filter',
    says: /no filter `uper`.*Did you mean `upper`/,
  },
  {
    name: 'a test that does not exist',
    templates: { 'article.njk': '\n {% if article is «defind» %}{% endif %}' },
    code: 'template-unknown-test',
    says: /Did you mean `defined`/,
  },
  {
    name: 'a tag that does not exist',
    templates: { 'article.njk': '\n{% «inclde» "x" %}' },
    code: 'template-unknown-tag',
    says: /Did you mean `include`/,
  },
  {
    name: 'a tag that is never closed',
    templates: { 'article.njk': '<p>\n«{% if article.image %}»\n{% for x in related %}{% endfor %}' },
    code: 'template-tag-open',
    says: /\{% if %\}.*never closed.*\{% endif %\}/,
  },
  {
    name: 'the innermost of two tags that are never closed',
    templates: { 'article.njk': '{% if article.image %}\n«{% for x in related %}»' },
    code: 'template-tag-open',
    says: /\{% for %\}.*\{% endfor %\}/,
  },
  {
    name: 'an end tag while another tag is open',
    templates: { 'article.njk': '{% block main %}\n{% if article.image %}\n{% «endblock» %}' },
    code: 'template-stray-end',
    says: /`\{% if %\}` of line 2 is still open/,
  },
  {
    name: 'an end tag that closes nothing',
    templates: { 'article.njk': 'x\n{% «endif» %}' },
    code: 'template-stray-end',
    says: /closes nothing/,
  },
  {
    name: 'a comment that never ends',
    templates: { 'article.njk': 'x\n  «{#» note' },
    code: 'template-comment-open',
    says: /never ends/,
  },
  {
    name: 'the end of a comment where none is open',
    templates: { 'article.njk': '{# fine #}\n  «#}»' },
    code: 'template-stray-comment-end',
    says: /none is open/,
  },
  {
    name: 'a value to print that never ends',
    templates: { 'article.njk': 'x\n  «{{» article.title' },
    code: 'template-output-open',
    says: /never ends/,
  },
  {
    name: 'a value to print that never ends before the next tag',
    templates: { 'article.njk': '<h1>«{{» article.title </h1>\n{% if related %}{{ 1 }}{% endif %}' },
    code: 'template-output-open',
    says: /never ends/,
  },
  {
    name: 'words where an operator is missing',
    templates: { 'article.njk': '\n  {{ article «title» }}' },
    code: 'template-syntax',
    says: /expected variable end/,
  },
  {
    name: 'what JavaScript refuses though nunjucks took it',
    templates: { 'article.njk': '\n\n {{ «article»"title }}' },
    code: 'template-syntax',
    says: /can’t be read/,
  },
  {
    name: 'a block of a name that is taken',
    templates: { 'article.njk': '{% block a %}{% endblock %}\n«{% block a» %}{% endblock %}' },
    code: 'template-block-twice',
    says: /two blocks named `a`/,
  },
  {
    name: 'a field that `set` is to change',
    templates: { 'article.njk': '\n{% set «page».title = "x" %}' },
    code: 'template-set-field',
    says: /can’t change a field/,
  },
  {
    name: 'a text that the theme does not have',
    templates: { 'article.njk': "\n{{ t(«'relatd'») }}" },
    code: 'template-unknown-text',
    says: /no text `relatd`.*Did you mean `related`/,
  },
  {
    name: 'a text that the theme does not have, named by a variable',
    templates: { 'article.njk': "\n{{ «t»('kind.' + article.kind) }}" },
    code: 'template-unknown-text',
    says: /no text `kind\.news` in any of the languages en/,
  },
  {
    name: 'a text without a value that it needs',
    templates: { 'article.njk': "\n{{ «t»('by') }}" },
    code: 'template-text-value',
    says: /no value for \{name\}/,
  },
  {
    name: 'an asset that does not exist',
    templates: { 'article.njk': "\n{{ asset(«'sit.css'») }}" },
    code: 'template-unknown-asset',
    says: /Did you mean `site\.css`/,
  },
  {
    name: 'a style of dates that does not exist',
    templates: { 'article.njk': "\n{{ article.date | date(«'%Y'») }}" },
    code: 'template-date-style',
    says: /no style "%Y".*`year`/,
  },
  {
    name: 'an argument that a filter does not have',
    templates: { 'article.njk': '\n{{ article.date | date(«stile»="short") }}' },
    code: 'template-unknown-argument',
    says: /`date` has no argument `stile`.*Did you mean `style`/,
  },
  {
    name: 'an attribute that pictures do not have',
    templates: { 'article.njk': '\n{{ article.image | image(class="a", «sizess»="3") }}' },
    code: 'template-unknown-argument',
    says: /`image` has no argument `sizess`.*Did you mean `sizes`/,
  },
  {
    name: 'a picture as wide as a word',
    templates: { 'article.njk': '\n{{ {src: "/a.jpg"} | «image»(widest="wide") }}' },
    code: 'template-filter-input',
    says: /a number of pixels as `widest`, but was given/,
  },
  {
    name: 'a fragment that does not exist',
    templates: { 'article.njk': '\n{{ «fragment»("braking") }}' },
    setup: {
      fragments: {
        way: 'script',
        urls: new Map([['en', new Map([['breaking', '/_f/breaking.html']])]]),
        html: new Map(),
      },
    },
    code: 'template-filter-input',
    says: /`fragment` needs .*but was given the text "braking".*Did you mean `breaking`/,
  },
  {
    name: 'a directive that does not exist',
    templates: { 'article.njk': '\n{{ «allow»("frame-scr", "https://player.example") }}' },
    code: 'template-filter-input',
    says: /`allow` needs .*but was given the text "frame-scr".*Did you mean `frame-src`/,
  },
  {
    name: 'a source that none is',
    templates: { 'article.njk': '\n{{ «allow»("frame-src", "a;b") }}' },
    code: 'template-filter-input',
    says: /but was given the text "a;b".*in the brackets of `allow`/,
  },
  {
    name: 'a macro of the theme that was not imported',
    templates: {
      'article.njk': '\n{{ «card»(related[0]) }}',
      'partials/macros.njk': '{% macro card(b) %}{% endmacro %}',
      'home.njk': '{% from "partials/macros.njk" import card with context %}',
    },
    code: 'template-unknown-name',
    says: /\{% from "partials\/macros\.njk" import card with context %\}/,
  },
  {
    name: 'chance',
    templates: { 'article.njk': '\n{{ related | «random» }}' },
    code: 'template-random',
    says: /same content/,
  },
  {
    name: 'a list of the view that is to grow',
    templates: { 'article.njk': '\n{% set x = «article.authors.push»(1) %}' },
    code: 'template-changes-view',
    says: /`push` would change/,
  },
];

describe('a fault in a template is told with its file, line, column and page', () => {
  test.each(cases)('$name', ({ templates, setup, code, says }) => {
    const { plain, mark } = unmarked(templates);
    const problem = faultOf(plain, {
      texts: { en: { related: 'Related', by: 'By {name}' } },
      assets: { 'site.css': '/assets/site.css' },
      ...setup,
    });
    expect(`${problem.message} ${problem.hint}`).toMatch(says);
    expect({
      code: problem.code,
      file: problem.file,
      line: problem.line,
      column: problem.column,
      length: problem.length,
      source: problem.source,
    }).toEqual({ code, ...mark });
  });

  test('names the line of the site’s own template that called a macro of the theme', () => {
    const theme = {
      '@theme/m.njk': `{% macro title(b) %}\n<b>{{ b.title }}</b>{% endmacro %}{% macro card(b) %}{{ title(b) }}{% endmacro %}`,
    };
    const { plain, mark } = unmarked({
      ...theme,
      'article.njk':
        '{% from "@theme/m.njk" import card %}\n<p>{{ page.title }} {{ «card»(related[99]) }}</p>',
    });
    const problem = faultOf(plain);
    expect(problem).toMatchObject({ code: 'template-undefined', ...mark });
    expect(problem.message).toMatch(
      /^What is called here fails in the theme, at @theme\/m\.njk:2:7\. There is nothing to print: `b` is undefined/,
    );
    expect(problem.hint).toContain('in the brackets of this call');
    // A template that only extends the theme's has handed nothing over.
    const base = {
      '@theme/base.njk': '{{ article.extra.foo }}',
      'article.njk': '\n{% extends "@theme/base.njk" %}',
    };
    expect(faultOf(base)).toMatchObject({ file: '@theme/base.njk', line: 1 });
  });

  test('names the page and the article where the fault shows only when a page is made', () => {
    expect(faultOf({ 'article.njk': '{{ article.extra.foo }}' }).message).toContain(
      'on the page /2026/11/flood/, which is made from `content/articles/flood.md`',
    );
  });

  test('keeps the right place in a template with CRLF, a BOM and letters beyond the first plane', () => {
    const problem = faultOf({ 'article.njk': '\uFEFF<p>𝕏</p>\r\n\r\n<b>{{ article.extra.foo }}</b>\r\n' });
    expect(problem).toMatchObject({ line: 3, column: 7, source: '<b>{{ article.extra.foo }}</b>' });
  });

  test('tells a macro that calls itself without end', () => {
    const problem = faultOf({ 'article.njk': '{% macro m(n) %}\n{{ m(n + 1) }}{% endmacro %}{{ m(1) }}' });
    expect(problem).toMatchObject({ code: 'template-endless', file: 'templates/article.njk' });
  });

  test('is not misled by text in the template that looks like its own marks', () => {
    const problem = faultOf({ 'article.njk': '\n{{ article.title }} /*@njk 9:9*/ {{ article.extra.foo }}' });
    expect(problem).toMatchObject({ line: 2, column: 37 });
  });
});
