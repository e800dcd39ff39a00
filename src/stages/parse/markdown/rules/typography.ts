import type { StateCore, Token } from 'markdown-it';
import { draftOf } from '../draft.js';
import { isSpaced } from '../quotes.js';
import { bindShortWords, bindsShortWords, endsInShortWord } from '../short-words.js';
import { linkWww } from './bare-links.js';

const RARE = /--|\.\.\.|www\.|'\d/i;

/**
 * Dashes, ellipses and `www.` links in running text, never in code or in an address that is shown as it is. Other
 * signs stay as written: `(c)` may be the third item of a list, and `..` a folder.
 */
export function typography(state: StateCore): void {
  const { lang } = draftOf(state.env).place;
  const spaced = isSpaced(lang);
  const binds = bindsShortWords(lang);
  for (const token of state.tokens) {
    if (token.type !== 'inline' || token.children === null) continue;
    if (RARE.test(token.content)) {
      if (/www\./i.test(token.content)) token.children = linkWww(token.children);
      eachText(token.children, dashes);
    }
    if (spaced) eachText(token.children, frenchSpaces);
    if (WIDE_LINES.test(token.content)) joinWideLines(token.children);
    if (binds) {
      eachText(token.children, (text) => bindShortWords(text, lang));
      joinLines(token.children, lang);
    }
  }
}

function eachText(tokens: readonly Token[], change: (text: string) => string): void {
  let inAddress = 0;
  for (const token of tokens) {
    if (token.info === 'auto') inAddress += token.nesting;
    else if (token.type === 'text' && inAddress === 0) token.content = change(token.content);
  }
}

/** A line of the source that ends in a word of one letter goes on without a break. */
function joinLines(tokens: readonly Token[], lang: string): void {
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    if (token.type !== 'softbreak' || before?.type !== 'text' || !endsInShortWord(before.content, lang))
      return;
    token.type = 'text';
    token.tag = '';
    token.content = '\u00a0';
  });
}

const WIDE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]`;
const WIDE_LINES = new RegExp(`${WIDE}[*_]*\n[*_]*${WIDE}`, 'u');
const WIDE_END = new RegExp(`${WIDE}$`, 'u');
const WIDE_START = new RegExp(`^${WIDE}`, 'u');

/**
 * The end of a line of the source is a blank, and Chinese and Japanese have none between two characters (the segment
 * break transformation of CSS Text, which not every browser and no reader of feeds knows).
 */
function joinWideLines(tokens: readonly Token[]): void {
  const near = (from: number, step: 1 | -1): string => {
    let i = from + step;
    while (tokens[i]?.type.endsWith('_open') || tokens[i]?.type.endsWith('_close')) i += step;
    const found = tokens[i];
    return found?.type === 'text' ? found.content : '';
  };
  tokens.forEach((token, i) => {
    if (token.type !== 'softbreak' || !WIDE_END.test(near(i, -1)) || !WIDE_START.test(near(i, 1))) return;
    token.type = 'text';
    token.tag = '';
    token.content = '';
  });
}

function dashes(text: string): string {
  if (!RARE.test(text)) return text;
  return text
    .replace(/\.{3,}/g, (dots) => (dots.length === 3 ? '…' : dots.length === 4 ? '….' : dots))
    .replace(/(^|[^-])---(?=[^-]|$)/gm, '$1—')
    .replace(/(^|\s)--(?=\s|$)/gm, '$1–')
    .replace(/(^|[^-\s])--(?=[^-\s]|$)/gm, '$1–')
    .replace(/(^|[\s(])'(?=\d\ds?\b)/g, '$1’');
}

function frenchSpaces(text: string): string {
  return text.replace(/ (?=[;:!?»])/g, '\u202f').replace(/« /g, '«\u202f');
}
