import { z } from 'zod';
import { KINDS } from '../../model/article.js';
import { FEED_CONTENTS, FEED_FORMATS } from '../../model/config.js';
import { option } from '../option.js';

const names = z.array(z.string());
const format = z.enum(FEED_FORMATS);
const content = z.enum(FEED_CONTENTS);
const limit = z.int().min(1).max(500);

const formats = z.union([z.boolean(), format, z.array(format)]);
const FORMATS = `\`true\` (RSS), \`false\`, or formats: ${FEED_FORMATS.map((name) => `\`${name}\``).join(', ')}`;

const group = (kind: string, what: string, example: string, on: boolean) =>
  option(formats.default(on), {
    text: `Whether each ${kind} has feeds, and in which formats. ${what}`,
    example: `feeds:\n  ${example}`,
    form: FORMATS,
  });

const partner = z.object({
  name: z
    .string()
    .describe('Its name in its address: `wire` stands at `/feed/wire.xml`. Letters, digits and hyphens.'),
  title: z
    .string()
    .optional()
    .describe('What the feed is called for who reads it. Default: the name of the site.'),
  language: z
    .string()
    .optional()
    .describe('On a site in several languages, whose stories it has. Default: those of the main language.'),
  sections: names.default([]).describe('Stories of any of these sections.'),
  tags: names.default([]).describe('Stories with any of these tags.'),
  kinds: z.array(z.enum(KINDS)).default([]).describe('Stories of these kinds alone.'),
  delay: option(z.int().min(0).max(525_600).default(0), {
    text: 'How long after a story has appeared it enters the feed.',
    example: 'feeds:\n  partners:\n    - { name: wire, delay: 30 }',
    unit: 'minutes',
  }),
  limit: limit.default(50).describe('How many stories are in it, the newest.'),
  content: content.default('full').describe('`full` text, or the `summary` alone.'),
  format: format.default('rss').describe('`rss`, `atom` or `json`.'),
  syndicated: z
    .boolean()
    .default(false)
    .describe('Whether stories with a `source` are passed on too: only where their licence lets you.'),
});

/** The parts of `feeds`; `config/feeds.ts` makes a `FeedsConfig` of them. */
export const feedParts = z.object({
  formats: option(formats.default([...FEED_FORMATS]), {
    text: 'The formats of the site’s own feed: `/feed.xml` (RSS), `/atom.xml`, `/feed.json`.',
    example: 'feeds:\n  formats: [rss, json]',
    form: FORMATS,
  }),
  content: option(content.default('full'), {
    text: 'Whether feeds hold the `full` text of a story or its `summary` alone.',
    example: 'feeds:\n  content: summary',
  }),
  limit: option(limit.default(20), {
    text: 'How many stories are in a feed, the newest.',
    example: 'feeds:\n  limit: 30',
    unit: 'stories',
  }),
  sections: group(
    'section',
    'The feed of `/world/` stands at `/world/feed.xml`.',
    'sections: [rss, atom]',
    true,
  ),
  tags: group('tag', 'Sites with thousands of tags get thousands of files.', 'tags: true', false),
  authors: group('author', '', 'authors: true', false),
  series: group('series', '', 'series: true', false),
  aliases: option(names.default([]), {
    text: 'Old addresses of the feed, answered by the feed itself. `:section`, `:tag`, `:author` and `:series` stand for each of those that has a feed. An address with `atom` in it gets Atom, one with `json` JSON Feed, every other RSS.',
    example: 'feeds:\n  aliases: [/feed/, /index.xml, "/category/:section/feed/"]',
    form: 'a list of paths that begin with `/`',
  }),
  partners: option(z.array(partner).default([]), {
    text: 'Feeds for those who take over your stories, each with a `name` and its own choice. No page links to them.',
    example:
      'feeds:\n  partners:\n    - { name: wire, sections: [world], kinds: [news], delay: 30, limit: 50, content: summary }',
    form: 'a list; each entry has a `name`, and may have `title`, `sections`, `tags`, `kinds`, `delay`, `limit`, `content`, `format`, `syndicated`',
  }),
});

/** What is written behind `feeds`, every default in place. */
export type FeedOptions = z.output<typeof feedParts>;
