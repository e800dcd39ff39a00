import type { Place } from '../model/problem.js';

/** A place together with what the problem there may show of it. Spread it into the problem. */
export interface Located extends Place {
  /** The line itself, without its line break. */
  readonly source?: string;
  readonly confidential?: boolean;
}

/** Finds lines and columns in one text. */
export interface Locator {
  readonly file: string;
  /** The place of a UTF-16 offset; `length` units from there on the same line are underlined. */
  at(offset: number, length?: number): Located;
  /** The place of a line and column that are known already; both count from 1. */
  line(line: number, column?: number, length?: number): Located;
}

const LINE_BREAK = /\r\n?|\n/g;
const BOM = 0xfeff;

/**
 * A locator for a file's whole text, front matter included, as it was decoded. CRLF, LF and CR end lines; a byte
 * order mark is no column. Lines are counted only when the first place is asked for.
 *
 * @param confidential the file is an article that nobody may know of yet
 */
export function locator(file: string, text: string, confidential = false): Locator {
  let known: number[] | undefined;
  const starts = (): number[] => {
    known ??= lineStarts(text);
    return known;
  };
  // Thousands of places may be on one long line; it is cut out once.
  let last: { readonly index: number; readonly text: string } | undefined;
  const lineAt = (index: number): string => {
    if (last?.index !== index) last = { index, text: lineText(text, starts(), index) };
    return last.text;
  };
  const place = (index: number, column: number | undefined, length: number | undefined): Located => ({
    file,
    line: index + 1,
    ...(column !== undefined && { column }),
    ...(length !== undefined && { length: Math.max(1, length) }),
    source: lineAt(index),
    ...(confidential && { confidential }),
  });
  return {
    file,
    at(offset, length) {
      const lines = starts();
      const index = lineOf(lines, Math.min(Math.max(offset, 0), text.length));
      const start = lines[index] ?? 0;
      const column = Math.max(0, Math.min(offset, text.length) - start);
      const rest = lineAt(index).length - column;
      return place(index, column + 1, length === undefined ? undefined : Math.min(length, Math.max(rest, 1)));
    },
    line(line, column, length) {
      return place(Math.min(Math.max(line, 1), starts().length) - 1, column, length);
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [text.charCodeAt(0) === BOM ? 1 : 0];
  for (const found of text.matchAll(LINE_BREAK)) starts.push(found.index + found[0].length);
  return starts;
}

/** Index of the last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineText(text: string, starts: readonly number[], index: number): string {
  const line = text.slice(starts[index] ?? 0, starts[index + 1] ?? text.length).replace(/[\r\n]+$/, '');
  return detached(line);
}

/**
 * The same text in memory of its own. A slice keeps the text that it was cut from alive, and a warning for each of
 * 100,000 articles would keep all their texts.
 */
function detached(text: string): string {
  return text.length < 13 ? text : String(JSON.parse(JSON.stringify(text)));
}
