import { type Entry, type Fields, isNullWord, type List, type Node, type Scalar } from './tree.js';

/**
 * The YAML that nearly every article's front matter is written in, read 20 times as fast as a whole YAML parser can:
 * `key: value` lines with plain or quoted values on one line, lists of such values (`- item` lines or `[a, b]`), blank
 * lines and comments. Whatever else stands there, however harmless, makes the answer null, and the caller asks the
 * `yaml` library. What this returns is exactly what that would return (`tests/stages/parse/simple-yaml.test.ts`).
 *
 * @param line the file's line on which `text` begins
 */
export function readSimpleYaml(text: string, line: number): Fields | null {
  const entries: Entry[] = [];
  const keys = new Set<string>();
  const end = text.length;
  let open: { key: string; line: number; items: Scalar[]; indent: number } | null = null;

  const close = (): void => {
    if (!open) return;
    const first = open.items[0];
    const value: List | null = first
      ? { is: 'list', line: first.line, column: open.indent + 1, items: open.items.map(orNull) }
      : null;
    entries.push({ key: open.key, line: open.line, column: 1, value });
    open = null;
  };

  for (let start = 0; start < end; line++) {
    let stop = text.indexOf('\n', start);
    if (stop === -1) stop = end;
    const from = start;
    start = stop + 1;
    let last = stop;
    while (last > from && text.charCodeAt(last - 1) === SPACE) last--;
    if (last === from) continue;

    const first = text.charCodeAt(from);
    if (first === HASH) continue;
    if (first === SPACE || first === DASH) {
      let at = from;
      while (text.charCodeAt(at) === SPACE) at++;
      if (text.charCodeAt(at) === HASH) return null;
      if (open === null || text.charCodeAt(at) !== DASH || text.charCodeAt(at + 1) !== SPACE) return null;
      const indent = at - from;
      if (open.items.length > 0 && open.indent !== indent) return null;
      open.indent = indent;
      at += 2;
      while (at < last && text.charCodeAt(at) === SPACE) at++;
      const item = at < last ? scalar(text, at, last, line, from) : null;
      if (item === null) return null;
      open.items.push(item);
      continue;
    }
    close();

    let colon = from;
    while (colon < last && isKeyChar(text.charCodeAt(colon))) colon++;
    if (colon === from || colon - from > 100 || text.charCodeAt(colon) !== COLON) return null;
    const key = text.slice(from, colon);
    if (keys.has(key)) return null;
    keys.add(key);
    let at = colon + 1;
    if (at >= last) {
      open = { key, line, items: [], indent: 0 };
      continue;
    }
    if (text.charCodeAt(at) !== SPACE) return null;
    while (text.charCodeAt(at) === SPACE) at++;
    const value =
      text.charCodeAt(at) === BRACKET ? flow(text, at, last, line, from) : scalar(text, at, last, line, from);
    if (value === null) return null;
    entries.push({ key, line, column: 1, value: orNull(value) });
  }
  close();
  return { is: 'fields', line: entries[0]?.line ?? line, column: 1, entries };
}

const SPACE = 0x20;
const HASH = 0x23;
const DASH = 0x2d;
const COLON = 0x3a;
const BRACKET = 0x5b;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

function isKeyChar(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x5f ||
    (code >= 0x30 && code <= 0x39)
  );
}

function orNull<T extends Node>(node: T): T | null {
  return node.is === 'scalar' && node.plain && isNullWord(node.text) ? null : node;
}

/** Characters that must not begin a plain value; those that are safe only before a letter are left to the library. */
const NOT_FIRST = /[-?:,[\]{}#&*!|>'"%@`\s]/;
/** What a plain value on one line must not hold: a colon or number sign that means something, or an odd character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_PLAIN = /: |:$| #|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_QUOTED = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;

function scalar(text: string, from: number, to: number, line: number, lineStart: number): Scalar | null {
  const first = text.charCodeAt(from);
  const column = from - lineStart + 1;
  const length = to - from;
  if (first === QUOTE || first === APOSTROPHE) {
    if (to - from < 2 || text.charCodeAt(to - 1) !== first) return null;
    const inner = unquote(text.slice(from + 1, to - 1), first);
    return inner === null
      ? null
      : { is: 'scalar', text: inner, plain: false, line, column, textLine: line, length };
  }
  const plain = text.slice(from, to);
  if (NOT_FIRST.test(plain.charAt(0)) || NOT_PLAIN.test(plain)) return null;
  return { is: 'scalar', text: plain, plain: true, line, column, textLine: line, length };
}

function unquote(inner: string, quote: number): string | null {
  if (NOT_QUOTED.test(inner)) return null;
  if (quote === QUOTE) return inner.includes('"') || inner.includes('\\') ? null : inner;
  if (!inner.includes("'")) return inner;
  const whole = inner.replaceAll("''", '');
  return whole.includes("'") ? null : inner.replaceAll("''", "'");
}

/** Items of a list in brackets on one line; only words without any sign that YAML could mean something by. */
const FLOW_WORD = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M} _./+-]*$/u;

function flow(text: string, from: number, to: number, line: number, lineStart: number): List | null {
  if (text.charCodeAt(to - 1) !== 0x5d) return null;
  const items: Scalar[] = [];
  let at = from + 1;
  const end = to - 1;
  while (at < end) {
    while (at < end && text.charCodeAt(at) === SPACE) at++;
    if (at === end) break;
    const first = text.charCodeAt(at);
    let stop: number;
    if (first === QUOTE || first === APOSTROPHE) {
      stop = text.indexOf(first === QUOTE ? '"' : "'", at + 1) + 1;
      if (stop === 0 || stop > end) return null;
      const inner = text.slice(at + 1, stop - 1);
      if (NOT_QUOTED.test(inner) || (first === QUOTE && inner.includes('\\'))) return null;
      items.push({
        is: 'scalar',
        text: inner,
        plain: false,
        line,
        column: at - lineStart + 1,
        textLine: line,
        length: stop - at,
      });
    } else {
      stop = text.indexOf(',', at);
      if (stop === -1 || stop > end) stop = end;
      let last = stop;
      while (text.charCodeAt(last - 1) === SPACE) last--;
      const word = text.slice(at, last);
      if (!FLOW_WORD.test(word)) return null;
      items.push({
        is: 'scalar',
        text: word,
        plain: true,
        line,
        column: at - lineStart + 1,
        textLine: line,
        length: last - at,
      });
    }
    at = stop;
    while (at < end && text.charCodeAt(at) === SPACE) at++;
    if (at < end && text.charCodeAt(at) !== 0x2c) return null;
    at++;
  }
  return { is: 'list', line, column: from - lineStart + 1, items: items.map(orNull) };
}
