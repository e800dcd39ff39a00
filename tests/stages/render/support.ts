import type { Page } from '../../../src/model/page.js';
import type { Problem } from '../../../src/model/problem.js';
import type { ArticleDetail, ArticleView, Brief, PageView, SiteView, View } from '../../../src/model/view.js';
import { createRenderer, type Renderer, type RendererInput } from '../../../src/stages/render/index.js';

export const site: SiteView = {
  title: 'The Çlirimi Post',
  tagline: null,
  description: null,
  url: 'https://post.example/news/',
  home: '/news/',
  language: 'en',
  languages: [],
  dir: 'ltr',
  timezone: 'Europe/Tirane',
  navigation: [{ name: 'World', url: '/news/world/' }],
  footer: [],
  publisher: { name: 'Post', url: null, logo: null },
  feeds: [],
  archive: '/news/archive/',
  search: '/news/search/',
  copyright: null,
  fragments: 'script',
  slots: [],
  icons: [],
  topics: {},
  manifest: '/news/manifest.webmanifest',
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
    share: [],
  },
  theme: { brand: { red: '#900' } },
  extra: {},
};

export const pageView: PageView = {
  kind: 'article',
  url: '/news/2026/11/flood/',
  canonical: 'https://post.example/news/2026/11/flood/',
  title: 'Flood',
  description: null,
  lang: 'en',
  dir: 'ltr',
  robots: null,
  breadcrumbs: [],
  alternates: [],
  translations: [],
  siteLanguage: 'en',
  feeds: [],
  image: null,
  card: null,
  jsonLd: null,
  section: null,
  stories: [],
};

export const brief: Brief = {
  id: 'flood',
  url: '/news/2026/11/flood/',
  title: 'Flood & "fire" <b>',
  kicker: null,
  kind: 'news',
  section: { name: 'World', url: '/news/world/' },
  date: '2026-11-24T10:15:00+01:00',
  timed: true,
  updated: null,
  summary: 'The river rose.',
  authors: [{ name: 'Rudina Leka', url: '/news/authors/rudina-leka/' }],
  image: null,
  source: null,
  lang: null,
  dir: null,
  summaryDir: null,
  badge: null,
};

export const article: ArticleDetail = {
  ...brief,
  authors: [{ name: 'Rudina Leka', url: '/news/authors/rudina-leka/', role: null, picture: null }],
  standfirst: null,
  sections: [],
  tags: [],
  series: null,
  corrections: [],
  modified: null,
  headings: [],
  live: [],
  words: 1234,
  minutes: 5,
  embeds: [],
  sponsored: false,
  extra: { mood: 'grim' },
};

export const view: ArticleView = { page: pageView, article, related: [], reasons: [], relatedUrl: null };

export function pageOf(changes: Partial<Page> = {}): Page {
  return {
    path: '2026/11/flood/index.html',
    url: '/2026/11/flood/',
    phase: 'article',
    template: 'article.njk',
    view,
    body: null,
    file: 'content/articles/flood.md',
    title: null,
    liveBodies: [],
    ...changes,
  };
}

export interface Setup {
  readonly templates: Readonly<Record<string, string>>;
  readonly texts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly assets?: Readonly<Record<string, string>>;
  readonly site?: Partial<SiteView>;
  /** Where a file is said to be, if not in `templates/`. */
  readonly places?: Readonly<Record<string, string>>;
  readonly asked?: RendererInput['asked'];
  readonly fragments?: RendererInput['fragments'];
  readonly policy?: RendererInput['policy'];
  readonly problems?: readonly Problem[];
}

export function setUp(setup: Setup): { renderer: Renderer | null; problems: readonly Problem[] } {
  const names = Object.keys(setup.templates);
  return createRenderer({
    templates: new Map(Object.entries(setup.templates)),
    places: new Map(
      names.map((name) => [
        name,
        setup.places?.[name] ?? (name.startsWith('@theme/') ? name : `templates/${name}`),
      ]),
    ),
    texts: new Map(Object.entries(setup.texts ?? {})),
    site: { ...site, ...setup.site },
    assets: new Map(Object.entries(setup.assets ?? {})),
    ...(setup.fragments && { fragments: setup.fragments }),
    ...(setup.policy && { policy: setup.policy }),
    ...(setup.asked && { asked: setup.asked }),
    ...(setup.problems && { problems: setup.problems }),
  });
}

/** What `article.njk` prints. @throws where anything is wrong. */
export function printed(
  source: string,
  setup: Partial<Setup> & { view?: View; page?: Partial<Page> } = {},
): string {
  const { renderer, problems } = setUp({
    ...setup,
    templates: { 'article.njk': source, ...setup.templates },
  });
  if (renderer === null) throw new Error(JSON.stringify(problems));
  const page = pageOf({ ...(setup.view && { view: setup.view }), ...setup.page });
  const result = renderer.render(page, (key) => `body of ${key}`);
  if ('problem' in result) throw new Error(JSON.stringify(result.problem));
  return result.html;
}

/** What is wrong with a set of templates, found when it is made or, where it can be made, when a page is rendered. */
export function faultOf(templates: Readonly<Record<string, string>>, setup: Partial<Setup> = {}): Problem {
  const { renderer, problems } = setUp({ ...setup, templates });
  const error = problems.find((problem) => problem.severity === 'error');
  if (error) return error;
  const result = renderer?.render(pageOf(), () => '');
  if (result && 'problem' in result) return result.problem;
  throw new Error(`nothing was wrong: ${JSON.stringify(result)}`);
}

/** Takes the mark `«…»` out of a set of templates, and says what stood in it. */
export function unmarked(templates: Readonly<Record<string, string>>): {
  plain: Record<string, string>;
  mark: { file: string; line: number; column: number; length: number; source: string };
} {
  let mark = { file: '', line: 0, column: 0, length: 0, source: '' };
  const plain: Record<string, string> = {};
  for (const [name, text] of Object.entries(templates)) {
    plain[name] = text.replace(/[«»]/g, '');
    const at = text.lastIndexOf('«');
    if (at === -1) continue;
    const lines = text.slice(0, at).replace(/[«»]/g, '').split('\n');
    const line = lines.length;
    mark = {
      file: name.startsWith('@theme/') ? name : `templates/${name}`,
      line,
      column: (lines.at(-1) ?? '').length + 1,
      length: text.indexOf('»', at) - at - 1,
      source: plain[name]?.split('\n')[line - 1] ?? '',
    };
  }
  return { plain, mark };
}
