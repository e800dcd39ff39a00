import { describe, expect, test } from 'vitest';
import { brief, faultOf, pageOf, printed, setUp, view } from './support.js';

describe('printing', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['escapes texts', '{{ article.title }}', 'Flood &amp; &quot;fire&quot; &lt;b&gt;'],
    ['escapes for attributes in single quotes', '{{ "it\'s" }}', 'it&#39;s'],
    ['prints nothing for none', '[{{ article.kicker }}]', '[]'],
    [
      'prints nothing for none in a sum of texts',
      '[{{ "a" + article.kicker + "b" }}{{ "a" ~ none ~ 1 }}]',
      '[aba1]',
    ],
    ['adds numbers', '{{ 1 + 2 }}{{ 1 ~ 2 }}{{ "1" + 2 }}', '31212'],
    [
      'escapes a text that is put to HTML',
      '{% macro m() %}<b>{% endmacro %}{{ m() + "<" }}{{ "<" ~ m() }}',
      '<b>&lt;&lt;<b>',
    ],
    ['prints nothing for an absent else', '[{{ "x" if article.kicker }}]', '[]'],
    ['prints numbers and truth', '{{ article.words }} {{ article.noindex is defined }}', '1234 false'],
    ['prints a list of texts', '{{ ["a", "<"] }}', 'a,&lt;'],
    ['prints the text of an article as HTML', '{{ body }}', '<p>x</p>'],
    ['prints the text of an article as HTML, marked again', '{{ body | safe }}', '<p>x</p>'],
    [
      'prints what a macro made as HTML',
      '{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m("<") }}',
      '<b>&lt;</b>',
    ],
    [
      'prints a piece that was set aside as HTML',
      '{% set x %}<b>{{ "<" }}</b>{% endset %}{{ x | safe }}',
      '<b>&lt;</b>',
    ],
    [
      'takes a missing field for false in a condition',
      '{% if article.extra.foo %}x{% else %}y{% endif %}',
      'y',
    ],
    [
      'counts turns of a loop',
      '{% for x in "abc" %}{{ loop.index }}/{{ loop.length }} {% endfor %}',
      '1/3 2/3 3/3 ',
    ],
    [
      'keeps the turns of loops in loops apart',
      '{% for x in [1, 2] %}{% for y in [1, 2] %}{{ loop.index }}{% endfor %}-{{ loop.revindex }}{{ loop.first }} {% endfor %}',
      '12-2true 12-1false ',
    ],
    [
      'keeps assignments in a loop inside the loop',
      '{% set x = 1 %}{% for y in [1] %}{% set x = 2 %}{{ x }}{% endfor %}{{ x }}',
      '22',
    ],
    [
      'gives macros named and left-out arguments',
      '{% macro m(a, b="B", c="C") %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(1) }} {{ m(1, 2) }} {{ m(1, c=3) }} {{ m(a=4, b=5) }}',
      '1BC 12C 1B3 45C',
    ],
    ['lets a template make lists of its own', '{% set l = [] %}{% set _ = l.push(1) %}{{ l.length }}', '1'],
    ['lets a template sort what it is given', '{{ (["b", "a"] | sort).join("") }}', 'ab'],
  ];
  const body = { key: 'k', refs: [] };
  test.each(cases)('%s', (_, source, expected) => {
    const { renderer } = setUp({ templates: { 'article.njk': source } });
    expect(renderer?.render(pageOf({ body }), () => '<p>x</p>')).toMatchObject({ html: expected });
  });

  test('prints nothing for the text of a page that has none', () => {
    expect(printed('[{{ body }}]')).toBe('[]');
  });
});

describe('the view', () => {
  const related = [brief, { ...brief, id: 'fire', title: 'Fire' }];
  const shared = { ...view, related };

  test.each(['push(1)', 'pop()', 'reverse()', 'sort()', 'splice(0, 1)', 'shift()'])(
    'can’t be changed by %s, so that no page depends on another',
    (call) => {
      const before = JSON.stringify(shared);
      const { renderer } = setUp({ templates: { 'article.njk': `{% set _ = related.${call} %}` } });
      expect(renderer?.render(pageOf({ view: shared }), () => '')).toMatchObject({
        problem: { code: 'template-changes-view' },
      });
      expect(JSON.stringify(shared)).toBe(before);
    },
  );

  test('can’t be changed through a list of the site or a variable', () => {
    expect(faultOf({ 'article.njk': '{% set n = site.navigation %}{% set _ = n.push(1) %}' }).code).toBe(
      'template-changes-view',
    );
  });

  test('keeps variables of one page away from the next', () => {
    const { renderer } = setUp({
      templates: { 'article.njk': '{{ seen | default("no") }}{% set seen = "yes" %}{{ seen }}' },
    });
    for (let i = 0; i < 2; i++) expect(renderer?.render(pageOf(), () => '')).toMatchObject({ html: 'noyes' });
  });
});
