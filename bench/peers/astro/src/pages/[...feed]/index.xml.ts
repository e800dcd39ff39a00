import type { APIRoute } from 'astro';
import {
  type Article,
  allArticles,
  capital,
  keyOf,
  NAME,
  SECTIONS,
  SITE,
  sectionOf,
  urlOf,
} from '../../lib/newsroom';

export async function getStaticPaths() {
  const articles = await allArticles();
  const feed = (section: string | undefined, items: Article[]) => ({
    params: { feed: section },
    props: { section, items },
    cacheKey: keyOf(items),
  });
  return [
    feed(undefined, articles),
    ...SECTIONS.map((section) => feed(section, sectionOf(articles, section))),
  ];
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const GET: APIRoute<{ section: string | undefined; items: Article[] }> = ({ props }) => {
  const { section, items } = props;
  const home = section === undefined ? '/' : `/${section}/`;
  const title = section === undefined ? NAME : `${capital(section)} on ${NAME}`;
  const entries = items.map(
    (item) => `
<item>
<title>${escaped(item.data.title)}</title>
<link>${SITE}${urlOf(item)}</link>
<pubDate>${item.data.date.toUTCString()}</pubDate>
<guid>${SITE}${urlOf(item)}</guid>
<description>${escaped(item.data.summary)}</description>
</item>`,
  );
  return new Response(`<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${title}</title>
<link>${SITE}${home}</link>
<description>Recent content</description>
<atom:link href="${SITE}${home}index.xml" rel="self" type="application/rss+xml" />${entries.join('')}
</channel>
</rss>
`);
};
