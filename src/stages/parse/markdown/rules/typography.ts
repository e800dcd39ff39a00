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
