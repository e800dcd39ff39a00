import { describe, expect, test } from 'vitest';
import { template as entries } from '../../../src/problems/catalogue/template/index.js';
import { pageOf, setUp } from './support.js';

/** Codes whose example is no line of a page's own template; they are tested where they arise. */
const ELSEWHERE = new Set([
  'page-template-missing',
  'template-macro-scope',
  'template-endless',
  'template-encoding',
  'theme-texts',
  'theme-text-twice',
  'theme-text-unknown',
  'theme-file-unused',
]);

describe('what docs/problems.md shows of templates', () => {
  const lines = entries.filter((entry) => !ELSEWHERE.has(entry.code));
  test.each(lines.map(({ code, example }) => [code, example] as const))('causes %s', (code, example) => {
    const { renderer, problems } = setUp({
      templates: {
        'article.njk': example.replaceAll('…', 'x').replace(/, or .*/, ''),
        'base.njk': '{% block main %}{% endblock %}',
        'partials/card.njk': '',
        'partials/macros.njk': '{% macro card(story) %}{{ story.title }}{% endmacro %}',
      },
      texts: { en: { 'related.more': 'More', 'sponsored.by': 'Paid for by {name}' } },
      assets: { 'site.css': '/site.css' },
    });
    const rendered = renderer?.render(pageOf(), () => '');
    const all = [...problems, ...(rendered && 'problem' in rendered ? [rendered.problem] : [])];
    expect(all.map((problem) => problem.code)).toContain(code);
  });
});
