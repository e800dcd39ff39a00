import type { StateCore, Token } from 'markdown-it';
import type { Env } from '../draft.js';

/**
 * Takes footnotes out of the running text and sets those that are referred to behind it, in the order of their first
 * reference. Does what the rule of markdown-it-footnote does, in time that grows with the text: that one copies all
 * tokens again for each note.
 */
export function footnoteTail(state: StateCore): void {
  const env: Env = state.env;
  if (!env.footnotes || state.inlineMode) return;
  const body: Token[] = [];
  const notes = new Map<string, Token[]>();
  let note: Token[] | null = null;
  for (const token of state.tokens) {
    if (token.type === 'footnote_reference_open') {
      note = [];
      notes.set(labelOf(token), note);
    } else if (token.type === 'footnote_reference_close') {
      note = null;
    } else {
      (note ?? body).push(token);
    }
  }
  const list = env.footnotes.list ?? [];
  if (list.length > 0) {
    const make = (type: string, nesting: -1 | 0 | 1, meta: unknown = null): Token => {
      const token = new state.Token(type, '', nesting);
      token.meta = meta;
      return token;
    };
    body.push(make('footnote_block_open', 1));
    list.forEach((entry, id) => {
      body.push(make('footnote_open', 1, { id }));
      const content = entry.tokens
        ? [paragraph(state, 1), inline(state, entry.content ?? '', entry.tokens), paragraph(state, -1)]
        : [...(notes.get(entry.label ?? '') ?? [])];
      const anchor = make('footnote_anchor', 0, { id, count: Math.max(entry.count ?? 1, 1) });
      const last = content.at(-1);
      if (last?.type === 'paragraph_close') content.splice(-1, 1, anchor, last);
      else content.push(anchor);
      for (const token of content) body.push(token);
      body.push(make('footnote_close', -1));
    });
    body.push(make('footnote_block_close', -1));
  }
  state.tokens = body;
}

function labelOf(token: Token): string {
  const meta: { label?: unknown } | null = token.meta;
  return String(meta?.label ?? '');
}

function paragraph(state: StateCore, nesting: -1 | 1): Token {
  const token = new state.Token(nesting === 1 ? 'paragraph_open' : 'paragraph_close', 'p', nesting);
  token.block = true;
  token.level = 2;
  return token;
}

function inline(state: StateCore, content: string, children: Token[]): Token {
  const token = new state.Token('inline', '', 0);
  token.content = content;
  token.children = children;
  return token;
}
