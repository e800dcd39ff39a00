// Lists and related articles of the newsroom, made once in a build. A page's key holds the digests of all articles it shows, so
// that an incremental build renders it again where one of them changed.
import { type CollectionEntry, getCollection } from 'astro:content';

export type Article = CollectionEntry<'articles'>;

export interface List {
  url: string;
  title: string;
  section: string | null;
  items: Article[];
  newer: string | null;
  older: string | null;
}

export const SITE = 'https://zipf-courier.example';
export const NAME = 'The Zipf Courier';
export const SECTIONS =
  'politics world business country culture sport science health education environment technology opinion'.split(
    ' ',
  );
const PAGE = 20;
const RELATED = 5;

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
export const slugOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
export const iso = (date: Date) => date.toISOString().replace('.000Z', 'Z');
const days = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
});
export const day = (date: Date) => days.format(date);
export const minutes = (text: string) => Math.max(1, Math.round(text.split(/\s+/).length / 213));

export const partsOf = ({ id, data }: Article) => {
  const [year = '', month = ''] = data.date.toISOString().split('-');
  return { year, month, slug: id };
};
export const urlOf = (article: Article) => {
  const { year, month, slug } = partsOf(article);
  return `/${year}/${month}/${slug}/`;
};

export const keyOf = (articles: Article[], more = '') =>
  more + articles.map(({ id, digest }) => `${id} ${digest}`).join('\n');

let found: Promise<Article[]> | undefined;

/** All articles, the newest first. */
export const allArticles = () => {
  found ??= getCollection('articles').then((all) =>
    all.sort((a, b) => b.data.date.getTime() - a.data.date.getTime()),
  );
  return found;
};

function grouped(articles: Article[], keysOf: (article: Article) => string[]) {
  const groups = new Map<string, Article[]>();
  for (const article of articles)
    for (const key of keysOf(article)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [article]);
      else group.push(article);
    }
  return groups;
}

/** Tags weigh 100, the section 20, as in hugo.toml; of equals the newer comes first. */
export function relate(articles: Article[]): Map<Article, Article[]> {
  const byTag = grouped(articles, ({ data }) => data.tags);
  const bySection = grouped(articles, ({ data }) => [data.section]);
  const related = new Map<Article, Article[]>();
  for (const article of articles) {
    const weights = new Map<Article, number>();
    const add = (other: Article, weight: number) => weights.set(other, (weights.get(other) ?? 0) + weight);
    for (const tag of article.data.tags) for (const other of byTag.get(tag) ?? []) add(other, 100);
    for (const other of bySection.get(article.data.section) ?? []) add(other, 20);
    weights.delete(article);
    related.set(
      article,
      [...weights]
        .sort(([a, x], [b, y]) => y - x || b.data.date.getTime() - a.data.date.getTime())
        .slice(0, RELATED)
        .map(([other]) => other),
    );
  }
  return related;
}

/** A list in pages of 20. */
function pagesOf(url: string, title: string, section: string | null, items: Article[]): List[] {
  const count = Math.max(1, Math.ceil(items.length / PAGE));
  const at = (page: number) => (page === 0 ? url : `${url}page/${page + 1}/`);
  return Array.from({ length: count }, (_, page) => ({
    url: at(page),
    title,
    section,
    items: items.slice(page * PAGE, (page + 1) * PAGE),
    newer: page > 0 ? at(page - 1) : null,
    older: page + 1 < count ? at(page + 1) : null,
  }));
}

const groupsOf = (articles: Article[], kind: 'tags' | 'authors') => [
  ...grouped(articles, ({ data }) => data[kind]),
];

export const sectionOf = (articles: Article[], section: string) =>
  articles.filter(({ data }) => data.section === section);

export function listsOf(articles: Article[]): List[] {
  return [
    ...pagesOf('/', NAME, null, articles),
    ...SECTIONS.flatMap((section) =>
      pagesOf(`/${section}/`, capital(section), section, sectionOf(articles, section)),
    ),
    ...(['tags', 'authors'] as const).flatMap((kind) =>
      groupsOf(articles, kind).flatMap(([name, items]) =>
        pagesOf(`/${kind}/${slugOf(name)}/`, name, null, items),
      ),
    ),
  ];
}

export const directoryOf = (articles: Article[], kind: 'tags' | 'authors') =>
  groupsOf(articles, kind)
    .map(([name, items]) => ({ name, url: `/${kind}/${slugOf(name)}/`, count: items.length }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
