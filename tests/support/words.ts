import { found, scan } from '../../src/text/scan.js';
import type { TermsInput } from '../../src/text/terms.js';

/** The words behind the ids, as the article first writes them. */
export function wordsOf(input: TermsInput, ids: ReadonlySet<number>): Map<number, string> {
  const words = new Map<number, string>();
  for (const part of [input.title, input.summary, ...input.tags, input.text]) {
    const { text, size } = scan(part);
    for (let k = 0; k < size; k++) {
      const id = (found.ids[k] ?? 0) >>> 0;
      if (!ids.has(id) || words.has(id)) continue;
      words.set(id, text.slice(found.starts[k], found.ends[k]).replace(/\p{Cf}/gu, ''));
    }
  }
  return words;
}
