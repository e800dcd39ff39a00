import { describe, expect, test } from 'vitest';
import type { View } from '../../../src/model/view.js';
import { article, faultOf, pageView, printed, view } from './support.js';

const inLanguage = (lang: string, more: Record<string, unknown> = {}): View => ({
  ...view,
  page: { ...pageView, lang },
  article: { ...article, extra: more as typeof article.extra },
});
/** Releases of Node differ in the sort of space before "AM". */
const print = (expression: string, lang = 'en', extra: Record<string, unknown> = {}): string =>
  printed(`{{ ${expression} }}`, { view: inLanguage(lang, extra) }).replaceAll('\u202F', ' ');

describe('date', () => {
  const at = 'article.date';
  const cases: readonly (readonly [string, string, string])[] = [
    ['en', `${at} | date`, 'November 24, 2026'],
    ['en', `${at} | date('short')`, '11/24/26'],
    ['en', `${at} | date('medium')`, 'Nov 24, 2026'],
    ['en', `${at} | date('full')`, 'Tuesday, November 24, 2026'],
    ['en', `${at} | date('time')`, '10:15 AM'],
    ['en', `${at} | date('datetime')`, 'November 24, 2026 at 10:15 AM'],
    ['en', `${at} | date('day')`, 'November 24'],
    ['en', `${at} | date('month')`, 'November 2026'],
    ['en', `${at} | date('month-name')`, 'November'],
    ['en', `${at} | date('year')`, '2026'],
    ['en', `${at} | date('iso')`, '2026-11-24T10:15:00+01:00'],
    ['en', `"2026-11" | date('month')`, 'November 2026'],
    ['en', `"2026" | date('year')`, '2026'],
    ['en', `"2026-01-01" | date`, 'January 1, 2026'],
    ['en', `"2026-11-24T23:30:00Z" | date('datetime')`, 'November 25, 2026 at 12:30 AM'],
    ['en', 'none | date', ''],
    ['sq', `${at} | date`, '24 nëntor 2026'],
    ['de', `${at} | date`, '24. November 2026'],
    ['fa', `${at} | date`, '۳ آذر ۱۴۰۵'],
    ['fa', `${at} | date('full')`, 'سه‌شنبه ۳ آذر ۱۴۰۵'],
    ['fa', `"2026" | date('year')`, '۲۰۲۶'],
    ['fa', `"2026-11" | date('month')`, 'نوامبر ۲۰۲۶'],
    ['fa', `"2026-11" | date('own-calendar')`, '۱۰ آبان تا ۹ آذر ۱۴۰۵'],
    ['fa', `"2026" | date('own-calendar')`, '۱۴۰۴ تا ۱۴۰۵'],
    ['en', `"2026-11" | date('own-calendar')`, ''],
    ['fa-u-ca-gregory', `${at} | date`, '۲۴ نوامبر ۲۰۲۶'],
    ['zh', `${at} | date`, '2026年11月24日'],
    ['ar-EG', `${at} | date`, '٢٤ نوفمبر ٢٠٢٦'],
    ['ar', `${at} | date('medium')`, '24 نوفمبر 2026'],
    ['cs', `${at} | date('medium')`, '24. listopadu 2026'],
    ['de', `${at} | date('medium')`, '24. November 2026'],
    ['zh', `${at} | date('medium')`, '2026年11月24日'],
    ['sq', `${at} | date('medium')`, '24 nën 2026'],
  ];
  test.each(cases)('%s: %s', (lang, expression, expected) => {
    expect(print(expression, lang)).toBe(expected);
  });

  test.each(['xx', 'no language at all', 'zz-ZZ'])(
    'falls back on the language of the site for "%s", never on that of the machine',
    (lang) => {
      expect(print('article.date | date', lang)).toBe('November 24, 2026');
    },
  );

  test('writes the same in any time zone and locale of the machine', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
        process.env.TZ = zone;
        expect(print(`"2026-01-01" | date`)).toBe('January 1, 2026');
        expect(print(`article.date | date('datetime')`)).toBe('November 24, 2026 at 10:15 AM');
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  test.each(['yesterday', '2026-13', '2026-02-30', '24.11.2026', ''])('takes "%s" for no date', (text) => {
    const problem = faultOf({ 'article.njk': `{{ "${text}" | date }}` });
    expect(problem.code).toBe('template-filter-input');
  });
});

describe('small filters', () => {
  const text = 'The river rose to its highest level, officials said.';
  const cases: readonly (readonly [string, string, string])[] = [
    ['excerpt leaves a short text alone', `"${text}" | excerpt(60)`, text],
    ['excerpt cuts at the end of a word', `"${text}" | excerpt(20)`, 'The river rose to…'],
    ['excerpt counts the "…"', `"${text}" | excerpt(18)`, 'The river rose to…'],
    [
      'excerpt leaves no comma before the "…"',
      `"${text}" | excerpt(39)`,
      'The river rose to its highest level…',
    ],
    [
      'excerpt cuts scripts without spaces between words',
      '"北京时间今天上午十点" | excerpt(10)',
      '北京时间…',
    ],
    ['excerpt tears no character apart', '"𝕏𝕏𝕏𝕏𝕏𝕏" | excerpt(6)', '𝕏𝕏…'],
    ['number writes as the language does', '1234567.5 | number', '1,234,567.5'],
    ['url puts the base before a path', '"/about/" | url', '/news/about/'],
    ['url keeps a query and a fragment', '"/search/?q=a#b" | url', '/news/search/?q=a#b'],
    ['url encodes letters of other scripts', '"/Çlirimi/" | url', '/news/%C3%87lirimi/'],
    ['url leaves an address alone', '"https://a.example/x" | url', 'https://a.example/x'],
    ['url leaves another host without a scheme alone', '"//a.example/x" | url', '//a.example/x'],
    [
      'absolute puts the host before a printed path',
      'article.url | absolute',
      'https://post.example/news/2026/11/flood/',
    ],
    ['absolute leaves an address alone', '"https://a.example/x" | absolute', 'https://a.example/x'],
    ['null passes through filters', 'article.updated | date | excerpt | url', ''],
    ['nunjucks’ own filters stay', 'article.title | upper', 'FLOOD &amp; &quot;FIRE&quot; &lt;B&gt;'],
    ['default forgives what is not there', 'article.extra.nothing | default("x")', 'x'],
  ];
  test.each(cases)('%s', (_, expression, expected) => {
    expect(print(expression)).toBe(expected);
  });

  test('number writes Persian digits on Persian pages', () => {
    expect(print('1234 | number', 'fa')).toBe('۱٬۲۳۴');
  });
});

describe('json', () => {
  test('can’t end a script element or open a comment', () => {
    const html = print('article.extra | json', 'en', {
      a: '</script><!-- & \u2028\u2029',
      b: [1, null, true],
    });
    expect(html).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(html)).toEqual({ a: '</script><!-- & \u2028\u2029', b: [1, null, true] });
  });

  test('writes texts that are marked as HTML as texts', () => {
    expect(JSON.parse(print('{ a: "<b>" | safe } | json'))).toEqual({ a: '<b>' });
  });
});

describe('image', () => {
  const image = (options: string, extra: Record<string, unknown> = {}): string =>
    print(`article.extra.picture | image${options}`, 'en', {
      picture: {
        src: '/m/a.jpg',
        alt: 'A "b" <c>',
        caption: null,
        credit: null,
        width: 600,
        height: 400,
        ...extra,
      },
    });

  test('has the alternative text, escaped, the size, and loads late', () => {
    expect(image('')).toBe(
      '<img src="/m/a.jpg" alt="A &quot;b&quot; &lt;c&gt;" width="600" height="400" loading="lazy" decoding="async">',
    );
  });
  test('takes attributes by name', () => {
    expect(image('(alt="", class="lead", sizes="100vw", fetchpriority="high")')).toBe(
      '<img src="/m/a.jpg" alt="" width="600" height="400" decoding="async" class="lead" fetchpriority="high">',
    );
  });
  test('offers smaller ones where there are any, as wide as is said, the best format first', () => {
    const variants = {
      stem: '/m/a.1f',
      sets: [
        { format: 'avif', widths: [400, 800, 1600] },
        { format: 'jpg', widths: [800, 1600] },
      ],
    };
    expect(image('(sizes="50vw", widest=800)', { variants, tone: '#aabbcc', focus: { x: 70, y: 0 } })).toBe(
      '<picture><source type="image/avif" srcset="/m/a.1f.400.avif 400w, /m/a.1f.800.avif 800w" sizes="50vw">' +
        '<img src="/m/a.1f.800.jpg" srcset="/m/a.1f.800.jpg 800w" sizes="50vw" alt="A &quot;b&quot; &lt;c&gt;"' +
        ' width="600" height="400" loading="lazy" decoding="async" data-tone="#aabbcc" data-focus="75 0"></picture>',
    );
  });
  test('leaves out a size that is not known', () => {
    expect(image('', { width: null })).not.toContain('height');
  });
  test('is nothing where there is no picture', () => {
    expect(print('article.image | image')).toBe('');
  });
  test('takes nothing for a picture that has no src', () => {
    expect(faultOf({ 'article.njk': '{{ article.section | image }}' }).message).toContain('needs a picture');
  });
});

describe('texts of the theme', () => {
  const texts = {
    en: {
      related: 'Related',
      by: 'By {name}',
      'minutes.one': '{n} minute',
      'minutes.other': '{n} minutes',
      'only.english': 'English {n}',
    },
    sr: { 'minutes.one': '{n} минут', 'minutes.few': '{n} минута', 'minutes.other': '{n} минута (мн.)' },
    fa: { related: 'مرتبط', 'minutes.other': '{n} دقیقه' },
    'pt-BR': { related: 'Relacionadas' },
    pt: { related: 'Relacionados' },
  };
  const say = (expression: string, lang: string): string =>
    printed(`{{ ${expression} }}`, { texts, view: inLanguage(lang) });

  const cases: readonly (readonly [string, string, string, string])[] = [
    ['in the language of the page', 'fa', "t('related')", 'مرتبط'],
    ['in the same language elsewhere', 'fa-AF', "t('related')", 'مرتبط'],
    ['in the language of the region first', 'pt-br', "t('related')", 'Relacionadas'],
    ['in English where the language has none', 'sq', "t('related')", 'Related'],
    ['with values, escaped', 'en', "t('by', { name: '<b>' })", 'By &lt;b&gt;'],
    ['with values by name', 'en', "t('by', name=article.section.name)", 'By World'],
    ['as a filter', 'en', "'related' | t", 'Related'],
    ['in the singular', 'en', "t('minutes', { n: 1 })", '1 minute'],
    ['in the plural', 'en', "1234 | plural('minutes')", '1,234 minutes'],
    ['in a plural of few', 'sr', "3 | plural('minutes')", '3 минута'],
    ['in the singular of twenty-one', 'sr', "21 | plural('minutes')", '21 минут'],
    ['with the digits of the language', 'fa', "5 | plural('minutes')", '۵ دقیقه'],
    [
      'with English digits in an English text on a Persian page',
      'fa',
      "t('only.english', { n: 5 })",
      'English 5',
    ],
  ];
  test.each(cases)('%s (%s)', (_, lang, expression, expected) => {
    expect(say(expression, lang)).toBe(expected);
  });
});

test('asset gives the address of a file of the theme', () => {
  const assets = { 'site.css': '/news/assets/site.css?v=1a2b3c4d' };
  expect(printed("{{ asset('site.css') }}", { assets })).toBe('/news/assets/site.css?v=1a2b3c4d');
});
