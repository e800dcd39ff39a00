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
      'templates/assets/site.css': 'b {}',
    });
    const set = await createTemplateSource(root, theme).load();
    expect(Object.fromEntries(set.templates)).toEqual({
      'base.njk': 'base',
      'partials/card.njk': 'my card',
      'own.njk': 'own',
    });
    expect(set.places.get('partials/card.njk')).toBe('templates/partials/card.njk');
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
        source: join(theme, 'templates/assets/fonts/x.woff2'),
        hash: contentHash('font'),
      },
      { name: 'site.css', source: 'templates/assets/site.css', hash: contentHash('b {}') },
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
    });
    fs.symlinkSync('/etc/hostname', join(root, 'templates/link.njk'));
    const { problems } = await createTemplateSource(root, theme).load();
    expect(problems.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`)).toEqual([
      'skipped-file templates/link.njk:undefined:undefined',
      'template-encoding templates/bad.njk:2:2',
      'theme-texts templates/texts/de.yaml:2:4',
      'theme-texts templates/texts/fr.yaml:2:1',
      'theme-texts templates/texts/it.yaml:1:1',
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

  test.each([{}, { SOURCE_DATE_EPOCH: '' }, { SOURCE_DATE_EPOCH: 'yesterday' }, { SOURCE_DATE_EPOCH: '-1' }])(
    'is the machine’s with %j',
    (env) => {
      expect(Math.abs(now(env) - Date.now())).toBeLessThan(60_000);
    },
  );
});
