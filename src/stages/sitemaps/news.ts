import { type Moment, visibleFrom } from '../../model/article.js';
import type { TextOutput } from '../../model/page.js';
import type { Entry, Site } from '../../model/site.js';
import { appearedAt, searchPolicy } from '../../text/indexing.js';
import { languageFor } from '../../text/languages.js';
import { absolute } from '../../text/urls.js';
import { escapeXml } from '../../text/xml.js';
import { type Child, indexText, later, output, w3cDate } from './urlset.js';

const HOUR = 3_600_000;

/** Google asks for the stories of the last two days, and for no more than 1,000 in a file. */
const WINDOW = 48 * HOUR;
const MOST_STORIES = 1000;

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n';
const SOURCE = '`newsSitemap`';

/** `sitemap-news.xml`; where it holds too much, an index with the stories in files beside it. */
export function* newsOutputs(site: Site): Generator<TextOutput> {
  const { newsSitemap, url } = site.config;
  if (newsSitemap === null) return;
  const stories = fresh(site);
  if (stories.length <= MOST_STORIES) {
    yield output('sitemap-news.xml', text(site, stories), SOURCE);
    return;
  }
  const children: Child[] = [];
  for (let from = 0; from < stories.length; from += MOST_STORIES) {
    const part = stories.slice(from, from + MOST_STORIES);
    const name = `sitemap-news-${children.length + 1}.xml`;
    const lastmod = part.map(({ article }) => appearedAt(article)).reduce<Moment | null>(later, null);
    children.push({ name, lastmod });
    yield output(name, text(site, part), SOURCE);
  }
  yield output('sitemap-news.xml', indexText(url, children), SOURCE);
}

/** Moments at which a story grows too old for it. */
export function newsMoments(site: Site): number[] {
  return fresh(site).map(({ article }) => visibleFrom(article) + WINDOW);
}

/** The stories of the last two days that `site.yaml` wants in it, newest first. */
function fresh(site: Site): Entry[] {
  const wanted = site.config.newsSitemap;
  if (wanted === null) return [];
  const sections = new Set(wanted.sections);
  const kinds = new Set(wanted.kinds);
  return site.entries.filter((entry) => {
    const { article } = entry;
    const from = visibleFrom(article);
    return (
      from > site.now - WINDOW &&
      from <= site.now &&
      article.kind !== 'sponsored' &&
      (kinds.size === 0 || kinds.has(article.kind)) &&
      (sections.size === 0 || entry.sections.some(({ slug }) => sections.has(slug))) &&
      searchPolicy(site, entry).listed
    );
  });
}

/**
 * With nothing new the file stays where crawlers know it, and holds an address without news: by the protocol a sitemap
 * has one, and Google lets old addresses stay without their `news:news`. It is the front page, so that no edit of an old
 * story changes this file.
 */
const NOTHING_NEW = (url: string): string => `<url><loc>${escapeXml(absolute(url, '/'))}</loc></url>\n`;

function text(site: Site, stories: readonly Entry[]): string {
  const { newsSitemap, title, url } = site.config;
  const { languages } = site.config;
  const nameOf = (lang: string): string => {
    const local = languageFor(site.config, languages, lang);
    return escapeXml(local === site.config ? (newsSitemap?.name ?? title) : local.title);
  };
  const urls = stories.map(
    ({ article }) =>
      `<url><loc>${escapeXml(absolute(url, article.url))}</loc><news:news>` +
      `<news:publication><news:name>${nameOf(article.lang)}</news:name><news:language>${newsLanguage(article.lang)}</news:language></news:publication>` +
      `<news:publication_date>${w3cDate(appearedAt(article))}</news:publication_date>` +
      `<news:title>${escapeXml(article.title)}</news:title></news:news></url>\n`,
  );
  return `${HEAD}${urls.length === 0 ? NOTHING_NEW(url) : urls.join('')}</urlset>\n`;
}

/** Two or three letters, as Google wants them; Chinese alone by its script. */
export function newsLanguage(lang: string): string {
  const [main = lang, ...parts] = lang.toLowerCase().split('-');
  if (main !== 'zh') return main;
  return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-tw' : 'zh-cn';
}
