import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import type { Config } from '../../src/model/config.js';
import { CATALOGUE } from '../../src/problems/catalogue/index.js';

const FILE = 'content/site.yaml';
const URL_LINE = 'url: https://www.example.org/\n';

function config(yaml: string): Config {
  const loaded = loadConfig(URL_LINE + yaml, FILE);
  expect(loaded.problems).toEqual([]);
  if (loaded.config === null) throw new Error('no configuration');
  return loaded.config;
}

/** `code line:column-end` of every problem, with `url` given. */
function problems(yaml: string): string[] {
  return loadConfig(yaml, FILE)
    .problems.filter(({ code }) => code !== 'missing-url')
    .map(({ code, line, column, length }) => `${code} ${line}:${column}+${length ?? 0}`);
}

describe('an empty newsroom', () => {
  test.each([
    ['no file', null],
    ['an empty file', ''],
    ['a file of notes', '# nothing yet\n'],
    ['an empty document', '---\n'],
    ['a byte order mark alone', '\ufeff'],
  ])('has every default with %s, and is told to say its address', (_, source) => {
    const loaded = loadConfig(source, FILE);
    expect(loaded.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'missing-url warning',
    ]);
    expect(loaded.config).toEqual({
      id: 'localhost:8080',
      idOfUrl: false,
      title: 'Newsroom',
      tagline: null,
      description: null,
      url: 'http://localhost:8080/',
      base: '/',
      ownUrl: 'http://localhost:8080/',
      language: 'en',
      dir: 'ltr',
      languageName: 'English',
      root: '/',
      languages: [],
      timezone: 'UTC',
      permalink: '/:year/:month/:slug/',
      slugs: 'unicode',
      defaultSection: null,
      sections: [],
      navigation: null,
      footer: [],
      publisher: {
        name: 'Newsroom',
        url: null,
        logo: null,
        foundingDate: null,
        sameAs: [],
        alternateName: [],
        legalName: null,
        contacts: { email: null, telephone: null, address: null, contactPoint: [] },
        policies: {},
      },
      image: null,
      crawlers: { disallow: [], lines: [] },
      newsSitemap: { name: 'Newsroom', sections: [], kinds: [] },
      spots: {},
      copyright: null,
      fields: {},
      excerpt: { length: 180 },
      related: {
        count: 4,
        pageCount: 12,
        pages: 'all',
        minimum: 0.03,
        newer: true,
        maxAge: null,
        never: { sections: [], kinds: [] },
        series: false,
        reasons: false,
        translations: false,
        fold: { within: 3, alike: 0.6 },
      },
      front: { secondary: 6, latest: 12, perSection: 5, opinion: 4, group: 20 },
      archive: { pageSize: 50 },
      feeds: {
        formats: ['rss', 'atom', 'json'],
        groups: { section: ['rss'], tag: [], author: [], series: [] },
        content: 'full',
        limit: 20,
        aliases: [],
        partners: [],
      },
      syndication: 'canonical',
      html: false,
      remotePictures: false,
      assets: { keep: 30 },
      fragments: 'script',
      slots: [],
      icons: [],
      security: { csp: {}, headers: {} },
      pictures: {
        widths: [400, 800, 1200, 1600],
        formats: ['avif', 'webp'],
        quality: 75,
        cards: 'none',
        colours: expect.objectContaining({ default: '#b3131b' }),
      },
      redirects: ['html'],
      elsewhere: [],
      ignore: [],
      search: { text: 'full', engine: null },
      look: {
        logo: null,
        logoDark: null,
        icon: null,
        fonts: [],
        tokens: [],
        light: [],
        dark: [],
        paper: { light: '#fff', dark: '#14161a' },
        share: ['copy', 'email', 'whatsapp', 'facebook', 'bluesky'],
      },
      theme: {},
      extra: {},
      texts: {},
      severity: {},
    } satisfies Config);
  });

  it('needs no warning where the command says the address', () => {
    const loaded = loadConfig(null, FILE, { baseUrl: 'https://preview.example.org/pr-7' });
    expect(loaded.problems).toEqual([]);
    expect(loaded.config).toMatchObject({ url: 'https://preview.example.org/pr-7/', base: '/pr-7/' });
  });
});

describe('the address', () => {
  test.each([
    ['https://example.org', 'https://example.org/', '/'],
    ['https://example.org/news', 'https://example.org/news/', '/news/'],
    ['https://example.org//a//b/', 'https://example.org/a/b/', '/a/b/'],
    ['HTTP://EXAMPLE.org:8080/', 'http://example.org:8080/', '/'],
    ['https://müller.example/', 'https://xn--mller-kva.example/', '/'],
  ])('%s becomes %s with the base %s', (url, absolute, base) => {
    expect(loadConfig(`url: ${url}`, FILE)).toMatchObject({ problems: [], config: { url: absolute, base } });
  });

  test.each([
    ['example.org'],
    ['www.example.org/news'],
    ['localhost:8080'],
    ['/news/'],
    ['ftp://example.org/'],
    ['https:example.org'],
    ['javascript:alert(1)'],
    ['https://user:secret@example.org/'],
    ['https://example.org/?a=1'],
    ['https://example.org/#top'],
    ['https://'],
    ['"https://exa mple.org/"'],
  ])('cannot be %s', (url) => {
    const loaded = loadConfig(`url: ${url}`, FILE);
    expect(loaded.config).toBeNull();
    expect(loaded.problems).toMatchObject([{ code: 'invalid-url', line: 1, column: 6 }]);
  });

  it('of the command goes before the site’s own, and the permanent name stays', () => {
    const loaded = loadConfig('url: https://example.org/', FILE, { baseUrl: 'http://localhost:3000/x/' });
    expect(loaded.config).toMatchObject({ url: 'http://localhost:3000/x/', base: '/x/', id: 'example.org' });
  });

  it('of the command is checked as well', () => {
    const loaded = loadConfig('url: https://example.org/', FILE, { baseUrl: 'nowhere' });
    expect(loaded).toMatchObject({ config: null, problems: [{ code: 'invalid-url' }] });
  });
});

describe('kind readings', () => {
  test.each([
    ['timeZone: Europe/Tirane'],
    ['time_zone: Europe/Tirane'],
    ['time-zone: Europe/Tirane'],
    ['Timezone: europe/tirane'],
  ])('takes %s for `timezone`', (line) => {
    expect(config(line).timezone).toBe('Europe/Tirane');
  });

  it('takes a text that looks like a number to the letter', () => {
    expect(config('title: 1984\ntagline: 0123\ncopyright: 1e3')).toMatchObject({
      title: '1984',
      tagline: '0123',
      copyright: '1e3',
    });
  });

  it('takes one value where a list is wanted', () => {
    expect(config('ignore: drafts/**\nfields: {date: published}\nelsewhere: /shop/')).toMatchObject({
      ignore: ['drafts/**'],
      fields: { date: ['published'] },
      elsewhere: ['/shop/'],
    });
    expect(config('footer: {name: About, url: /about/}').footer).toEqual([{ name: 'About', url: '/about/' }]);
  });

  test.each([
    ['yes', true],
    ['on', true],
    ['True', true],
    ['no', false],
    ['off', false],
  ])('takes %s for %s', (word, value) => {
    expect(config(`remotePictures: ${word}`).remotePictures).toBe(value);
  });

  it('takes an empty value for one that is not there', () => {
    expect(config('tagline:\nrelated:\nsections:\nfront: { latest: }')).toMatchObject({
      tagline: null,
      related: { count: 4 },
      sections: [],
      front: { latest: 12 },
    });
  });

  it('understands references between values', () => {
    expect(config('extra: { a: &a [1, two], b: *a }').extra).toEqual({ a: [1, 'two'], b: [1, 'two'] });
  });

  it('keeps free maps as JSON: numbers, flags, empty values, lists', () => {
    expect(config('extra: { n: 1.5, f: true, e: , l: [1, x], m: { no: off } }').extra).toEqual({
      n: 1.5,
      f: true,
      e: null,
      l: [1, 'x'],
      m: { no: 'off' },
    });
  });

  it('reads CRLF files with a byte order mark, places included', () => {
    const loaded = loadConfig('\ufeffurl: https://a.example/\r\nslugs: latin\r\n', FILE);
    expect(loaded.problems).toMatchObject([
      { code: 'option-value', line: 2, column: 8, length: 5, source: 'slugs: latin' },
    ]);
  });

  it('tells of a value in a text that stands in titles, in each language', () => {
    const source =
      'texts:\n  related: "Read {x}"\n  minutes.other: "{n} min"\n  directory: { tags: "All {y}" }\nlanguages: { sq: { texts: { colon: "{z}" } } }\n';
    const { problems } = loadConfig(`url: https://x.example/\n${source}`, 'content/site.yaml');
    expect(problems.map(({ code, line, column, hint }) => [code, line, column, hint])).toEqual([
      ['template-text-value', 3, 12, 'Take {x} out of the text.'],
      ['template-text-value', 5, 22, 'Take {y} out of the text.'],
      ['template-text-value', 6, 36, 'Take {z} out of the text.'],
    ]);
  });

  it('says what the room of a slot must be', () => {
    const { problems } = loadConfig(
      'url: https://x.example/\nslots: { footer: tall }\n',
      'content/site.yaml',
    );
    expect(problems.map(({ line, column, message }) => [line, column, message])).toEqual([
      [
        2,
        18,
        '`slots.footer` must be a height in pixels such as `250`, or heights by width such as `{ 0: 280, 728: 90 }`. Here it is the text `tall`.',
      ],
    ]);
  });

  it('reads texts in nested and in dotted names', () => {
    expect(config('texts:\n  related.title: A\n  search: { title: B }').texts).toEqual({
      'related.title': 'A',
      'search.title': 'B',
    });
  });
});

describe('options made out', () => {
  test.each([
    ['all', 'all'],
    ['none', 'none'],
    ['recent:1000', { recent: 1000 }],
    ['"recent: 5"', { recent: 5 }],
    ['{ recent: 7 }', { recent: 7 }],
  ])('related.pages: %s', (written, pages) => {
    expect(config(`related:\n  pages: ${written}`).related.pages).toEqual(pages);
  });

  it('html: true allows harmless elements, a list those of the list', () => {
    const all = config('html: true').html;
    expect(all ? all.allow : []).toContain('sub');
    expect(all ? all.allow : []).not.toContain('script');
    expect(config('html: { allow: [SUB, <sup>] }').html).toEqual({ allow: ['sub', 'sup'] });
    expect(config('html: no').html).toBe(false);
  });

  test.each([
    ['fa', 'fa', 'rtl'],
    ['pt_br', 'pt-BR', 'ltr'],
    ['zh-hans', 'zh-Hans', 'ltr'],
    ['az-Arab', 'az-Arab', 'rtl'],
  ])('language %s is %s, %s', (written, language, dir) => {
    expect(config(`language: ${written}`)).toMatchObject({ language, dir });
  });

  it('takes the publisher’s name from the title', () => {
    expect(config('title: The Daily\npublisher: { logo: /media/logo.svg }').publisher).toMatchObject({
      name: 'The Daily',
      url: null,
      logo: '/media/logo.svg',
    });
  });
});

describe('sections', () => {
  const slugs = (yaml: string) =>
    config(yaml).sections.map(({ slug, title, nav }) => `${slug} = ${title}${nav ? '' : ' (hidden)'}`);

  test.each([
    ['names', '[World, Arts & Culture]', ['world = World', 'arts-culture = Arts & Culture']],
    [
      'addresses',
      '[world, arts-and-culture, world/europe]',
      ['world = World', 'arts-and-culture = Arts and culture', 'world/europe = Europe'],
    ],
    ['parts', '[{title: Kultur & Leben, slug: kultur}]', ['kultur = Kultur & Leben']],
    ['a slug alone', '[{slug: opinion}]', ['opinion = Opinion']],
    [
      'nested ones',
      '[{title: World, sections: [Europe, {title: Asia, nav: no}]}]',
      ['world = World', 'world/europe = Europe', 'world/asia = Asia (hidden)'],
    ],
    [
      'nested ones with their whole address',
      '[{slug: world, sections: [world/europe]}]',
      ['world = World', 'world/europe = Europe'],
    ],
    ['names with a slash in them', '[Health/Science]', ['health-science = Health/Science']],
    [
      'names of other scripts',
      '[Kultura, Çështje, جهان, 国际]',
      ['kultura = Kultura', 'çështje = Çështje', 'جهان = جهان', '国际 = 国际'],
    ],
  ])('may be written as %s', (_, written, expected) => {
    expect(slugs(`sections: ${written}`)).toEqual(expected);
  });

  it('have Latin addresses where the site wants them', () => {
    expect(slugs('slugs: ascii\nsections: [Çështje]')).toEqual(['ceshtje = Çështje']);
  });

  test.each([
    ['Tags', 'reserved-section'],
    ['"2024"', 'reserved-section'],
    ['Media', 'reserved-section'],
    ['{title: World, sections: [Page]}', 'reserved-section'],
    ['{title: World, sections: ["2024"]}', 'reserved-section'],
    ['{title: X, slug: feed.xml}', 'invalid-section-slug'],
    ['{title: X, slug: ../x}', 'invalid-section-slug'],
    ['{title: X, slug: "a b"}', 'invalid-section-slug'],
    ['{title: X, slug: a//b}', 'invalid-section-slug'],
    ['{nav: no}', 'option-missing'],
    ['[]', 'option-type'],
  ])('cannot be %s', (written, code) => {
    expect(loadConfig(`${URL_LINE}sections: [${written}]`, FILE)).toMatchObject({
      config: null,
      problems: [{ code, line: 2 }],
    });
  });

  it('cannot share an address', () => {
    expect(problems('sections: [World, {title: Elsewhere, slug: world}]')).toEqual([
      'duplicate-section 1:44+5',
    ]);
  });

  it('include the default section, which may be named by its title in any case', () => {
    expect(
      config('sections: [{title: Daily News, slug: news}]\ndefaultSection: Daily News').defaultSection,
    ).toBe('news');
    expect(
      config('sections: [{title: Arts & Ideas, slug: arts}]\ndefaultSection: arts & ideas').defaultSection,
    ).toBe('arts');
    const loaded = loadConfig(`${URL_LINE}sections: [News]\ndefaultSection: new`, FILE);
    expect(loaded.problems).toMatchObject([{ code: 'unknown-section', severity: 'warning', line: 3 }]);
    expect(loaded.problems[0]?.message).toContain('Did you mean `news`?');
  });
});

describe('permalink', () => {
  test.each([['/:slug/'], ['/:id/'], ['/:section/:year/:month/:day/:slug/'], ['/news/:year-:month/:slug/']])(
    'may be %s',
    (pattern) => {
      expect(config(`permalink: ${pattern}`).permalink).toBe(pattern);
    },
  );

  test.each([
    [':slug/', 'begin and end'],
    ['/:slug', 'begin and end'],
    ['/:slug.html', 'begin and end'],
    ['/:year/:month/', 'without `:slug`'],
    ['/:year/:title/', '`:slug`'],
    ['/:jear/:slug/', '`:jear`'],
    ['/../:slug/', 'leaves its folder'],
    ['/a//:slug/', 'nothing between'],
    ['/a?b/:slug/', 'a sign'],
    ['/tags/:slug/', '/tags/'],
    ['/2024/:slug/', '/2024/'],
    ['/', 'between two of its slashes'],
  ])('cannot be %s', (pattern, why) => {
    const loaded = loadConfig(`permalink: ${pattern}`, FILE, { baseUrl: 'https://a.example' });
    expect(loaded).toMatchObject({
      config: null,
      problems: [{ code: 'invalid-permalink', line: 1, column: 12 }],
    });
    expect(loaded.problems[0]?.message).toContain(why);
  });
});

describe('mistakes', () => {
  test.each([
    ['an unknown option', 'titel: x', 'unknown-option 1:1+5'],
    ['an unknown option inside a group', 'related:\n  counts: 3', 'unknown-option 2:3+6'],
    ['one option in two spellings', 'timezone: UTC\ntime_zone: UTC', 'option-spelled-twice 2:1+9'],
    ['one option twice', 'title: a\ntitle: b', 'config-syntax 2:1+5'],
    ['one name twice in a free map', 'extra:\n  a: 1\n  a: 2', 'config-syntax 3:3+1'],
    ['a list for a text', 'title: [a]', 'option-type 1:8+3'],
    ['a text for a number', 'related:\n  count: many', 'option-type 2:10+4'],
    ['a fraction for a number', 'related: { count: 1.5 }', 'option-type 1:19+3'],
    ['a number for a group', 'front: 5', 'option-type 1:8+1'],
    ['a number too large', 'related:\n  count: 500', 'option-range 2:10+3'],
    ['a number too small', 'archive:\n  pageSize: 0', 'option-range 2:13+1'],
    ['a word that is not one of the few', 'syndication: canonicle', 'option-value 1:14+9'],
    ['a broken choice of pages', 'related:\n  pages: recent', 'option-type 2:10+6'],
    ['a pages choice with a bad number', 'related:\n  pages: { recent: 0 }', 'option-range 2:20+1'],
    ['a link without an address', 'footer:\n  - name: About', 'option-missing 2:5+11'],
    [
      'a script as a link',
      'navigation:\n  - { name: X, url: "javascript:alert(1)" }',
      'invalid-link 2:21+21',
    ],
    ['a link to no scheme', 'footer: [{ name: X, url: about }]', 'invalid-link 1:26+5'],
    ['a link that climbs', 'footer: [{ name: X, url: /a/../../b }]', 'unsafe-path 1:26+10'],
    ['a logo outside', 'publisher:\n  logo: ../logo.png', 'unsafe-path 2:9+11'],
    ['a logo of a strange kind', 'publisher:\n  logo: "data:image/png;base64,x"', 'invalid-path 2:9+25'],
    ['a publisher without a mailbox', 'publisher:\n  email: foo', 'option-type 2:10+3'],
    ['a country in words', 'publisher:\n  address: { addressCountry: Albania }', 'option-type 2:30+7'],
    ['a telephone in words', 'publisher:\n  telephone: call us', 'option-type 2:14+7'],
    [
      'a contact for nothing',
      'publisher:\n  contactPoint: [{ email: a@b.example }]',
      'option-missing 2:18+22',
    ],
    ['a publisher nowhere', 'publisher:\n  url: foo', 'invalid-link 2:8+3'],
    ['patterns that climb', 'ignore: [a/**, ../b]', 'unsafe-path 1:16+4'],
    ['paths without a slash', 'elsewhere: shop', 'invalid-path 1:12+4'],
    ['a zone that there is not', 'timezone: Europe/Tirana', 'invalid-timezone 1:11+13'],
    ['an offset for a zone', 'timezone: "+02:00"', 'invalid-timezone 1:11+8'],
    ['a language’s name', 'language: english', 'invalid-language 1:11+7'],
    ['a language that is no tag', 'language: e!', 'invalid-language 1:11+2'],
    ['an unknown target of fields', 'fields:\n  sumary: deck', 'unknown-field-target 2:3+6'],
    ['an unknown code', 'severity:\n  missing-ult: off', 'unknown-code 2:3+11'],
    ['an error lowered', 'severity:\n  option-type: off', 'fixed-severity 2:3+11'],
    ['an element that runs code', 'html:\n  allow: [b, script]', 'unsafe-html 2:14+6'],
    ['a colon in a text', 'title: News: today', 'config-syntax 1:8+1'],
    ['a tab for spaces', 'related:\n\tcount: 3', 'config-syntax 2:1+1'],
    ['a quote left open', 'title: "News\n', 'config-syntax 1:8+1'],
    ['a list left open', 'ignore: [a, b\ntitle: x', 'config-syntax 1:9+1'],
    ['no space behind the colon', 'title:News\nslugs: ascii', 'config-syntax 1:1+10'],
    ['a type of value', 'title: !!js/function x', 'config-syntax 1:8+13'],
    ['a second document', 'title: a\n---\ntitle: b', 'config-syntax 2:1+3'],
    ['a list of options', '- title: x', 'config-not-a-map 1:1+0'],
    ['a text alone', 'The Daily', 'config-not-a-map 1:1+0'],
    ['bytes of another encoding', 'title: Gjirokast\ufffdr', 'config-encoding 1:17+0'],
    ['a reference to itself', 'extra: &a { b: *a }', 'config-aliases 1:8+0'],
    ['a reference to nothing', 'title: *a', 'config-syntax'],
  ])('tells of %s, with its place', (_, yaml, expected) => {
    const told = problems(yaml);
    if (expected === 'config-syntax') expect(told.every((one) => one.startsWith(expected))).toBe(true);
    else expect(told[0]).toBe(expected);
  });

  it('tells them all in one run, in the order of their lines, each with the line itself', () => {
    const yaml =
      'title: [x]\nurl: nowhere\nlanguage: english\nrelated: { count: x }\npermalink: x\nsections: [Tags]\n';
    const loaded = loadConfig(yaml, FILE);
    expect(loaded.config).toBeNull();
    expect(loaded.problems.map(({ code, line }) => `${line} ${code}`)).toEqual([
      '1 option-type',
      '2 invalid-url',
      '3 invalid-language',
      '4 option-type',
      '5 invalid-permalink',
      '6 reserved-section',
    ]);
    for (const { source, line } of loaded.problems) expect(source).toBe(yaml.split('\n')[(line ?? 0) - 1]);
  });

  it('asks "did you mean" where a known name is near', () => {
    const asks = (yaml: string) => loadConfig(yaml, FILE).problems.find((one) => one.line === 1)?.message;
    expect(asks('tittle: x')).toContain('Did you mean `title`?');
    expect(asks('timezone: Europe/Tirana')).toContain('Did you mean `Europe/Tirane`?');
    expect(asks('slugs: asci')).toContain('Did you mean `ascii`?');
  });

  it('obeys the severities that the file asks for', () => {
    expect(loadConfig(`${URL_LINE}titel: x\nseverity: { unknown-option: off }`, FILE).problems).toEqual([]);
    expect(loadConfig(`${URL_LINE}titel: x\nseverity: { unknown-option: error }`, FILE).config).toBeNull();
  });
});

describe('hostile files', () => {
  it('makes nothing of __proto__ and the like', () => {
    const loaded = loadConfig(
      `${URL_LINE}__proto__: { polluted: 1 }\nextra: { __proto__: { polluted: 1 }, constructor: c, toString: t }\ntheme: { a: { __proto__: { polluted: 1 } } }\nfields: { __proto__: x }`,
      FILE,
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Reflect.get(loaded.config?.theme ?? {}, 'polluted')).toBeUndefined();
    expect(loaded.config?.extra).toEqual({ constructor: 'c', toString: 't' });
    expect(loaded.problems.every(({ code }) => code === 'unknown-option')).toBe(true);
  });

  test.each([
    ['brackets', '['.repeat(60_000)],
    ['braces', 'extra: {a: '.repeat(5_000)],
    ['dashes', '- '.repeat(20_000)],
    [
      'references that multiply',
      `extra:\n  a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `  a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}, *a${i}]`).join('\n')}`,
    ],
    [
      'references that multiply outside the options',
      `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}, *a${i}]`).join('\n')}\nextra: *a30`,
    ],
    ['names without end', `extra:\n${Array.from({ length: 25_000 }, (_, i) => `  k${i}: v`).join('\n')}`],
    ['a file of some megabytes', `extra: { a: "${'x'.repeat(5_000_000)}" }`],
  ])('answers within seconds to %s', (_, yaml) => {
    const begun = performance.now();
    const { problems: told } = loadConfig(yaml, FILE);
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(300);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('never throws, and gives a configuration exactly where there is no error', () => {
    const word = fc.constantFrom(
      'title',
      'url',
      'sections',
      'related',
      ':',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '"',
      "'",
      '#',
      '!x',
      '|',
      '>',
      '?',
      '%',
      '\t',
      'null',
      '1',
      'https://a.example/',
      '\r\n',
      '---\n',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const source = words.join('');
        const loaded = loadConfig(source, FILE);
        const wrong = loaded.problems.some(({ severity }) => severity === 'error');
        expect(loaded.config === null).toBe(wrong);
        for (const { code, line, source: shown, hint } of loaded.problems) {
          expect(CATALOGUE.has(code)).toBe(true);
          expect(hint).not.toBe('');
          if (line !== undefined)
            expect(source.split(/\r\n?|\n/)[line - 1]?.replace('\ufeff', '')).toBe(shown);
        }
      }),
      { numRuns: 300 },
    );
  });
});
