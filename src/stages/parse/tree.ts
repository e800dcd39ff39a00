import type { Json } from '../../model/json.js';

/**
 * Front matter of any language as a small tree: every text as it was written, with its place. Nothing has been made
 * of it yet: `10:30` is the text `10:30`, `0123` is `0123`. Empty values and `null` are null.
 */
export type Node = Scalar | List | Fields;

interface At {
  /** In the file, both from 1. */
  readonly line: number;
  readonly column: number;
}

export interface Scalar extends At {
  readonly is: 'scalar';
  readonly text: string;
  /** Without quotes, so that `true` and `12` may mean what they say. */
  readonly plain: boolean;
  /** The line on which the text itself begins: for a block (`text: |`) the line below. */
  readonly textLine: number;
  /** UTF-16 units that it takes on its line, for underlines. */
  readonly length: number;
}

export interface List extends At {
  readonly is: 'list';
  readonly items: readonly (Node | null)[];
}

export interface Fields extends At {
  readonly is: 'fields';
  readonly entries: readonly Entry[];
  /** Of a whole front matter: what stands behind plain values on their line and is a comment to YAML. */
  readonly comments?: readonly Comment[];
}

/** `title: We are #1`: behind the blank all is a comment, whatever was meant. */
export interface Comment extends At {
  /** From the `#` to the end of the line. */
  readonly text: string;
  /** The name of the innermost field whose value stands before it. */
  readonly key: string;
  /** Where that value begins, when on this line; null for one of several lines. */
  readonly valueColumn: number | null;
  /** Nothing at all stands before it: `- #MeToo`. */
  readonly alone: boolean;
}

export interface Entry extends At {
  /** As written. Its place is the entry's. */
  readonly key: string;
  readonly value: Node | null;
}

export const NO_FIELDS: Fields = { is: 'fields', line: 1, column: 1, entries: [] };

/** True for what YAML's core schema takes for "nothing". */
export function isNullWord(text: string): boolean {
  return text === '' || text === '~' || text === 'null' || text === 'Null' || text === 'NULL';
}

/** The value of a key of a map, whatever its case, `-` and `_`. */
export function pick(fields: Fields, ...names: readonly string[]): Node | null {
  for (const name of names) {
    for (const entry of fields.entries) {
      if (entry.value !== null && foldKey(entry.key) === name) return entry.value;
    }
  }
  return null;
}

/** A key without case, blanks, `-` and `_`: `Featured_Image` → `featuredimage`. */
export function foldKey(key: string): string {
  return FOLDED.test(key) ? key : key.toLowerCase().replace(/[-_\s]+/g, '');
}
const FOLDED = /^[a-z0-9]+$/;

/**
 * What templates see of a field that Dateline does not know. A number stays a text where a number would lose what
 * was written (`0123`, `1e3`, `1.10`).
 */
export function toJson(node: Node | null): Json {
  if (node === null) return null;
  if (node.is === 'list') return node.items.map(toJson);
  if (node.is === 'fields') {
    return Object.fromEntries(node.entries.map((entry) => [entry.key, toJson(entry.value)]));
  }
  if (!node.plain) return node.text;
  if (node.text === 'true' || node.text === 'True' || node.text === 'TRUE') return true;
  if (node.text === 'false' || node.text === 'False' || node.text === 'FALSE') return false;
  const number = Number(node.text);
  return node.text !== '' && Number.isFinite(number) && String(number) === node.text ? number : node.text;
}
