import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { ParseOption, RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** A feed as a reader's program has read it, whatever its format. */
export interface ReadFeed {
  readonly title: string | undefined;
  readonly home: string | undefined;
  readonly self: string | undefined;
  readonly updated: number | null;
  readonly items: readonly ReadItem[];
}

export interface ReadItem {
  readonly guid: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly content: string | undefined;
  readonly published: number | null;
  readonly modified: number | null;
  readonly language: string | undefined;
  /** The lead picture, as far as the format can tell of it. */
  readonly picture: ReadPicture | null;
  /** The address of a syndicated story's original. */
  readonly source: string | undefined;
  readonly authors: readonly (string | undefined)[];
  readonly categories: readonly (string | undefined)[];
  readonly enclosure: {
    readonly url: string | undefined;
    readonly type: string | undefined;
    readonly bytes: number | undefined;
  } | null;
}

export interface ReadPicture {
  readonly url: string | undefined;
  readonly type?: string | undefined;
  readonly bytes?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly words?: string | undefined;
  readonly credit?: string | undefined;
}

type Media = NonNullable<NonNullable<ReturnType<typeof parseRssFeed>['items']>[number]['media']>;

function pictureOf(media: Media | undefined): ReadPicture | null {
  const one = media?.contents?.[0];
  return one === undefined
    ? null
    : {
        url: one.url,
        type: one.type,
        bytes: one.fileSize,
        width: one.width,
        height: one.height,
        words: one.description?.value,
        credit: one.credits?.[0]?.value,
      };
}

const time = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text));

type File = {
  url?: string;
  href?: string;
  type?: string;
  mime_type?: string;
  length?: number;
  size_in_bytes?: number;
};
const fileOf = (file: File | undefined): ReadItem['enclosure'] =>
  file === undefined
    ? null
    : {
        url: file.url ?? file.href,
        type: file.type ?? file.mime_type,
        bytes: file.length ?? file.size_in_bytes,
      };

/** Reads a feed with a parser that isn't ours. */
export function readFeed(text: string): ReadFeed {
  if (text.startsWith('{')) return readJson(text);
  return text.includes('<rss') ? readRss(text) : readAtom(text);
}

function readRss(text: string): ReadFeed {
  const feed = parseRssFeed(text);
  return {
    title: feed.title,
    home: feed.link,
    self: feed.atom?.links?.find(({ rel }) => rel === 'self')?.href,
    updated: time(feed.lastBuildDate),
    items: (feed.items ?? []).map((item) => ({
      guid: item.guid?.value,
      url: item.link,
      title: item.title,
      summary: item.description,
      content: item.content?.encoded,
      published: time(item.pubDate),
      modified: time(item.atom?.updated),
      language: item.dc?.languages?.[0],
      picture: pictureOf(item.media),
      source: item.dc?.sources?.[0],
      authors: item.dc?.creators ?? [],
      categories: (item.categories ?? []).map(({ name }) => name),
      enclosure: fileOf(item.enclosures?.[0]),
    })),
  };
}

function readAtom(text: string): ReadFeed {
  const feed = parseAtomFeed(text);
  const link = (rel: string) => feed.links?.find((candidate) => candidate.rel === rel)?.href;
  return {
    title: feed.title?.value,
    home: link('alternate'),
    self: link('self'),
    updated: time(feed.updated),
    items: (feed.entries ?? []).map((entry) => ({
      guid: entry.id,
      url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
      title: entry.title?.value,
      summary: entry.summary?.value,
      content: entry.content?.value,
      published: time(entry.published),
      modified: time(entry.updated),
      // The parser does not tell of `xml:lang`.
      language: undefined,
      picture: pictureOf(entry.media),
      source: entry.links?.find(({ rel }) => rel === 'via')?.href,
      authors: (entry.authors ?? []).map(({ name }) => name),
      categories: (entry.categories ?? []).map(({ term }) => term),
      enclosure: fileOf(entry.links?.find(({ rel }) => rel === 'enclosure')),
    })),
  };
}

function readJson(text: string): ReadFeed {
  const feed = parseJsonFeed(text);
  return {
    title: feed.title,
    home: feed.home_page_url,
    self: feed.feed_url,
    updated: null,
    items: (feed.items ?? []).map((item) => ({
      guid: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content: item.content_html,
      published: time(item.date_published),
      modified: time(item.date_modified),
      language: item.language,
      picture: item.image === undefined ? null : { url: item.image },
      source: item.external_url,
      authors: (item.authors ?? []).map(({ name }) => name),
      categories: item.tags ?? [],
      enclosure: fileOf(item.attachments?.[0]),
    })),
  };
}

const validators = new Map<string, RelaxNGValidator>();

function validator(format: 'rss' | 'atom'): RelaxNGValidator {
  let known = validators.get(format);
  if (known === undefined) {
    using schema = XmlDocument.fromString(
      readFileSync(join(import.meta.dirname, `../formats/${format}.rng`), 'utf8'),
    );
    known = RelaxNGValidator.fromDoc(schema);
    validators.set(format, known);
  }
  return known;
}

/** All that is wrong with a feed by the specification of its format, and with the texts in it. */
export function feedFaults(text: string): string[] {
  const faults: string[] = [];
  if (text.startsWith('{')) faults.push(...jsonFeedFaults(JSON.parse(text)));
  else {
    try {
      using document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE });
      validator(text.includes('<rss') ? 'rss' : 'atom').validate(document);
    } catch (error) {
      faults.push(String(error));
      return faults;
    }
  }
  const { items } = readFeed(text);
  const guids = items.map(({ guid }) => guid);
  if (new Set(guids).size !== guids.length) faults.push('two items have one id');
  for (const item of items) {
    if (item.guid === undefined || item.guid !== item.guid.trim()) faults.push(`no id: ${item.url}`);
    for (const html of [item.content, text.startsWith('{') ? undefined : item.summary])
      if (html !== undefined) faults.push(...htmlFaults(html).map((fault) => `${item.url}: ${fault}`));
  }
  return faults;
}

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const text = (value: unknown): boolean => typeof value === 'string' && value.isWellFormed();
const address = (value: unknown): boolean => text(value) && URL.canParse(String(value));
const date = (value: unknown): boolean =>
  text(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(String(value));
const listOf =
  (test: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length > 0 && value.every(test);
const fields =
  (shape: Shape, needed: readonly string[]) =>
  (value: unknown): boolean =>
    faultsOf(value, shape, needed).length === 0;

const AUTHORS = listOf(fields({ name: text, url: address, avatar: address }, ['name']));
const ATTACHMENTS = listOf(
  fields(
    {
      url: address,
      mime_type: text,
      title: text,
      size_in_bytes: (value) => Number.isSafeInteger(value),
      duration_in_seconds: (value) => typeof value === 'number',
    },
    ['url', 'mime_type'],
  ),
);

function faultsOf(value: unknown, shape: Shape, needed: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return ['is no object'];
  const known = Object.entries(value);
  return [
    ...needed.filter((name) => !known.some(([key]) => key === name)).map((name) => `lacks ${name}`),
    ...known
      .filter(([key, inner]) => !key.startsWith('_') && !shape[key]?.(inner))
      .map(([key, inner]) => `${key} can't be ${JSON.stringify(inner)?.slice(0, 80)}`),
  ];
}

/** JSON Feed 1.1, field by field (jsonfeed.org/version/1.1). */
function jsonFeedFaults(feed: unknown): string[] {
  const items: unknown = Object(feed).items;
  return [
    ...faultsOf(
      feed,
      {
        version: (value) => value === 'https://jsonfeed.org/version/1.1',
        title: text,
        home_page_url: address,
        feed_url: address,
        description: text,
        user_comment: text,
        next_url: address,
        icon: address,
        favicon: address,
        authors: AUTHORS,
        language: text,
        expired: (value) => typeof value === 'boolean',
        hubs: Array.isArray,
        items: Array.isArray,
      },
      ['version', 'title', 'items'],
    ),
    ...(Array.isArray(items) ? items : []).flatMap((item: unknown) => [
      ...faultsOf(
        item,
        {
          id: text,
          url: address,
          external_url: address,
          title: text,
          content_html: text,
          content_text: text,
          summary: text,
          image: address,
          banner_image: address,
          date_published: date,
          date_modified: date,
          authors: AUTHORS,
          tags: listOf(text),
          language: text,
          attachments: ATTACHMENTS,
        },
        ['id'],
      ),
      ...('content_html' in Object(item) || 'content_text' in Object(item) ? [] : ['an item has no content']),
    ]),
  ];
}

/** Nothing that runs, loads frames, or leans on the page or the site around it. */
const LOADING =
  /^(?:script|style|iframe|object|embed|form|button|input|link|meta|base|svg|math|template|noscript)$/;
const ADDRESSES = ['href', 'src', 'cite', 'poster'];

export function htmlFaults(html: string): string[] {
  const faults: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (!('tagName' in node)) {
      if (node.nodeName === '#comment') faults.push('a comment');
      return;
    }
    if (LOADING.test(node.tagName)) faults.push(`<${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      if (/^(?:on|style$|id$|class$|role$|aria-|data-|tabindex$)/.test(name))
        faults.push(`${node.tagName} ${name}`);
      if (ADDRESSES.includes(name) && !/^[a-z][a-z0-9+.-]*:/i.test(value)) faults.push(`${name}="${value}"`);
      if (ADDRESSES.includes(name) && /^(?:javascript|data|vbscript|blob|file):/i.test(value))
        faults.push(`${name}="${value}"`);
    }
    for (const child of node.childNodes) visit(child);
  };
  for (const child of parseFragment(html).childNodes) visit(child);
  return faults;
}
