import type { StateInline } from 'markdown-it';
import { dirOf } from '../../../../text/lang.js';
import { draftOf, noteMark } from '../draft.js';

const CLOSERS: { readonly [open: string]: string } = { $$: '$$', '\\(': '\\)', '\\[': '\\]' };
const LONGEST = 4000;

/**
 * Inline rule at `$` and `\`: formulas of TeX in a text that runs from right to left. Nothing sets them here, but they
 * stay as written and run from left to right, or brackets and arrows would stand the wrong way round.
 */
export function mathematics(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const open = src.slice(pos, pos + 2);
  const close = CLOSERS[open];
  if (close === undefined) return false;
  const draft = draftOf(state.env);
  if (dirOf(draft.place.lang) !== 'rtl') return false;
  const rest = src.slice(pos + 2, Math.min(pos + LONGEST, posMax));
  const length = rest.indexOf(close);
  if (length < 0 || !isFormula(open, rest.slice(0, length))) return false;
  const end = pos + 2 + length + close.length;
  if (!silent) {
    noteMark(draft, `${open} … ${close}`, 'text');
    state.push('formula', 'bdi', 0).content = src.slice(pos, end);
  }
  state.pos = end;
  return true;
}

/** Brackets are also escaped where they are brackets: `\[1\]`. */
function isFormula(open: string, inner: string): boolean {
  if (inner.trim() === '') return false;
  if (open === '$$') return true;
  if (open === '\\[') return /[\\^_=]/.test(inner);
  return !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(inner.replace(/\\[a-z]+\{[^{}]*\}/gi, ''));
}
