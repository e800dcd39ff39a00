import type { StateInline } from 'markdown-it';

/**
 * markdown-it's rule for plain text, with less stops: it runs on to a character at which one of our inline rules can
 * really begin. The standard rule stops at each `-`, `=`, `'`, `!`, `:`, and every stop asks all the rules in turn.
 */
export function text(state: StateInline, silent: boolean): boolean {
  const { src, posMax } = state;
  const start = state.pos;
  let pos = start;
  while (pos < posMax) {
    const code = src.charCodeAt(pos);
    if (code < 128) {
      const stop = STOPS[code] ?? 0;
      if (stop === ALWAYS || (stop === MAYBE && begins(code, src, pos))) break;
    }
    pos++;
  }
  if (pos === start) return false;
  if (!silent) state.pending += src.slice(start, pos);
  state.pos = pos;
  return true;
}

const ALWAYS = 1;
const MAYBE = 2;
const STOPS = new Uint8Array(128);
for (const char of '\n*_`[]\\') STOPS[char.charCodeAt(0)] = ALWAYS;
for (const char of '!&:<@^~{$') STOPS[char.charCodeAt(0)] = MAYBE;

/** Whether the character opens something here: `![`, `&amp;`, `://`, `<a`, `@[`, `^[`, `~~`, `$$`, `{{`, `{%`, `{:`. */
function begins(code: number, src: string, pos: number): boolean {
  const next = src.charCodeAt(pos + 1);
  switch (code) {
    case 0x21 /* ! */:
    case 0x40 /* @ */:
    case 0x5e /* ^ */:
      return next === 0x5b;
    case 0x24 /* $ */:
      return next === 0x24;
    case 0x26 /* & */:
      return next === 0x23 || isLetter(next);
    case 0x3a /* : */:
      return next === 0x2f && src.charCodeAt(pos + 2) === 0x2f;
    case 0x3c /* < */:
      return isLetter(next) || next === 0x2f || next === 0x21 || next === 0x3f || !isSpace(next);
    case 0x7e /* ~ */:
      return next === 0x7e;
    default:
      return next === 0x7b || next === 0x25 || next === 0x3a;
  }
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a;
}
