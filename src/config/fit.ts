import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, visit } from 'yaml';
import { z } from 'zod';
import { namedEntries } from './named-entries.js';

/** Where a value stands in the text: UTF-16 offsets of its name (where it has one) and of itself. */
export interface Range {
  readonly key: readonly [number, number] | null;
  readonly value: readonly [number, number];
}

export type Path = readonly PropertyKey[];

/** What was odd about names, apart from their values. */
export type Oddity =
  | {
      readonly kind: 'unknown';
      readonly path: Path;
      readonly range: Range;
      readonly known: readonly string[];
    }
  | { readonly kind: 'twice'; readonly path: Path; readonly range: Range; readonly other: string };

/** YAML as plain data in the shape that a schema wants, still unchecked, with the place of everything in it. */
export interface Fitted {
  readonly value: unknown;
  readonly oddities: readonly Oddity[];
  /** The nearest known place of a path: its own, else that of what is around it. */
  rangeOf(path: Path): Range | null;
  /** The schema that a path was fitted to. */
  schemaOf(path: Path): z.core.$ZodType | null;
}

/** Thrown where references lead in a circle or multiply to more than any real file holds. */
export class TooMuch extends Error {}

/** A real `site.yaml` has some hundred values; one that references blow up has millions. */
const MOST_VALUES = 20_000;
const DEEPEST = 60;

const TRUE = /^(?:true|yes|on)$/i;
const FALSE = /^(?:false|no|off)$/i;

/**
 * Reads YAML nodes along a schema, kindly: names may be written as `timeZone`, `time_zone` or `time-zone`; a list of
 * one may be written without its list; a text that looks like a number (`0123`) stays the text that it is; `yes` and
 * `no` are true and false where only those are possible; an empty value counts as not written.
 */
export function readAs(root: Node | null, schema: z.core.$ZodType): Fitted {
  const ranges = new Map<string, Range>();
  const schemas = new Map<string, z.core.$ZodType>();
  const oddities: Oddity[] = [];
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  let values = 0;
  // Anchors in places that no option reads count too.
  visit(root, (_, node) => {
    if (isNamed(node) && !anchors.has(node.anchor)) anchors.set(node.anchor, node);
  });

  const resolved = (node: Node | null): Node | null => {
    if (!isAlias(node)) {
      if (isNamed(node)) anchors.set(node.anchor, node);
      return node;
    }
    return anchors.get(node.source) ?? null;
  };

  /** Runs `read` on a node, counting values and refusing circles. */
  const inside = <T>(node: Node, read: () => T): T => {
    if (++values > MOST_VALUES || open.has(node) || open.size > DEEPEST) throw new TooMuch();
    open.add(node);
    const value = read();
    open.delete(node);
    return value;
  };

  const record = (path: Path, key: Node | null, value: Node | null, type: z.core.$ZodType | null): Range => {
    const spot = span(value) ?? span(key) ?? [0, 0];
    const range = { key: span(key), value: spot };
    ranges.set(nameOf(path), range);
    if (type !== null) schemas.set(nameOf(path), type);
    return range;
  };

  const repeated = (
    value: object,
    path: Path,
    key: string,
    keyNode: Node | null,
    node: Node | null,
  ): boolean => {
    if (!Object.hasOwn(value, key)) return false;
    const range = record([...path, key, ''], keyNode, node, null);
    oddities.push({ kind: 'twice', path: [...path, key], range, other: key });
    return true;
  };

  const fitted = (written: Node | null, type: z.core.$ZodType, path: Path): unknown => {
    const node = resolved(written);
    if (node === null || (isScalar(node) && node.value === null)) return undefined;
    return inside(node, () => {
      const wanted = choose(unwrapped(type), node);
      if (wanted instanceof z.ZodObject && isMap(node)) return fittedObject(node.items, wanted, path);
      if (wanted instanceof z.ZodArray) {
        const named = namedEntries(node, unwrapped(wanted.element), resolved);
        const items = isSeq(node) ? node.items : (named ?? [written]);
        // A list of one may be written without its list; the same node again, one level in, is no circle.
        if (!isSeq(node)) open.delete(node);
        return items.map((item, i) => {
          const child = asNode(item);
          const at = [...path, i];
          record(at, null, child, wanted.element);
          return fitted(child, wanted.element, at) ?? (wanted.element instanceof z.ZodString ? '' : null);
        });
      }
      if (wanted instanceof z.ZodRecord && isMap(node))
        return fittedRecord(node.items, wanted.valueType, path);
      return isScalar(node) ? scalar(node, wanted) : plainInside(node, path);
    });
  };

  const fittedObject = (pairs: readonly Pair[], type: z.ZodObject, path: Path): unknown => {
    const names = new Map(Object.keys(type.shape).map((name) => [folded(name), name]));
    const written = new Map<string, string>();
    const value: Record<string, unknown> = {};
    for (const pair of pairs) {
      const { key, keyNode, node } = parts(pair);
      const name = names.get(folded(key));
      const others = type.def.catchall;
      if (name === undefined && others !== undefined && key !== '__proto__') {
        if (repeated(value, path, key, keyNode, node)) continue;
        record([...path, key], keyNode, node, others);
        value[key] = plain(node, [...path, key]);
        continue;
      }
      if (name === undefined) {
        const range = record([...path, key], keyNode, node, null);
        oddities.push({ kind: 'unknown', path: [...path, key], range, known: [...names.values()] });
        continue;
      }
      const before = written.get(name);
      const child = type.shape[name];
      if (before !== undefined) {
        const range = record([...path, key, ''], keyNode, node, null);
        oddities.push({ kind: 'twice', path: [...path, key], range, other: before });
        continue;
      }
      record([...path, name], keyNode, node, child);
      written.set(name, key);
      const read = fitted(node, child, [...path, name]);
      if (read !== undefined) value[name] = read;
    }
    return value;
  };

  const fittedRecord = (pairs: readonly Pair[], type: z.core.$ZodType, path: Path): unknown => {
    const value: Record<string, unknown> = {};
    for (const pair of pairs) {
      const { key, keyNode, node } = parts(pair);
      if (repeated(value, path, key, keyNode, node)) continue;
      const range = record([...path, key], keyNode, node, type);
      if (key === '__proto__') oddities.push({ kind: 'unknown', path: [...path, key], range, known: [] });
      else {
        const read = fitted(node, type, [...path, key]);
        if (read !== undefined) value[key] = read;
        else if (acceptsNull(type)) value[key] = null;
      }
    }
    return value;
  };

  /** A value that no schema describes, as JSON has it. */
  const plain = (written: Node | null, path: Path): unknown => {
    const node = resolved(written);
    if (node === null) return null;
    return inside(node, () => plainInside(node, path));
  };

  const plainInside = (node: Node, path: Path): unknown => {
    if (isMap(node)) {
      const value: Record<string, unknown> = {};
      for (const pair of node.items) {
        const { key, keyNode, node: child } = parts(pair);
        if (repeated(value, path, key, keyNode, child)) continue;
        record([...path, key], keyNode, child, null);
        if (key !== '__proto__') value[key] = plain(child, [...path, key]);
      }
      return value;
    }
    if (isSeq(node)) return node.items.map((item, i) => plain(asNode(item), [...path, i]));
    return isScalar(node) ? jsonScalar(node) : null;
  };

  const value = fitted(root, schema, []);
  return {
    value,
    oddities,
    rangeOf: (path) => nearest(ranges, path),
    schemaOf: (path) => schemas.get(nameOf(path)) ?? null,
  };
}

/** A schema without its `optional`, `default` and the like. */
export function unwrapped(type: z.core.$ZodType): z.core.$ZodType {
  if (type instanceof z.ZodOptional || type instanceof z.ZodNullable) return unwrapped(type.unwrap());
  if (type instanceof z.ZodDefault || type instanceof z.ZodPrefault) return unwrapped(type.unwrap());
  if (!(type instanceof z.ZodLazy)) return type;
  let inner = lazies.get(type);
  if (inner === undefined) {
    inner = unwrapped(type.unwrap());
    lazies.set(type, inner);
  }
  return inner;
}

/** A lazy schema makes a new one each time that it is asked. */
const lazies = new WeakMap<z.core.$ZodType, z.core.$ZodType>();

/** Of a union the member that a node of this kind can fit. */
function choose(type: z.core.$ZodType, node: Node): z.core.$ZodType {
  if (!(type instanceof z.ZodUnion)) return type;
  const members = type.options.map((member) => unwrapped(member));
  const first = (...kinds: readonly (new (...args: never) => z.core.$ZodType)[]) =>
    members.find((member) => kinds.some((kind) => member instanceof kind));
  if (isMap(node)) return first(z.ZodObject, z.ZodRecord) ?? type;
  if (isSeq(node)) return first(z.ZodArray) ?? type;
  if (!isScalar(node)) return type;
  const exact =
    typeof node.value === 'number'
      ? first(z.ZodNumber)
      : typeof node.value === 'boolean' || (isFlag(node) && first(z.ZodString) === undefined)
        ? first(z.ZodBoolean)
        : undefined;
  return exact ?? first(z.ZodString, z.ZodEnum) ?? first(z.ZodNumber, z.ZodBoolean) ?? type;
}

function acceptsNull(type: z.core.$ZodType): boolean {
  const bare = unwrapped(type);
  return bare instanceof z.ZodUnion && bare.options.some((member) => member instanceof z.ZodNull);
}

function isNamed(node: unknown): node is Node & { readonly anchor: string } {
  return (isMap(node) || isSeq(node) || isScalar(node)) && typeof node.anchor === 'string';
}

function scalar(node: Scalar, type: z.core.$ZodType): unknown {
  const { value } = node;
  if (type instanceof z.ZodBoolean && isFlag(node)) return value === true || TRUE.test(String(value));
  if (type instanceof z.ZodNumber && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) {
    return Number(value);
  }
  if (type instanceof z.ZodString || type instanceof z.ZodEnum) {
    return (typeof value === 'string' ? value : (node.source ?? String(value))).trim();
  }
  return jsonScalar(node);
}

function isFlag(node: Scalar): boolean {
  return typeof node.value === 'boolean' || TRUE.test(String(node.value)) || FALSE.test(String(node.value));
}

/** Infinity and "not a number" are no JSON: they stay the text that was written. */
function jsonScalar(node: Scalar): unknown {
  const { value } = node;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  return node.source ?? String(value);
}

function parts(pair: Pair): { key: string; keyNode: Node | null; node: Node | null } {
  const keyNode = asNode(pair.key);
  const key = isScalar(keyNode) ? (keyNode.source ?? String(keyNode.value)) : '';
  return { key, keyNode, node: asNode(pair.value) };
}

function asNode(value: unknown): Node | null {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value) ? value : null;
}

function span(node: Node | null): readonly [number, number] | null {
  return node?.range ? [node.range[0], node.range[1]] : null;
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

function nameOf(path: Path): string {
  return path.map(String).join('\0');
}

function nearest(ranges: ReadonlyMap<string, Range>, path: Path): Range | null {
  for (let length = path.length; length > 0; length--) {
    const range = ranges.get(nameOf(path.slice(0, length)));
    if (range) return range;
  }
  return null;
}
