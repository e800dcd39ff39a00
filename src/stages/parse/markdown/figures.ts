import type { Token } from 'markdown-it';
import { escapeHtml } from '../../../text/html.js';
import { type Draft, type Env, endBlock } from './draft.js';
import { hole } from './holes.js';
import { addPicture, openLink, renderInline, titleOf } from './inline.js';

/** Whether a paragraph holds pictures, with or without links around them, and nothing else. */
export function isPictures(children: readonly Token[]): boolean {
  let pictures = 0;
  for (const { type, content } of children) {
    if (type === 'image') pictures++;
    else if (type === 'text' ? content.trim() !== '' : !BETWEEN.has(type)) return false;
  }
  return pictures > 0;
}

const BETWEEN = new Set(['softbreak', 'hardbreak', 'link_open', 'link_close']);

/** Pictures that are alone in their paragraph, as figures with caption and credit. */
export function figures(children: readonly Token[], draft: Draft): string {
  let html = '';
  for (let i = 0; i < children.length; i++) {
    const token = children[i];
    if (token?.type === 'image') html += figure(token, null, draft);
    else if (token?.type === 'link_open') {
      for (i++; children[i] && children[i]?.type !== 'link_close'; i++) {
        const image = children[i];
        if (image?.type === 'image') html += figure(image, token, draft);
      }
    }
  }
  return html;
}

/** `![alt](a.jpg "Caption | Credit")`: all of it goes where the picture is missing. */
function figure(image: Token, link: Token | null, draft: Draft): string {
  const ref = addPicture(image, draft, null);
  if (ref === null) return '';
  const { open, close } = link ? openLink(link, draft) : { open: '', close: '' };
  const caption = captionOf(titleOf(image) ?? '', draft);
  return `${hole('B', ref)}<figure>${open}${hole('I', ref)}${close}${caption}</figure>\n${hole('E', ref)}`;
}

/** Caption and credit as Markdown; what stands behind the last bar is the credit. */
function captionOf(title: string, draft: Draft): string {
  if (title.trim() === '') return '';
  const bar = title.lastIndexOf('|');
  const words = bar < 0 ? title : title.slice(0, bar);
  const credit = bar < 0 ? '' : title.slice(bar + 1);
  const inner = [
    inlineHtml(words, draft),
    credit.trim() === '' ? '' : `<small class="credit">${inlineHtml(credit, draft)}</small>`,
  ].filter((part) => part !== '');
  endBlock(draft, false);
  return inner.length === 0 ? '' : `<figcaption>${inner.join(' ')}</figcaption>`;
}

/** Tokens of Markdown that stands inside something else. */
export function readInline(words: string, draft: Draft): readonly Token[] {
  const env: Env = { draft };
  return draft.md.parseInline(words, env)[0]?.children ?? [];
}

const MARKUP = /[\\`*_{}[\]<>&~^:"'@]|--|\.\.\.|www/;

function inlineHtml(words: string, draft: Draft): string {
  const text = words.trim();
  if (draft.plain !== '') draft.plain += ' ';
  if (MARKUP.test(text)) return renderInline(readInline(text, draft), draft).trim();
  draft.plain += text;
  return escapeHtml(text);
}
