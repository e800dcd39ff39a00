import type MarkdownIt from 'markdown-it';
import type { StateBlock } from 'markdown-it';
import { indentOf, lineText } from './lines.js';

type BlockRule = ReturnType<MarkdownIt['block']['ruler']['getRules']>[number];

const BLANK = /^[| \t]*\|[| \t]*$/;
const DELIMITERS = /^[-:| \t]*-[-:| \t]*$/;

/**
 * PHP Markdown writes a table without a head as `| | ` over `-|-|`, and counts its columns by the second line alone.
 * markdown-it wants as many in the first. So it reads the second line twice, and the head that it made of that goes.
 *
 * @param table markdown-it's own rule
 */
export function headlessTable(table: BlockRule): BlockRule {
  return (state, start, end, silent) => {
    if (!isHeadless(state, start, end)) return table(state, start, end, silent);
    const { bMarks, eMarks, tShift, sCount, tokens } = state;
    const from = tokens.length;
    const marks = [bMarks, eMarks, tShift, sCount];
    const kept = marks.map((lines) => lines[start] ?? 0);
    for (const lines of marks) lines[start] = lines[start + 1] ?? 0;
    const found = table(state, start, end, silent);
    marks.forEach((lines, i) => {
      lines[start] = kept[i] ?? 0;
    });
    if (found && !silent) {
      const head = tokens.findIndex(({ type }, i) => i >= from && type === 'thead_open');
      const body = tokens.findIndex(({ type }, i) => i > head && type === 'thead_close');
      if (head >= 0) tokens.splice(head, body - head + 1);
    }
    return found;
  };
}

function isHeadless(state: StateBlock, start: number, end: number): boolean {
  if (start + 2 >= end || state.isEmpty(start + 2) || indentOf(state, start) >= 4) return false;
  if (!BLANK.test(lineText(state, start))) return false;
  const below = lineText(state, start + 1);
  return below.includes('|') && DELIMITERS.test(below);
}
