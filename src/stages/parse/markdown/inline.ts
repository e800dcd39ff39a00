import type { Token } from 'markdown-it';
import type { BodyRef } from '../../../model/article.js';
import { emptyLink, unsafeLink, unsafePicture } from '../../../problems/markdown.js';
import { escapeHtml } from '../../../text/html.js';
import { type Draft, locate, wordsOf } from './draft.js';
import { hole } from './holes.js';
import { classify, hostOf, isSafePicture } from './links.js';
import { NO_TARGET, unmark } from './marks.js';
import { phrase } from './phrases.js';
import { type Closings, closings, pieces } from './raw-html.js';

/** Start and end of a link in HTML; both empty where it leads nowhere. */
export interface LinkTags {
  readonly open: string;
  readonly close: string;
}

/** HTML of a paragraph's tokens; its plain text is added to `draft.plain`. */
export function renderInline(tokens: readonly Token[], draft: Draft): string {
  let html = '';
  const closers: string[] = [];
  let closing: Closings | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    switch (token.type) {
      case 'text':
        html += escapeHtml(token.content);
        draft.plain += token.content;
        break;
      case 'softbreak':
        html += '\n';
        draft.plain += '\n';
        break;
      case 'hardbreak':
        html += '<br>\n';
        draft.plain += '\n';
        break;
      case 'code_inline':
        html += `<code>${escapeHtml(token.content)}</code>`;
        draft.plain += token.content;
        break;
      case 'formula':
        html += `<bdi dir="ltr">${escapeHtml(token.content)}</bdi>`;
        draft.plain += token.content;
        break;
      case 'link_open': {
        const next = tokens[i + 1];
        if (!next || next.type === 'link_close') {
          // A link without words can't be clicked, and a screen reader has no name for it.
          i++;
        } else if (next.type === 'image' && tokens[i + 2]?.type === 'link_close') {
          html += linkedPicture(next, openLink(token, draft), draft);
          i += 2;
        } else if (isTagLike(token, draft)) {
          html += '&lt;';
          draft.plain += '<';
          closers.push('&gt;');
        } else {
          const { open, close } = openLink(token, draft);
          html += open;
          closers.push(close);
        }
        break;
      }
      case 'link_close':
        html += closers.pop() ?? '';
        break;
      case 'image': {
        const ref = addPicture(token, draft, titleOf(token));
        if (ref !== null) html += hole('I', ref);
        break;
      }
      case 'html_inline': {
        closing ??= closings(tokens);
        const end = closing.afterTag(i);
        html += rawHtml(token.content, draft);
        if (end > i) i = end;
        break;
      }
      case 'footnote_ref':
        html += footnoteRef(token, draft);
        break;
      default:
        if (token.tag !== '') html += token.nesting === -1 ? `</${token.tag}>` : `<${token.tag}>`;
    }
  }
  return html;
}

/** `<table:cell>` in a running text looks like an address in angle brackets, but is none. */
function isTagLike(token: Token, draft: Draft): boolean {
  return token.markup === 'autolink' && classify(token.attrs?.[0]?.[1] ?? '', draft.settings) === 'unsafe';
}

/** Plain words of tokens: for alternative texts, headlines and ids. */
export function plainText(tokens: readonly Token[] | null): string {
  let words = '';
  for (const { type, content, children } of tokens ?? []) {
    if (type === 'text' || type === 'code_inline' || type === 'formula') words += content;
    else if (type === 'softbreak' || type === 'hardbreak') words += ' ';
    else if (type === 'image') words += plainText(children);
  }
  return words.trim();
}

/** The tags of a link, or its hole; tells the editor where it leads nowhere. */
export function openLink(token: Token, draft: Draft): LinkTags {
  const target = unmark(token.attrs?.[0]?.[1] ?? '', draft);
  const title = titleOf(token);
  const none = { open: '', close: '' };
  if (target === NO_TARGET) return none;
  const kind = classify(target, draft.settings);
  if (kind === 'hole') return linkTo(target, title, draft);
  if (kind === 'empty') {
    draft.problems.push(emptyLink(locate(draft, '](')));
    return none;
  }
  if (kind === 'unsafe') {
    draft.problems.push(unsafeLink(locate(draft, target), target));
    return none;
  }
  const tip = title === null ? '' : ` title="${escapeHtml(title)}"`;
  const rel = kind === 'external' ? relOf(draft) : '';
  return {
    open: `<a href="${escapeHtml(draft.settings.encode(target.trim()))}"${tip}${rel}>`,
    close: '</a>',
  };
}

/** What links to other sites say of themselves: ` rel="sponsored"` in a story that was paid for. */
export function relOf({ place }: Draft): string {
  return place.rel === undefined ? '' : ` rel="${escapeHtml(place.rel)}"`;
}

/** A link with a hole. Where raw HTML may be around, it stays a tag until the text is sanitised. */
export function linkTo(target: string, title: string | null, draft: Draft): LinkTags {
  const { line, column } = draft.places.spot(target, draft.from, draft.to);
  const ref = draft.refs.push({ kind: 'link', target, alt: '', title, remote: null, line, column }) - 1;
  return draft.mayHaveHtml
    ? { open: `<a href="${hole('A', ref)}">`, close: '</a>' }
    : { open: hole('A', ref), close: hole('Z', ref) };
}

/** A picture's ref; null where it is no file. */
export function addPicture(token: Token, draft: Draft, title: string | null): number | null {
  const target = unmark(token.attrs?.[0]?.[1] ?? '', draft);
  if (target === NO_TARGET) return null;
  if (!isSafePicture(target)) {
    draft.problems.push(unsafePicture(locate(draft, target), target));
    return null;
  }
  const { line, column } = draft.places.spot(target, draft.from, draft.to);
  const alt = plainText(token.children);
  const remote = remoteOf(target, alt, titleOf(token), draft);
  return draft.refs.push({ kind: 'picture', target, alt, title, remote, line, column }) - 1;
}

/** Names of files, and words that say no more than that it is a picture. */
const EMPTY_WORDS = /^(?:\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp)|ima?ge?|picture|photo|screenshot)?$/i;

/** What stands for a picture of another server: whose it is and what it shows, unless the caption says so. */
export function remoteOf(
  target: string,
  alt: string,
  caption: string | null,
  draft: Draft,
): BodyRef['remote'] {
  const host = hostOf(target);
  if (host === null) return null;
  const label = phrase(draft.settings, draft.place.lang, 'picture', host);
  const said = EMPTY_WORDS.test(alt) || (caption ?? '').startsWith(alt);
  return { words: said ? label : `${label}: ${alt}`, rel: draft.place.rel ?? null };
}

/** A link around nothing but a picture goes with the picture. */
export function linkedPicture(image: Token, { open, close }: LinkTags, draft: Draft): string {
  const ref = addPicture(image, draft, titleOf(image));
  return ref === null ? '' : `${hole('B', ref)}${open}${hole('I', ref)}${close}${hole('E', ref)}`;
}

/** `title` of a link or picture; null where it has none. */
export function titleOf(token: Token): string | null {
  return token.attrs?.find(([name]) => name === 'title')?.[1] ?? null;
}

function rawHtml(source: string, draft: Draft): string {
  let html = '';
  for (const { kind, value } of pieces(source, draft)) {
    if (kind === 'line') {
      html += '<br>';
      draft.plain += ' ';
    } else if (kind === 'text') {
      html += escapeHtml(value);
      draft.plain += value;
    } else if (kind === 'tag') html += value;
    else if (kind === 'more') markLead(draft);
  }
  return html;
}

/** What stands before `<!--more-->` is the lead; the first mark counts. */
export function markLead(draft: Draft): void {
  draft.lead ??= `${draft.opening}${wordsOf(draft)}`.trim();
}

/** Number and repetition of a reference to a footnote, counted by markdown-it-footnote from 0. */
interface NoteMeta {
  readonly id?: number;
  readonly subId?: number;
  readonly count?: number;
}

function footnoteRef(token: Token, draft: Draft): string {
  const { id = 0, subId = 0 }: NoteMeta = token.meta;
  const prefix = draft.place.idPrefix ?? '';
  const again = subId > 0 ? `-${subId + 1}` : '';
  const number = id + 1;
  return `<sup class="footnote-ref"><a href="#${prefix}fn-${number}" id="${prefix}fnref-${number}${again}" role="doc-noteref">${number}</a></sup>`;
}

/** The way back from a footnote to each place that refers to it. */
export function footnoteBack(token: Token, draft: Draft): string {
  const { id = 0, count = 1 }: NoteMeta = token.meta;
  const prefix = draft.place.idPrefix ?? '';
  const label = escapeHtml(phrase(draft.settings, draft.place.lang, 'back'));
  let html = '';
  for (let i = 0; i < count; i++) {
    const again = i > 0 ? `-${i + 1}` : '';
    const which = count > 1 ? ` ${i + 1}` : '';
    html += ` <a href="#${prefix}fnref-${id + 1}${again}" class="footnote-back" role="doc-backlink" aria-label="${label}${which}">↩\ufe0e</a>`;
  }
  return html;
}
