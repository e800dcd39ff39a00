import type { Spot } from '../../../model/article.js';
import { type Located, locator } from '../../../problems/index.js';
import type { TextPlace } from './types.js';

/** Finds where in the file a link's target or a mark stands: markdown-it knows only the lines of blocks. */
export interface Places {
  /** Place of a line of the text (from 0). */
  line(line: number): Located;
  /** Place of words in the lines `from` to `to` (exclusive, from 0), each found once from top to bottom. */
  locate(words: string, from: number, to: number): Located;
  /** The same as a line and a column. */
  spot(words: string, from: number, to: number): Spot;
}

const LONG_LINE = 5000;

const DEFINITION = /^[ >\t]{0,20}\[[^\]\n]{1,999}\]:[ \t]*(?:\n[ >\t]*)?<?([^\s>]+)/gm;

/** Places in one text. Costs nothing until the first is asked for. */
export function places(source: string, place: TextPlace): Places {
  let starts: number[] | undefined;
  let definitions: Map<string, number> | undefined;
  // The block that was searched last and how far.
  let block = '';
  let blockFrom = -1;
  let blockTo = -1;
  let cursor = 0;

  const startOf = (line: number): number => {
    starts ??= lineStarts(source);
    return starts[Math.min(line, starts.length - 1)] ?? 0;
  };
  const offsetOf = (words: string, from: number, to: number): number => {
    if (from !== blockFrom || to !== blockTo) {
      block = source.slice(startOf(from), to > from ? startOfOrEnd(to) : startOfOrEnd(from + 1));
      blockFrom = from;
      blockTo = to;
      cursor = 0;
    }
    const base = startOf(from);
    if (words !== '') {
      let found = block.indexOf(words, cursor);
      if (found < 0 && cursor > 0) found = block.indexOf(words);
      if (found >= 0) {
        cursor = found + words.length;
        return base + found;
      }
      definitions ??= readDefinitions(source);
      const defined = definitions.get(words);
      if (defined !== undefined) return defined;
    }
    return base + (block.length - block.trimStart().length);
  };
  const startOfOrEnd = (line: number): number => {
    starts ??= lineStarts(source);
    return starts[line] ?? source.length;
  };
  /** Index of the line in which an offset is. */
  const lineOf = (offset: number): number => {
    starts ??= lineStarts(source);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const spotAt = (offset: number): Spot => {
    const line = lineOf(offset);
    return { line: line + place.line, column: offset - startOf(line) + 1 };
  };
  const located = (offset: number, length: number): Located => {
    const line = lineOf(offset);
    const start = startOf(line);
    const end = source.indexOf('\n', start);
    const words = source.slice(start, end < 0 ? source.length : end);
    // A line of a hundred screens helps nobody, and thousands of problems may stand in it.
    if (words.length > LONG_LINE)
      return { file: place.file, line: line + place.line, column: offset - start + 1, length };
    return { ...locator(place.file, words).at(offset - start, length), line: line + place.line };
  };
  return {
    line: (line) => located(startOf(line), 1),
    locate(words, from, to) {
      const offset = offsetOf(words, from, to);
      return located(offset, source.startsWith(words, offset) ? words.length : 1);
    },
    spot: (words, from, to) => spotAt(offsetOf(words, from, to)),
  };
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Targets of link reference definitions, each with the place of its first. */
function readDefinitions(source: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const match of source.matchAll(DEFINITION)) {
    const target = match[1] ?? '';
    if (!found.has(target)) found.set(target, match.index + match[0].length - target.length);
  }
  return found;
}
