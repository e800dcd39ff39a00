// The same newsroom for Eleventy: the same files, pages of the same kinds, 5 related articles by tags and section.
const SECTIONS =
  'politics world business country culture sport science health education environment technology opinion'.split(
    ' ',
  );
const PAGE = 20;
const RELATED = 5;

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const slugOf = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/** `Map.groupBy` of Node 21. */
function groupBy(list, keyOf) {
  const groups = new Map();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Tags weigh 100, the section 20, as in hugo.toml; of equals the newer comes first. */
function relate(articles) {
  const byTag = groupBy(
    articles.flatMap((article) => article.data.topics.map((tag) => [tag, article])),
    ([tag]) => tag,
  );
  const bySection = groupBy(articles, (article) => article.data.section);
  for (const article of articles) {
    const weights = new Map();
    const add = (other, weight) => weights.set(other, (weights.get(other) ?? 0) + weight);
    for (const tag of article.data.topics) for (const [, other] of byTag.get(tag)) add(other, 100);
    for (const other of bySection.get(article.data.section)) add(other, 20);
    weights.delete(article);
    article.data.related = [...weights]
      .sort(([a, x], [b, y]) => y - x || b.date - a.date)
      .slice(0, RELATED)
      .map(([other]) => other);
  }
}

/** A list in pages of 20. */
function pagesOf(url, title, kind, section, items) {
  const count = Math.max(1, Math.ceil(items.length / PAGE));
  const at = (page) => (page === 0 ? url : `${url}page/${page + 1}/`);
  return Array.from({ length: count }, (_, page) => ({
    url: at(page),
    title,
    kind,
    section,
    items: items.slice(page * PAGE, (page + 1) * PAGE),
    newer: page > 0 ? at(page - 1) : null,
    older: page + 1 < count ? at(page + 1) : null,
  }));
}

const grouped = (articles, field) =>
  [
    ...groupBy(
      articles.flatMap((article) => article.data[field].map((name) => [name, article])),
      ([name]) => name,
    ),
  ].map(([name, pairs]) => [name, pairs.map(([, article]) => article)]);

export default function (config) {
  config.setUseGitIgnore(false);
  config.addGlobalData('sections', SECTIONS);
  // A tag would be a collection of its own besides; here they are `topics`, read by the same parser.
  config.addPreprocessor('topics', 'md', (data) => {
    data.topics = data.tags ?? [];
    data.tags = [];
    data.layout = 'article.njk';
  });
  config.addGlobalData('eleventyComputed', {
    permalink: ({ slug, page, permalink }) =>
      slug === undefined
        ? permalink
        : `/${page.date.toISOString().slice(0, 4)}/${page.date.toISOString().slice(5, 7)}/${slug}/`,
  });
  config.addFilter('capital', capital);
  config.addFilter('slugOf', slugOf);
  config.addFilter('iso', (date) => date.toISOString().replace('.000Z', 'Z'));
  const days = new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  });
  config.addFilter('day', (date) => days.format(date));
  config.addFilter('minutes', (html) => Math.max(1, Math.round(html.split(/\s+/).length / 213)));

  let articles = null;
  const all = (api) => {
    articles ??= (() => {
      const found = api.getAll().filter((item) => item.data.slug !== undefined);
      found.sort((a, b) => b.date - a.date);
      relate(found);
      return found;
    })();
    return articles;
  };
  config.addCollection('lists', (api) => [
    ...pagesOf('/', 'The Zipf Courier', 'home', null, all(api)),
    ...SECTIONS.flatMap((section) =>
      pagesOf(
        `/${section}/`,
        capital(section),
        'section',
        section,
        all(api).filter(({ data }) => data.section === section),
      ),
    ),
    ...grouped(all(api), 'topics').flatMap(([name, items]) =>
      pagesOf(`/tags/${slugOf(name)}/`, name, 'term', null, items),
    ),
    ...grouped(all(api), 'authors').flatMap(([name, items]) =>
      pagesOf(`/authors/${slugOf(name)}/`, name, 'term', null, items),
    ),
  ]);
  config.addCollection('directories', (api) =>
    ['tags', 'authors'].map((kind) => ({
      url: `/${kind}/`,
      title: capital(kind),
      items: grouped(all(api), kind === 'tags' ? 'topics' : kind)
        .map(([name, items]) => ({ name, url: `/${kind}/${slugOf(name)}/`, count: items.length }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    })),
  );
  config.addCollection('feeds', (api) => [
    { url: '/index.xml', home: '/', title: 'The Zipf Courier', items: all(api) },
    ...SECTIONS.map((section) => ({
      url: `/${section}/index.xml`,
      home: `/${section}/`,
      title: `${capital(section)} on The Zipf Courier`,
      items: all(api).filter(({ data }) => data.section === section),
    })),
  ]);

  const each = (collection, alias, layout, permalink) => ({
    pagination: { data: `collections.${collection}`, size: 1, alias },
    permalink,
    layout,
    eleventyExcludeFromCollections: true,
  });
  config.addTemplate('lists.njk', '', each('lists', 'list', 'list.njk', '{{ list.url }}'));
  config.addTemplate('directories.njk', '', each('directories', 'list', 'directory.njk', '{{ list.url }}'));
  config.addTemplate('feeds.njk', '', each('feeds', 'feed', 'feed.njk', '{{ feed.url }}'));
  return { dir: { includes: '../../eleventy/_includes' }, markdownTemplateEngine: false };
}
