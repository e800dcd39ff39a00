import { KINDS } from '../../model/article.js';
import type { Shape } from '../../schema/field.js';
import { KIND_SYNONYMS } from '../../schema/foreign.js';
import { isWebAddress } from '../../schema/values.js';
import { cutAt, type Part, splitPeople } from './people.js';
import { plainLine } from './plain.js';
import { type Fields, foldKey, type Node, pick, type Scalar } from './tree.js';

/** A field's value in the one form that its schema checks, with the places of its parts. */
export interface Shaped {
  readonly value: unknown;
  /** Of a list: each item with its place. */
  readonly items?: readonly Scalar[];
  /** Of a map or a list of maps: places by path, such as `src` or `0.date`. */
  readonly parts?: ReadonlyMap<string, Scalar>;
}

/** Null: nothing is said. A text: what stands there instead of what was expected. */
export type ShapeResult = Shaped | null | string;

/** Brings what editors may write into one form. Never fails: what can't be brought into form is named. */
export function shape(kind: Shape, node: Node): ShapeResult {
  return SHAPES[kind](node);
}

const SHAPES: { readonly [kind in Shape]: (node: Node) => ShapeResult } = {
  line: (node) => text(node, plainLine),
  name: (node) => text(first(node), (written) => written.trim()),
  moment: (node) => text(node, (written) => written.trim()),
  language: (node) => text(first(node), (written) => written.trim().replaceAll('_', '-')),
  kind: (node) => text(node, kindOf),
  flag: (node) => (node.is === 'scalar' ? said(flagOf(node.text) ?? node.text) : nameOf(node)),
  number: (node) => (node.is === 'scalar' ? said(numberOf(node.text)) : nameOf(node)),
  until: trueOrText,
  reason: trueOrText,
  list: (node) => list(node, (line) => cutAt(line, /[,،;]/g)),
  people: (node) => list(node, splitPeople),
  paths: (node) => list(node, (line) => cutAt(line, /\n/g)),
  picture,
  source,
  corrections: (node) =>
    maps(node, {
      date: { names: ['date', 'time'], make: (written) => written.trim() },
      text: { names: ['text', 'note', 'correction', 'body', 'content', 'description'], make: plainLine },
      type: { names: ['type', 'kind'], make: (written) => written.trim().toLowerCase() },
    }),
  live: (node) =>
    maps(node, {
      date: { names: ['date', 'time', 'at'], make: (written) => written.trim() },
      title: { names: ['title', 'headline'], make: plainLine },
      text: { names: ['text', 'body', 'content', 'post'], make: (written) => written },
    }),
};

function said(value: unknown): Shaped | null {
  return value === '' || value === undefined ? null : { value };
}

function text(node: Node | null, make: (written: string) => string): ShapeResult {
  if (node === null) return null;
  return node.is === 'scalar' ? said(make(node.text)) : nameOf(node);
}

/** Hugo writes one name as a list of one now and then. */
function first(node: Node): Node | null {
  return node.is === 'list' ? (node.items.find((item) => item !== null) ?? null) : node;
}

/** What a node is, for "must be …; here it is …". */
function nameOf(node: Node): string {
  return node.is === 'list' ? 'a list' : node.is === 'fields' ? 'a group of fields' : 'one value';
}

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'on', 'y', '1']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'off', 'n', '0']);

/** True and false in the words of YAML 1.2 and 1.1; null for everything else. */
export function flagOf(written: string): boolean | null {
  const word = written.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

function numberOf(written: string): number | string {
  return /^\s*[+-]?\d{1,15}(?:\.\d+)?\s*$/.test(written) ? Number(written) : written;
}

const KIND_WORDS = new Map<string, string>([
  ...Object.entries(KIND_SYNONYMS),
  ...KINDS.map((kind) => [foldKey(kind), kind] as const),
]);

function kindOf(written: string): string {
  return KIND_WORDS.get(foldKey(written.trim())) ?? written.trim();
}

function trueOrText(node: Node): ShapeResult {
  if (node.is !== 'scalar') return nameOf(node);
  const flag = flagOf(node.text);
  return flag === null ? said(plainLine(node.text)) : flag ? { value: true } : null;
}

/** A list of texts, or one text that names several. An object in the list stands for its name. */
function list(node: Node, cut: (line: string) => Part[]): ShapeResult {
  const items: Scalar[] = [];
  if (node.is === 'scalar') {
    const shift = node.plain ? 0 : 1;
    for (const part of cut(node.text)) {
      const { line, column, textLine } = node;
      const inside = textLine === line ? column + shift + part.offset : column;
      items.push({ ...node, text: part.text, column: inside, length: part.text.length });
    }
  } else if (node.is === 'fields') {
    const name = pick(node, 'name', 'title', 'id', 'slug', 'url');
    if (name?.is !== 'scalar') return nameOf(node);
    items.push(name);
  } else {
    for (const item of node.items) {
      const named = item?.is === 'fields' ? pick(item, 'name', 'title', 'id', 'slug', 'url') : item;
      if (named === null) continue;
      if (named.is !== 'scalar') return `a list that holds ${nameOf(named)}`;
      const trimmed = named.text.trim();
      if (trimmed !== '') items.push(trimmed === named.text ? named : { ...named, text: trimmed });
    }
  }
  return items.length === 0 ? null : { value: items.map((item) => item.text), items };
}

function picture(node: Node): ShapeResult {
  const one = first(node);
  if (one === null) return null;
  if (one.is === 'scalar') {
    return one.text.trim() === ''
      ? null
      : { value: { src: one.text.trim() }, parts: new Map([['src', one]]) };
  }
  if (one.is === 'list') return 'a list of lists';
  const src = pick(one, 'src', 'url', 'path', 'file', 'filename', 'image', 'feature', 'href');
  if (src === null) {
    const known = ['src', 'url', 'path', 'file', 'filename', 'image', 'feature', 'href'];
    // A form that was left empty (`src:`) says nothing.
    return one.entries.some((entry) => known.includes(foldKey(entry.key)))
      ? null
      : 'a group of fields without `src`';
  }
  if (src.is !== 'scalar') return nameOf(src);
  if (src.text.trim() === '') return null;
  return {
    value: {
      src: src.text.trim(),
      ...part(one, 'alt', 'alt', 'alttext', 'alternative'),
      ...part(one, 'caption', 'caption', 'figcaption', 'description', 'title'),
      ...part(one, 'credit', 'credit', 'copyright', 'photographer', 'attribution', 'author', 'by', 'source'),
      ...part(one, 'focus', 'focus', 'focalpoint', 'position'),
    },
    parts: new Map([['src', src], ...scalarPart(one, 'focus', 'focus', 'focalpoint', 'position')]),
  };
}

/** Where a part stands that has more than one spelling. */
function scalarPart(fields: Fields, key: string, ...names: readonly string[]): (readonly [string, Scalar])[] {
  const found = pick(fields, ...names);
  return found?.is === 'scalar' ? [[key, found]] : [];
}

function part(fields: Fields, key: string, ...names: readonly string[]): { [key: string]: string } {
  const found = pick(fields, ...names);
  const line = found?.is === 'scalar' ? plainLine(found.text) : '';
  return line === '' ? {} : { [key]: line };
}

/** A name, an address, a Markdown link, or both in a group. */
function source(node: Node): ShapeResult {
  const one = first(node);
  if (one === null) return null;
  if (one.is === 'list') return 'a list of lists';
  if (one.is === 'scalar') {
    const written = one.text.trim();
    if (written === '') return null;
    const link = /^\[([^\]]+)\]\(\s*<?([^\s<>]+)>?\s*\)$/.exec(written);
    const value = link
      ? { name: plainLine(link[1] ?? ''), url: link[2] }
      : isWebAddress(written)
        ? { url: written }
        : { name: plainLine(written) };
    return {
      value,
      parts: new Map([
        ['url', one],
        ['name', one],
      ]),
    };
  }
  const url = pick(one, 'url', 'link', 'href');
  if (url !== null && url.is !== 'scalar') return nameOf(url);
  const address = url?.text.trim() ?? '';
  const value = {
    ...part(one, 'name', 'name', 'title', 'publication', 'site', 'author'),
    ...(address !== '' && { url: address }),
  };
  if (Object.keys(value).length === 0)
    return one.entries.some((entry) => entry.value !== null) ? nameOf(one) : null;
  return { value, ...(url !== null && { parts: new Map([['url', url]]) }) };
}

interface MapField {
  readonly names: readonly string[];
  readonly make: (written: string) => string;
}

/** A list of groups of fields; one group alone counts as a list of one. */
function maps(node: Node, fields: { readonly [key: string]: MapField }): ShapeResult {
  if (node.is === 'scalar') return node.text.trim() === '' ? null : nameOf(node);
  const all = node.is === 'list' ? node.items.filter((item) => item !== null) : [node];
  const parts = new Map<string, Scalar>();
  const values: { [key: string]: string }[] = [];
  for (const [i, item] of all.entries()) {
    if (item.is !== 'fields') return `a list that holds ${nameOf(item)}`;
    const value: { [key: string]: string } = {};
    parts.set(String(i), {
      is: 'scalar',
      text: '',
      plain: true,
      line: item.line,
      column: item.column,
      textLine: item.line,
      length: 1,
    });
    for (const [key, field] of Object.entries(fields)) {
      const found = pick(item, ...field.names);
      if (found === null) continue;
      if (found.is !== 'scalar') return `a list in which \`${key}\` is ${nameOf(found)}`;
      const made = field.make(found.text);
      if (made.trim() === '') continue;
      value[key] = made;
      parts.set(`${i}.${key}`, found);
    }
    values.push(value);
  }
  return values.length === 0 ? null : { value: values, parts };
}
