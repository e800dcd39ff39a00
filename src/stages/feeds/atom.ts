import { escapeHtml } from '../../text/html.js';
import { cdata, escapeXml, xmlAttributes } from '../../text/xml.js';
import { creditHtml } from './item.js';
import { media } from './rss.js';
import { rfc3339 } from './times.js';
import type { Feed, FeedItem } from './types.js';

/** Atom must say when a feed changed, even one that has never held anything. */
const NEVER = 0;

const link = (attributes: Parameters<typeof xmlAttributes>[0]): string =>
  `<link${xmlAttributes(attributes)}/>\n`;

const person = (name: string, url: string): string =>
  `<author><name>${escapeXml(name)}</name><uri>${escapeXml(url)}</uri></author>\n`;

/** The feed as Atom 1.0 (RFC 4287). Its own id is the address where it stands: that is what makes it this feed. */
export function atom(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    feed.stylesheet === null
      ? ''
      : `<?xml-stylesheet type="text/css"${xmlAttributes({ href: feed.stylesheet })}?>\n`,
    `<feed${xmlAttributes({
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:media': 'http://search.yahoo.com/mrss/',
      'xml:lang': feed.language,
    })}>\n`,
    `<title>${escapeXml(feed.title)}</title>\n`,
    `<subtitle>${escapeXml(feed.description)}</subtitle>\n`,
    link({ rel: 'self', type: 'application/atom+xml', href: feed.self }),
    link({ rel: 'alternate', type: 'text/html', href: feed.home }),
    `<id>${escapeXml(feed.self)}</id>\n`,
    `<updated>${rfc3339(feed.updated ?? NEVER)}</updated>\n`,
    person(feed.publisher.name, feed.publisher.url),
    feed.copyright === null ? '' : `<rights>${escapeXml(feed.copyright)}</rights>\n`,
    feed.logo === null ? '' : `<logo>${escapeXml(feed.logo)}</logo>\n`,
    '<generator>Dateline</generator>\n',
    ...feed.items.map(entry),
    '</feed>\n',
  ].join('');
}

function entry(story: FeedItem): string {
  const { enclosure, source, picture } = story;
  const summary = [escapeHtml(story.summary), creditHtml(source)].filter((part) => part !== '').join(' ');
  return [
    `<entry${xmlAttributes({ 'xml:lang': story.language })}>\n`,
    `<title>${escapeXml(story.title)}</title>\n`,
    link({ rel: 'alternate', type: 'text/html', href: story.url }),
    `<id>${escapeXml(story.iri)}</id>\n`,
    `<published>${rfc3339(story.published)}</published>\n`,
    `<updated>${rfc3339(story.modified ?? story.published)}</updated>\n`,
    ...story.authors.map(({ name, url }) => person(name, url)),
    ...story.categories.map((term) => `<category${xmlAttributes({ term })}/>\n`),
    source === null || source.url === null ? '' : link({ rel: 'via', href: source.url, title: source.name }),
    enclosure === null
      ? ''
      : link({ rel: 'enclosure', type: enclosure.type, length: enclosure.bytes, href: enclosure.url }),
    `<summary type="html">${escapeXml(summary)}</summary>\n`,
    story.content === null ? '' : `<content type="html">${cdata(story.content)}</content>\n`,
    picture === null ? '' : media(picture),
    '</entry>\n',
  ].join('');
}
