import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_FILTERS } from '../../../src/stages/render/built-in.js';
import { OWN_FILTERS } from '../../../src/stages/render/filters.js';
import { article, faultOf, pageOf, printed, setUp, view } from './support.js';

const print = (source: string, extra: typeof article.extra = {}): string =>
  printed(source, { view: { ...view, article: { ...article, extra } } });

const show = (x: string, filter: string): string => print(`{{ article.extra.x | ${filter} }}`, { x });

describe('filters that make HTML need no `safe`, and escape what they are given', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['nl2br', 'a\n<b>\r\nc & d', 'a<br>\n&lt;b&gt;<br>\nc &amp; d'],
    [
      'urlize',
      'See https://a.example/?x=1&y=2.',
      'See <a href="https://a.example/?x=1&amp;y=2">https://a.example/?x=1&amp;y=2</a>.',
    ],
    ['urlize', '(www.a.example)', '(<a href="https://www.a.example">www.a.example</a>)'],
    [
      'urlize',
      'a.b@c.example, "post.com/x"!',
      '<a href="mailto:a.b@c.example">a.b@c.example</a>, &quot;<a href="https://post.com/x">post.com/x</a>&quot;!',
    ],
    ['urlize', '<https://a.example/>', '&lt;<a href="https://a.example/">https://a.example/</a>&gt;'],
    [
      'urlize',
      'https://a.example/"onmouseover="x',
      '<a href="https://a.example/&quot;onmouseover=&quot;x">https://a.example/&quot;onmouseover=&quot;x</a>',
    ],
    ['urlize', 'javascript:alert(1) data:x', 'javascript:alert(1) data:x'],
    [
      'urlize(9, true)',
      'https://a&b.example/',
      '<a href="https://a&amp;b.example/" rel="nofollow">https://a…</a>',
    ],
    ['urlize(length=10)', 'https://a&b.example/', '<a href="https://a&amp;b.example/">https://a&amp;…</a>'],
    ['urlize | nl2br', 'www.a.example\nb', '<a href="https://www.a.example">www.a.example</a><br>\nb'],
    ['nl2br | urlize', 'a\nwww.b.example', 'a<br>\n<a href="https://www.b.example">www.b.example</a>'],
    ['replace("\\n", "<br>" | safe)', 'a<\nb', 'a&lt;<br>b'],
    ['replace("a", "<i>")', 'cat', 'c&lt;i&gt;t'],
    ['escape | replace("&", "+")', 'a & b', 'a + b'],
    ['escape | upper', 'a & é', 'A &amp; É'],
    ['truncate(5, true)', '<b>bold</b>', '&lt;b&gt;bo...'],
  ];
  test.each(cases)('%s of %j', (filter, x, expected) => {
    expect(show(x, filter)).toBe(expected);
  });

  const html =
    '{% set h %}<p class="a">One &amp; <a href="/x/">two</a></p>\n<p>www.a.example</p>{% endset %}';
  const ofHtml: readonly (readonly [string, string])[] = [
    ['', '<p class="a">One &amp; <a href="/x/">two</a></p>\n<p>www.a.example</p>'],
    [' | upper', '<p class="a">ONE &amp; <a href="/x/">TWO</a></p>\n<p>WWW.A.EXAMPLE</p>'],
    [
      ' | urlize',
      '<p class="a">One &amp; <a href="/x/">two</a></p>\n<p><a href="https://www.a.example">www.a.example</a></p>',
    ],
    [' | truncate(12)', 'One &amp; two...'],
    [' | excerpt(12)', 'One &amp; two…'],
    [' | striptags', 'One &amp; two www.a.example'],
    [' | wordcount', '5'],
    [
      ' | replace("two", "<b>")',
      '<p class="a">One &amp; <a href="/x/">&lt;b&gt;</a></p>\n<p>www.a.example</p>',
    ],
  ];
  test.each(ofHtml)('HTML that was set aside%s', (filter, expected) => {
    expect(print(`${html}{{ h${filter} }}`)).toBe(expected);
  });

  test('what was set aside and is empty is false', () => {
    expect(print('{% set h %}{% endset %}{{ "full" if h else "empty" }}')).toBe('empty');
  });

  test('join escapes texts where it joins them with HTML', () => {
    const macro = '{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}';
    expect(print(`${macro}{{ [m("<"), "<"] | join(", ") }}`)).toBe('<b>&lt;</b>, &lt;');
    expect(print('{{ ["<", "a"] | join("<br>" | safe) }}')).toBe('&lt;<br>a');
    expect(print('{{ ["<", none, 1] | join("<br>") }}')).toBe('&lt;&lt;br&gt;&lt;br&gt;1');
    expect(print('{{ article.authors | join(", ", "name") }}')).toBe('Rudina Leka');
  });

  test('what a filter takes between its tags is HTML already', () => {
    expect(print('{% filter upper %}<b>{{ "a & b" }}</b>{% endfilter %}')).toBe('<b>A &amp; B</b>');
  });

  test('they say what they can’t take', () => {
    expect(faultOf({ 'article.njk': '{{ article.authors | nl2br }}' })).toMatchObject({
      code: 'template-filter-input',
      message: expect.stringContaining('`nl2br` needs a text, but was given a list of 1'),
    });
  });
});

/** What stands before a list or needs an argument. */
const INPUT: { readonly [filter: string]: string } = {
  batch: '[x] | batch(2) | first | first',
  center: 'x | center(90)',
  default: '"" | default(x)',
  d: 'x | d("")',
  dictsort: '{ a: x } | dictsort | first | last',
  first: '[x] | first',
  groupby: '[{ a: x }] | groupby("a") | dump',
  join: '["<i>", x] | join("<b>" | safe)',
  last: '[x] | last',
  list: 'x | list | join',
  reject: '[x] | reject("undefined") | join',
  rejectattr: '[{ a: x }] | rejectattr("b") | join(",", "a")',
  replace: 'h | replace("two", x)',
  select: '[x] | select("string") | join',
  selectattr: '[{ a: x }] | selectattr("a") | join(",", "a")',
  slice: '[x] | slice(1) | first | first',
  sort: '[x, "<"] | sort | join',
  sum: '[x] | sum',
  indent: 'x | indent(2)',
  int: 'x | int(0)',
  float: 'x | float(0)',
  number: '5 | number',
  t: 't("by", { n: x })',
  plural: '5 | plural("by")',
  date: '"2026" | date',
  insert: 'x | insert(x, 1)',
  image: '{ src: x, alt: x } | image(class=x)',
};
/** One lets HTML through, and says so; one is taken away; one is for scripts and has a test of its own. */
const LEFT_OUT = new Set(['safe', 'random', 'json']);

describe('no filter lets HTML of the content through', () => {
  const filters = [...BUILT_IN_FILTERS, ...OWN_FILTERS].filter((name) => !LEFT_OUT.has(name));
  const OWN_TAGS = /<br>|<\/a>|<i>|<b>|<p>|<\/p>|<a href="[^"<>]*">|<img(?: [a-z]+="[^"<>]*")+>/g;
  const hostile = fc.array(
    fc.oneof(
      fc.constantFrom(
        '<script>',
        '<img src=x onerror=y>',
        '"',
        "'",
        '&lt;',
        '\n',
        '<',
        '>',
        'https://a.example/',
        ' ',
        'x@y.example',
      ),
      fc.string({ maxLength: 4 }),
    ),
  );
  test.each(filters)('%s', (name) => {
    const expression = INPUT[name] ?? `x | ${name}`;
    const source = `{% set x = article.extra.x %}{% set h %}<p>two</p>{% endset %}{{ ${expression} }}`;
    const { renderer, problems } = setUp({
      templates: { 'article.njk': source },
      texts: { en: { by: 'By {n}' } },
    });
    expect(problems).toEqual([]);
    fc.assert(
      fc.property(hostile, (parts) => {
        const page = pageOf({ view: { ...view, article: { ...article, extra: { x: parts.join('') } } } });
        const result = renderer?.render(page, () => '');
        const html = result && 'html' in result ? result.html : JSON.stringify(result);
        expect(html.replace(OWN_TAGS, '')).not.toMatch(/[<>"]/);
      }),
      { numRuns: 40 },
    );
  });
});
