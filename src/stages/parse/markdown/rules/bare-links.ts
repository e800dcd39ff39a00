import type { StateInline, Token } from 'markdown-it';

/**
 * Bare addresses become links where they begin with `http://`, `https://` or `www.`, and nowhere else: `node.js` and
 * `a@b` in a running text are words. As in GFM, punctuation at the end is not part of the address, and neither is a
 * closing bracket that the address didn't open. Punctuation and ideographs of other scripts end it.
 */
const ADDRESS =
  /[^ <>"`|\\^{}[\]\p{P}\p{Z}\p{C}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[-!#$%&'()*+,./:;=?@_~]/uy;
// The same as runs: unrolled for speed, since most addresses are ASCII.
const ASCII_RUN = /[A-Za-z0-9\-!#$%&'()*+,./:;=?@_~]+/y;
const HOST = /[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,40}(?::\d{1,5})?(?!:\/|[@\p{L}\p{N}_-])/uy;
const TRAILING = new Set('?!.,:*_~\'"'.split(''));

/** Inline rule at `://`: the scheme stands at the end of `pending`. */
export function bareLink(state: StateInline & { readonly linkLevel?: number }, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x3a || src.charCodeAt(pos + 1) !== 0x2f || src.charCodeAt(pos + 2) !== 0x2f) {
    return false;
  }
  if ((state.linkLevel ?? 0) > 0) return false;
  const scheme = /(?:^|[^a-z0-9])(https?)$/i.exec(src.slice(Math.max(0, pos - 6), pos))?.[1];
  if (scheme === undefined || state.pending.length < scheme.length) return false;
  const start = pos - scheme.length;
  const host = hostEnd(src, pos + 3);
  if (host < 0 || host > state.posMax) return false;
  const end = addressEnd(src, pos + 3, host, state.posMax);
  if (!silent) {
    state.pending = state.pending.slice(0, -scheme.length);
    const address = src.slice(start, end);
    const open = state.push('link_open', 'a', 1);
    open.attrs = [['href', address]];
    open.info = 'auto';
    state.push('text', '', 0).content = address;
    state.push('link_close', 'a', -1).info = 'auto';
  }
  state.pos = end;
  return true;
}

/** Splits text tokens at `www.` addresses; everything else stays the same token. */
export function linkWww(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  let inLink = 0;
  for (const token of tokens) {
    if (token.type === 'link_open') inLink++;
    if (token.type === 'link_close') inLink--;
    if (token.type === 'text' && inLink === 0 && token.content.includes('www.')) splitWww(token, result);
    else result.push(token);
  }
  return result;
}

function splitWww(token: Token, result: Token[]): void {
  const { content } = token;
  const make = (type: string, tag: string, nesting: -1 | 0 | 1): Token => {
    const made: Token = Object.create(Object.getPrototypeOf(token));
    return Object.assign(made, token, { type, tag, nesting, attrs: null, content: '', info: '' });
  };
  const textToken = (words: string): Token => Object.assign(make('text', '', 0), { content: words });
  let from = 0;
  for (const match of content.matchAll(/(?<![\p{L}\p{N}/@.-])www\.(?=[\p{L}\p{N}])/giu)) {
    if (match.index < from) continue;
    const host = hostEnd(content, match.index);
    if (host < 0 || !content.slice(match.index + 4, host).includes('.')) continue;
    const end = addressEnd(content, match.index, host, content.length);
    const address = content.slice(match.index, end);
    if (match.index > from) result.push(textToken(content.slice(from, match.index)));
    result.push(
      Object.assign(make('link_open', 'a', 1), { attrs: [['href', `http://${address}`]], info: 'auto' }),
      textToken(address),
      Object.assign(make('link_close', 'a', -1), { info: 'auto' }),
    );
    from = end;
  }
  if (from === 0) result.push(token);
  else if (from < content.length) result.push(textToken(content.slice(from)));
}

/** Where the host that begins at `start` ends; -1 where there is none. Bounded, so that failing costs little. */
function hostEnd(src: string, start: number): number {
  HOST.lastIndex = start;
  return HOST.test(src) ? HOST.lastIndex : -1;
}

/** Where an address ends whose host stands from `start` to `host`. */
function addressEnd(src: string, start: number, host: number, max: number): number {
  let end = host;
  const next = src.charCodeAt(host);
  if (next !== 0x2f /* / */ && next !== 0x3f /* ? */ && next !== 0x23 /* # */) return Math.min(end, max);
  while (end < max) {
    ASCII_RUN.lastIndex = end;
    if (ASCII_RUN.test(src)) {
      end = ASCII_RUN.lastIndex;
      continue;
    }
    ADDRESS.lastIndex = end;
    if (!ADDRESS.test(src)) break;
    end = ADDRESS.lastIndex;
  }
  end = Math.min(end, max);
  let open = 0;
  let close = 0;
  for (let i = start; i < end; i++) {
    const code = src.charCodeAt(i);
    if (code === 0x28) open++;
    else if (code === 0x29) close++;
  }
  while (end > host) {
    const last = src.charAt(end - 1);
    if (last === ')') {
      if (close <= open) break;
      close--;
      end--;
    } else if (last === ';') {
      end -= /&[a-z0-9]+;$/i.exec(src.slice(Math.max(host, end - 32), end))?.[0].length ?? 1;
    } else if (TRAILING.has(last)) end--;
    else break;
  }
  return end;
}
