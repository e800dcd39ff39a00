import type { StateInline } from 'markdown-it';
import { draftOf } from '../draft.js';
import { unmarkHtml } from '../marks.js';

const TAG =
  /<\/?[A-Za-z][\w-]*(?=[\s/>])(?:[^<>{]|\{\{[^{}\n]{0,300}\}\}|\{%[^%\n]{0,300}%\}|\{(?![{%])){0,2000}>/y;

/**
 * Inline rule: a tag with another system's marks in its attributes, `<img src="{{ "/a.png" | url }}">`. CommonMark sees
 * no tag there, because of the quotation marks inside quotation marks. The marks are taken out or give the path that
 * they name, and the tag is a tag again.
 */
export function templatedTag(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== 0x3c /* < */) return false;
  TAG.lastIndex = pos;
  const tag = TAG.exec(src)?.[0];
  if (tag === undefined || pos + tag.length > posMax || !(tag.includes('{{') || tag.includes('{%')))
    return false;
  if (!silent) state.push('html_inline', '', 0).content = unmarkHtml(tag, draftOf(state.env));
  state.pos = pos + tag.length;
  return true;
}
