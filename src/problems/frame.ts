import type { Problem } from '../model/problem.js';
import { type Cell, cells, runsRightToLeft } from './width.js';

/** The line itself and what points into it; both without the gutter. */
export interface Frame {
  readonly line: string;
  /** Spaces and carets; null where the problem names no column. */
  readonly pointer: string | null;
  /** Columns from the line's start at which the carets stand. */
  readonly start: number;
  readonly width: number;
}

/** A line that is longer than this is cut around its column before anything looks at it. */
const FAR = 2000;

/**
 * The code frame of a problem: its line, cut to `width` columns around the place, with carets under what is meant.
 * Null where the line isn't known. Carets are right under tabs, wide characters and combining marks. Where a terminal
 * may turn the order of the characters before the place (Arabic, Hebrew), carets can't be right on all of them: the
 * pointer then quotes what is meant.
 */
export function frame(problem: Pick<Problem, 'source' | 'column' | 'length'>, width = 100): Frame | null {
  if (problem.source === undefined) return null;
  const column = Math.min(Math.max(problem.column ?? 1, 1), problem.source.length + 1);
  const near = nearby(problem.source, column - 1);
  const all = cells(near.text);
  const begin = column - 1 - near.start;
  const end = begin + Math.max(problem.length ?? 1, 1);
  const shown = cut(all, begin, width, near.start > 0, near.start + near.text.length < problem.source.length);
  if (problem.column === undefined) return { line: shown.line, pointer: null, start: 0, width: 0 };

  let start = shown.lead;
  let marked = 0;
  for (const cell of shown.cells) {
    if (cell.offset + cell.length <= begin) start += cell.width;
    else if (cell.offset < end) marked += cell.width;
  }
  const carets = '^'.repeat(Math.max(marked, 1));
  const before = near.text.slice(0, end);
  if (!runsRightToLeft(before)) {
    return { line: shown.line, pointer: ' '.repeat(start) + carets, start, width: carets.length };
  }
  const meant = shown.cells.filter((cell) => cell.offset + cell.length > begin && cell.offset < end);
  const quoted = meant.map((cell) => cell.text).join('');
  const pointer = quoted.trim() === '' ? `^ column ${column}` : `^ column ${column}: ${quoted}`;
  return { line: shown.line, pointer, start: 0, width: 1 };
}

/** The part of a very long line that can be shown at all, cut where no surrogate pair is torn. */
function nearby(line: string, offset: number): { readonly text: string; readonly start: number } {
  if (line.length <= FAR) return { text: line, start: 0 };
  let start = Math.max(0, offset - FAR / 2);
  let end = Math.min(line.length, start + FAR);
  if (isLowSurrogate(line, start)) start++;
  if (isLowSurrogate(line, end)) end--;
  return { text: line.slice(start, end), start };
}

function isLowSurrogate(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff;
}

interface Cut {
  readonly line: string;
  readonly cells: readonly Cell[];
  /** Columns before the first cell: the "…". */
  readonly lead: number;
}

/** As many cells around the offset as fit, a third of them before it. */
function cut(all: readonly Cell[], offset: number, width: number, more: boolean, andMore: boolean): Cut {
  const total = all.reduce((sum, cell) => sum + cell.width, 0);
  let first = 0;
  let last = all.length;
  if (total + (more ? 1 : 0) + (andMore ? 1 : 0) > width) {
    const at = all.findIndex((cell) => cell.offset + cell.length > offset);
    first = at === -1 ? all.length : at;
    for (let room = Math.floor(width / 3); first > 0; first--) {
      room -= all[first - 1]?.width ?? 0;
      if (room < 0) break;
    }
    last = first;
    for (let room = width - 2; last < all.length; last++) {
      room -= all[last]?.width ?? 0;
      if (room < 0) break;
    }
  }
  const shown = all.slice(first, last);
  const lead = first > 0 || more ? '…' : '';
  const tail = last < all.length || andMore ? '…' : '';
  return { line: lead + shown.map((cell) => cell.text).join('') + tail, cells: shown, lead: lead.length };
}
