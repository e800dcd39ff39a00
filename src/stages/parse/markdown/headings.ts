import type { Token } from 'markdown-it';
import { escapeHtml } from '../../../text/html.js';
import { slugify } from '../../../text/slug.js';
import { type Draft, endBlock } from './draft.js';
import { plainText, renderInline } from './inline.js';

/** The headings that are open, from the top down: as written and as shown. */
export type Outline = { readonly written: number; readonly shown: number }[];

/**
 * A heading with an id. The headline is the page's `h1`, so the first level in a text is `h2`, whichever the editor
 * began with, and no level is skipped: a screen reader's list of headings has no holes.
 */
export function addHeading(token: Token, children: readonly Token[], outline: Outline, draft: Draft): string {
  const written = Number(token.tag.slice(1));
  while ((outline.at(-1)?.written ?? 0) >= written) outline.pop();
  const level = Math.min((outline.at(-1)?.shown ?? 1) + 1, 6);
  outline.push({ written, shown: level });

  const html = renderInline(children, draft);
  const words = plainText(children);
  endBlock(draft, false);
  if (html.trim() === '') return '';
  const id = freshId(words, draft);
  draft.headings.push({ level, id, text: words });
  return `<h${level} id="${escapeHtml(id)}">${html}</h${level}>\n`;
}

/** An id that nothing else in the text has: `results`, `results-2`. */
function freshId(words: string, draft: Draft): string {
  const stem = (draft.place.idPrefix ?? '') + slugify(words, 'unicode');
  // Ids of footnotes are given out later; those that begin with `dl-` are the theme's.
  const base = /^fn(?:ref)?-\d|^dl-/.test(stem) ? `h-${stem}` : stem;
  let id = base;
  for (let n = (draft.idCounts.get(base) ?? 1) + 1; draft.ids.has(id); n++) {
    id = `${base}-${n}`;
    draft.idCounts.set(base, n);
  }
  draft.ids.add(id);
  return id;
}
