import type { Token } from 'markdown-it';
import { nestedTooDeep } from '../../../problems/markdown.js';
import { escapeHtml } from '../../../text/html.js';
import { closeBlock, closeTitle, embedCard, openBlock, openTitle } from './blocks.js';
import { type Draft, endBlock } from './draft.js';
import { figures, isPictures } from './figures.js';
import { addHeading, type Outline } from './headings.js';
import { afterSwallowed, htmlBlock } from './html-block.js';
import { footnoteBack, renderInline } from './inline.js';
import { phrase } from './phrases.js';
import { beforeOpening, closings, openSwallowed } from './raw-html.js';

/** Blocks nested deeper than this are left out by markdown-it: its default `maxNesting`. */
const MAX_NESTING = 100;

/** Turns a text's tokens into HTML with holes; its plain text, headings and problems go into the draft. */
export function renderBlocks(tokens: readonly Token[], draft: Draft): string {
  let html = '';
  const outline: Outline = [];
  const { runIn } = draft.place;
  const runInAt = runIn === null ? -1 : firstParagraph(tokens);
  const place = runIn === null ? '' : `<span class="dateline">${escapeHtml(runIn)}</span>`;
  if (runIn !== null && runInAt < 0 && tokens.length > 0) html += `<p>${place}</p>\n`;
  const closing = closings(tokens);
  let tooDeep = false;

  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.map) {
      draft.from = token.map[0];
      draft.to = token.map[1];
    }
    if (token.level + 1 >= MAX_NESTING && token.nesting === 1 && token.tag !== 'p' && !tooDeep) {
      draft.problems.push(nestedTooDeep(draft.places.line(draft.from)));
      tooDeep = true;
    }
    switch (token.type) {
      case 'inline':
        html += renderInline(token.children ?? [], draft);
        break;
      case 'paragraph_open': {
        // A paragraph is three tokens; the way back from a footnote may stand before its end.
        const children = tokens[i + 1]?.children ?? [];
        const anchor = tokens[i + 2]?.type === 'footnote_anchor' ? tokens[i + 2] : undefined;
        const runsIn = i === runInAt;
        i += anchor ? 3 : 2;
        if (!token.hidden && !anchor && isPictures(children)) {
          html += figures(children, draft);
          break;
        }
        let words = renderInline(children, draft);
        if (anchor) words += footnoteBack(anchor, draft);
        endBlock(draft, token.level === 0);
        if (token.hidden) html += opensBlock(tokens[i + 1]) ? `${words}\n` : words;
        else if (runsIn) html += `<p>${place} ${words}</p>\n`;
        else if (words.trim() !== '') html += `<p>${words}</p>\n`;
        break;
      }
      case 'heading_open':
        html += addHeading(token, tokens[i + 1]?.children ?? [], outline, draft);
        i += 2;
        break;
      case 'fence':
      case 'code_block':
        html += listing(token, draft);
        break;
      case 'hr':
        html += '<hr>\n';
        break;
      case 'html_block': {
        const name = openSwallowed(token.content);
        const end = name === null ? -1 : closing.afterBlock(i, name);
        if (name === null || end < 0) html += htmlBlock(token.content, draft);
        else {
          i = end;
          html += htmlBlock(beforeOpening(token.content, name), draft);
          html += afterSwallowed(tokens, end, name, draft);
        }
        break;
      }
      case 'embed':
        html += embedCard(token, draft);
        break;
      case 'block_open':
        html += openBlock(token);
        break;
      case 'block_close':
        html += closeBlock(token, draft);
        break;
      case 'block_title_open':
        html += openTitle(token);
        break;
      case 'block_title_close':
        html += closeTitle(token, draft);
        break;
      case 'table_open': {
        const label = escapeHtml(phrase(draft.settings, draft.place.lang, 'table'));
        html += `<div class="table" role="group" aria-label="${label}" tabindex="0">\n<table>\n`;
        break;
      }
      case 'table_close':
        html += '</table>\n</div>\n';
        break;
      case 'th_open':
      case 'td_open':
        html += cell(token);
        break;
      case 'th_close':
      case 'td_close':
        draft.plain += ' ';
        html += `</${token.tag}>\n`;
        break;
      case 'tr_close':
        endBlock(draft, false);
        html += '</tr>\n';
        break;
      case 'footnote_block_open': {
        const label = escapeHtml(phrase(draft.settings, draft.place.lang, 'footnotes'));
        html += `<section class="footnotes" role="doc-endnotes" aria-label="${label}">\n<ol>\n`;
        break;
      }
      case 'footnote_block_close':
        html += '</ol>\n</section>\n';
        break;
      case 'footnote_open': {
        const { id }: { readonly id: number } = token.meta;
        html += `<li id="${draft.place.idPrefix ?? ''}fn-${id + 1}">`;
        break;
      }
      case 'footnote_anchor':
        html += `<p>${footnoteBack(token, draft).trimStart()}</p>\n`;
        break;
      case 'footnote_close':
        html += '</li>\n';
        break;
      default:
        html += tagOf(token, tokens[i + 1]);
    }
  }
  return html;
}

/** Index of the paragraph that opens the text, pictures and embeds before it passed over; -1 where another block does. */
function firstParagraph(tokens: readonly Token[]): number {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type === 'paragraph_open') {
      const children = tokens[i + 1]?.children ?? [];
      if (children.some(hasWords)) return i;
      i += 2;
    } else if (token?.type !== 'embed' && !(token?.type === 'html_block' && COMMENTS.test(token.content))) {
      return -1;
    }
  }
  return -1;
}

const COMMENTS = /^\s*(?:<!--(?:[^-]|-(?!->))*-->\s*)+$/;

function hasWords({ type, content }: Token): boolean {
  return (type === 'text' && content.trim() !== '') || type === 'code_inline' || type === 'formula';
}

function opensBlock(token: Token | undefined): boolean {
  return token !== undefined && token.nesting !== -1;
}

/** Quotes, lists and the parts of tables that need nothing of their own. */
function tagOf(token: Token, next: Token | undefined): string {
  if (token.nesting === -1) return `</${token.tag}>\n`;
  const start = token.attrs?.find(([name]) => name === 'start')?.[1];
  const tag = start === undefined ? `<${token.tag}>` : `<${token.tag} start="${escapeHtml(start)}">`;
  const tight =
    next !== undefined &&
    (next.hidden || next.type === 'inline' || (next.nesting === -1 && next.tag === token.tag));
  return tight ? tag : `${tag}\n`;
}

function cell(token: Token): string {
  const align = /text-align:(\w+)/.exec(token.attrs?.[0]?.[1] ?? '')?.[1];
  const scope = token.tag === 'th' ? ' scope="col"' : '';
  return `<${token.tag}${scope}${align === undefined ? '' : ` class="${align}"`}>`;
}

/** A listing can be wider than the page, so the keyboard must get into it to scroll. */
function listing(token: Token, draft: Draft): string {
  const language = /^\S+/.exec(draft.md.utils.unescapeAll(token.info).trim())?.[0];
  const name = language === undefined ? '' : ` class="language-${escapeHtml(language)}"`;
  return `<pre tabindex="0"><code${name}>${escapeHtml(token.content)}</code></pre>\n`;
}
