import { describe, expect, it } from 'vitest';
import { article, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const FIRE =
  'A fire broke out on a car ferry off the island of Lemna early on Tuesday, and all people on board were taken off. ' +
  'The Aurelia had left the harbour at five in the morning and was an hour from land when smoke was seen on the lower deck. ' +
  'Fishing boats from two villages reached the ship before the rescuers did and took on more than sixty passengers.';

const version = (title: string, hour: string, credit: string, more = ''): string =>
  article(`title: ${title}\ndate: 2026-11-24 ${hour}\nsection: world\n${credit}`, `${FIRE} ${more}`);

const wire = (name: string): string =>
  `source: { name: ${name}, url: "https://${name.toLowerCase()}.example/fire" }`;

const FIRST = 'content/articles/first.md';
const files = {
  [FIRST]: version('Fire on ferry', '07:00', `${wire('Adriawire')}\nauthors: [Ana Leka]`),
  'content/articles/second.md': version('Ferry burns', '08:00', wire('Balkapress')),
  'content/articles/third.md': version(
    'Lorry caused ferry fire',
    '10:00',
    'authors: [Jon Marku]',
    'A lorry was to blame.',
  ),
  'content/articles/inquiry.md': article(
    'title: Inquiry into ferry fire\ndate: 2026-11-24 11:00\nsection: world',
    'The ministry asks why a car ferry caught fire off Lemna, and who had let the Aurelia leave the harbour.',
  ),
  ...Object.fromEntries(
    ['Choir', 'Frost', 'Bees', 'Chess', 'Trams', 'Salt'].map((title, i): [string, string] => [
      `content/articles/${title}.md`,
      article(
        `title: ${title} in the villages\ndate: 2026-0${i + 3}-10\nsection: culture`,
        `${title} was on many minds, and of ${title} all spoke in the north of the country.`,
      ),
    ]),
  ),
};

/** Headlines of the cards of a page, or of a part of it. */
const headlines = (html: string): string[] =>
  [...html.matchAll(/<h3 class="title"[^>]*>.*?<a [^>]*>([^<]*)<\/a>/g)].map(([, title = '']) => title);
const FERRY = ['Fire on ferry', 'Ferry burns', 'Lorry caused ferry fire'];
const ferryCards = (html: string): string[] => headlines(html).filter((title) => FERRY.includes(title));
/** The card of a headline. */
const card = (html: string, title: string): string =>
  html.match(new RegExp(`<(li|article) class="card (?:(?!</\\1>)[^])*?>${title}</a>[^]*?</\\1>`))?.[0] ?? '';

const built = async (more: Readonly<Record<string, string>> = {}): Promise<TestSite> => {
  const site = newsroom({ ...files, ...more });
  expect((await site.build()).problems).toEqual([]);
  return site;
};

describe('a story in three versions', () => {
  it.each([
    ['the front page', 'index.html'],
    ['the front of its section', 'world/index.html'],
    ['the foot of a related article', '2026/11/inquiry/index.html'],
    ['the page of related news', '2026/11/inquiry/related/index.html'],
  ])('stands once on %s: the newest, with all credits', async (_, page) => {
    const html = (await built()).read(page);
    expect(ferryCards(html)).toEqual(['Lorry caused ferry fire']);
    const shown = card(html, 'Lorry caused ferry fire');
    expect(shown).toContain('<bdi>Adriawire</bdi> · <a href="https://adriawire.example/fire"');
    expect(shown).toContain('<bdi>Balkapress</bdi> · <a href="https://balkapress.example/fire"');
    if (page.endsWith('/related/index.html')) expect(shown).toMatch(/Jon Marku<\/bdi>.*<bdi>Ana Leka<\/bdi>/);
  });

  it('is told of on the page of an older one: a newer version comes first, older ones don’t', async () => {
    const site = await built();
    const first = site.read('2026/11/first/index.html');
    expect(headlines(first.slice(first.indexOf('class="block related"')))[0]).toBe('Lorry caused ferry fire');
    expect(card(first, 'Lorry caused ferry fire')).toContain('Newer version');
    expect(ferryCards(site.read('2026/11/third/related/index.html'))).toEqual([]);
  });

  it('is led by its newest version on the page of related news of an older one, before what came later', async () => {
    const site = await built();
    const shown = headlines(site.read('2026/11/first/related/index.html'));
    expect(shown.slice(0, 2)).toEqual(['Lorry caused ferry fire', 'Inquiry into ferry fire']);
  });

  it('stands in all of them in archives, feeds, sitemaps and the fronts of tags and authors', async () => {
    const site = await built();
    expect(ferryCards(site.read('2026/11/index.html'))).toHaveLength(3);
    for (const path of ['feed.xml', 'world/feed.xml'])
      for (const title of FERRY) expect(site.read(path)).toContain(title);
    expect(ferryCards(site.read('authors/ana-leka/index.html'))).toEqual(['Fire on ferry']);
  });

  it('is led by the version that an editor has pinned or put on a front, however old', async () => {
    const site = await built({
      'content/articles/inquiry.md': article(
        'title: Inquiry into ferry fire\ndate: 2026-11-24 11:00\nsection: world\nrelated: [first.md]',
        'The ministry asks why a car ferry caught fire off Lemna.',
      ),
      'content/fronts/home.yaml': 'slots:\n  - { name: secondary, items: [articles/second] }\n',
      'content/fronts/world.yaml': 'slots:\n  - { name: lead, items: [articles/first] }\n',
    });
    expect(ferryCards(site.read('2026/11/inquiry/index.html'))).toEqual(['Fire on ferry']);
    expect(card(site.read('2026/11/inquiry/index.html'), 'Fire on ferry')).toContain('Balkapress');
    expect(ferryCards(site.read('index.html'))).toEqual(['Ferry burns']);
    expect(ferryCards(site.read('world/index.html'))).toEqual(['Fire on ferry']);
  });

  it('is led by the version that is breaking news, whichever a slot has', async () => {
    const site = await built({
      'content/articles/third.md': version('Lorry caused ferry fire', '10:00', 'breaking: true'),
      'content/fronts/home.yaml': 'slots:\n  - { name: secondary, items: [articles/second] }\n',
    });
    const html = site.read('index.html');
    expect(ferryCards(html)).toEqual(['Lorry caused ferry fire']);
    expect(card(html, 'Lorry caused ferry fire')).toContain('class="flag">Breaking');
  });

  it('stands in each by itself where the newsroom wants it so', async () => {
    const site = await built({ 'content/site.yaml': `${SITE_YAML}related: { fold: false }\n` });
    expect(ferryCards(site.read('index.html'))).toHaveLength(3);
    expect(ferryCards(site.read('2026/11/inquiry/related/index.html'))).toHaveLength(3);
  });

  it('may be told by narrower rules', async () => {
    const site = await built({
      'content/site.yaml': `${SITE_YAML}related: { fold: { within: 0.1, alike: 1 } }\n`,
    });
    expect(ferryCards(site.read('index.html'))).toEqual(['Lorry caused ferry fire', 'Ferry burns']);
  });

  it('tells nothing of a version that readers can’t see', async () => {
    const site = await built({
      [FIRST]: version('Fire on ferry', '07:00', `${wire('Adriawire')}\ndraft: true`),
    });
    for (const html of site.published().values()) expect(html).not.toMatch(/adriawire|Fire on ferry/i);
    expect(card(site.read('index.html'), 'Lorry caused ferry fire')).toContain('Balkapress');
  });
});

describe('two articles, a whole newsroom', () => {
  it('fold on the front', async () => {
    const site = newsroom({
      'content/articles/a.md': version('Fire on ferry', '07:00', wire('Adriawire')),
      'content/articles/b.md': version('Ferry burns', '08:00', wire('Balkapress')),
    });
    await site.build();
    expect(ferryCards(site.read('index.html'))).toEqual(['Ferry burns']);
    expect(card(site.read('index.html'), 'Ferry burns')).toContain('Adriawire');
  });
});
