import { type Article, visibleFrom } from '../../model/article.js';
import type { PageBody } from '../../model/page.js';
import type { Entry, MediaFile, Site } from '../../model/site.js';
import type { PictureView, RefView } from '../../model/view.js';
import { escapeHtml } from '../../text/html.js';
import { modifiedAt } from '../../text/indexing.js';
import { dirOf } from '../../text/lang.js';
import { mediaType } from '../../text/media-types.js';
import { absolute, strictAddress, withBase } from '../../text/urls.js';
import { plainPicture } from '../../text/variants.js';
import { guidsOf } from './guid.js';
import { absoluteAddress, portable } from './html.js';
import type { FeedFile, FeedItem, FeedPicture } from './types.js';

/** Makes items of stories; what it found out about one story serves every feed that the story is in. */
export interface ItemMaker {
  /** The texts that a full item of this story needs. */
  bodies(entry: Entry): readonly PageBody[];
  /**
   * @param html null: without the text
   * @param language of the feed
   */
  item(entry: Entry, html: ((body: PageBody) => string) | null, language: string): FeedItem;
}

/** A story is in a handful of feeds, one soon after another; texts are long, so only so many are kept. */
const KEPT_TEXTS = 400;

export function createItems(site: Site): ItemMaker {
  const { config } = site;
  const media = new Map(site.media.map((file) => [withBase(config.base, file.url), file]));
  const sizes = sizesOf(site);
  const texts = new Map<string, string>();
  const bodies = new Map<Entry, readonly PageBody[]>();
  const at = (path: string): string => absoluteAddress(path, config.url);

  const bodiesOf = (entry: Entry): readonly PageBody[] => {
    let known = bodies.get(entry);
    if (known === undefined) {
      const { file, url } = entry.article;
      const base = absolute(config.url, url);
      known = [
        { key: file, refs: entry.refs.map((ref) => away(ref, base)) },
        ...entry.liveRefs.map((refs, i) => ({
          key: `${file}#${i}`,
          refs: refs.map((ref) => away(ref, base)),
        })),
      ];
      bodies.set(entry, known);
    }
    return known;
  };

  const textOf = (entry: Entry, html: (body: PageBody) => string): string => {
    const { file } = entry.article;
    const known = texts.get(file);
    if (known !== undefined) return known;
    const text = contentOf(site, entry, bodiesOf(entry).map(html), at);
    if (texts.size >= KEPT_TEXTS) texts.delete(texts.keys().next().value ?? '');
    texts.set(file, text);
    return text;
  };

  return {
    bodies: bodiesOf,
    item(entry, html, language) {
      const { article, brief } = entry;
      const picture = pictureOf(brief.image, sizes, at);
      return {
        ...guidsOf(config.id, article),
        url: absolute(config.url, article.url),
        title: oneLine(article.title),
        summary: oneLine(article.excerpt),
        content: html === null ? null : textOf(entry, html),
        authors: entry.authors.map(({ name, url }) => ({ name, url: absolute(config.url, url) })),
        categories: categoriesOf(entry),
        published: visibleFrom(article),
        modified: modifiedAt(article, site.now)?.ms ?? null,
        picture,
        enclosure: recordingOf(entry, media, at) ?? fileOf(picture),
        source: article.source === null ? null : sourceOf(article.source),
        language: article.lang === language ? null : article.lang,
      };
    },
  };
}

/** Sections and tags; and what a program must know of a story that somebody paid for. */
function categoriesOf({ article, sections, tags }: Entry): string[] {
  const names = [...sections, ...tags].map(({ name }) => oneLine(name));
  return [...new Set(article.kind === 'sponsored' ? ['sponsored', ...names] : names)];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function sourceOf({ name, url }: NonNullable<Article['source']>): FeedItem['source'] {
  return { name: oneLine(name), url };
}

/** A picture for programs that can't choose one. */
const shownAway = (ref: Extract<RefView, { kind: 'picture' }>): typeof ref => ({
  ...plainPicture(ref),
  tone: null,
});

/** What fills a hole, with the whole address. */
function away(ref: RefView, base: string): RefView {
  if (ref === null || ref.kind === 'chart') return ref;
  return ref.kind === 'picture'
    ? { ...shownAway(ref), src: absoluteAddress(plainPicture(ref).src, base) }
    : { ...ref, href: absoluteAddress(ref.href, base) };
}

function pictureOf(
  image: PictureView | null,
  sizes: ReadonlyMap<string, number>,
  at: (path: string) => string,
): FeedPicture | null {
  if (image === null) return null;
  const { src, alt, caption, credit, width, height } = plainPicture(image);
  const url = strictAddress(at(src));
  const bytes = sizes.get(src) ?? null;
  return url === null ? null : { url, type: mediaType(src), bytes, width, height, alt, caption, credit };
}

/** Bytes of the files that feeds name, by the addresses that pages print. */
function sizesOf({ config, media, pictures }: Site): Map<string, number> {
  const sizes = new Map(media.map(({ url, size }) => [withBase(config.base, url), size]));
  for (const { media: file, outputs } of pictures) {
    const bare = file.url.replace(/\.[^./]*$/, '');
    for (const { ending, size } of outputs) sizes.set(withBase(config.base, bare + ending), size);
  }
  return sizes;
}

function fileOf(picture: FeedPicture | null): FeedFile | null {
  if (picture === null || picture.type === null || picture.bytes === null) return null;
  return { url: picture.url, type: picture.type, bytes: picture.bytes };
}

/** The first sound or film of our own that the text links to: the episode of a podcast. */
function recordingOf(
  { refs }: Entry,
  media: ReadonlyMap<string, MediaFile>,
  at: (path: string) => string,
): FeedFile | null {
  for (const ref of refs) {
    const file = ref?.kind === 'link' ? media.get(ref.href) : undefined;
    const type = file === undefined ? null : mediaType(file.url);
    if (ref?.kind === 'link' && file !== undefined && type !== null && !type.startsWith('image/'))
      return { url: at(ref.href), type, bytes: file.size };
  }
  return null;
}

/**
 * The whole story: its lead picture, its text, the posts of a live blog, what was corrected and whom it came from. There
 * are no words here but the newsroom's own, so it is right in every language.
 */
function contentOf(
  { config }: Site,
  { article, brief, refs }: Entry,
  [text = '', ...posts]: readonly string[],
  at: (path: string) => string,
): string {
  const base = absolute(config.url, article.url);
  const { image } = brief;
  const shown = image !== null && refs.some((ref) => ref?.kind === 'picture' && ref.src === image.src);
  const parts = [
    image === null || shown ? '' : figure(plainPicture(image), at),
    portable(text, base),
    ...article.live.map(({ date, title }, i) => {
      const time = `<time datetime="${date.iso}">${date.iso.slice(0, 16).replace('T', ' ')}</time>`;
      return `<h3>${time}${title === null ? '' : ` ${escapeHtml(title)}`}</h3>\n${portable(posts[i] ?? '', base)}`;
    }),
    ...article.corrections.map(
      ({ date, text: words }) =>
        `<p><small><time datetime="${date.iso}">${date.day}</time>: ${escapeHtml(oneLine(words))}</small></p>`,
    ),
    article.source === null ? '' : `<p>${creditHtml(sourceOf(article.source))}</p>`,
  ];
  const content = parts.filter((part) => part !== '').join('\n');
  const rtl = [brief.dir, brief.summary === '' ? brief.dir : brief.summaryDir].some(
    (dir) => (dir ?? dirOf(article.lang)) === 'rtl',
  );
  return rtl ? `<div dir="rtl" lang="${escapeHtml(article.lang)}">\n${content}\n</div>` : content;
}

function figure(
  { src, alt, caption, credit, width, height }: PictureView,
  at: (path: string) => string,
): string {
  const size = width === null || height === null ? '' : ` width="${width}" height="${height}"`;
  const words = [
    caption === null ? '' : escapeHtml(oneLine(caption)),
    credit === null ? '' : `<small>${escapeHtml(oneLine(credit))}</small>`,
  ].filter((part) => part !== '');
  const below = words.length === 0 ? '' : `<figcaption>${words.join(' ')}</figcaption>`;
  return `<figure><img src="${escapeHtml(at(src))}" alt="${escapeHtml(alt)}"${size}>${below}</figure>`;
}

/** Whom a story came from, as HTML: the name with a link to the original. */
export function creditHtml(source: FeedItem['source']): string {
  if (source === null) return '';
  const name = escapeHtml(source.name);
  return `— ${source.url === null ? name : `<a href="${escapeHtml(source.url)}">${name}</a>`}`;
}
