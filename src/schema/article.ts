import { z } from 'zod';
import { KINDS } from '../model/article.js';
import { flag, line, list, moment, name, paths, people, shaped } from './field.js';
import { isWebAddress, languageTag, picture, templateName } from './values.js';

export const CORRECTION_TYPES = ['correction', 'clarification', 'update', 'retraction'] as const;

const sourceFields = z.object({
  name: z.string().optional(),
  url: z.string().refine(isWebAddress).optional(),
});

const correctionFields = z.object({
  date: z.string().min(1),
  text: z.string().min(1),
  type: z.enum(CORRECTION_TYPES).default('correction'),
});

const livePostFields = z.object({
  date: z.string().min(1),
  title: z.string().optional(),
  text: z.string().min(1),
});

/**
 * The front matter of an article: the single source of its fields' names, types, defaults, docs and of the names that
 * other systems have for them. `docs/content.md`, `docs/article.schema.json` and the parser all follow it.
 */
export const articleFields = z.object({
  title: line({
    doc: 'Headline. The only field besides `date` that must be there.',
    example: 'title: Night trains return to Tirana',
    names: ['headline'],
    expects: 'one line of text',
  }),
  date: moment({
    doc: 'First published. Without a zone it is in the site’s `timezone`; a bare day is 00:00 there. A future date is an embargo.',
    example: 'date: 2023-06-30 10:00',
    otherwise: 'the date in the file’s name',
    names: [
      'pubDate',
      'publishedAt',
      'datePublished',
      'publicationDate',
      'publishDate',
      'postDate',
      'created',
      'createdAt',
      'published',
    ],
  }),
  updated: moment({
    doc: 'Last substantial change; shown beside the date.',
    example: 'updated: 2023-07-02 18:30',
    names: [
      'lastmod',
      'lastModifiedAt',
      'lastModified',
      'modified',
      'modifiedAt',
      'dateModified',
      'updatedAt',
      'updatedDate',
      'dateUpdated',
    ],
  }),
  id: name({
    doc: 'Permanent name. Feeds and pins keep it when the file moves; `dateline new` writes one.',
    example: 'id: night-trains',
    otherwise: 'the file’s path under `content/`',
  }),
  guid: name({
    doc: 'What the feed of an old system called the article. Kept by imports, so that readers’ programs take it for the story that they know; leave it as it is.',
    example: 'guid: "https://old.example/?p=4711"',
    otherwise: 'made of the site’s `id` and the article’s',
  }),
  slug: name({
    doc: 'Last part of the address.',
    example: 'slug: night-trains-return',
    otherwise: 'from the file’s name, else from the title',
  }),
  url: name({
    doc: 'The article’s whole address on this site, where it must be another than `permalink` of site.yaml makes.',
    example: 'url: /special/night-trains/',
    names: ['permalink'],
    expects: 'a path on this site, such as `/special/night-trains/`',
  }),
  section: name({
    doc: 'Section, with `/` for a section inside another.',
    example: 'section: world/europe',
    otherwise: 'the folder under `content/articles/`, else the site’s `defaultSection`',
  }),
  kind: shaped(z.enum(KINDS).default('news'), 'kind', `one of ${KINDS.join(', ')}`, {
    doc: `What the article is: ${KINDS.map((kind) => `\`${kind}\``).join(', ')}. A label on the page and on cards; search engines are told. \`sponsored\` stays out of related news.`,
    example: 'kind: interview',
    otherwise: '`news`',
  }),
  kicker: line({
    doc: 'Line over the headline.',
    example: 'kicker: Transport',
    names: ['overline', 'eyebrow'],
  }),
  summary: line({
    doc: 'Standfirst under the headline, and teaser on other pages.',
    example: 'summary: After twelve years the sleeper leaves again at 9 pm.',
    otherwise: 'the text before `<!--more-->`, else its first words (as the teaser alone)',
    names: [
      'description',
      'deck',
      'excerpt',
      'standfirst',
      'subtitle',
      'dek',
      'subhead',
      'lead',
      'teaser',
      'abstract',
    ],
  }),
  dateline: line({
    doc: 'Place of the report. Set before the first paragraph with the date: “TIRANA, June 30, 2023 –”.',
    example: 'dateline: TIRANA',
  }),
  authors: people(100, {
    doc: 'Names, or ids of profiles in `content/authors/`.',
    example: 'authors: [rudina-leka, Arben Hoxha]',
    names: ['author', 'byline', 'by', 'writer', 'writers'],
  }),
  tags: list(250, {
    doc: 'Topics.',
    example: 'tags: [railways, night trains]',
    names: ['tag', 'topics', 'topic', 'categories', 'category', 'keywords'],
  }),
  series: name({ doc: 'A running story or package.', example: 'series: Europe by rail' }),
  lang: shaped(languageTag(), 'language', 'a language tag, such as `sq` or `en-GB`', {
    doc: 'Language of the article.',
    example: 'lang: sq',
    otherwise: 'what its path says on a site in several languages, else the site’s `language`',
    names: ['language', 'locale'],
  }),
  translationOf: name({
    doc: 'Id or file of the article of which this one is a translation. What the translation leaves unsaid (picture, authors, section, series, kind) is as there: `docs/languages.md`.',
    example: 'translationOf: articles/world/night-trains',
  }),
  image: picture('image: { src: sleeper.jpg, alt: A blue sleeping car, credit: Arben Hoxha }', [
    'picture',
    'photo',
    'hero',
    'heroImage',
    'cover',
    'coverImage',
    'featuredImage',
    'featureImage',
    'mainImage',
    'leadImage',
    'headerImage',
    'banner',
    'thumbnail',
    'thumb',
    'ogImage',
    'socialImage',
    'images',
  ]),
  imageAlt: line({
    doc: '`alt` of the lead picture, on a line of its own.',
    example: 'imageAlt: A blue sleeping car',
    names: ['heroAlt', 'coverAlt', 'featuredImageAlt', 'thumbnailAlt', 'altText'],
  }),
  imageCaption: line({
    doc: 'Caption of the lead picture, on a line of its own.',
    example: 'imageCaption: The first sleeper in twelve years',
    names: ['imageFigcaption', 'heroCaption', 'coverCaption', 'featuredImageCaption'],
  }),
  imageCredit: line({
    doc: 'Credit of the lead picture, on a line of its own.',
    example: 'imageCredit: Arben Hoxha',
    names: ['heroCredit', 'photoCredit', 'coverCredit', 'featuredImageCredit'],
  }),
  source: shaped(sourceFields.optional(), 'source', 'a name, or `name` and `url`', {
    doc: 'Credit of a syndicated story: the page and its teasers link to the original.',
    example: 'source: { name: The Adriatic Post, url: "https://adriaticpost.example/…" }',
  }),
  sourceUrl: shaped(
    z.string().refine(isWebAddress).optional(),
    'name',
    'an address that begins with https://',
    {
      doc: 'The original’s address, on a line of its own.',
      example: 'sourceUrl: https://adriaticpost.example/2023/06/30/night-trains/',
      names: ['originalUrl', 'canonicalUrl', 'canonical'],
    },
  ),
  related: paths(100, {
    doc: 'Your own choice of related articles, shown first and in this order: ids, files or addresses.',
    example: 'related: [articles/world/sleepers, /2022/05/last-night-train/]',
  }),
  relatedExclude: paths(100, {
    doc: 'Articles that must not be shown as related.',
    example: 'relatedExclude: [articles/ads/rail-pass]',
  }),
  draft: flag({
    doc: 'Not shown to anybody. `published: false` of Jekyll and Hexo and `permalink: false` of Eleventy say the same.',
    example: 'draft: true',
    otherwise: '`false`',
    names: ['published', 'permalink'],
  }),
  embargo: moment({
    doc: 'Not shown before this moment.',
    example: 'embargo: 2023-07-01 06:00',
    names: ['publishDate', 'embargoUntil', 'embargoedUntil', 'goLive'],
  }),
  expires: moment({
    doc: 'Not shown from this moment on.',
    example: 'expires: 2023-12-31',
    names: ['expiryDate', 'expiry', 'expire', 'expireDate', 'expirationDate', 'unpublishDate'],
  }),
  gone: shaped(
    z.union([z.literal(true), z.string().max(5000)]).optional(),
    'reason',
    '`true`, or the reason',
    {
      doc: 'Taken down: the address says so, with the reason where you give one.',
      example: 'gone: Withdrawn at the request of the family.',
    },
  ),
  breaking: shaped(z.union([z.literal(true), z.string()]).optional(), 'until', '`true`, or a date', {
    doc: 'Leads the front page, until the date; `true` ends 6 hours after the article appears.',
    example: 'breaking: 2023-06-30 22:00',
  }),
  priority: shaped(z.number().min(-1000).max(1000).default(0), 'number', 'a number from -1000 to 1000', {
    doc: 'Larger leads first.',
    example: 'priority: 5',
    otherwise: '`0`',
  }),
  corrections: shaped(
    z.array(correctionFields).max(200).default([]),
    'corrections',
    'a list of `date`, `text` and `type`',
    {
      doc: `Shown with the article, in its metadata and on \`/corrections/\`: \`date\`, \`text\`, and \`type\` (${CORRECTION_TYPES.map((type) => `\`${type}\``).join(', ')}).`,
      example: 'corrections:\n  - date: 2023-07-01\n    text: An earlier version gave a wrong fare.',
    },
  ),
  aliases: paths(1000, {
    doc: 'Old addresses on this site that lead here.',
    example: 'aliases: [/old/night-trains.html]',
    names: ['redirectFrom', 'redirects', 'oldUrls'],
  }),
  live: shaped(
    z.array(livePostFields).max(2000).default([]),
    'live',
    'a list of `date`, `title` and `text`',
    {
      doc: 'Posts of a live blog, each with `date`, `text` in Markdown and, if you like, `title`.',
      example: 'live:\n  - date: 2023-06-30 21:04\n    text: The train has left.',
    },
  ),
  noindex: flag({
    doc: 'Search engines are asked to leave the page out.',
    example: 'noindex: true',
    otherwise: '`false`',
  }),
  template: shaped(templateName(), 'name', 'the name of a template, such as `longread.njk`', {
    doc: 'Another template than `article.njk`.',
    example: 'template: longread.njk',
  }),
});

/** An article's front matter after its schema: typed, defaults in place, dates still as written. */
export type ArticleFields = z.output<typeof articleFields>;
