import { describe, expect, it } from 'vitest';
import { visibleFrom } from '../../../src/model/article.js';
import { articleWith, FILE, parse, parserFor, withFields } from './support.js';

const texts = (references: readonly { readonly text: string }[]): string[] =>
  references.map(({ text }) => text);

describe('what an editor wrote stays as it was written', () => {
  it.each([
    ['10:30', '10:30'],
    ['0123', '0123'],
    ['1e3', '1e3'],
    ['yes', 'yes'],
    ['0x1f', '0x1f'],
    ['124062', '124062'],
    ['1.10', '1.10'],
    ['2023-06-30', '2023-06-30'],
    ['C# and F# in Tirana', 'C# and F# in Tirana'],
    ['"#1 in Tirana"', '#1 in Tirana'],
    ['"Tirana: a city"', 'Tirana: a city'],
    ['"A \\u00eb"', 'A ë'],
    ['>\n  Two\n  lines', 'Two lines'],
    ['Two\n  lines', 'Two lines'],
  ])('title: %s', (written, title) => expect(articleWith(`title: ${written}`).title).toBe(title));

  it.each([
    ['<i>Sleepers</i> return', 'Sleepers return'],
    ['A &#58; B &#8217; C &mdash; D &amp; E', 'A : B ’ C — D & E'],
    ['AT&T buys &copyright', 'AT&T buys &copyright'],
    ['Drawing with <canvas>', 'Drawing with <canvas>'],
    ['3 < 5 and 7 > 2', '3 < 5 and 7 > 2'],
    ['&lt;b&gt; is bold', '<b> is bold'],
    ['One<br/>Two', 'One Two'],
    ['A <a href="javascript:x">link</a>', 'A link'],
  ])('a headline as plain text: %s', (written, title) => {
    expect(articleWith(`title: '${written}'`).title).toBe(title);
  });

  it.each([
    ["It's official", 'It’s official'],
    ['She said "no" twice', 'She said “no” twice'],
    ['**Night** trains *return* to `tirane-1`', 'Night trains return to tirane-1'],
    ['[Night trains](https://example.org/a "x") return -- at last...', 'Night trains return – at last…'],
    ['![A sleeper](a.jpg) returns', 'A sleeper returns'],
    ['snake_case_names and 2 * 3 * 4', 'snake_case_names and 2 * 3 * 4'],
    ['Using {% raw %} and {{ page.title }}', 'Using {% raw %} and {{ page.title }}'],
    ['&lt;em&gt; and <video> in **HTML**', '<em> and <video> in HTML'],
  ])('a headline and a summary as inline Markdown without its marks: %s', (written, plain) => {
    const text = JSON.stringify(written);
    const article = articleWith(`title: ${text}\nsummary: ${text}`);
    expect([article.title, article.summary, article.excerpt]).toEqual([plain, plain, plain]);
  });

  it.each([
    ['de', 'Er sagte „nein“'],
    ['fr', 'Er sagte «\u202fnein\u202f»'],
    ['sq', 'Er sagte „nein”'],
    ['fa', 'Er sagte «nein»'],
  ])('a headline with the quotation marks of its language: %s', (lang, title) => {
    expect(articleWith(`title: Er sagte "nein"\nlang: ${lang}\nslug: a`).title).toBe(title);
  });

  it('the address of a headline does not depend on its marks', () => {
    const file = 'content/2023-06-30.md';
    expect(articleWith(`title: "It's **all** \\"new\\" in Tirana"`, '', file).slug).toBe(
      'its-all-new-in-tirana',
    );
  });

  it('captions, corrections and posts without marks either', () => {
    const article = articleWith(
      `image: { src: a.jpg, alt: 'A "dam"', caption: 'The **dam**', credit: '[Jo](https://jo.example/)' }
corrections: [{ date: 2023-07-01, text: 'It was *not* "9 pm".' }]
live: [{ date: 2023-06-30 21:04, title: 'The **train** has left', text: Now. }]`,
    );
    expect(article.image).toMatchObject({ alt: 'A “dam”', caption: 'The dam', credit: 'Jo' });
    expect(article.corrections[0]?.text).toBe('It was not “9 pm”.');
    expect(article.live[0]?.title).toBe('The train has left');
  });

  it('numbers among slugs and tags are texts, and numbers of templates stay numbers', () => {
    const article = articleWith(
      'slug: 0124\ntags: [2024, 1e3, 010]\nnid: 12\nrating: 4.50\nok: true\nnothing:\nnested: { a: [1, x] }',
    );
    expect(article.slug).toBe('0124');
    expect(texts(article.tags)).toEqual(['2024', '1e3', '010']);
    expect(article.extra).toEqual({
      nid: 12,
      rating: '4.50',
      ok: true,
      nothing: null,
      nested: { a: [1, 'x'] },
    });
  });
});

describe('a story that was paid for', () => {
  it('marks its links to other sites', () => {
    const text = withFields(
      'kind: sponsored\nlive: [{ date: 2023-06-30 21:04, text: "[b](https://b.example/)" }]',
      '[a](https://a.example/)',
    );
    const { value } = parse(text);
    expect(value?.body.html).toContain(`rel="sponsored"`);
    expect(value?.article.live[0]?.body.html).toContain(`rel="sponsored"`);
    expect(parse(withFields('', '[a](https://a.example/)')).value?.body.html).not.toContain('rel=');
  });
});

describe('names of fields', () => {
  it.each([
    ['Title: B\ntitle2: c', 'title', 'B'],
    ['SUMMARY: B', 'summary', 'B'],
    ['No_Index: true', 'noindex', true],
    ['description: B', 'summary', 'B'],
    ['excerpt: C\ndescription: B', 'summary', 'B'],
    ['summary: A\ndescription: B', 'summary', 'A'],
    ['summary:\ndescription: B', 'summary', 'B'],
    ['summary: ""\ndeck: B', 'summary', 'B'],
    ['published: false', 'draft', true],
    ['published: true', 'draft', false],
    ['permalink: false', 'draft', true],
    ['draft: "true"', 'draft', true],
    ['draft: No', 'draft', false],
    ['language: sq', 'lang', 'sq'],
    ['locale: en_US', 'lang', 'en-US'],
    ['kind: Fact-Check', 'kind', 'factcheck'],
    ['kind: op-ed', 'kind', 'opinion'],
    ['kind: column', 'kind', 'opinion'],
    ['kind: Live blog', 'kind', 'live'],
    ['kind: advertorial', 'kind', 'sponsored'],
    ['kind: PRESS RELEASE', 'kind', 'press-release'],
    ['priority: "5"', 'priority', 5],
    ['priority: -1.5', 'priority', -1.5],
  ] as const)('%j', (lines, field, expected) => expect(articleWith(lines)[field]).toEqual(expected));

  it.each([
    ['lastmod: 2023-07-01', 'updated', '2023-07-01'],
    ['last_modified_at: 2023-07-01', 'updated', '2023-07-01'],
    ['modified: 2023-07-01', 'updated', '2023-07-01'],
    ['publishDate: 2023-07-01', 'embargo', '2023-07-01'],
    ['expirydate: 2023-07-01', 'expires', '2023-07-01'],
    ['unpublish_date: 2023-07-01', 'expires', '2023-07-01'],
  ] as const)('dates of other systems: %s', (lines, field, day) =>
    expect(articleWith(lines)[field]?.day).toBe(day),
  );

  it.each([
    ['pubDate: 2023-07-01', '2023-07-01'],
    ["published: '2005-10-15 9:29:47'", '2005-10-15'],
    ['publishDate: 2023-07-01', '2023-07-01'],
    ['created: 2020-01-01\npubDate: 2023-07-01', '2023-07-01'],
  ])('the date under another name: %s', (lines, day) => {
    expect(parse(`---\ntitle: A\n${lines}\n---\n`).value?.article.date.day).toBe(day);
  });

  it('maps names as site.yaml says, before what they usually mean and after our own', () => {
    const fields =
      'fields: { section: [categories], summary: [lead-in], kicker: [description], date: [released] }';
    const article = articleWith(
      'categories: [World]\nlead_in: S\ndescription: K\nreleased: 2020-01-01',
      fields,
    );
    expect(article).toMatchObject({ section: 'world', summary: 'S', kicker: 'K', tags: [] });
    expect(article.date.day).toBe('2023-06-30');
  });

  it('keeps for templates what is not ours and what another name took the place of', () => {
    const article = articleWith('summary: A\ndeck: B\ntags: [a]\ncategories: [b]\nlayout: post\nDOI: x');
    expect(article.extra).toEqual({ deck: 'B', categories: ['b'], layout: 'post', DOI: 'x' });
  });

  it('tells where each field stands, by our name for it', () => {
    expect(articleWith('description: B\ntags:\n  - a').spots).toEqual({
      title: { line: 2, column: 8 },
      date: { line: 3, column: 7 },
      summary: { line: 4, column: 14 },
      tags: { line: 6, column: 3 },
    });
  });
});

describe('lists', () => {
  it.each([
    ['tags: [a, b]', ['a', 'b']],
    ['tags: a', ['a']],
    ['tags: a, b ,c,', ['a', 'b', 'c']],
    ["tags: 'linux,gnu/linux'", ['linux', 'gnu/linux']],
    ['tags: [a, "", b]', ['a', 'b']],
    ['tags: [Railways, railways, Räilways]', ['Railways']],
    ['tags:\n  - name: Railways\n  - { title: Trains }', ['Railways', 'Trains']],
    ['topics: [a]\ntags:', ['a']],
    ['categories: [a]', ['a']],
    ['category: blog', ['blog']],
    ['keywords: "a, b"', ['a', 'b']],
  ])('tags of %j', (lines, tags) => expect(texts(articleWith(lines).tags)).toEqual(tags));

  it.each([
    ['authors: [rudina-leka, Arben Hoxha]', ['rudina-leka', 'Arben Hoxha']],
    ['author: Rudina Leka', ['Rudina Leka']],
    ['author: Rudina Leka, Arben Hoxha and Jo Smith', ['Rudina Leka', 'Arben Hoxha', 'Jo Smith']],
    ['author: Rudina Leka, Arben Hoxha, and Jo Smith', ['Rudina Leka', 'Arben Hoxha', 'Jo Smith']],
    ['author: Rudina Leka & Arben Hoxha', ['Rudina Leka', 'Arben Hoxha']],
    ['author: Rudina Leka dhe Arben Hoxha', ['Rudina Leka', 'Arben Hoxha']],
    ['author: Rudina Leka; Hoxha, Arben', ['Rudina Leka', 'Hoxha, Arben']],
    ['author: Leka, Rudina', ['Leka, Rudina']],
    ['author: Jo Smith, AP', ['Jo Smith', 'AP']],
    ['author: Jo Smith, MD', ['Jo Smith, MD']],
    ['author: Martin King, Jr.', ['Martin King, Jr.']],
    ['author: "Martin King, Jr., Jo Smith"', ['Martin King, Jr.', 'Jo Smith']],
    ['author: News and Features Team', ['News and Features Team']],
    ['author: robert, eric', ['robert', 'eric']],
    ['byline: By Rudina Leka and Arben Hoxha', ['Rudina Leka', 'Arben Hoxha']],
    ['author: { name: Rudina Leka, url: /x/ }', ['Rudina Leka']],
    ['authors: [{ name: Rudina Leka }, jo]', ['Rudina Leka', 'jo']],
    ['authors: null\nauthor: Rudina Leka', ['Rudina Leka']],
  ])('people of %j', (lines, authors) => expect(texts(articleWith(lines).authors)).toEqual(authors));

  it('gives each item its place, also within one text', () => {
    expect(articleWith('tags: a, bc\nauthor: "Rudina Leka, Jo Smith"\nrelated:\n  - x')).toMatchObject({
      tags: [
        { text: 'a', line: 4, column: 7 },
        { text: 'bc', line: 4, column: 10 },
      ],
      authors: [
        { line: 5, column: 10 },
        { text: 'Jo Smith', line: 5, column: 23 },
      ],
      related: [{ text: 'x', line: 7, column: 5 }],
    });
  });
});

describe('pictures and credits', () => {
  it.each([
    ['image: a.jpg', { src: 'a.jpg', alt: '', caption: null, credit: null }],
    [
      'image: { src: a.jpg, alt: A, caption: B, credit: C }',
      { src: 'a.jpg', alt: 'A', caption: 'B', credit: 'C' },
    ],
    [
      'featured_image: { path: a.jpg, alt: "A <b>b</b>" }',
      { src: 'a.jpg', alt: 'A b', caption: null, credit: null },
    ],
    ['image: { feature: a.jpg, credit: C }', { src: 'a.jpg', alt: '', caption: null, credit: 'C' }],
    ['cover:\n  image: a.jpg', { src: 'a.jpg', alt: '', caption: null, credit: null }],
    ['main_image: a.jpg', { src: 'a.jpg', alt: '', caption: null, credit: null }],
    ['images: [a.jpg, b.jpg]', { src: 'a.jpg', alt: '', caption: null, credit: null }],
    [
      'image: https://cdn.example.com/a.jpg',
      { src: 'https://cdn.example.com/a.jpg', alt: '', caption: null, credit: null },
    ],
    [
      'image: a.jpg\nimage_alt: A\nimage_figcaption: B\nimage_credit: C',
      { src: 'a.jpg', alt: 'A', caption: 'B', credit: 'C' },
    ],
    ['hero: false\nimage: a.jpg', { src: 'a.jpg', alt: '', caption: null, credit: null }],
  ])('%j', (lines, { src, ...rest }) => {
    expect(articleWith(lines).image).toMatchObject({ src: { text: src }, ...rest });
  });

  it.each([
    ['source: Balkan Insight', { name: 'Balkan Insight', url: null }],
    ['source: { name: BIRN, url: "https://birn.eu/a" }', { name: 'BIRN', url: 'https://birn.eu/a' }],
    ['source: https://www.birn.eu/a', { name: 'birn.eu', url: 'https://www.birn.eu/a' }],
    ['source: "[BIRN](https://birn.eu/a)"', { name: 'BIRN', url: 'https://birn.eu/a' }],
    ['source: 18f\nsource_url: https://18f.gsa.gov/a/', { name: '18f', url: 'https://18f.gsa.gov/a/' }],
    ['canonical: https://blog.usa.gov/a', { name: 'blog.usa.gov', url: 'https://blog.usa.gov/a' }],
    ['canonical: https://www.example.org/a', null],
    ['source:', null],
  ])('%j', (lines, source) => expect(articleWith(lines).source).toEqual(source));
});

describe('when an article may be seen', () => {
  it('is hidden from its embargo, its date or for ever', () => {
    const from = (lines: string) => new Date(visibleFrom(articleWith(lines))).toISOString();
    expect(from('embargo: 2023-07-01 06:00')).toBe('2023-07-01T04:00:00.000Z');
    expect(from('embargo: 2020-01-01')).toBe('2023-06-30T08:00:00.000Z');
  });

  it('tells how long it may be seen, also when it has an error', () => {
    const { value, from, until } = parse(
      withFields('embargo: 2023-07-01T00:00Z\nexpires: 2023-08-01T00:00Z\nkind: newz'),
    );
    expect([value, from, until]).toEqual([null, Date.UTC(2023, 6, 1), Date.UTC(2023, 7, 1)]);
  });

  it.each([
    ['draft: true', true],
    ['published: false', true],
    ['embargo: 2099-01-01', true],
    ['gone: true', true],
    ['draft: false', false],
    ['', false],
  ])('says whether nobody may know of it: %j', (lines, hidden) =>
    expect(parse(withFields(lines)).hidden).toBe(hidden),
  );

  it.each([
    ['gone: true', { reason: null }],
    ['gone: yes', { reason: null }],
    ['gone: At the request of the family.', { reason: 'At the request of the family.' }],
    ['gone: false', null],
    ['gone:', null],
  ])('%j', (lines, gone) => expect(articleWith(lines).gone).toEqual(gone));

  it.each([
    ['breaking: true', Date.UTC(2023, 5, 30, 14)],
    ['breaking: true\nembargo: 2023-07-01T00:00Z', Date.UTC(2023, 6, 1, 6)],
    ['breaking: 2023-06-30T12:00Z', Date.UTC(2023, 5, 30, 12)],
    ['breaking: false', null],
  ])('%j', (lines, until) => expect(articleWith(lines).breakingUntil).toBe(until));
});

describe('id, slug and section', () => {
  it.each([
    [
      'content/articles/world/night-trains.md',
      '',
      { id: 'articles/world/night-trains', slug: 'night-trains', section: 'world' },
    ],
    [
      'content/articles/World News/a/b.md',
      '',
      { id: 'articles/World News/a/b', slug: 'b', section: 'world-news/a' },
    ],
    ['content/articles/world/2023/06/a.md', '', { slug: 'a', section: 'world' }],
    [
      'content/articles/world/2023-06-30-night-trains/index.md',
      '',
      { slug: 'night-trains', section: 'world' },
    ],
    [
      'content/_posts/2023-06-30-night-trains.md',
      '',
      { id: '_posts/2023-06-30-night-trains', slug: 'night-trains', section: '' },
    ],
    ['content/published/202307/20230630 Three Trains.md', '', { slug: 'three-trains', section: '' }],
    ['content/post/1402/4/10/index.md', '', { slug: 'night-trains-return' }],
    ['content/articles/2023-06-30.md', '', { slug: 'night-trains-return' }],
    ['content/articles/0.9.8-release.md', '', { slug: '0-9-8-release' }],
    ['content/articles/world/a.md', 'section: Sports', { section: 'sports' }],
    ['content/articles/a.md', 'section: World/Europe', { section: 'world/europe' }],
    ['content/articles/a.md', 'section: [world, sports]', { section: 'world' }],
    ['content/articles/a.md', 'id: x-1\nslug: Something Else', { id: 'x-1', slug: 'something-else' }],
  ])('%s with %j', (file, lines, expected) => expect(articleWith(lines, '', file)).toMatchObject(expected));

  it('calls a section by its title in site.yaml', () => {
    const site = 'sections: [{ title: World News, slug: world }]';
    expect(articleWith('section: world news', site).section).toBe('world');
  });

  it('puts an article into the default section where neither field nor folder names one', () => {
    expect(articleWith('', 'defaultSection: news\n', 'content/a.md').section).toBe('news');
  });

  it('takes the date of the file’s name in the site’s zone', () => {
    const { value } = parse('---\ntitle: A\n---\n', undefined, 'content/2023-06-30-a.md');
    expect(value?.article.date).toEqual({
      ms: Date.UTC(2023, 5, 29, 22),
      iso: '2023-06-30T00:00:00+02:00',
      day: '2023-06-30',
      timed: false,
    });
  });

  it('takes headline and date of a file without front matter from its text and its name', () => {
    const text = '[#]: author: (Jo (Smith))\n\nNight trains **return**\n=====\n\nAt nine.\n';
    const { value } = parse(text, undefined, 'content/20230630 Three Trains.md');
    expect(value?.article).toMatchObject({
      title: 'Night trains return',
      slug: 'three-trains',
      excerpt: 'At nine.',
    });
    expect(value?.body.html).not.toContain('return');
  });
});

describe('the standfirst', () => {
  const OPENING = 'The *sleeper* to Bar leaves at nine, for the "first" time since 2011. It is full.';
  const standfirst = (summary: string, text = OPENING): string | null =>
    parse(withFields(`summary: ${JSON.stringify(summary)}`, text)).value?.article.standfirst ?? null;

  it.each([
    ['says something else', 'After twelve years, trains run at night again.'],
    ['shares a few words with the text', 'The sleeper is back'],
  ])('stands under the headline where it %s', (_, summary) => expect(standfirst(summary)).toBe(summary));

  it.each([
    ['is how the text opens', 'The sleeper to Bar leaves at nine, for the “first” time since 2011.'],
    ['was cut out of the text', 'The sleeper to Bar leaves at nine, for the "first" ti...'],
    ['is the whole text and more', `${OPENING} Read more on our site.`],
    ['is a sentence of the opening', 'It is full.'],
    ['differs at its end alone', 'The sleeper to Bar leaves at nine, for the first time in years'],
  ])('is left out where it %s', (_, summary) => expect(standfirst(summary)).toBeNull());

  it('is left out where a note stands before the words that it repeats', () => {
    const note = '*By Jo Smith. This story first appeared in the Adriatic Wire.*\n\n';
    expect(standfirst('The sleeper to Bar leaves at nine.', note + OPENING)).toBeNull();
  });

  it('says nothing where there is no summary, and a summary stays a teaser', () => {
    expect(articleWith('').standfirst).toBeNull();
    const text = 'The sleeper leaves at nine.';
    expect(articleWith(`summary: ${text}`)).toMatchObject({ standfirst: null, summary: text, excerpt: text });
  });
});

describe('addresses', () => {
  const url = (lines: string, site = '', file = FILE): string => articleWith(lines, site, file).url;

  it.each([
    ['/:year/:month/:slug/', '/2023/06/night-trains/'],
    ['/:year/:month/:day/:slug/', '/2023/06/30/night-trains/'],
    ['/:section/:slug/', '/world/europe/night-trains/'],
    ['/:id/', '/articles/world/europe/night-trains/'],
    ['/news-:year-:slug/', '/news-2023-night-trains/'],
  ])('by the pattern %s', (pattern, expected) => {
    expect(url('', `permalink: ${pattern}\n`, 'content/articles/world/europe/night-trains.md')).toBe(
      expected,
    );
  });

  it('leaves no empty part where there is no section', () => {
    expect(url('', 'permalink: /:section/:slug/\n', 'content/a.md')).toBe('/a/');
  });

  it('takes the day in the site’s zone', () => {
    expect(url('date: 2023-06-30T23:30Z', 'permalink: /:year/:month/:day/:slug/\n')).toBe(
      '/2023/07/01/night-trains/',
    );
  });

  it('keeps letters of every script, or writes them in Latin ones', () => {
    expect(url('slug: Çlirimi në Gjirokastër')).toBe('/2023/06/çlirimi-në-gjirokastër/');
    expect(url('slug: Çlirimi në Gjirokastër', 'slugs: ascii\n')).toBe('/2023/06/clirimi-ne-gjirokaster/');
  });

  it.each([
    ['url: /special/a/', '/special/a/', []],
    ['permalink: special/a', '/special/a/', []],
    ['url: https://example.org/special/a', '/special/a/', []],
    ['permalink: /special/a.html', '/special/a/', ['/special/a.html']],
    ['permalink: /special/a/index.html', '/special/a/', []],
    ['permalink: "/:year/:title.html"', '/2023/06/night-trains/', []],
    ['permalink: "/{{ title }}/"', '/2023/06/night-trains/', []],
    ['permalink: pretty', '/2023/06/night-trains/', []],
  ])('by the article’s own word: %j', (lines, expected, aliases) => {
    const article = articleWith(lines);
    expect([article.url, texts(article.aliases)]).toEqual([expected, aliases]);
  });

  it('reads old addresses as paths on this site, each once and never its own', () => {
    const lines =
      'aliases: [/old/a.html, /old/b, old/b/, "https://www.example.org/c%20d/", //example.org/e, /2023/06/night-trains/]';
    expect(texts(articleWith(lines).aliases)).toEqual(['/old/a.html', '/old/b/', '/c d/', '/e/']);
    expect(texts(articleWith('redirect_from: /old/').aliases)).toEqual(['/old/']);
  });

  it('reads old addresses below the path of a site in a folder', () => {
    const parser = parserFor('', 'https://example.com/news/');
    const { value } = parse(withFields('aliases: [/news/a/, /b/, "https://example.com/news/c/"]'), parser);
    expect(texts(value?.article.aliases ?? [])).toEqual(['/a/', '/b/', '/c/']);
    const elsewhere = parse(withFields('aliases: ["https://example.com/shop/"]'), parser);
    expect(elsewhere.problems.map(({ code }) => code)).toEqual(['address-outside']);
  });
});

describe('text', () => {
  it('sets place and date before the first paragraph, in the article’s language', () => {
    const html = (lines: string): string | undefined => parse(withFields(lines)).value?.body.html;
    expect(html('dateline: TIRANA')).toContain('TIRANA, June 30, 2023 –');
    expect(html('dateline: TIRANË\nlang: sq')).toContain('TIRANË, 30 qershor 2023 –');
    expect(html('dateline: 地拉那\nlang: zh')).toContain('地拉那，2023年6月30日 ——');
    expect(html('dateline: تهران\nlang: fa')).toContain('تهران، ۹ تیر ۱۴۰۲ –');
    expect(html('dateline: "TIRANA (AP) —"')).toContain('TIRANA (AP) —');
    expect(articleWith('dateline: TIRANA').dateline).toBe('TIRANA');
  });

  it.each([
    ['summary: The summary.', 'First. <!--more--> Second.', 'The summary.'],
    ['', 'First paragraph.\n\n<!--more-->\n\nSecond.', 'First paragraph.'],
    ['', 'First paragraph.\n\nSecond.', 'First paragraph. Second.'],
  ])('takes the excerpt from summary, mark or first words: %j, %j', (lines, text, excerpt) => {
    expect(parse(withFields(lines, text)).value?.article.excerpt).toBe(excerpt);
  });

  it('cuts a long excerpt at a word with "…"', () => {
    const { excerpt } = articleWith(`summary: ${'sleeper '.repeat(60)}`);
    expect(excerpt.length).toBeLessThanOrEqual(180);
    expect(excerpt).toMatch(/sleeper…$/);
  });

  it('counts the lines of the front matter in what is said of the text', () => {
    const { problems } = parse(withFields('tags: [a]', 'One.\n\n<b>Two</b>\n'));
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual(['html-left-out 8']);
  });

  it('reads corrections', () => {
    const lines =
      'corrections:\n  - date: 2023-07-01\n    text: A <b>wrong</b> fare.\n  - { date: 2023-07-02, note: Gone., type: Retraction }';
    expect(articleWith(lines).corrections).toMatchObject([
      { date: { day: '2023-07-01' }, text: 'A wrong fare.', type: 'correction' },
      { date: { day: '2023-07-02' }, text: 'Gone.', type: 'retraction' },
    ]);
  });

  it('reads live posts, newest first, each as Markdown with lines of its own', () => {
    const lines =
      'live:\n  - date: 2023-06-30 21:00\n    text: The *first*.\n  - date: 2023-06-30 22:00\n    title: Late\n    text: |\n      <b>The</b>\n\n      second.';
    const { value, problems } = parse(withFields(lines));
    expect(value?.article.live.map(({ title, body }) => [title, body.html])).toEqual([
      ['Late', expect.stringContaining('second.')],
      [null, expect.stringContaining('<em>first</em>')],
    ]);
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual(['html-left-out 10']);
    expect(value?.article.words).toBe(9);
  });

  it('is the same for the same bytes, in any order', () => {
    const [a, b] = [withFields('tags: [a]\ndateline: X'), withFields('kind: live\nlang: sq', 'Tjetër.')];
    const first = [parse(a), parse(b)];
    expect([parse(b, parserFor()), parse(a, parserFor())].reverse()).toEqual(first);
  });
});
