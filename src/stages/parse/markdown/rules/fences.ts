import type { StateBlock } from 'markdown-it';
import { danglingFence, unclosedFence, unknownBlock } from '../../../../problems/markdown.js';
import { type Draft, draftOf } from '../draft.js';
import { indentOf, lineStart, lineText } from './lines.js';

/** Names of colon-fence blocks. */
export const BLOCKS = ['factbox', 'gallery', 'quote', 'note', 'chart'] as const;
export type BlockName = (typeof BLOCKS)[number];

/** What a block token carries: its name, and what stood behind it. */
export interface BlockMeta {
  /** Null for a name that nobody knows. */
  readonly name: BlockName | null;
  readonly title: string;
  /** Path of a chart's data; empty elsewhere. */
  readonly data: string;
  /** Whether a picture or a table stands inside: then Dateline shows the data of a chart in no way of its own. */
  shows: boolean;
}

const OPENING = /^(:{3,})[ \t]*([\p{L}][\p{L}\p{N}_-]*)(?=[\s[{]|$)(.*)$/u;
const CLOSING = /^(:{3,})[ \t]*$/;
const CODE = /^(`{3,}|~{3,})/;

/**
 * Block rule for `::: name Title` … `:::`. A closing line ends the innermost open block with as many colons, else
 * the innermost with fewer, so blocks nest with more colons outside, and also with as many. An open block runs to the end of the text
 * around it, as a code fence does.
 */
export function colonFence(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const at = lineStart(state, start);
  if (state.src.charCodeAt(at) !== 0x3a || state.src.charCodeAt(at + 2) !== 0x3a) return false;
  if (indentOf(state, start) >= 4) return false;
  const line = lineText(state, start);
  const opening = OPENING.exec(line);
  const draft = draftOf(state.env);
  if (!opening) {
    if (silent || !CLOSING.test(line)) return false;
    draft.problems.push(danglingFence(draft.places.line(start)));
    state.line = start + 1;
    return true;
  }
  if (silent) return true;

  const known = draft.fences.get(start) ?? matchFences(state, draft, start, end);
  const closed = known >= 0 && known < end;
  const last = closed ? known : end;
  const [, , word = '', rest = ''] = opening;
  const name = BLOCKS.find((block) => block === word.toLowerCase()) ?? null;
  if (name === null)
    draft.problems.push(unknownBlock(draft.places.locate(word, start, start + 1), word, BLOCKS));
  if (!closed) {
    // A line of other people's texts that only looks like a block stays text.
    if (name === null) return false;
    draft.problems.push(unclosedFence(draft.places.line(start), word));
  }

  const [, data = '', words = ''] = (name === 'chart' && /^\s*(\S*)(.*)$/.exec(rest)) || ['', '', rest];
  const meta: BlockMeta = { name, data, title: words.trim(), shows: false };
  const open = state.push('block_open', 'div', 1);
  open.block = true;
  open.map = [start, last];
  open.meta = meta;
  if (name !== 'quote') title(state, start, meta);
  const inside = state.tokens.length;
  const { lineMax, parentType } = state;
  state.lineMax = last;
  state.md.block.tokenize(state, start + 1, last);
  meta.shows = state.tokens
    .slice(inside)
    .some(({ type, content }) => type === 'table_open' || (type === 'inline' && content.includes('![')));
  state.lineMax = lineMax;
  state.parentType = parentType;
  if (name === 'quote') title(state, start, meta);
  const close = state.push('block_close', 'div', -1);
  close.block = true;
  close.map = [start, start + 1];
  close.meta = meta;
  state.line = closed ? last + 1 : Math.max(state.line, start + 1);
  return true;
}

function title(state: StateBlock, line: number, meta: BlockMeta): void {
  if (meta.title === '') return;
  const open = state.push('block_title_open', 'p', 1);
  open.map = [line, line + 1];
  open.meta = meta;
  const inline = state.push('inline', '', 0);
  inline.content = meta.title;
  inline.map = [line, line + 1];
  inline.children = [];
  state.push('block_title_close', 'p', -1).meta = meta;
}

/** Finds the closing line of the fence at `start` and of all inside it; -1 where there is none. */
function matchFences(state: StateBlock, draft: Draft, start: number, end: number): number {
  const open: { line: number; colons: number }[] = [];
  let code = '';
  for (let line = start; line < end; line++) {
    const indent = indentOf(state, line);
    if (indent < 0 && !state.isEmpty(line)) break;
    const first = state.src.charCodeAt(lineStart(state, line));
    if (indent >= 4 || (first !== 0x3a && first !== 0x60 && first !== 0x7e)) continue;
    const words = lineText(state, line);
    const ticks = CODE.exec(words)?.[1];
    if (code !== '') {
      if (ticks?.startsWith(code) && words.trim() === ticks) code = '';
      continue;
    }
    if (ticks !== undefined) {
      if (first === 0x7e || !words.slice(ticks.length).includes('`')) code = ticks;
      continue;
    }
    const opening = OPENING.exec(words);
    if (opening) {
      open.push({ line, colons: opening[1]?.length ?? 3 });
      continue;
    }
    const colons = CLOSING.exec(words)?.[1]?.length ?? 0;
    if (colons === 0) continue;
    let match = open.findLastIndex((fence) => fence.colons === colons);
    if (match < 0) match = open.findLastIndex((fence) => fence.colons < colons);
    const [closed, ...unclosed] = match < 0 ? [] : open.splice(match);
    if (!closed) continue;
    draft.fences.set(closed.line, line);
    for (const fence of unclosed) draft.fences.set(fence.line, -1);
    if (open.length === 0) break;
  }
  for (const fence of open) draft.fences.set(fence.line, -1);
  return draft.fences.get(start) ?? -1;
}
