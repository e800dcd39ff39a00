import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FILTER_DOCS, FUNCTION_DOCS } from '../../../src/docs/filter-docs.js';
import { OWN_FILTERS } from '../../../src/stages/render/filters.js';
import { printed, setUp } from './support.js';

const texts = {
  en: {
    related: 'Related',
    empty: 'Nothing yet',
    'sponsored.by': 'Paid for by {name}',
    'minutes.one': '{n} minute',
    'minutes.other': '{n} minutes',
  },
};
const fragments = {
  way: 'script',
  urls: new Map([['en', new Map([['breaking', '/news/_f/breaking.html']])]]),
  html: new Map(),
} as const;
const assets = { 'site.css': '/news/assets/site.1a2b3c4d.css' };

describe('docs/templates.md', () => {
  const examples = [...FILTER_DOCS, ...FUNCTION_DOCS].flatMap((tool) => tool.examples);
  test.each(examples)('%s prints %s', (source, expected) => {
    expect(printed(source, { texts, assets, fragments })).toBe(expected);
  });

  test('describes every filter that Dateline adds, and no other', () => {
    // `t` is described as a function; `random` only says why it is not there.
    const named = OWN_FILTERS.filter((name) => name !== 't' && name !== 'random');
    expect(FILTER_DOCS.map((tool) => tool.name).sort()).toEqual([...named].sort());
  });

  test('has templates in its introduction that are right as they stand', () => {
    const intro = readFileSync(new URL('../../../src/docs/templates-intro.md', import.meta.url), 'utf8');
    const blocks = [...intro.matchAll(/```njk\n([\s\S]*?)```/g)].map((found) => found[1] ?? '');
    const [own = '', tag = '', longread = '', macros = ''] = blocks;
    expect(blocks).toHaveLength(4);
    const { problems } = setUp({
      texts,
      templates: {
        'base.njk': '{% block meta %}{% endblock %}{% block main %}{% endblock %}',
        'article.njk': own,
        '@theme/article.njk':
          '{% extends "base.njk" %}{% from "partials/macros.njk" import card %}{% block main %}{% for story in related %}{{ card(story) }}{% endfor %}{% endblock %}{% block meta %}{% endblock %}',
        'tag.njk': tag,
        'longread.njk': longread,
        'partials/macros.njk': macros,
      },
    });
    expect(problems).toEqual([]);
  });
});
