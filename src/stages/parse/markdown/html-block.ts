import type { Token } from 'markdown-it';
import { escapeHtml } from '../../../text/html.js';
import { type Draft, endBlock } from './draft.js';
import { readInline } from './figures.js';
import { markLead, renderInline } from './inline.js';
import { unmarkHtml } from './marks.js';
import { afterClosing, closingIndex, pieces } from './raw-html.js';

/** What stands behind the end of a swallowed element, in the last block that it reached into. */
export function afterSwallowed(tokens: readonly Token[], end: number, name: string, draft: Draft): string {
  const last = tokens[end];
  if (last?.type === 'html_block') return htmlBlock(afterClosing(last.content, name), draft);
  const children = tokens[end - 1]?.children ?? [];
  const words = renderInline(children.slice(closingIndex(children, name) + 1), draft).trim();
  endBlock(draft, false);
  return words === '' ? '' : `<p>${words}</p>\n`;
}

/**
 * A block of raw HTML. Where the site allows none, its words are read as Markdown, as if the tags had never been there;
 * where it allows some, it is HTML, with the words as they stand, and sanitised later.
 */
export function htmlBlock(source: string, draft: Draft): string {
  const isHtml = draft.settings.allow !== null;
  let html = '';
  let words = '';
  const flush = (): void => {
    const inner = words.trim().replace(/ {2,}/g, ' ');
    words = '';
    if (inner === '') return;
    const paragraph = renderInline(readInline(inner, draft), draft).trim();
    endBlock(draft, false);
    if (paragraph !== '') html += `<p>${paragraph}</p>\n`;
  };
  for (const { kind, value } of pieces(source, draft)) {
    switch (kind) {
      case 'tag':
        html += unmarkHtml(value, draft);
        break;
      case 'listing': {
        flush();
        const content = decodeEntities(value, draft).replace(/^\n/, '');
        html += `<pre tabindex="0"><code>${escapeHtml(content)}</code></pre>\n`;
        break;
      }
      case 'more':
        flush();
        markLead(draft);
        break;
      case 'text':
        if (isHtml) {
          const plain = decodeEntities(unmarkHtml(value, draft), draft);
          html += escapeHtml(plain);
          draft.plain += plain.replace(/\s+/g, ' ');
        } else words += value;
        break;
      case 'line':
        if (isHtml) html += '<br>';
        else words += '<br>';
        break;
      default:
        flush();
        if (isHtml) endBlock(draft, false);
    }
  }
  flush();
  endBlock(draft, false);
  return isHtml ? `${html}\n` : html;
}

const ENTITY = /&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,31});/gi;

function decodeEntities(html: string, draft: Draft): string {
  return html.includes('&') ? html.replace(ENTITY, draft.md.utils.unescapeAll) : html;
}
