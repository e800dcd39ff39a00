import { beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/edges/store/index.js';
import { PHASES } from '../../src/model/page.js';
import { article, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const MAIN = `${SITE_YAML}language: en
timezone: Europe/Tirane
sections: [Politics, { title: World, sections: [Europe] }]
defaultSection: politics
footer: [{ name: About us, url: /about/ }]
feeds: { authors: true, partners: [{ name: wire }PARTNER] }
`;
const YAML = `${MAIN.replace('PARTNER', ', { name: tel, language: sq }')}languages:
  sq:
    title: Lajmëtari
    sections:
      politics: Politika
      world: { title: Bota, slug: bote }
      world/europe: Evropa
  ar: { title: رسول الساحل, prefix: /arabic/, texts: { home.top: الجديد } }
`;
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const votes = (tag: string, n: number) =>
  `The house voted on the budget ${tag} for a long evening, and the railway got money. Number ${n}.`;
const votoi = (n: number) =>
  `Deputetët votuan buxhetin gjatë një mbrëmjeje të gjatë, dhe hekurudha mori para. Numër ${n}.`;

/** What the paper has in its main language alone. */
const ENGLISH: Record<string, string | Uint8Array> = {
  'content/articles/world/europe/trains.md': article(
    'title: Night trains return\ndate: 2026-11-20 10:00\nauthors: [Rudina Leka]\nkind: feature\nseries: Rails\ntags: [NATO, Railways]\nimage: { src: train.png, alt: A blue car, caption: The first sleeper, credit: A. Hoxha }',
  ),
  'content/articles/world/europe/train.png': PIXEL,
  'content/authors/rudina-leka.md':
    '---\ntitle: Rudina Leka\nrole: Transport editor\nemail: r@x.example\n---\nA life in English.\n',
  'content/tags/railways.md': '---\ntitle: Railways\nnames: [Hekurudha]\n---\n',
  'content/pages/about.md': '---\ntitle: About us\n---\nWho we are.\n',
  ...Object.fromEntries(
    [1, 2, 3].map((n) => [
      `content/articles/politics/p${n}.md`,
      article(`title: Budget vote ${n}\ndate: 2026-11-1${n} 10:00\ntags: [Budget]`, votes('here', n)),
    ]),
  ),
};
const OTHERS: Record<string, string> = {
  'content/articles/world/europe/trains.sq.md': article(
    'title: Trenat e natës kthehen\ndate: 2026-11-20 12:00\ntags: [NATO, Hekurudha]\nimageAlt: Një vagon',
    'Treni i parë u nis në orën dhjetë.',
  ),
  'content/articles/ar/trains-ar.md': article(
    'title: عودة قطارات الليل\ndate: 2026-11-21 09:00\ntranslationOf: articles/world/europe/trains',
    'انطلق أول قطار نوم في الساعة العاشرة.',
  ),
  ...Object.fromEntries(
    [1, 2, 3].map((n) => [
      `content/articles/sq/politics/s${n}.md`,
      article(`title: Votimi i buxhetit ${n}\ndate: 2026-11-1${n} 11:00\nauthors: Rudina Leka`, votoi(n)),
    ]),
  ),
  'content/authors/rudina-leka.sq.md': '---\nrole: Redaktore\n---\nNjë jetë në shqip.\n',
  'content/tags/railways.sq.md': '---\ntitle: Hekurudhat\n---\n',
  'content/pages/sq/rreth-nesh.md': '---\ntitle: Rreth nesh\ntranslationOf: /about/\n---\nKush jemi.\n',
  'content/pages/about.ar.md': '---\ntitle: من نحن\n---\nنحن.\n',
  'content/fronts/home.sq.yaml':
    'secondary: [articles/sq/politics/s1]\nslots:\n  - { name: abroad, title: Nga bota, items: [articles/politics/p1] }\n',
};

let site: TestSite;
let files: ReadonlyMap<string, string>;
const store = createMemoryStore();
const page = (url: string): string => {
  const html = files.get(`${url.slice(1)}index.html`);
  if (html === undefined) throw new Error(`There is no page ${url}.`);
  return Buffer.from(html, 'latin1').toString('utf8');
};
const switchOf = (html: string): string[] => {
  const nav = /<nav class="languages".*?<\/nav>/s.exec(html)?.[0] ?? '';
  return [...nav.matchAll(/href="([^"]+)" hreflang="([^"]+)"/g)].map(([, url, lang]) => `${lang} ${url}`);
};
const alternates = (html: string): string[] =>
  [...html.matchAll(/rel="alternate" hreflang="([^"]+)" href="https:\/\/herald\.example([^"]+)"/g)].map(
    ([, lang, url]) => `${lang} ${url}`,
  );
const nav = (html: string): string[] =>
  [
    ...(/<nav class="sections".*?<\/nav>/s.exec(html)?.[0] ?? '').matchAll(/<a href="([^"]+)"[^>]*>([^<]+)/g),
  ].map(([, url, name]) => `${name} ${url}`);

beforeAll(async () => {
  site = newsroom({ ...ENGLISH, ...OTHERS, 'content/site.yaml': YAML });
  const result = await site.build({ store });
  expect(result.problems).toEqual([]);
  files = site.published();
});

describe('a site in several languages', () => {
  it('leaves every address of the main language where it is', async () => {
    const alone = newsroom({ ...ENGLISH, 'content/site.yaml': MAIN.replace('PARTNER', '') });
    await alone.build();
    const before = alone.published();
    const main = [...files.keys()].filter(
      (path) => !/^(?:sq|arabic)\/|^sitemap-(?:sq|arabic)|^feed\/tel/.test(path),
    );
    expect(main).toEqual([...before.keys()]);
    // A feed, a partner's too, has the stories of its language alone.
    for (const path of ['feed.xml', 'feed/wire.xml', 'world/feed.xml', '2026/11/p1/index.html'])
      expect(files.get(path)?.replace(/<nav class="languages".*?<\/nav>\n/s, ''), path).toBe(
        before.get(path),
      );
  });

  it('has a front page, a navigation and a title in each language, as far as it says them', () => {
    expect(page('/')).toMatch(/<html lang="en" dir="ltr">[\s\S]*<title>The Test Herald<\/title>/);
    expect(page('/sq/')).toMatch(/<html lang="sq" dir="ltr">[\s\S]*<title>Lajmëtari<\/title>/);
    expect(page('/arabic/')).toMatch(/<html lang="ar" dir="rtl">[\s\S]*<title>رسول الساحل<\/title>/);
    expect(nav(page('/'))).toEqual(['Politics /politics/', 'World /world/']);
    expect(nav(page('/sq/2026/11/s1/'))).toEqual(['Politika /sq/politics/', 'Bota /sq/bote/']);
    // Without names of its own a language shows the sections that it has articles in.
    expect(nav(page('/arabic/archive/'))).toEqual(['World /arabic/world/']);
    expect(page('/sq/bote/europe/')).toContain('<h1><bdi>Evropa</bdi></h1>');
    expect(page('/sq/')).not.toContain('Night trains return');
    expect(files.has('sq/404.html')).toBe(true);
    // A section has one colour in all languages, by its address in the main one.
    expect(page('/sq/bote/europe/')).toContain('data-section="/world/europe/"');
  });

  it.each([
    ['/', ['sq /sq/', 'ar /arabic/']],
    ['/2026/11/trains/', ['sq /sq/2026/11/trains/', 'ar /arabic/2026/11/trains-ar/']],
    ['/arabic/2026/11/trains-ar/', ['en /2026/11/trains/', 'sq /sq/2026/11/trains/']],
    ['/world/europe/', ['sq /sq/bote/europe/', 'ar /arabic/world/europe/']],
    ['/sq/tags/railways/', ['en /tags/railways/', 'ar /arabic/']],
    ['/sq/authors/rudina-leka/', ['en /authors/rudina-leka/', 'ar /arabic/authors/rudina-leka/']],
    ['/archive/', ['sq /sq/archive/', 'ar /arabic/archive/']],
    ['/sq/2026/11/', ['en /2026/11/', 'ar /arabic/2026/11/']],
    ['/sq/tags/', ['en /tags/', 'ar /arabic/']],
    ['/about/', ['sq /sq/rreth-nesh/', 'ar /arabic/about/']],
    ['/sq/2026/11/s1/', ['en /', 'ar /arabic/']],
  ])('leads from %s to the same page in the other languages, else to their front pages', (url, expected) => {
    expect(switchOf(page(url))).toEqual(expected);
  });

  it('has fragments of its own in each language; a month without stories in another leads to its archive', async () => {
    const pair = newsroom({
      'content/site.yaml': `${SITE_YAML}language: en\nlanguages: { sq: {} }\n`,
      'content/articles/old.md': article('title: Old news\ndate: 2025-03-02 08:00'),
      'content/articles/flood.md': article('title: Flood warning\ndate: 2026-11-23 08:00'),
      'content/articles/sq/votim.md': article('title: Votim në Kuvend\ndate: 2026-11-22 08:00'),
    });
    const kept = { store: createMemoryStore() };
    await pair.build(kept);
    pair.write({
      'content/articles/sq/votim.md': article(
        'title: Votim në Kuvend\ndate: 2026-11-22 08:00\nbreaking: 2026-11-25',
      ),
    });
    const { changes } = await pair.build(kept);
    const paths = PHASES.flatMap((phase) => [
      ...(changes?.added[phase] ?? []),
      ...(changes?.changed[phase] ?? []),
    ]);
    expect(paths.filter((path) => !path.startsWith('sq/'))).toEqual([]);
    expect(paths).toContain('sq/_f/breaking.html');
    expect(pair.read('sq/_f/breaking.html')).toMatch(/<a href="\/sq\/2026\/11\/votim\/">/);
    expect(pair.read('_f/breaking.html')).not.toContain('href');
    const titles = (path: string): string[] =>
      [...pair.read(path).matchAll(/<a href="[^"]+\/\d+\/[^"]+">([^<]+)/g)].map(([, title]) => title ?? '');
    expect(titles('_f/latest.html')).toEqual(['Flood warning', 'Old news']);
    expect(titles('sq/_f/latest.html')).toEqual(['Votim në Kuvend']);
    expect(pair.read('2026/11/flood/index.html')).toContain('data-fragment="/_f/breaking.html"');
    expect(pair.read('sq/2026/11/votim/index.html')).toContain('data-fragment="/sq/_f/breaking.html"');
    for (const [path, url] of [
      ['2025/03/', '/sq/archive/'],
      ['2025/', '/sq/archive/'],
      ['2026/', '/sq/2026/'],
      ['2026/11/', '/sq/2026/11/'],
    ])
      expect([path, switchOf(pair.read(`${path}index.html`))]).toEqual([path, [`sq ${url}`]]);
  });

  it('tells search engines of all versions of a page, on each of them and in sitemaps', () => {
    const trains = ['en /2026/11/trains/', 'sq /sq/2026/11/trains/', 'ar /arabic/2026/11/trains-ar/'];
    for (const url of ['/2026/11/trains/', '/sq/2026/11/trains/', '/arabic/2026/11/trains-ar/'])
      expect(alternates(page(url)).sort()).toEqual([...trains, 'x-default /2026/11/trains/'].sort());
    expect(alternates(page('/sq/bote/'))).toEqual([
      'en /world/',
      'sq /sq/bote/',
      'ar /arabic/world/',
      'x-default /world/',
    ]);
    expect(alternates(page('/sq/2026/11/s1/'))).toEqual([]);
    const months = ['sitemap-2026-11.xml', 'sitemap-sq-2026-11.xml', 'sitemap-arabic-2026-11.xml'];
    for (const name of months) {
      expect(files.get('sitemap.xml')).toContain(`https://herald.example/${name}`);
      expect(alternates(files.get(name) ?? '').sort(), name).toEqual(
        [...trains, 'x-default /2026/11/trains/'].sort(),
      );
    }
    expect(files.get('sitemap-sq-pages.xml')).toContain(
      'hreflang="x-default" href="https://herald.example/about/"',
    );
    expect(files.get('sitemap-news.xml')).not.toContain('/sq/');
  });

  it('takes from the original what a translation leaves unsaid, but for its words', () => {
    const html = page('/sq/2026/11/trains/');
    expect(html).toContain('src="/media/articles/world/europe/train.png" alt="Një vagon"');
    expect(html).toContain('A. Hoxha');
    expect(html).not.toContain('The first sleeper');
    expect(html).toContain('href="/sq/authors/rudina-leka/"');
    expect(html).toContain('Redaktore');
    expect(html).toContain('href="/sq/series/rails/"');
    expect(html).toContain('kind-feature');
    expect(html).toContain('<a href="/sq/tags/railways/" rel="tag">Hekurudhat</a>');
    const arabic = page('/arabic/2026/11/trains-ar/');
    expect(arabic).toContain('href="/arabic/world/europe/"');
    expect(arabic).not.toContain('Transport editor');
    expect(page('/arabic/authors/rudina-leka/')).not.toContain('A life in English');
    expect(page('/sq/authors/rudina-leka/')).toContain('Një jetë në shqip');
  });

  it('says at each story where else it can be read, and marks a story of another language on a front', () => {
    expect(page('/2026/11/trains/')).toMatch(
      /This story in:.*lang="sq" dir="ltr">Shqip<.*lang="ar" dir="rtl">العربية</,
    );
    expect(page('/sq/')).toContain('<h3 class="title" lang="en">');
    expect(page('/sq/')).toContain('Nga bota');
    expect(page('/sq/2026/11/s1/')).not.toContain('class="translations"');
  });

  it('keeps feeds, related lists and the words of the theme in their language', () => {
    const feed = files.get('sq/feed.xml') ?? '';
    expect(feed).toContain('<language>sq</language>');
    expect(
      [...feed.matchAll(/<link>https:\/\/herald\.example(\/[^<]*)<\/link>/g)].map(([, url]) => url),
    ).toEqual(['/sq/', '/sq/2026/11/trains/', '/sq/2026/11/s3/', '/sq/2026/11/s2/', '/sq/2026/11/s1/']);
    expect(feed).not.toContain('<dc:language>');
    expect(files.get('feed/tel.xml')).toContain('/sq/2026/11/s3/');
    expect(files.get('arabic/feed.xml')).toContain('dir="rtl"');
    const related =
      /<section class="block related"[\s\S]*?<\/section>/.exec(page('/sq/2026/11/s2/'))?.[0] ?? '';
    expect(
      [...related.matchAll(/href="([^"]+)"/g)]
        .map(([, url = '']) => url)
        .filter((url) => !url.startsWith('/sq/')),
    ).toEqual([]);
    expect(related).toContain('/sq/2026/11/s3/');
    expect(page('/sq/archive/')).toContain('<title>Arkivi – Lajmëtari</title>');
    expect(page('/arabic/')).toContain('الجديد');
    // A link to a standing page of the main language, by its name here.
    expect(page('/arabic/')).toContain('<a href="/arabic/about/">من نحن</a>');
  });

  it('changes nothing of the other languages with a story of one, and equals a clean build', async () => {
    site.write({
      'content/articles/sq/politics/s4.md': article(
        'title: Votimi i buxhetit 4\ndate: 2026-11-23 11:00',
        votoi(4),
      ),
    });
    const { changes } = await site.build({ store });
    const changed = PHASES.flatMap((phase) => [
      ...(changes?.added[phase] ?? []),
      ...(changes?.changed[phase] ?? []),
    ]);
    expect(changed.length).toBeGreaterThan(5);
    const elsewhere = changed.filter((path) => !path.startsWith('sq/') && !path.startsWith('sitemap'));
    expect(elsewhere).toEqual(['feed/tel.xml']);

    site.write({
      'content/articles/politics/p2.sq.md': article('title: Votimi 2\ndate: 2026-11-12 12:00', votoi(5)),
    });
    const next = (await site.build({ store })).changes;
    const english = PHASES.flatMap((phase) => next?.changed[phase] ?? []).filter(
      (path) => !/^(?:sq\/|sitemap|feed\/tel)/.test(path),
    );
    expect(english).toEqual(['2026/11/p2/index.html']);
    const incremental = site.published();
    await site.build({ out: 'clean' });
    expect(incremental).toEqual(site.published('clean'));
  });
});

describe('translations that can’t be', () => {
  const on = (name: string, fields: string) => ({
    [`content/articles/${name}.md`]: article(`title: ${name}\ndate: 2026-11-20\n${fields}`),
  });

  it('are told with the file, the line and what to do', async () => {
    const wrong = newsroom({
      ...on('a', ''),
      ...on('missing', 'lang: sq\ntranslationOf: articles/nowhere'),
      ...on('itself', 'lang: sq\ntranslationOf: articles/itself'),
      ...on('first', 'lang: sq\ntranslationOf: articles/a'),
      ...on('second', 'lang: sq\ntranslationOf: articles/a'),
      ...on('same', 'translationOf: articles/a'),
      ...on('x', 'lang: de\ntranslationOf: articles/y'),
      ...on('y', 'lang: fr\ntranslationOf: articles/x'),
      ...on('early', 'lang: fr\ntranslationOf: articles/secret'),
      ...on(
        'secret',
        'embargo: 2027-01-01\nimage: { src: /media/secret.png, alt: Hush }\nauthors: [Deep Throat]',
      ),
      'content/media/secret.png': PIXEL,
    });
    const result = await wrong.build();
    expect(result.outcome).toBe('done');
    expect(result.problems.map(({ code, file, line }) => `${code} ${file} ${line}`)).toEqual([
      'hidden-translation content/articles/early.md 5',
      'translation-of-itself content/articles/itself.md 5',
      'unknown-translation content/articles/missing.md 5',
      'translation-twice content/articles/same.md 4',
      'translation-twice content/articles/second.md 5',
      'translation-circle content/articles/x.md 5',
    ]);
    for (const { hint } of result.problems) expect(hint).not.toBe('');
    for (const [path, text] of wrong.published()) {
      expect(path).not.toContain('secret');
      expect(text).not.toMatch(/secret|Deep Throat|Hush/);
    }
  });

  it('reads right to left in Arabic on an English site, with the site’s own words marked as English', async () => {
    const one = newsroom({
      'content/site.yaml': `${SITE_YAML}tagline: News from the coast.\nsections: [World]\n`,
      ...on('a', 'section: world\ntags: [Rail]'),
      'content/articles/b.md': article(
        'title: عودة القطار\ndate: 2026-11-21\nlang: ar\nsection: world\ntranslationOf: articles/a\ncorrections: [{ date: 2026-11-22, text: صُحح الرقم. }]',
        'انطلق أول قطار نوم في الساعة العاشرة.',
      ),
    });
    expect((await one.build()).problems).toEqual([]);
    const html = one.read('2026/11/b/index.html');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('تصويب، 22 نوفمبر 2026.'.slice(0, 6));
    expect(html).toContain('<bdi lang="en">News from the coast.</bdi>');
    expect(html).toContain('<a href="/world/" aria-current="true"><bdi lang="en">World</bdi></a>');
    expect(html).toMatch(/class="translations".*hreflang="en" lang="en" dir="ltr">English</);
    expect(html).not.toContain('class="languages"');
    expect(one.read('index.html')).toContain(
      '<h3 class="title" lang="ar" dir="rtl"><span class="kicker" lang="en">World</span>',
    );
  });
});
