import { describe, expect, test } from 'vitest';
import type { Page, TitlePart } from '../../../src/model/page.js';
import { templateEncoding, themeTexts } from '../../../src/problems/template/theme-files.js';
import { article, pageOf, pageView, printed, setUp, view } from './support.js';

const textsFault = themeTexts({ file: 'templates/texts/en.yaml' }, 'x');

describe('the templates that a page reached', () => {
  const reached = (templates: Record<string, string>, template = 'article.njk'): readonly string[] => {
    const { renderer, problems } = setUp({ templates });
    if (renderer === null) throw new Error(JSON.stringify(problems));
    const result = renderer.render(pageOf({ template }), () => '');
    if ('problem' in result) throw new Error(result.problem.message);
    return result.reached;
  };

  test('are those that it extends, includes and imports, sorted', () => {
    expect(
      reached({
        'article.njk': '{% extends "base.njk" %}{% block x %}{% include "z.njk" %}{% endblock %}',
        'base.njk': '{% from "m.njk" import a %}{% block x %}{% endblock %}',
        'm.njk': '{% macro a() %}{% endmacro %}',
        'z.njk': '',
        'unused.njk': '',
      }),
    ).toEqual(['article.njk', 'base.njk', 'm.njk', 'z.njk']);
  });

  test('are those that a variable chose', () => {
    expect(
      reached({
        'article.njk': '{% include "kinds/" + article.kind + ".njk" %}',
        'kinds/news.njk': '',
        'kinds/live.njk': '',
      }),
    ).toEqual(['article.njk', 'kinds/news.njk']);
  });

  test('are only those on the way that was taken', () => {
    expect(
      reached({ 'article.njk': '{% if article.kicker %}{% include "a.njk" %}{% endif %}', 'a.njk': '' }),
    ).toEqual(['article.njk']);
  });

  test('are absent ones too, for a page must change when they appear', () => {
    expect(reached({ 'article.njk': '{% include "extra.njk" ignore missing %}' })).toEqual([
      'article.njk',
      'extra.njk',
    ]);
  });

  test('are named from the top where a template names them from its own folder', () => {
    expect(
      reached({
        'article.njk': '{% include "a/b.njk" %}',
        'a/b.njk': '{% include "./c.njk" %}{% include "../d.njk" %}',
        'a/c.njk': '',
        'd.njk': '',
      }),
    ).toEqual(['a/b.njk', 'a/c.njk', 'article.njk', 'd.njk']);
  });

  test('are told anew for each page', () => {
    const { renderer } = setUp({
      templates: { 'article.njk': '{% include "a.njk" %}', 'a.njk': '', 'plain.njk': '' },
    });
    const templatesOf = (template: string): unknown => {
      const result = renderer?.render(pageOf({ template }), () => '');
      return result && 'html' in result ? result.reached : result;
    };
    expect([templatesOf('article.njk'), templatesOf('plain.njk'), templatesOf('article.njk')]).toEqual([
      ['a.njk', 'article.njk'],
      ['plain.njk'],
      ['a.njk', 'article.njk'],
    ]);
  });
});

describe('the template of a page', () => {
  test('may be named without its ending', () => {
    expect(printed('', { templates: { 'longread.njk': 'long' }, page: { template: 'longread' } })).toBe(
      'long',
    );
  });

  test('must exist', () => {
    const { renderer } = setUp({ templates: { 'longread.njk': '' } });
    expect(renderer?.render(pageOf({ template: 'longraed.njk' }), () => '')).toMatchObject({
      problem: {
        code: 'page-template-missing',
        file: 'content/articles/flood.md',
        hint: 'Did you mean `longread.njk`?',
      },
    });
  });
});

describe('a set of templates', () => {
  test('is read as far as pages can reach: all mistakes are told at once, and there is no renderer', () => {
    const { renderer, problems } = setUp({
      templates: {
        'article.njk': '{% if %}',
        'longread.njk': '{% include "parts/a.njk" %}',
        'parts/a.njk': '{{ a b }}',
        'c.njk': '{{ 1 | nofilter }}',
        'fine.njk': '',
        'parts/unused.njk': '{{ a b }}',
      },
    });
    expect(renderer).toBeNull();
    expect(problems.map(({ file, severity }) => `${file} ${severity}`).sort()).toEqual([
      'templates/article.njk error',
      'templates/c.njk error',
      'templates/parts/a.njk error',
    ]);
  });

  test('is read without what no page asks for, where that is known', () => {
    const templates = {
      'article.njk': '',
      'longread.njk': '{% if lonread %}{% endif %}',
      'old.njk': '{{ a b }}',
      'started.njk': '{% if stardet %}{% endif %}',
    };
    const { problems } = setUp({ templates, asked: [{ template: 'longread', kind: 'article' }] });
    expect(problems.map(({ file }) => file)).toEqual(['templates/longread.njk']);
  });

  test('is read without files of the theme that the site does not use', () => {
    const { renderer, problems } = setUp({
      templates: {
        'article.njk': '{% extends "base.njk" %}{% block words %}{{ body }}{% endblock %}',
        'base.njk': '{% block words %}{% endblock %}',
        '@theme/article.njk': '{% extends "base.njk" %}{% block main %}{% endblock %}{{ nonsense }}',
        'front.njk': '{% extends "base.njk" %}{% block main %}{{ nonsense }}{% endblock %}',
        '@theme/front.njk': '{% extends "base.njk" %}{% block main %}{{ nonsense }}{% endblock %}',
      },
      places: { 'front.njk': '@theme/front.njk' },
    });
    expect(problems).toEqual([]);
    expect(renderer).not.toBeNull();
  });

  test('tells a page of the theme whose every block a layout of the site’s own drops, and no other', () => {
    const templates = {
      'article.njk': '{% extends "base.njk" %}{% block main %}x{% endblock %}{% block meta %}{% endblock %}',
      'base.njk': '{% block main %}{% endblock %}',
      'tag.njk': '{% extends "base.njk" %}{% block mains %}x{% endblock %}',
    };
    const places = { 'article.njk': '@theme/article.njk', 'tag.njk': '@theme/tag.njk' };
    const { renderer, problems } = setUp({ templates, places });
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'template-unused-block @theme/tag.njk',
    ]);
    expect(renderer).not.toBeNull();
  });

  test('lets a template extend the theme’s own file of its name', () => {
    const { renderer, problems } = setUp({
      templates: {
        'article.njk': '{% extends "@theme/article.njk" %}{% block foot %}{{ super() }} more{% endblock %}',
        '@theme/article.njk': '{% extends "base.njk" %}{% block foot %}foot{% endblock %}',
        'base.njk': '<{% block foot %}{% endblock %}>{% include "./parts/a.njk" %}',
        '@theme/base.njk': '<{% block foot %}{% endblock %}>{% include "./parts/a.njk" %}',
        'parts/a.njk': 'a',
      },
      places: { 'base.njk': '@theme/base.njk' },
    });
    expect(problems).toEqual([]);
    expect(renderer?.render(pageOf(), () => '')).toEqual({
      html: '<foot more>a',
      reached: ['@theme/article.njk', 'article.njk', 'base.njk', 'parts/a.njk'],
    });
  });

  test('tells what a file that can’t be read is, and nothing that follows from it alone', () => {
    const { renderer, problems } = setUp({
      templates: {
        'article.njk': '{% extends "base.njk" %}{% block x %}{{ t("lost") }}{{ m.y() }}{% endblock %}',
        'base.njk': '\ufffd\ufffd',
      },
      problems: [templateEncoding({ file: 'templates/base.njk' }), textsFault],
    });
    expect(renderer).toBeNull();
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'template-encoding templates/base.njk',
      'theme-texts templates/texts/en.yaml',
      'template-unknown-name templates/article.njk',
    ]);
  });

  test('has a renderer where there are only warnings', () => {
    const { renderer, problems } = setUp({
      templates: { 'article.njk': '{% extends "b.njk" %}{% block foo %}{% endblock %}', 'b.njk': 'x' },
    });
    expect(problems.map((problem) => problem.severity)).toEqual(['warning']);
    expect(renderer?.render(pageOf(), () => '')).toMatchObject({ html: 'x' });
  });

  test('renders the next page after one that failed', () => {
    const { renderer } = setUp({
      templates: { 'article.njk': '{{ article.extra.foo }}', 'fine.njk': 'fine {{ page.title }}' },
    });
    expect(renderer?.render(pageOf(), () => '')).toHaveProperty('problem');
    expect(renderer?.render(pageOf({ template: 'fine.njk' }), () => '')).toMatchObject({
      html: 'fine Flood',
    });
  });

  test('leaves the limit of stacks as it was', () => {
    const before = Error.stackTraceLimit;
    printed('x');
    expect(Error.stackTraceLimit).toBe(before);
  });
});

describe('the title of a page', () => {
  const texts = { en: { gone: 'Taken down' }, de: { gone: 'Gelöscht' } };
  const titleOf = (title: Page['title'], lang = 'en'): string =>
    printed('{{ page.title }}|{% import "m.njk" as m %}{{ m.title() }}', {
      texts,
      templates: { 'm.njk': '{% macro title() %}{{ page.title }}{% endmacro %}' },
      view: { ...view, page: { ...pageView, lang } },
      page: { title },
    });

  test.each<[readonly TitlePart[] | null, string, string]>([
    [null, 'en', 'Flood'],
    [[{ text: 'gone' }], 'en', 'Taken down'],
    [[{ text: 'gone' }], 'de', 'Gelöscht'],
    [[{ text: 'gone' }], 'sq', 'Taken down'],
    [[{ name: 'Sport' }, { period: '2026-11' }], 'de', 'Sport: November 2026'],
    [[{ period: '2026' }], 'en', '2026'],
    [[{ text: 'redirect' }], 'en', 'Flood'],
  ])('is for %j in %s "%s", also in macros', (title, lang, expected) => {
    expect(titleOf(title, lang)).toBe(`${expected}|${expected}`);
  });
});

describe('what a template sees', () => {
  test('is the page’s language inside an imported macro, where filters depend on it', () => {
    const templates = {
      'm.njk': '{% macro when(d) %}{{ d | date }} {{ page.lang }} {{ site.title }}{% endmacro %}',
    };
    const source = '{% from "m.njk" import when %}{{ when(article.date) }}';
    expect(printed(source, { templates, view: { ...view, page: { ...pageView, lang: 'de' } } })).toBe(
      '24. November 2026 de The Çlirimi Post',
    );
  });

  test('is the text with its holes filled', () => {
    const { renderer } = setUp({ templates: { 'article.njk': '{{ body }}' } });
    const page = pageOf({
      body: {
        key: 'content/articles/flood.md',
        refs: [{ kind: 'link', href: '/x/', title: null, rel: null }],
      },
    });
    const bodies: Record<string, string> = {
      'content/articles/flood.md': '<p>\uFDD0A0\uFDD1y\uFDD0Z0\uFDD1</p>',
    };
    expect(renderer?.render(page, (key) => bodies[key] ?? '')).toMatchObject({
      html: '<p><a href="/x/">y</a></p>',
    });
  });

  test('is the text of each live post, without a change to the view', () => {
    const live = [
      { id: 'p1', date: '2026-11-24T10:15:00+01:00', title: null, body: '' },
      { id: 'p2', date: '2026-11-24T10:10:00+01:00', title: null, body: '' },
    ];
    const { renderer } = setUp({
      templates: { 'article.njk': '{% for p in article.live %}{{ p.id }}{{ p.body }}{% endfor %}' },
    });
    const liveView = { ...view, article: { ...article, live } };
    const page = pageOf({
      view: liveView,
      liveBodies: [
        { key: 'f#0', refs: [] },
        { key: 'f#1', refs: [] },
      ],
    });
    expect(renderer?.render(page, (key) => `<p>${key}</p>`)).toMatchObject({
      html: 'p1<p>f#0</p>p2<p>f#1</p>',
    });
    expect(liveView.article.live[0]?.body).toBe('');
  });
});
