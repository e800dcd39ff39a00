import type { IOptions } from 'sanitize-html';
import { unsafeLink, unsafePicture } from '../../../problems/markdown.js';
import { loadSanitizeHtml } from '../../../text/libraries.js';
import type { Draft } from './draft.js';
import { hole } from './holes.js';
import { relOf, remoteOf } from './inline.js';
import { classify, isSafePicture, SCHEMES } from './links.js';

/** Tags that Dateline writes itself. */
const OWN = [
  'a',
  'p',
  'em',
  'strong',
  's',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'br',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'div',
  'aside',
  'figure',
  'figcaption',
  'small',
  'span',
  'bdi',
  'sup',
  'section',
];

const OPTIONS: IOptions = {
  allowedAttributes: {
    '*': ['id', 'class', 'lang', 'dir', 'title', 'role', 'aria-label', 'aria-describedby', 'aria-hidden'],
    a: ['href'],
    img: ['src', 'alt'],
    ol: ['start', 'type', 'reversed'],
    li: ['value'],
    th: ['scope', 'colspan', 'rowspan', 'abbr'],
    td: ['colspan', 'rowspan'],
    col: ['span'],
    colgroup: ['span'],
    pre: ['tabindex'],
    div: ['tabindex'],
    figure: ['data-embed'],
    time: ['datetime'],
    data: ['value'],
    q: ['cite'],
    blockquote: ['cite'],
    ins: ['cite', 'datetime'],
    del: ['cite', 'datetime'],
    details: ['open'],
    audio: ['src', 'controls', 'preload'],
    video: ['src', 'controls', 'preload', 'poster', 'width', 'height'],
    source: ['src', 'type'],
    track: ['src', 'kind', 'srclang', 'label'],
  },
  allowedSchemes: ['http', 'https'],
  allowedSchemesByTag: { a: [...SCHEMES] },
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite', 'poster'],
  parseStyleAttributes: false,
  nestingLimit: 200,
};

/**
 * The finished HTML of a text in which raw HTML may stand, on a site that allows some: what isn't allowed goes, tags
 * are balanced, and links and pictures get their holes.
 */
export function sanitise(html: string, draft: Draft): string {
  const sanitizeHtml = loadSanitizeHtml();
  const clean = sanitizeHtml(html.replace(/&#(x[0-9a-f]+|\d+);?/gi, safeReference), {
    ...OPTIONS,
    selfClosing: [...sanitizeHtml.defaults.selfClosing, 'wbr', 'col', 'source', 'track'],
    allowedTags: [...new Set([...OWN, ...(draft.settings.allow ?? [])])],
    transformTags: {
      a(tagName, attribs) {
        const { href } = attribs;
        if (href !== undefined && classify(href, draft.settings) === 'unsafe') {
          draft.problems.push(unsafeLink(draft.places.locate(href, 0, draft.source.length), href));
        }
        return { tagName, attribs };
      },
    },
  });
  // A block inside a paragraph ends it, and leaves an empty one behind.
  return fillHoles(clean.replace(/<p>\s*<\/p>\n?/g, ''), draft);
}

/** A character reference to one of the characters that mark holes would forge one. */
function safeReference(reference: string, number: string): string {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number.parseInt(number, 10);
  return code >= 0xfdd0 && code <= 0xfdef ? '\ufffd' : reference;
}

const TAG = /<a((?: [^<>]*)?)>|<\/a>|<img((?: [^<>]*)?) \/>/g;
const HOLE = /^\ufdd0A(\d+)\ufdd1$/;

/** Holes for links and pictures. Dateline's own links come as `<a href="(hole)">`, so that tags were balanced around them. */
function fillHoles(html: string, draft: Draft): string {
  const closers: string[] = [];
  return html.replace(TAG, (tag, link: string | undefined, picture: string | undefined) => {
    if (tag === '</a>') return closers.pop() ?? '';
    if (picture !== undefined) return image(picture, draft);
    const href = attribute(link ?? '', 'href');
    const own = HOLE.exec(href ?? '')?.[1];
    const kind = href === null ? 'empty' : own === undefined ? classify(href, draft.settings) : 'hole';
    const inside = closers.some((closer) => closer !== '');
    if (href === null || inside || kind === 'empty' || kind === 'unsafe') {
      closers.push('');
      return '';
    }
    if (kind !== 'hole') {
      closers.push('</a>');
      return kind === 'external' && draft.place.rel !== undefined
        ? `${tag.replace(/ rel="[^"]*"|>$/g, '')}${relOf(draft)}>`
        : tag;
    }
    const n = own ?? addRef(draft, 'link', href, '', attribute(link ?? '', 'title'));
    closers.push(hole('Z', n));
    return hole('A', n);
  });
}

function image(attributes: string, draft: Draft): string {
  const src = attribute(attributes, 'src');
  if (src === null) return '';
  if (!isSafePicture(src)) {
    draft.problems.push(unsafePicture(draft.places.locate(src, 0, draft.source.length), src));
    return '';
  }
  return hole('I', addRef(draft, 'picture', src, attribute(attributes, 'alt') ?? '', null));
}

function addRef(
  draft: Draft,
  kind: 'link' | 'picture',
  target: string,
  alt: string,
  title: string | null,
): number {
  const spot = draft.places.spot(target, 0, draft.source.length);
  const remote = kind === 'picture' ? remoteOf(target, alt, null, draft) : null;
  return draft.refs.push({ kind, target, alt, title, remote, ...spot }) - 1;
}

const ENTITIES: { readonly [name: string]: string } = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** An attribute as sanitize-html prints it: always in double quotes. */
function attribute(attributes: string, name: string): string | null {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined
    ? null
    : value.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
}
