import { describe, expect, test } from 'vitest';
import { article, pageOf, pageView, printed, setUp, view } from './support.js';

describe('the templates that a page reached', () => {
  const reached = (templates: Record<string, string>, template = 'article.njk'): readonly string[] => {
    const { renderer, problems } = setUp({ templates });
    if (renderer === null) throw new Error(JSON.stringify(problems));
    const result = renderer.render(pageOf({ template }), () => '');
    if ('problem' in result) throw new Error(result.problem.message);
    return result.templates;
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
      return result && 'html' in result ? result.templates : result;
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
  test('is read whole: mistakes in all templates are told at once, and there is no renderer', () => {
    const { renderer, problems } = setUp({
      templates: {
        'article.njk': '{% if %}',
        'unused.njk': '{{ a b }}',
        'c.njk': '{{ 1 | nofilter }}',
        'fine.njk': '',
      },
    });
    expect(renderer).toBeNull();
    expect(problems.map(({ file, severity }) => `${file} ${severity}`)).toEqual([
      'templates/article.njk error',
      'templates/unused.njk error',
      'templates/c.njk error',
    ]);
  });

  test('has a renderer where there are only warnings', () => {
    const { renderer, problems } = setUp({ templates: { 'article.njk': '{% if foo %}{% endif %}x' } });
    expect(problems.map((problem) => problem.severity)).toEqual(['warning']);
    expect(renderer?.render(pageOf(), () => '')).toMatchObject({ html: 'x' });
  });

  test('renders the next page after one that failed', () => {
    const { renderer } = setUp({
      templates: { 'article.njk': '{{ article.foo }}', 'fine.njk': 'fine {{ page.title }}' },
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
