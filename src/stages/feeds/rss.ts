import { escapeHtml } from '../../text/html.js';
import { cdata, escapeXml, xmlAttributes } from '../../text/xml.js';
import { creditHtml } from './item.js';
import { rfc822, rfc3339 } from './times.js';
import type { Feed, FeedItem, FeedPicture } from './types.js';

const NAMESPACES = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/** RSS 2.0 knows these pictures alone for a channel. */
const LOGO = /\.(?:gif|jpe?g|png)$/i;

const element = (name: string, text: string | null): string =>
  text === null || text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>\n`;

/** The feed as RSS 2.0, with the modules that readers' programs read: content, dc, media, atom. */
export function rss(feed: Feed): string {
  const { title, home, logo } = feed;
  const image =
    logo === null || !LOGO.test(logo)
      ? ''
      : `<image>\n${element('url', logo)}${element('title', title)}${element('link', home)}</image>\n`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    feed.stylesheet === null
      ? ''
      : `<?xml-stylesheet type="text/css"${xmlAttributes({ href: feed.stylesheet })}?>\n`,
    `<rss${xmlAttributes(NAMESPACES)}>\n<channel>\n`,
    // A channel must have all three, whatever they hold.
    `<title>${escapeXml(title)}</title>\n`,
    element('link', home),
    `<description>${escapeXml(feed.description)}</description>\n`,
    element('language', feed.language),
    element('copyright', feed.copyright),
    feed.updated === null ? '' : element('lastBuildDate', rfc822(feed.updated)),
    '<generator>Dateline</generator>\n',
    '<docs>https://www.rssboard.org/rss-specification</docs>\n',
    image,
    `<atom:link${xmlAttributes({ href: feed.self, rel: 'self', type: 'application/rss+xml' })}/>\n`,
    ...feed.items.map(item),
    '</channel>\n</rss>\n',
  ].join('');
}

function item(story: FeedItem): string {
  const { enclosure, picture, source } = story;
  return [
    '<item>\n',
    element('title', story.title),
    element('link', story.url),
    `<guid isPermaLink="false">${escapeXml(story.guid)}</guid>\n`,
    element('pubDate', rfc822(story.published)),
    story.modified === null ? '' : element('atom:updated', rfc3339(story.modified)),
    ...story.authors.map(({ name }) => element('dc:creator', name)),
    ...story.categories.map((name) => element('category', name)),
    element('dc:language', story.language),
    source === null ? '' : element('dc:source', source.url ?? source.name),
    description(story),
    story.content === null ? '' : `<content:encoded>${cdata(story.content)}</content:encoded>\n`,
    enclosure === null
      ? ''
      : `<enclosure${xmlAttributes({ url: enclosure.url, length: enclosure.bytes, type: enclosure.type })}/>\n`,
    picture === null ? '' : media(picture),
    '</item>\n',
  ].join('');
}

/** The summary: HTML by custom, so what stands in it as text is escaped for HTML first. */
function description({ summary, source }: FeedItem): string {
  const html = [escapeHtml(summary), creditHtml(source)].filter((part) => part !== '').join(' ');
  return html === '' ? '' : `<description>${/[<&]/.test(html) ? cdata(html) : html}</description>\n`;
}

/** Media RSS: a picture with its size, words and credit. */
export function media({ url, type, bytes, width, height, alt, caption, credit }: FeedPicture): string {
  const inner = [
    element('media:description', caption ?? alt),
    credit === null || credit === ''
      ? ''
      : `<media:credit role="photographer">${escapeXml(credit)}</media:credit>\n`,
  ].join('');
  return [
    `<media:content${xmlAttributes({ url, type, medium: 'image', fileSize: bytes, width, height })}`,
    inner === '' ? '/>\n' : `>\n${inner}</media:content>\n`,
    `<media:thumbnail${xmlAttributes({ url, width, height })}/>\n`,
  ].join('');
}
