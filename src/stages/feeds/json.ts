import { xmlText } from '../../text/xml.js';
import { rfc3339 } from './times.js';
import type { Feed, FeedItem } from './types.js';

/** The feed as JSON Feed 1.1. Texts are as clean as in XML: not every program stands a lone half of a character. */
export function json(feed: Feed): string {
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    language: feed.language,
    authors: [feed.publisher],
    items: feed.items.map(item),
  };
  return `${JSON.stringify(whole, (_, value: unknown) => (typeof value === 'string' ? xmlText(value) : value), 1)}\n`;
}

/** What is undefined here is not printed. */
function item(story: FeedItem): object {
  const { content, enclosure, picture, source } = story;
  const credit = source === null ? '' : `${story.summary === '' ? '' : ' '}— ${source.name}`;
  return {
    id: story.guid,
    url: story.url,
    external_url: source?.url ?? undefined,
    title: story.title,
    // One of the two must be there.
    content_html: content ?? undefined,
    content_text: content === null ? story.summary + credit : undefined,
    summary: story.summary + credit || undefined,
    image: picture?.url,
    date_published: rfc3339(story.published),
    date_modified: story.modified === null ? undefined : rfc3339(story.modified),
    authors: story.authors.length === 0 ? undefined : story.authors,
    tags: story.categories.length === 0 ? undefined : story.categories,
    language: story.language ?? undefined,
    attachments:
      enclosure === null
        ? undefined
        : [{ url: enclosure.url, mime_type: enclosure.type, size_in_bytes: enclosure.bytes }],
  };
}
