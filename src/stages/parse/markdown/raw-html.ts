import type { Token } from 'markdown-it';
import { type Draft, noteTag } from './draft.js';

/**
 * Raw HTML in Markdown. Where the site allows none, its tags vanish and the words between them stay; what runs or
 * loads something vanishes with all it holds. Where the site allows some, those tags stay as they are here and the
 * finished text goes through `sanitise`. What this file lets through is never trusted.
 */
export interface Piece {
  /** `text` is source text of HTML, entities undecoded; `break` ends a paragraph; `line` is `<br>`; `more` the mark. */
  readonly kind: 'text' | 'break' | 'line' | 'more' | 'tag';
  readonly value: string;
}

/** Elements that vanish with their content. */
const SWALLOWED = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'applet',
  'template',
  'noscript',
  'textarea',
  'title',
  'xmp',
  'noembed',
  'noframes',
  'svg',
  'math',
  'select',
  'frameset',
  'canvas',
  'head',
]);

const BLOCK_TAGS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'center',
  'dd',
  'details',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tr',
  'ul',
  'caption',
  'tbody',
  'thead',
  'tfoot',
  'html',
  'body',
]);

const MORE = /^<!--\s*(?:more|break)\s*-->$/i;
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/y;

/** Cuts HTML into its words, the tags that may stay and the marks; notes each tag that goes. Linear in its length. */
export function pieces(html: string, draft: Draft): Piece[] {
  const result: Piece[] = [];
  const lower = html.toLowerCase();
  let from = 0;
  let pos = html.indexOf('<');
  const flush = (to: number): void => {
    if (to > from) result.push({ kind: 'text', value: html.slice(from, to) });
  };
  let noClose: string | null = null;
  while (pos >= 0) {
    let end = -1;
    let piece: Piece | null = null;
    if (html.startsWith('<!--', pos)) {
      const close = html.indexOf('-->', pos + 4);
      end = close < 0 ? html.length : close + 3;
      if (MORE.test(html.slice(pos, Math.min(end, pos + 40)))) piece = { kind: 'more', value: '' };
    } else if (html.startsWith('<![CDATA[', pos)) {
      const close = html.indexOf(']]>', pos + 9);
      end = close < 0 ? html.length : close + 3;
    } else if (html.charAt(pos + 1) === '!' || html.charAt(pos + 1) === '?') {
      const close = html.indexOf('>', pos + 2);
      end = close < 0 ? html.length : close + 1;
    } else {
      TAG.lastIndex = pos;
      const match = TAG.exec(html);
      if (match) {
        end = TAG.lastIndex;
        const name = (match[2] ?? '').toLowerCase();
        const closing = match[1] === '/';
        piece = tagPiece(name, closing, match[0], draft);
        if (SWALLOWED.has(name) && !closing && noClose !== name) {
          const close = lower.indexOf(`</${name}`, end);
          if (close < 0) noClose = name;
          else end = close + (/^[^>]*>?/.exec(html.slice(close, close + 200))?.[0].length ?? 0);
        }
      }
    }
    if (end < 0) {
      pos = html.indexOf('<', pos + 1);
      continue;
    }
    flush(pos);
    if (piece) result.push(piece);
    from = end;
    pos = html.indexOf('<', end);
  }
  flush(html.length);
  return result;
}

/** What becomes of one tag. */
function tagPiece(name: string, closing: boolean, tag: string, draft: Draft): Piece | null {
  const allow = draft.settings.allow;
  if (name === 'br') return { kind: 'line', value: '' };
  if (allow?.has(name)) return { kind: 'tag', value: tag };
  if (!closing) noteTag(draft, name);
  return BLOCK_TAGS.has(name) ? { kind: 'break', value: '' } : name === 'td' || name === 'th' ? SPACE : null;
}

const SPACE: Piece = { kind: 'text', value: ' ' };

/** Name of the swallowed element that a piece of raw HTML opens and doesn't close, or null. */
export function openSwallowed(html: string): string | null {
  const opened = /<(script|style|iframe|object|template|noscript|svg|math|textarea|canvas)\b/gi;
  let last: string | null = null;
  for (const match of html.matchAll(opened)) {
    const name = (match[1] ?? '').toLowerCase();
    if (html.toLowerCase().indexOf(`</${name}`, match.index) < 0) last = name;
  }
  return last;
}

/**
 * Index of the token with which a swallowed element ends that token `from` opens, among the blocks beside it; -1
 * where it is never closed there. Then only the tag goes, or one slip would swallow the rest of the article.
 */
export function swallowedUntil(tokens: readonly Token[], from: number, name: string): number {
  const close = `</${name}`;
  const level = tokens[from]?.level ?? 0;
  for (let i = from + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.level < level) return -1;
    if (token.level === level && token.type === 'html_block' && token.content.toLowerCase().includes(close))
      return i;
    if (
      token.type === 'inline' &&
      token.level === level + 1 &&
      token.children?.some(
        (child) => child.type === 'html_inline' && child.content.toLowerCase().startsWith(close),
      )
    ) {
      return i + 1;
    }
  }
  return -1;
}

/**
 * The same for one paragraph's tokens: where the element ends that the tag at `from` opens; -1 where it doesn't.
 */
export function swallowedInline(tokens: readonly Token[], from: number): number {
  const name = /^<([a-z][a-z0-9]*)/i.exec(tokens[from]?.content ?? '')?.[1]?.toLowerCase();
  if (name === undefined || !SWALLOWED.has(name)) return -1;
  const close = new RegExp(`^</${name}\\b`, 'i');
  return tokens.findIndex(
    (token, i) => i > from && token.type === 'html_inline' && close.test(token.content),
  );
}
