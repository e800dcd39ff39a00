import { readFileSync } from 'node:fs';
import nunjucks from 'nunjucks';
import { expect, test } from 'vitest';
import { staleDocs } from '../../../src/docs/main.js';
import { shapesFile, templatesPage } from '../../../src/docs/templates.js';
import { PAGE_KINDS } from '../../../src/model/view.js';
import { BUILT_IN_FILTERS, BUILT_IN_TESTS } from '../../../src/stages/render/built-in.js';
import { OWN_FILTERS } from '../../../src/stages/render/filters.js';
import { SHAPES, VIEWS } from '../../../src/stages/render/shapes.js';
import { article, brief, pageView, site, view } from './support.js';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

test('docs/templates.md and the table that names are checked against are made from the views as they are', async () => {
  expect(await staleDocs([templatesPage, shapesFile])).toEqual([]);
});

test('the table knows every kind of page and every field of a real view', () => {
  expect(Object.keys(VIEWS).sort()).toEqual([...PAGE_KINDS].sort());
  const real = {
    ArticleView: view,
    ArticleDetail: article,
    Brief: brief,
    PageView: pageView,
    SiteView: site,
  };
  for (const [name, value] of Object.entries(real)) {
    expect(Object.keys(SHAPES[name] ?? {}).sort(), name).toEqual(Object.keys(value).sort());
  }
});

test('the lists of nunjucks’ filters and tests are those of nunjucks', () => {
  const env = new nunjucks.Environment(
    { getSource: () => null },
    { autoescape: true, throwOnUndefined: true, dev: true },
  );
  for (const name of BUILT_IN_FILTERS) expect(env.getFilter(name), name).toBeTypeOf('function');
  for (const name of BUILT_IN_TESTS) expect(env.getTest(name), name).toBeTypeOf('function');
  const source = read('node_modules/nunjucks/src/filters.js');
  const exported = [...source.matchAll(/^_exports\.(\w+) =/gm)].map((found) => found[1] ?? '');
  const known = new Set<string>([...BUILT_IN_FILTERS, ...OWN_FILTERS]);
  expect(exported.filter((name) => !known.has(name))).toEqual([]);
});
