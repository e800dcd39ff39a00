import { describe, expect, it } from 'vitest';
import { PAGE_KINDS } from '../../src/model/view.js';
import { article, codes, newsroom, SITE_YAML } from '../support/site.js';

const ONE = { 'content/articles/a.md': article('title: One\ndate: 2026-11-01\ntags: [Port]') };

describe('a site’s own theme', () => {
  it('says texts of the theme otherwise, and texts of its own, in site.yaml', async () => {
    const site = newsroom({
      ...ONE,
      'content/site.yaml': `${SITE_YAML}texts: { own.key: "From our own desk" }\n`,
      'templates/tag.njk': '<p>{{ t("own.key") }}</p>',
    });
    expect((await site.build()).problems).toEqual([]);
    expect(site.read('tags/port/index.html')).toContain('From our own desk');
  });

  it('shows the logos and fonts that are there, below the site’s folder, and tells of those that are not', async () => {
    const theme = (logo: string, font: string): string =>
      `title: T\nurl: https://herald.example/news/\nid: t\ntheme:\n  logo: ${logo}\n  fonts:\n    - { family: F, file: ${font}, for: head }\n`;
    const site = newsroom({
      ...ONE,
      'content/site.yaml': theme('/media/name.svg', '/media/f.woff2'),
      'content/media/name.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      'content/media/f.woff2': 'wOF2',
    });
    expect((await site.build()).problems).toEqual([]);
    const page = site.read('index.html');
    expect(page).toContain('<img src="/news/media/name.svg" alt="T"');
    expect(page).toContain('src:url("/news/media/f.woff2")');
    expect(page).toContain('--head:"F", Georgia');
    expect(site.read('media/f.woff2')).toBe('wOF2');

    site.write({ 'content/site.yaml': theme('/media/nmae.svg', '/media/g.woff2') });
    const { outcome, problems } = await site.build();
    expect(outcome).toBe('done');
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['theme-file-missing', 'content/site.yaml', 5],
      ['theme-file-missing', 'content/site.yaml', 7],
    ]);
    expect(site.read('index.html')).not.toMatch(/nmae|g\.woff2/);
  });

  it('is told of a file that is a font by its name alone', async () => {
    const fonts = ['media/a.woff2', 'media/b.woff2', 'media/c.woff2', 'd.woff2'];
    const site = newsroom({
      ...ONE,
      'content/site.yaml': `${SITE_YAML}theme:\n  fonts:\n${fonts.map((font) => `    - { family: F, file: /${font} }\n`).join('')}`,
      'content/media/a.woff2': '\0\x01\0\0glyf',
      'content/media/b.woff2': 'wOF2',
      'content/media/c.woff2': 'c',
      'content/static/d.woff2': 'wOFF',
    });
    const { outcome, problems } = await site.build();
    const first = SITE_YAML.split('\n').length + 2;
    expect(outcome).toBe('content');
    expect(
      problems.map(({ code, file, line, message }) => [
        code,
        file,
        line,
        /holds is ([\w ]+)/.exec(message)?.[1],
      ]),
    ).toEqual([
      ['font-format', 'content/site.yaml', first, 'TrueType'],
      ['font-format', 'content/site.yaml', first + 2, 'no font'],
      ['font-format', 'content/site.yaml', first + 3, 'WOFF'],
    ]);
  });

  it('is told of templates that nothing reaches where their names are nearly right', async () => {
    const site = newsroom({
      ...ONE,
      'templates/artcle.njk': 'x',
      'templates/partials/macro.njk': 'x',
      'templates/slots/in-artcle.njk': 'x',
      'templates/slots/sidebar.njk': 'x',
      // Those are used, or nothing like a name of the theme.
      'templates/slots/footer.njk': '{% include "slots/footr.njk" %}',
      'templates/slots/footr.njk': 'x',
      'templates/election-night.njk': 'x',
      'templates/tagg.njk': 'x',
      'templates/tag.njk': '{% extends "tagg.njk" %}',
      'templates/pages.njk': 'x',
      'content/pages/about.md': '---\ntitle: About\ntemplate: pages\n---\nx\n',
    });
    const { outcome, problems } = await site.build();
    expect(outcome).toBe('done');
    expect(
      problems.map(({ code, file, hint }) => [code, file, /`(?:templates\/)?([^`]+)`/.exec(hint)?.[1]]),
    ).toEqual([
      ['theme-file-unused', 'templates/artcle.njk', 'article.njk'],
      ['theme-file-unused', 'templates/partials/macro.njk', 'partials/macros.njk'],
      ['theme-file-unused', 'templates/slots/in-artcle.njk', 'slots/in-article.njk'],
      ['theme-file-unused', 'templates/slots/sidebar.njk', 'head'],
    ]);
  });

  it('is told where templates extend each other without end', async () => {
    for (const files of [
      { 'templates/tag.njk': '{% extends "tag.njk" %}' },
      { 'templates/tag.njk': '{% extends "other.njk" %}', 'templates/other.njk': '{% extends "tag.njk" %}' },
    ]) {
      const site = newsroom({ ...ONE, ...files });
      const result = await site.build();
      expect([result.outcome, codes(result)]).toEqual(['setup', ['template-endless']]);
    }
  });

  it('sees a title for readers on every kind of page, in the site’s language', async () => {
    const kinds = ['directory', 'corrections', 'not-found', 'gone', 'archive', 'related', 'redirect'];
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}language: de\n`,
      'content/articles/a.md': article(
        'title: Eins\ndate: 2026-11-01\naliases: [/alt/]\nrelated: [c]\ntags: [T]\nauthors: [A]\nseries: S',
      ),
      'content/articles/c.md': article('title: Drei\ndate: 2026-11-01\nid: c'),
      'content/articles/b.md': article('title: Zwei\ndate: 2026-11-01\ngone: true\nslug: b'),
      ...Object.fromEntries(kinds.map((kind) => [`templates/${kind}.njk`, '{{ page.title }}'])),
    });
    expect((await site.build()).outcome).toBe('done');
    expect(
      [
        'tags',
        'authors',
        'series',
        'corrections',
        'archive',
        '2026',
        '2026/11',
        '2026/11/a/related',
        '2026/11/b',
        'alt',
      ].map((path) => site.read(`${path}/index.html`)),
    ).toEqual([
      'Themen',
      'Autorinnen und Autoren',
      'Serien',
      'Korrekturen und Klarstellungen',
      'Archiv',
      '2026',
      'November 2026',
      'Mehr zum Thema: Eins',
      'Dieser Artikel wurde entfernt',
      'Diese Seite ist umgezogen',
    ]);
    expect(site.read('404.html')).not.toContain('not-found');
  });

  it.each([
    [
      'templates/base.njk',
      Buffer.from('<p>\xe9</p>{% block main %}{% endblock %}', 'latin1'),
      'template-encoding',
    ],
    [
      'templates/base.njk',
      Buffer.from('\uFEFF{% block main %}{% endblock %}', 'utf16le'),
      'template-encoding',
    ],
    ['templates/texts/en.yaml', 'related: Related: news\n', 'theme-texts'],
    ['templates/texts/en.yaml', "related: 'Related\n", 'theme-texts'],
    ['templates/texts/en.yaml', 'related: a\nrelated: b\n', 'theme-text-twice'],
    ['templates/texts/en.yaml', '- related\n', 'theme-texts'],
    ['templates/tag.njk', '{{ t("related") }}{% if grup %}{% endif %}', 'template-unknown-name'],
    ['templates/tag.njk', '{{ group.name', 'template-output-open'],
  ])(
    'stops the build, alone and whatever articles may do, where %s can’t be used (%#)',
    async (name, content, code) => {
      const site = newsroom({ ...ONE, [name]: content });
      for (const onInvalid of ['fail', 'skip'] as const) {
        const result = await site.build({ onInvalid });
        expect([result.outcome, codes(result)]).toEqual(['setup', [code]]);
      }
    },
  );

  it('is told nothing of files of the theme that it does not use', async () => {
    const base = '<title>{{ page.title }}</title>{% block content %}{% endblock %}';
    const kinds = PAGE_KINDS.map((kind) => [
      `templates/${kind}.njk`,
      '{% extends "base.njk" %}{% block content %}{{ page.kind }}{% endblock %}',
    ]);
    const site = newsroom({
      ...ONE,
      'templates/base.njk': base,
      'templates/unused.njk': '{{ nonsense }}',
      'templates/texts/en.yaml': 'home.latest: Newest\n',
      ...Object.fromEntries(kinds),
    });
    const result = await site.build();
    expect([result.outcome, result.problems]).toEqual(['done', []]);
    expect(site.read('tags/port/index.html')).toContain('tag');
  });

  it('may name the arguments of filters', async () => {
    const site = newsroom({
      ...ONE,
      'templates/tag.njk':
        '{{ "one two three four" | excerpt(length=9) }}|{{ articles[0].date | date(style="year") }}',
    });
    expect((await site.build()).problems).toEqual([]);
    expect(site.read('tags/port/index.html')).toBe('one two…|2026');
  });
});
