import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Page } from '../../src/model/page.js';
import type {
  ArticleDetail,
  ArticleView,
  Brief,
  GroupFrontView,
  HomeView,
  LinkView,
  PageKind,
  PageView,
  PictureView,
  ReasonView,
  SiteView,
  StoryView,
  View,
  ViewOf,
} from '../../src/model/view.js';
import { createRenderer } from '../../src/stages/render/index.js';

export const FOLDER = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Every template of the theme, by name. */
export const templates: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.njk'))
    .sort()
    .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
);

/** Names of the theme's assets, those of its fonts among them. */
export const assets: readonly string[] = readdirSync(join(FOLDER, 'assets'), { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .sort();

/** The theme's texts by language. */
export const texts: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  readdirSync(join(FOLDER, 'texts'))
    .sort()
    .map((name) => [name.replace('.yaml', ''), parse(readFileSync(join(FOLDER, 'texts', name), 'utf8'))]),
);

const link = (name: string, url: string): LinkView => ({ name, url });
export const picture: PictureView = {
  src: '/media/roofs.jpg',
  alt: 'Roofs of grey stone below a fortress',
  caption: 'Gjirokastër in November',
  credit: 'Dorina Ymeri',
  width: 1200,
  height: 800,
  variants: {
    stem: '/media/roofs.3f2a91c4',
    sets: [
      { format: 'avif', widths: [400, 800] },
      { format: 'jpg', widths: [800] },
    ],
  },
  tone: '#7a8c91',
  focus: { x: 50, y: 0 },
};

export const site: SiteView = {
  title: 'The Ledger',
  tagline: 'A daily',
  description: null,
  url: 'https://ledger.example/',
  home: '/',
  language: 'en',
  languages: [],
  dir: 'ltr',
  timezone: 'Europe/Tirane',
  navigation: [link('Politics', '/politics/'), link('Sport', '/sport/')],
  footer: [link('About us', '/about/')],
  feeds: [{ title: 'The Ledger', url: 'https://ledger.example/feed.xml', type: 'application/rss+xml' }],
  publisher: { name: 'Ledger Press', url: null, logo: null },
  archive: '/archive/',
  search: '/search/',
  copyright: null,
  fragments: 'ssi',
  slots: [],
  icons: [],
  topics: {},
  manifest: '/manifest.webmanifest',
  look: {
    logo: null,
    logoDark: null,
    icon: null,
    mark: null,
    fonts: [],
    tokens: [],
    light: [],
    dark: [],
    paper: { light: '#fff', dark: '#14161a' },
    share: ['copy', 'email', 'whatsapp', 'telegram', 'facebook', 'bluesky', 'x', 'linkedin', 'reddit'],
  },
  theme: {},
  extra: {},
};

let number = 0;
export function brief(change: Partial<Brief> = {}): Brief {
  number += 1;
  return {
    id: `story-${number}`,
    url: `/2026/11/story-${number}/`,
    title: `Çlirimi opens its doors, part ${number}`,
    kicker: null,
    kind: 'news',
    section: link('Politics', '/politics/'),
    date: `2026-11-${String(28 - (number % 20)).padStart(2, '0')}T10:30:00+01:00`,
    timed: true,
    updated: null,
    summary: 'Four people with a key and a loan…',
    authors: [link('Rudina Leka', '/authors/rudina-leka/')],
    image: null,
    source: null,
    lang: null,
    dir: null,
    summaryDir: null,
    badge: null,
    ...change,
  };
}
export const briefs = (count: number, change: Partial<Brief> = {}): Brief[] =>
  Array.from({ length: count }, () => brief(change));

export const pageView = (kind: PageKind, change: Partial<PageView> = {}): PageView => ({
  kind,
  url: '/x/',
  canonical: 'https://ledger.example/x/',
  title: 'A headline',
  description: 'What it is about',
  lang: 'en',
  dir: 'ltr',
  robots: null,
  breadcrumbs: [link('The Ledger', '/'), link('Politics', '/politics/')],
  alternates: [],
  translations: [],
  siteLanguage: 'en',
  feeds: [],
  image: null,
  card: null,
  jsonLd: null,
  section: 'politics',
  stories: [],
  ...change,
});

/** A story that a page shows once for three versions. */
export const storyView = (shown: Brief, newer = false): StoryView => ({
  id: shown.id,
  newer,
  versions: briefs(2),
  sources: [
    { name: 'Adria Wire', url: 'https://adria.example/1' },
    { name: 'Balkapress', url: null },
  ],
  authors: [link('Jon Marku', '/authors/jon-marku/')],
});

const lead = brief({ image: picture });
export const homeView = (change: Partial<HomeView> = {}): HomeView => ({
  page: pageView('home', {
    title: site.title,
    section: null,
    breadcrumbs: [],
    stories: [storyView(change.lead ?? lead)],
  }),
  lead,
  breaking: false,
  secondary: briefs(6),
  opinion: briefs(3, { kind: 'opinion' }),
  slots: [{ name: 'long-reads', title: 'Long reads', articles: briefs(4) }],
  latest: briefs(10),
  blocks: ['Politics', 'Sport', 'World'].map((name) => ({
    section: link(name, `/${name.toLowerCase()}/`),
    description: null,
    articles: [brief(), brief({ image: picture }), brief()],
  })),
  oldAddresses: null,
  ...change,
});

export function articleView(
  change: Partial<ArticleDetail> = {},
  page: Partial<PageView> = {},
  related: readonly Brief[] = briefs(4, { image: picture }),
): ArticleView {
  return {
    page: pageView('article', page),
    article: {
      ...brief({ image: picture }),
      authors: [{ ...link('Rudina Leka', '/authors/rudina-leka/'), role: 'Editor', picture }],
      standfirst: 'What happened, in a sentence.',
      sections: [link('Politics', '/politics/')],
      tags: [link('Vjosa', '/tags/vjosa/')],
      series: null,
      corrections: [],
      modified: null,
      headings: [],
      live: [],
      words: 700,
      minutes: 4,
      embeds: [],
      sponsored: false,
      extra: {},
      ...change,
    },
    related,
    reasons: reasonsOf(related),
    relatedUrl: '/x/related/',
  };
}

const reasonsOf = (related: readonly Brief[]): ReasonView[] =>
  related.map(({ id }, i) => ({
    id,
    chosen: i === 0,
    series: i === 1 ? link('The Vjosa law', '/series/vjosa/') : null,
    words: i === 2 ? ['Vjosa', 'dam'] : [],
    tags: i === 3 ? [link('Vjosa', '/tags/vjosa/')] : [],
  }));

const relatedView = (related: readonly Brief[]): ViewOf['related'] => ({
  page: pageView('related', {
    stories: related.slice(0, 2).map((shown, i) => storyView(shown, i === 0)),
  }),
  article: brief(),
  related,
  groups: [
    { kind: 'chosen', articles: related.slice(0, 1) },
    { kind: 'story', articles: related.slice(1, 2) },
    { kind: 'later', articles: related.slice(2, 3) },
    { kind: 'background', articles: related.slice(3) },
  ],
  reasons: reasonsOf(related),
});

const group = (kind: 'section' | 'tag' | 'author' | 'series', lead: Brief | null): GroupFrontView => ({
  page: pageView(kind),
  group: {
    ...link('Rudina Leka', '/authors/rudina-leka/'),
    description: 'Writes from the south.',
    picture,
    role: 'Editor',
    email: 'rudina@ledger.example',
    sameAs: ['https://social.example/@rudina'],
    extra: {},
  },
  children: [link('Courts', '/politics/courts/')],
  lead,
  slots: [{ name: 'chosen', title: null, articles: briefs(3) }],
  articles: briefs(9),
  parts: kind === 'series' ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [],
  archive: link('Politics', '/politics/archive/'),
});

/** A full view of each kind of page. */
export const views: { readonly [K in PageKind]: ViewOf[K] } = {
  home: homeView(),
  article: articleView({
    updated: '2026-11-24T15:00:00+01:00',
    headings: ['one', 'two', 'three'].map((id) => ({ level: 2, id, text: id })),
    corrections: [{ date: '2026-11-24T16:00:00+01:00', text: 'It was a tenth.', type: 'correction' }],
    series: { ...link('The Vjosa law', '/series/vjosa/'), part: 2, older: brief(), newer: brief() },
    live: [1, 2, 3, 4].map((n) => ({
      id: `post-${n}`,
      date: `2026-11-24T1${n}:00:00+01:00`,
      title: `Post ${n}`,
      body: '<p>Water rises.</p>',
    })),
  }),
  related: relatedView(briefs(5, { image: picture })),
  section: group('section', brief({ image: picture })),
  tag: group('tag', null),
  author: group('author', null),
  series: group('series', null),
  archive: {
    page: pageView('archive'),
    group: link('Politics', '/politics/'),
    period: '2026-11',
    number: 2,
    articles: briefs(12),
    periods: [],
    newer: '/2026/12/',
    older: '/2026/10/',
    up: link('2026', '/2026/'),
  },
  directory: {
    page: pageView('directory', { title: 'Topics' }),
    groups: [{ ...link('Çlirimi', '/tags/clirimi/'), role: null }],
  },
  page: { page: pageView('page'), headings: [], extra: {} },
  corrections: {
    page: pageView('corrections'),
    corrections: [
      {
        article: brief(),
        correction: { date: '2026-11-24T16:00:00+01:00', text: 'A tenth.', type: 'clarification' },
      },
    ],
    year: '2026',
    years: ['2026', '2025'].map((period) => ({
      period,
      url: `/corrections/${period}/`,
      count: null,
      months: [],
    })),
  },
  search: {
    page: pageView('search'),
    data: '/search/',
    base: '/',
    sections: [{ value: 'world', name: 'World' }],
    years: ['2026', '2025'],
    ofLanguages: [
      { value: 'en', name: 'English' },
      { value: 'sq', name: 'shqip' },
    ],
    authors: true,
    kinds: ['opinion'],
    engine: 'https://duckduckgo.com/?q=site%3Aherald.example',
  },
  gone: { page: pageView('gone'), reason: null },
  'not-found': { page: pageView('not-found'), latest: briefs(5), oldAddresses: null },
  redirect: { page: pageView('redirect'), target: '/2026/11/new/' },
  breaking: { page: pageView('breaking'), articles: briefs(1) },
  latest: { page: pageView('latest'), articles: briefs(2) },
};

/** The theme as Dateline renders it. */
export function theme(change: Partial<SiteView> = {}): (view: View, body?: string) => string {
  const { renderer, problems } = createRenderer({
    templates,
    places: new Map(),
    texts,
    site: { ...site, ...change },
    assets: new Map(assets.map((name) => [name, `/assets/${name}?v=1`])),
  });
  if (renderer === null) throw new Error(problems.map(({ message }) => message).join('\n'));
  return (view, body = '<p>The text.</p>') => {
    const page: Page = {
      path: 'x/index.html',
      url: '/x/',
      phase: 'article',
      template: `${view.page.kind}.njk`,
      view,
      body: { key: 'x', refs: [] },
      title: null,
      liveBodies: [],
      file: null,
    };
    const result = renderer.render(page, () => body);
    if ('problem' in result) throw new Error(result.problem.message);
    return result.html;
  };
}
