import { loadConfig } from '../../../src/config/index.js';
import { type ParseConfig, parseConfig } from '../../../src/stages/parse/index.js';

/** What parsing knows of a site. */
export const CONFIG: ParseConfig = (() => {
  const { config } = loadConfig('title: The Herald\nurl: https://herald.example/\n', 'content/site.yaml');
  if (config === null) throw new Error('The configuration is wrong.');
  return parseConfig(config);
})();

/** A directive of nginx: its words, and those of each entry of its block. */
export interface Directive {
  readonly words: readonly string[];
  readonly block: readonly (readonly string[])[] | null;
}

/** Reads a configuration by nginx's own rules of words, quotes, escapes, `;` and one level of `{ }`. */
export function nginxWords(text: string): Directive[] {
  const directives: Directive[] = [];
  let words: string[] = [];
  let block: string[][] | null = null;
  let head: string[] = [];
  let i = 0;
  while (i < text.length) {
    const c = text[i] ?? '';
    if (/\s/.test(c)) i += 1;
    else if (c === '#') while (i < text.length && text[i] !== '\n') i += 1;
    else if (c === ';') {
      if (block === null) directives.push({ words, block: null });
      else block.push(words);
      words = [];
      i += 1;
    } else if (c === '{') {
      if (block !== null) throw new Error('A block in a block.');
      [head, words, block] = [words, [], []];
      i += 1;
    } else if (c === '}') {
      if (block === null || words.length > 0)
        throw new Error('A block ends where none is, or in a directive.');
      directives.push({ words: head, block });
      [block, head] = [null, []];
      i += 1;
    } else {
      const quoted = c === '"' || c === "'";
      let word = '';
      if (quoted) i += 1;
      while (i < text.length) {
        const d = text[i] ?? '';
        if (quoted ? d === c : /[\s;{]/.test(d)) break;
        if (d === '\\') i += 1;
        word += text[i] ?? '';
        i += 1;
      }
      if (quoted) i += 1;
      if (quoted && i < text.length && !/[\s;{)]/.test(text[i] ?? ''))
        throw new Error('A quote ends in a word.');
      words.push(word);
    }
  }
  if (words.length > 0 || block !== null) throw new Error('The file ends in a directive.');
  return directives;
}
