import type { StateBlock, StateInline } from 'markdown-it';
import { type Draft, draftOf, type Env, noteMark } from '../draft.js';
import { embedOf, endWithTail, isCall, lookOf, type Mark, markAt } from '../marks.js';
import type { EmbedMeta } from './embed.js';
import { lineEnd, lineStart, lineText } from './lines.js';

/** Inline rule at `{` and `[`: takes marks out of running text; `{% raw %}` keeps what it encloses. */
export function inlineMark(state: StateInline & { readonly linkLevel?: number }, silent: boolean): boolean {
  const { src, pos } = state;
  const draft = draftOf(state.env);
  const mark = markAt(src, pos) ?? bareGallery(src, pos, state.env);
  if (mark === null || mark.end > state.posMax) return false;
  if (mark.kind === 'kramdown' && !/[\s)\]*_`~]$/.test(src.slice(Math.max(0, pos - 1), pos) || ' '))
    return false;
  const ends = mark.kind === 'liquid' && mark.name === 'endraw';
  if (!ends && draft.raw.some(([from, to]) => draft.from >= from && draft.from < to)) return false;
  if (mark.kind === 'variable' && !isCall(mark)) {
    if (!silent) {
      noteMark(draft, lookOf(mark), 'text');
      state.pending += src.slice(pos, mark.end);
    }
    state.pos = mark.end;
    return true;
  }
  const withTail = endWithTail(mark, src);
  let end = withTail > state.posMax ? mark.end : withTail;
  if (mark.kind === 'liquid' && (mark.name === 'raw' || mark.name === 'comment')) {
    const close = closingOf(src, mark, state.posMax, draft);
    if (close !== null) {
      if (!silent && mark.name === 'raw') state.pending += src.slice(mark.end, close.from);
      end = close.to;
    }
  }
  const embed = embedOf(mark);
  if (!silent && !mark.closing) noteMark(draft, lookOf(mark), embed === null ? 'out' : 'link');
  if (!silent && embed !== null && (state.linkLevel ?? 0) === 0) {
    state.push('link_open', 'a', 1).attrs = [['href', embed.url]];
    state.push('text', '', 0).content = embed.label;
    state.push('link_close', 'a', -1);
  }
  state.pos = end;
  return true;
}

/** `[gallery]` without arguments is a mark only where nothing else is on its line, and no link is called so. */
function bareGallery(src: string, pos: number, env: Env): Mark | null {
  const end = pos + GALLERY.length;
  if (!src.startsWith(GALLERY, pos) || (end < src.length && src[end] !== '\n')) return null;
  if ((pos > 0 && src[pos - 1] !== '\n') || env.references?.GALLERY !== undefined) return null;
  return { kind: 'wordpress', name: 'gallery', args: '', closing: false, end };
}

const GALLERY = '[gallery]';

/** Where the closing tag of a mark stands in the same text; looked for once where there is none. */
function closingOf(
  src: string,
  mark: Mark,
  max: number,
  draft: Draft,
): { readonly from: number; readonly to: number } | null {
  if (draft.unclosed.get(mark.name) === src) return null;
  const close = new RegExp(`\\{%[-~]?\\s*end${mark.name}\\s*[-~]?%\\}`, 'g');
  close.lastIndex = mark.end;
  const match = close.exec(src);
  if (match === null) draft.unclosed.set(mark.name, src);
  return match === null || close.lastIndex > max ? null : { from: match.index, to: close.lastIndex };
}

/** Block rule: lines that hold nothing but marks. */
export function markLines(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const begin = lineStart(state, start);
  const opening = state.src.charCodeAt(begin);
  if (opening !== 0x7b /* { */ && opening !== 0x5b /* [ */) return false;
  const limit = lineEnd(state, end - 1);
  const marks: Mark[] = [];
  let pos = begin;
  for (;;) {
    const mark = markAt(state.src, pos);
    if (mark === null || mark.end > limit || (mark.kind === 'variable' && !isCall(mark))) return false;
    marks.push(mark);
    pos = endWithTail(mark, state.src);
    while (state.src.charCodeAt(pos) === 0x20 || state.src.charCodeAt(pos) === 0x09) pos++;
    if (pos >= limit || state.src.charCodeAt(pos) === 0x0a) break;
  }
  const draft = draftOf(state.env);
  const [, rawEnd = -1] = draft.raw.at(-1) ?? [];
  if (start < rawEnd) return false;
  if (silent) return true;

  let line = start;
  while (line < end && lineEnd(state, line) < pos) line++;
  let next = line + 1;
  draft.from = start;
  const first = marks[0];
  const embed = marks.length === 1 && first ? embedOf(first) : null;
  for (const mark of marks) if (!mark.closing) noteMark(draft, lookOf(mark), embed === null ? 'out' : 'card');
  if (embed !== null) {
    const token = state.push('embed', 'figure', 0);
    token.block = true;
    token.meta = { embed, caption: '' } satisfies EmbedMeta;
    token.map = [start, next];
  } else if (marks.length === 1 && first && !first.closing) {
    const { kind, name, args } = first;
    if (name === 'highlight' && args !== '') {
      next = listing(state, first, next, end);
    } else if (kind === 'liquid' && (name === 'raw' || name === 'comment')) {
      const close = closingLine(state, first, next, end);
      if (close !== null && name === 'raw') draft.raw.push([next, close]);
      else if (close !== null) next = close + 1;
    }
  }
  state.line = next;
  return true;
}

/** `{% highlight ruby %}` and its like enclose a listing: it stays one. */
function listing(state: StateBlock, mark: Mark, from: number, end: number): number {
  const close = closingLine(state, mark, from, end);
  if (close === null) return from;
  const token = state.push('fence', 'code', 0);
  token.info = /^[\w+#-]+/.exec(mark.args)?.[0] ?? '';
  token.content = state.getLines(from, close, state.blkIndent, true);
  token.markup = '```';
  token.map = [from - 1, close + 1];
  return close + 1;
}

/** The line that closes a mark, or null. */
function closingLine(state: StateBlock, { kind, name }: Mark, from: number, end: number): number | null {
  const draft = draftOf(state.env);
  const key = `${kind} ${name}`;
  // Where there is none behind one line of the text, there is none behind the next.
  if (state.level === 0 && draft.unclosed.has(key)) return null;
  const close =
    kind === 'hugo'
      ? new RegExp(`^\\{\\{[<%]\\s*/\\s*${name.replace(/[./-]/g, '\\$&')}\\s*[%>]\\}\\}\\s*$`)
      : new RegExp(`^\\{%[-~]?\\s*end${name}\\s*[-~]?%\\}\\s*$`);
  for (let line = from; line < end; line++) {
    if (state.src.charCodeAt(lineStart(state, line)) === 0x7b && close.test(lineText(state, line)))
      return line;
  }
  if (state.level === 0) draft.unclosed.set(key, state.src);
  return null;
}
