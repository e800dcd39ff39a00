import type { Token } from 'markdown-it';
import { type Draft, noteTag } from './draft.js';
import { BLOCK_ELEMENTS, ELEMENTS, SWALLOWED } from './elements.js';

/**
 * Raw HTML in Markdown. Where the site allows none, its tags vanish and the words between them stay; what runs or
 * loads something vanishes with all it holds. Where the site allows some, those tags stay as they are here and the
 * finished text goes through `sanitise`. What this file lets through is never trusted.
 */
export interface Piece {
  /**
   * `text` is source text, entities undecoded; `break` ends a paragraph; `line` is `<br>`; `more` the mark; `listing`
   * what `<pre>` holds; `tag` one that the site allows.
   */
  readonly kind: 'text' | 'break' | 'line' | 'more' | 'listing' | 'tag';
  readonly value: string;
}

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
  const unclosed = new Set<string>();
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
      const name = (match?.[2] ?? '').toLowerCase();
      if (match && isTag(name, match[3] ?? '', draft)) {
        end = TAG.lastIndex;
        const closing = match[1] === '/';
        piece = tagPiece(name, closing, match[0], draft);
        const holds = SWALLOWED.has(name) || (name === 'pre' && piece?.kind !== 'tag');
        if (holds && !closing && !unclosed.has(name)) {
          const close = lower.indexOf(`</${name}`, end);
          if (close < 0) unclosed.add(name);
          else {
            if (name === 'pre')
              piece = { kind: 'listing', value: html.slice(end, close).replace(/<[^<>]*>/g, '') };
            end = close + (/^[^>]{0,200}>?/.exec(html.slice(close, close + 201))?.[0].length ?? 0);
          }
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

/** Whether it is a tag at all: `<username>` in a running text is a word in angle brackets. */
function isTag(name: string, attributes: string, draft: Draft): boolean {
  return ELEMENTS.has(name) || draft.settings.allow?.has(name) === true || /[^\s/]/.test(attributes);
}

/** What becomes of one tag. */
function tagPiece(name: string, closing: boolean, tag: string, draft: Draft): Piece | null {
  const allow = draft.settings.allow;
  if (name === 'br') return { kind: 'line', value: '' };
  if (allow?.has(name)) return { kind: 'tag', value: tag };
  if (!closing) noteTag(draft, name);
  // The reading of a word in ruby stands over it; in a line it stands behind it.
  if (name === 'rt') return { kind: 'text', value: closing ? ')' : ' (' };
  return BLOCK_ELEMENTS.has(name)
    ? { kind: 'break', value: '' }
    : name === 'td' || name === 'th'
      ? SPACE
      : null;
}

const SPACE: Piece = { kind: 'text', value: ' ' };

/** Name of the swallowed element that a block of raw HTML opens and doesn't close, or null. */
export function openSwallowed(html: string): string | null {
  if (!OPENED.test(html)) return null;
  const lower = html.toLowerCase();
  let open: string | null = null;
  for (const [, name = ''] of lower.matchAll(OPENED_ALL)) {
    if (lower.lastIndexOf(`</${name}`) < lower.lastIndexOf(`<${name}`)) open = name;
    if (open !== null) break;
  }
  return open;
}

const OPENED = /<(script|style|iframe|object|template|noscript|svg|math|textarea|canvas)\b/i;
const OPENED_ALL = new RegExp(OPENED.source, 'g');

/**
 * Finds where swallowed elements end that one token opens and another closes. It answers -1 where the element is not
 * closed beside its start: then only the tag goes, or one slip would swallow the rest of the article.
 */
export interface Closings {
  /** Index of the last token of the element that the block at `from` opens. */
  afterBlock(from: number, name: string): number;
  /** Index of the closing tag of the element that the tag at `from` opens, in one paragraph. */
  afterTag(from: number): number;
}

/** Closings among the tokens of a text, or of a paragraph. Each name is looked for once from the end. */
export function closings(tokens: readonly Token[]): Closings {
  const last = new Map<string, number>();
  const lastClose = (name: string): number => {
    let known = last.get(name);
    if (known === undefined) {
      known = tokens.findLastIndex((token) => closes(token, name));
      last.set(name, known);
    }
    return known;
  };
  return {
    afterBlock(from, name) {
      const end = lastClose(name);
      const level = tokens[from]?.level ?? 0;
      for (let i = from + 1; i <= end; i++) {
        const token = tokens[i];
        if (!token || token.level < level) return -1;
        if (token.level === level && token.type === 'html_block' && closes(token, name)) return i;
        if (token.level === level + 1 && token.type === 'inline' && closes(token, name)) return i + 1;
      }
      return -1;
    },
    afterTag(from) {
      const name = /^<([a-z][a-z0-9]*)/i.exec(tokens[from]?.content ?? '')?.[1]?.toLowerCase();
      if (name === undefined || !SWALLOWED.has(name)) return -1;
      const end = lastClose(name);
      for (let i = from + 1; i <= end; i++) if (closes(tokens[i], name)) return i;
      return -1;
    },
  };
}

function closes(token: Token | undefined, name: string): boolean {
  if (token?.type === 'html_inline') return token.content.toLowerCase().startsWith(`</${name}`);
  if (token?.type === 'html_block') return token.content.toLowerCase().includes(`</${name}`);
  return token?.type === 'inline' && (token.children?.some((child) => closes(child, name)) ?? false);
}

/** What stands behind the first closing tag of a name. */
export function afterClosing(html: string, name: string): string {
  const close = html.toLowerCase().indexOf(`</${name}`);
  const end = close < 0 ? -1 : html.indexOf('>', close);
  return end < 0 ? '' : html.slice(end + 1);
}

/** What stands before the last start tag of a name. */
export function beforeOpening(html: string, name: string): string {
  return html.slice(0, Math.max(0, html.toLowerCase().lastIndexOf(`<${name}`)));
}

/** Index of the first closing tag of a name in a paragraph. */
export function closingIndex(tokens: readonly Token[], name: string): number {
  return tokens.findIndex((token) => closes(token, name));
}
