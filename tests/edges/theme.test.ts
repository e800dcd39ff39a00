import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { now } from '../../src/edges/clock.js';
import { createTemplateSource } from '../../src/edges/theme.js';
import { contentHash } from '../../src/text/hash.js';
import { lay, tempFolder } from './support.js';

describe('templates', () => {
  test("the site's files lie over the theme's by name, texts by language and name", async () => {
    const [root, theme] = [tempFolder(), tempFolder()];
    lay(theme, {
      'templates/base.njk': 'base',
      'templates/partials/card.njk': 'card',
      'templates/texts/en.yaml': 'home.latest: Latest\nhome.top: Top\n',
      'templates/texts/sq.yaml': 'home.latest: Të fundit\n',
      'templates/assets/site.css': 'a {}',
      'templates/assets/fonts/x.woff2': 'font',
      'templates/README.md': 'not a template',
    });
    lay(root, {
      'templates/partials/card.njk': 'my card',
      'templates/own.njk': 'own',
      'templates/texts/en.yaml': 'home: { latest: Newest }\nyes: no\ntime: 10:30\n',
      'templates/assets/site.css': 'b { color: red }',
    });
    const set = await createTemplateSource(root, theme).load();
    expect(Object.fromEntries(set.templates)).toEqual({
      'base.njk': 'base',
      'partials/card.njk': 'my card',
      'own.njk': 'own',
      '@theme/base.njk': 'base',
      '@theme/partials/card.njk': 'card',
    });
    expect(Object.fromEntries(set.places)).toEqual({
      'base.njk': '@theme/base.njk',
      'partials/card.njk': 'templates/partials/card.njk',
      'own.njk': 'templates/own.njk',
      '@theme/base.njk': '@theme/base.njk',
      '@theme/partials/card.njk': '@theme/partials/card.njk',
    });
    expect({ ...set.texts.get('en') }).toEqual({
      'home.latest': 'Newest',
      'home.top': 'Top',
      yes: 'no',
      time: '10:30',
    });
    expect({ ...set.texts.get('sq') }).toEqual({ 'home.latest': 'Të fundit' });
    expect(set.assets).toEqual([
      {
        name: 'fonts/x.woff2',
        path: `fonts/x.${contentHash('font').slice(0, 8)}.woff2`,
        text: null,
        source: join(theme, 'templates/assets/fonts/x.woff2'),
        hash: contentHash('font'),
      },
      {
        name: 'site.css',
        path: `site.${contentHash('b{color:red}').slice(0, 8)}.css`,
        text: 'b{color:red}',
        source: 'templates/assets/site.css',
        hash: contentHash('b{color:red}'),
      },
    ]);
    expect(set.problems).toEqual([]);
  });

  test('the theme that comes with Dateline is found and in order', async () => {
    const set = await createTemplateSource(tempFolder()).load();
    expect(set.problems).toEqual([]);
    expect([...set.templates.keys()]).toContain('article.njk');
    expect(Object.keys(set.texts.get('en') ?? {}).length).toBeGreaterThan(20);
    expect(set.assets.every(({ source }) => fs.existsSync(source))).toBe(true);
  });

  test('what is wrong is told with its place', async () => {
    const [root, theme] = [tempFolder(), tempFolder()];
    lay(root, {
      'templates/bad.njk': Buffer.from([0x61, 0x0a, 0x62, 0xe9]),
      'templates/texts/de.yaml': 'a: x\nb: Neu: heute\n',
      'templates/texts/fr.yaml': 'a: x\nlist: [1]\n',
      'templates/texts/it.yaml': '- a\n',
      'templates/texts/el.yaml': "a: x\nb: 'Open\nc: y\nd: 'z'\n",
      'templates/texts/tr.yaml': 'a: x\nb: y\n\na: z\n',
      'templates/texts/cs.yaml': 'a: { b: x }\na.b: y\n',
    });
    fs.symlinkSync('/etc/hostname', join(root, 'templates/link.njk'));
    const { problems, templates } = await createTemplateSource(root, theme).load();
    // It is there, so that what refers to it is not called wrong as well.
    expect(templates.has('bad.njk')).toBe(true);
    expect(problems.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`)).toEqual([
      'skipped-file templates/link.njk:undefined:undefined',
      'template-encoding templates/bad.njk:2:2',
      'theme-text-twice templates/texts/cs.yaml:2:1',
      'theme-texts templates/texts/de.yaml:2:4',
      'theme-texts templates/texts/el.yaml:2:4',
      'theme-texts templates/texts/fr.yaml:2:1',
      'theme-texts templates/texts/it.yaml:1:1',
      'theme-text-twice templates/texts/tr.yaml:4:1',
    ]);
  });

  test.each([
    ["b: 'Open\nc: y\n", 1],
    ['a: x\nb: "Open\n\nc: y\n', 2],
    ["a: x\nb: 'It''s open\nc: it's\n", 2],
    ["a: x\nb: 'Open", 2],
    ["a: 'two\n  lines'\nb: 'Open\nc: y\n", 3],
  ])('the quote that is not closed in %j is told where it opens', async (yaml, line) => {
    const root = tempFolder();
    lay(root, { 'templates/texts/en.yaml': yaml });
    const { problems } = await createTemplateSource(root, tempFolder()).load();
    expect(problems).toMatchObject([{ code: 'theme-texts', line, column: 4 }]);
    expect(problems[0]?.message).toContain('quote');
  });

  test.each([
    ['texts/English.yaml', 'Rename it to `templates/texts/en.yaml`.'],
    ['texts/italiano.yml', 'Rename it to `templates/texts/it.yaml`.'],
    ['texts/pt_BR.yaml', 'Rename it to `templates/texts/pt-BR.yaml`.'],
    ['texts/sq.json', 'Rename it to `templates/texts/sq.yaml`.'],
    ['texts/more/fr.yaml', 'Rename it to `templates/texts/fr.yaml`.'],
    ['texts/words.yaml', 'Rename it after the tag of its language'],
    ['article.html', 'Rename it to `templates/article.njk`.'],
    ['article.njk.html', 'Rename it to `templates/article.njk`.'],
    ['site.css', 'Move it to `templates/assets/site.css`'],
    ['@theme/article.njk', 'Move it to `templates/article.njk`'],
  ])('%s is not used, and that is told', async (name, hint) => {
    const root = tempFolder();
    lay(root, { [`templates/${name}`]: 'a: b\n' });
    const { problems } = await createTemplateSource(root, tempFolder()).load();
    expect(problems).toMatchObject([
      { code: 'theme-file-unused', file: `templates/${name}`, hint: expect.stringContaining(hint) },
    ]);
  });

  test.each([
    'texts/it.yml',
    'texts/pt-br.yaml',
    'texts/zh-Hant-TW.yaml',
    'texts/README.md',
    'LICENSE',
    'notes.txt',
  ])('%s is nothing to tell of', async (name) => {
    const root = tempFolder();
    lay(root, { [`templates/${name}`]: 'a: b\n' });
    const { problems, texts } = await createTemplateSource(root, tempFolder()).load();
    expect(problems).toEqual([]);
    if (/ya?ml$/.test(name)) expect([...texts.values()].map((own) => own.a)).toEqual(['b']);
  });

  test('the second of two files of one language is told', async () => {
    const root = tempFolder();
    lay(root, { 'templates/texts/it.yaml': 'a: b\n', 'templates/texts/it.yml': 'c: d\n' });
    const { problems, texts } = await createTemplateSource(root, tempFolder()).load();
    expect(problems).toMatchObject([{ code: 'theme-file-unused', file: 'templates/texts/it.yml' }]);
    expect({ ...texts.get('it') }).toEqual({ a: 'b' });
  });

  test('a text of titles that asks for a value is told, for there is none', async () => {
    const root = tempFolder();
    lay(root, { 'templates/texts/sq.yaml': 'minutes.other: "{n} min"\nrelated: Lexo {x}\n' });
    const { problems } = await createTemplateSource(root, tempFolder()).load();
    expect(problems).toMatchObject([
      { code: 'template-text-value', file: 'templates/texts/sq.yaml', line: 2, column: 1 },
    ]);
  });

  test('a text that is nearly one of the theme’s is told, one that a template asks for is not', async () => {
    const [root, theme] = [tempFolder(), tempFolder()];
    lay(theme, {
      'templates/texts/en.yaml': 'related: R\nrelated.more: M\nminutes.one: m\nminutes.other: m\n',
    });
    lay(root, {
      'templates/own.njk': '{{ t("relate") }}',
      'templates/texts/en.yaml':
        'relatd: x\nrelate: y\nminute.other: z\nquite.another: w\nrelated: v\nminutes.few: u\n',
      'templates/texts/sq.yaml': 'a: x\n\nrelated: { mor: "x\\t" }\n',
    });
    const { problems } = await createTemplateSource(root, theme).load();
    expect(problems.map(({ code, file, line, column, hint }) => [code, file, line, column, hint])).toEqual([
      ['theme-text-unknown', 'templates/texts/en.yaml', 1, 1, 'Did you mean `related`?'],
      ['theme-text-unknown', 'templates/texts/en.yaml', 3, 1, 'Did you mean `minutes.other`?'],
      ['theme-text-unknown', 'templates/texts/sq.yaml', 3, 12, 'Did you mean `related.more`?'],
    ]);
  });
});

describe('the clock', () => {
  test.each([
    [{ SOURCE_DATE_EPOCH: '1700000000' }, 1700000000000],
    [{ SOURCE_DATE_EPOCH: '0' }, 0],
  ])('is set by %j', (env, ms) => {
    expect(now(env)).toBe(ms);
  });

  test.each([{}, { SOURCE_DATE_EPOCH: '' }])('is the machine’s with %j', (env) => {
    expect(Math.abs((now(env) ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  test.each(['yesterday', '-1', '1e9'])('is not known with a SOURCE_DATE_EPOCH of %s', (epoch) => {
    expect(now({ SOURCE_DATE_EPOCH: epoch })).toBeNull();
  });
});
