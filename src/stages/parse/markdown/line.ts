import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { type Env, newDraft } from './draft.js';
import { withoutHoles } from './holes.js';
import { isSpaced } from './quotes.js';
import type { Settings } from './settings.js';
import { bindShortWords } from './short-words.js';

/** Characters without which a line is plain text already. Apostrophes inside words are by far the most frequent. */
const MARKUP = /[\\`*_[\]<>&~^"@]|--|\.\.\.|:\/\/|(?<!\p{L})'|'(?!\p{L})/u;
const APOSTROPHE = /'/g;
/** Headings and quotations are no part of a line, but editors paste them. */
const BLOCK_MARK = /^(?:#{1,6}|>)[ \t]+/;

/**
 * A line of Markdown as its plain words. What looks like HTML here is what the line is about (`Drawing with <canvas>`),
 * and other systems' marks are left as they are.
 */
export function readLine(
  text: string,
  lang: string,
  settings: Settings,
  engineFor: (lang: string) => MarkdownIt,
): string {
  const line = text.replace(BLOCK_MARK, '');
  if (!MARKUP.test(line) && !isSpaced(lang)) return bindShortWords(line.replace(APOSTROPHE, '’'), lang);
  const md = engineFor(lang);
  const place = { file: '', line: 1, lang, runIn: null, takeTitle: false };
  const draft = newDraft(settings, withoutHoles(line), place, md);
  draft.raw.push([0, 1]);
  const env: Env = { draft };
  return wordsOf(md.parseInline(draft.source, env)[0]?.children ?? []);
}

function wordsOf(tokens: readonly Token[]): string {
  let words = '';
  for (const { type, content, children } of tokens) {
    if (type === 'softbreak' || type === 'hardbreak') words += ' ';
    else if (type === 'image') words += wordsOf(children ?? []);
    else words += content;
  }
  return words.trim();
}
