import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.js';

const FILE = 'content/site.yaml';
const BASE =
  'url: https://www.example.org/\ntitle: Post\ntagline: News\nsections: [Politics, { title: World, sections: [Europe] }]\n';

const told = (yaml: string): string[] =>
  loadConfig(BASE + yaml, FILE).problems.map(
    ({ code, line, column }) => `${code} ${(line ?? 0) - 4}:${column}`,
  );

describe('`languages` of site.yaml', () => {
  it('makes a configuration of each language, with all that it does not say as in the main one', () => {
    const loaded = loadConfig(
      `${BASE}footer: [{ name: About, url: /about/ }]
languages:
  sq:
    title: Posta
    sections: { world: { title: Bota, slug: bote }, world/europe: Evropa, diaspora: Diaspora }
  zh_hant: { prefix: zh, name: 繁體, texts: { home: { top: 頭條 } } }`,
      FILE,
    );
    expect(loaded.problems).toEqual([]);
    const [sq, zh] = loaded.config?.languages ?? [];
    expect(sq).toMatchObject({
      language: 'sq',
      languageName: 'Shqip',
      root: '/sq/',
      dir: 'ltr',
      title: 'Posta',
      tagline: null,
      footer: [{ name: 'About', url: '/about/' }],
      languages: [],
      sections: [
        { slug: 'world', title: 'Bota', nav: true, path: 'bote' },
        { slug: 'world/europe', title: 'Evropa', nav: true, path: 'bote/europe' },
        { slug: 'diaspora', title: 'Diaspora', nav: true },
        { slug: 'politics', title: 'Politics', nav: false, byArticles: true },
      ],
    });
    expect(zh).toMatchObject({
      language: 'zh-Hant',
      languageName: '繁體',
      root: '/zh/',
      title: 'Post',
      tagline: 'News',
      texts: { 'home.top': '頭條' },
    });
    expect(loaded.config?.root).toBe('/');
  });

  it.each([
    ['albanian: {}', ['unknown-language 2:3']],
    ['al: {}', ['country-for-language 2:3']],
    ['se: {}', []],
    ['en: {}', ['language-twice 2:3']],
    ['sq: {}\n  SQ: {}', ['language-twice 3:3']],
    ['sq: { prefix: / }', ['invalid-prefix 2:17']],
    ['sq: { prefix: /a/b/ }', ['invalid-prefix 2:17']],
    ['sq: { prefix: /../x/ }', ['invalid-prefix 2:17']],
    ['sq: { prefix: /tags/ }', ['prefix-taken 2:17']],
    ['sq: { prefix: /2026/ }', ['prefix-taken 2:17']],
    ['sq: { prefix: /world/ }', ['prefix-taken 2:17']],
    ['sq: { prefix: /x/ }\n  ar: { prefix: /X/ }', ['prefix-taken 3:17']],
    ['sq: { sections: { wrld: Bota } }', ['unknown-section 2:21']],
    ['sq: { sections: { world: { title: Bota, slug: a/b } } }', ['invalid-section-slug 2:49']],
    [
      'sq: { sections: { world: { title: B, slug: x }, politics: { title: P, slug: x } } }',
      ['duplicate-section 2:19'],
    ],
    ['sq: { sections: { tags: Tema } }', ['reserved-section 2:27']],
    ['sq: { footer: [{ name: X, url: "javascript:x" }] }', ['invalid-link 2:34']],
    ['sq: { titel: Posta }', ['unknown-option 2:9']],
    ['sq: {}\nfeeds: { partners: [{ name: wire, language: fr }] }', ['unknown-partner-language 3:45']],
  ])('tells what is wrong with `%s`', (yaml, expected) => {
    expect(told(`languages:\n  ${yaml}`)).toEqual(expected);
  });
});
