import type { z } from 'zod';
import type { Spot } from '../../model/article.js';
import { KINDS } from '../../model/article.js';
import type { Json } from '../../model/json.js';
import type { Problem } from '../../model/problem.js';
import {
  incompleteEntry,
  invalidValue,
  misspeltField,
  tooLong,
  tooMany,
  unclearVisibility,
  unknownCorrectionType,
  unknownKind,
  wrongShape,
} from '../../problems/front-matter/fields.js';
import { sameFieldTwice } from '../../problems/front-matter/syntax.js';
import type { Located, Locator } from '../../problems/index.js';
import { CORRECTION_TYPES } from '../../schema/article.js';
import { type FieldNote, noteOf } from '../../schema/field.js';
import type { ParseConfig } from './config.js';
import { FOREIGN, type Meaning, namesOf } from './names.js';
import { nearField } from './near-field.js';
import { flagOf, type Shaped, shape } from './shapes.js';
import { inCurlyQuotes, lostBehindHash } from './slips.js';
import { type Entry, type Fields, type Node, type Scalar, toJson } from './tree.js';
import { asksUnseen } from './unseen.js';

/** A front matter after its schema, with the place of everything that was written. */
export interface Written<T> {
  readonly values: T;
  readonly extra: { readonly [key: string]: Json };
  readonly spots: { readonly [field: string]: Spot };
  readonly problems: readonly Problem[];
  /** Where a field's value stands, for a problem; the front matter's start where it wasn't written. */
  readonly place: (field: keyof T & string, part?: string) => Located;
  /** The items of a list with their places. */
  readonly items: (field: keyof T & string) => readonly Scalar[];
  /** A part of a field as it was written, such as `0.text`. */
  readonly part: (field: keyof T & string, part: string) => Scalar | null;
  /** Whether the field was written with a value that it can't have: it is then not missing. */
  readonly refused: (field: keyof T & string) => boolean;
  /** As editors wrote the name: `pubDate`. */
  readonly nameOf: (field: keyof T & string) => string;
}

interface Candidate<F extends string> {
  readonly meaning: Meaning<F>;
  readonly entry: Entry;
  readonly value: Node;
}

/**
 * Makes the function that reads front matter by a schema: names, forms, types and defaults all come from there. Every
 * problem is told, and the fields that have one count as not said.
 */
export function fieldReader<S extends { readonly [field: string]: z.ZodType }>(
  schema: z.ZodObject<S>,
  config: ParseConfig,
): (fields: Fields, at: Locator) => Written<z.output<z.ZodObject<S>>> {
  type F = keyof S & string;
  type T = z.output<z.ZodObject<S>>;
  const names = namesOf<F>(schema.shape, config, specialMeaning);
  const noted = new Map<F, FieldNote>();
  for (const field of names.known) {
    const type = schema.shape[field];
    if (type !== undefined) noted.set(field, noteOf(type));
  }
  const near = nearField(names.known, names.others);

  return (fields, at) => {
    const problems: Problem[] = [];
    const candidates = new Map<F, Candidate<F>[]>();
    const unused = new Set<Entry>();
    for (const entry of fields.entries) {
      const meanings = names.meanings(entry.key);
      unused.add(entry);
      if (entry.value === null) {
        if (meanings.length > 0) unused.delete(entry);
        continue;
      }
      for (const meaning of meanings) {
        const candidate = { meaning, entry, value: entry.value };
        const others = candidates.get(meaning.field);
        if (others) others.push(candidate);
        else candidates.set(meaning.field, [candidate]);
      }
    }

    const values: { [field: string]: unknown } = {};
    const spots: { [field: string]: Spot } = {};
    const refused = new Set<string>();
    const shaped = new Map<string, Shaped>();
    const entries = new Map<string, Entry>();
    for (const [field, list] of candidates) {
      if (list.length > 1) list.sort((a, b) => a.meaning.rank - b.meaning.rank);
      const note = noted.get(field);
      if (note === undefined) continue;
      for (const [i, { meaning, entry, value }] of list.entries()) {
        const foreign = meaning.rank >= FOREIGN;
        if (meaning.fits && !meaning.fits(value)) continue;
        const result = shape(note.shape, value);
        if (result === null) {
          unused.delete(entry);
          continue;
        }
        if (typeof result === 'string') {
          // What other systems mean by the name may be another thing.
          if (foreign) continue;
          refused.add(field);
          problems.push(wrongShape(placeOf(at, value), entry.key, note.expects, result, note.example));
          unused.delete(entry);
          break;
        }
        const made = meaning.negated ? { value: result.value !== true } : result;
        if (foreign && !couldBe(schema.shape[field], made.value)) continue;
        values[field] = made.value;
        spots[field] = { line: value.line, column: value.column };
        shaped.set(field, made);
        entries.set(field, entry);
        unused.delete(entry);
        const twin = list[i + 1];
        if (twin && meaning.rank === 0 && twin.meaning.rank === 0) {
          problems.push(sameFieldTwice(keyPlace(at, twin.entry), twin.entry.key, entry.key));
        }
        for (const other of list) if (other.meaning.rank === 0) unused.delete(other.entry);
        break;
      }
    }

    for (const [field, entry] of entries) problems.push(...inCurlyQuotes(field, entry, at));
    if (fields.comments !== undefined) {
      const saidBy = (entry: Entry) => {
        const [meaning] = names.meanings(entry.key);
        const note = meaning && noted.get(meaning.field);
        return meaning && note ? { field: meaning.field, shape: note.shape } : null;
      };
      problems.push(...lostBehindHash(fields, saidBy, at));
    }

    const extra: [string, Json][] = [];
    for (const entry of unused) {
      extra.push([entry.key, toJson(entry.value)]);
      const meant = names.meanings(entry.key).length > 0 ? null : near(entry.key);
      if (asksUnseen(entry.key, entry.value))
        problems.push(unclearVisibility(keyPlace(at, entry), entry.key, wordsOf(entry.value)));
      else if (meant !== null) problems.push(misspeltField(keyPlace(at, entry), entry.key, meant));
    }

    const place = (field: string, part?: string): Located => {
      const found = part === undefined ? undefined : shaped.get(field)?.parts?.get(part);
      const node = found ?? entries.get(field)?.value ?? null;
      return node === null ? at.line(fields.line, 1) : placeOf(at, node);
    };
    const items = (field: string): readonly Scalar[] =>
      refused.has(field) ? [] : (shaped.get(field)?.items ?? []);
    const part = (field: string, key: string): Scalar | null => shaped.get(field)?.parts?.get(key) ?? null;
    const nameOf = (field: string): string => entries.get(field)?.key ?? field;
    return {
      values: checked(schema, values, (issue) => {
        const field = String(issue.path[0]);
        refused.add(field);
        problems.push(
          valueProblem(
            issue,
            field,
            nameOf(field),
            noted.get(field as F)?.expects ?? '',
            { place, items: (name) => shaped.get(name)?.items ?? [], part },
            at,
          ),
        );
      }),
      extra: extra.length === 0 ? NOTHING : Object.fromEntries(extra),
      spots,
      problems,
      place,
      items,
      part,
      refused: (field) => refused.has(field),
      nameOf,
    };
  };

  /** The values by the schema; fields that it refuses are told and left out. */
  function checked(
    type: z.ZodObject<S>,
    values: { [field: string]: unknown },
    tell: (issue: z.core.$ZodIssue) => void,
  ): T {
    const result = type.safeParse(values);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      tell(issue);
      delete values[String(issue.path[0])];
    }
    return type.parse(values);
  }
}

/** Whether another system can have meant the field by this value: one that is only too long is told, not passed over. */
function couldBe(type: z.ZodType | undefined, value: unknown): boolean {
  const result = type?.safeParse(value);
  if (result === undefined || result.success) return result !== undefined;
  return result.error.issues.every((issue) => issue.code === 'too_big' && issue.origin === 'array');
}

const NOTHING: { readonly [key: string]: Json } = Object.freeze({});

function placeOf(at: Locator, node: Node): Located {
  return at.line(node.line, node.column, node.is === 'scalar' ? node.length : 1);
}

function keyPlace(at: Locator, entry: Entry): Located {
  return at.line(entry.line, entry.column, entry.key.length);
}

interface Places {
  readonly place: (field: string, part?: string) => Located;
  readonly items: (field: string) => readonly Scalar[];
  readonly part: (field: string, part: string) => Scalar | null;
}

/** A refusal of the schema in the words of the field. */
function valueProblem(
  issue: z.core.$ZodIssue,
  field: string,
  name: string,
  expects: string,
  { place, items, part }: Places,
  at: Locator,
): Problem {
  const inside = issue.path.slice(1);
  const item = typeof inside[0] === 'number' ? items(field)[inside[0]] : undefined;
  const key = inside.join('.');
  const where = item ? placeOf(at, item) : place(field, key);
  const written = (
    item?.text ??
    part(field, key)?.text ??
    where.source?.slice((where.column ?? 1) - 1) ??
    ''
  ).trim();
  const last = inside.at(-1);
  if (issue.code === 'too_big' && issue.origin === 'array')
    return tooMany(place(field), name, Number(issue.maximum));
  if (field === 'corrections' || field === 'live') {
    if (last === 'type') return unknownCorrectionType(where, written, CORRECTION_TYPES);
    const example =
      field === 'live'
        ? '- { date: 2023-06-30 21:04, text: The train has left. }'
        : '- { date: 2023-07-01, text: An earlier version gave a wrong fare. }';
    return incompleteEntry(place(field, String(inside[0])), name, `\`${String(last)}\``, example);
  }
  if (issue.code === 'too_big' && issue.origin === 'string')
    return tooLong(where, name, Number(issue.maximum));
  if (field === 'kind') return unknownKind(where, written, KINDS);
  if (last === 'src')
    return invalidValue(where, name, 'a path, or an address that begins with `https://`', written);
  if (last === 'url') return invalidValue(where, name, 'an address that begins with `https://`', written);
  return invalidValue(where, name, expects, written);
}

const wordsOf = (node: Node | null): string => (node?.is === 'scalar' ? node.text : '…');

/** Names of other systems whose value decides what is meant. */
function specialMeaning(
  field: string,
  name: string,
): { fits: (node: Node) => boolean; negated?: true } | null {
  const flag = (node: Node): boolean | null => (node.is === 'scalar' ? flagOf(node.text) : null);
  if (field === 'draft' && name === 'published')
    return { fits: (node) => flag(node) !== null, negated: true };
  if (field === 'draft' && name === 'permalink')
    return { fits: (node) => flag(node) === false, negated: true };
  // A pattern or a template is for the other system to fill in.
  if (field === 'url')
    return {
      fits: (node) =>
        node.is === 'scalar' &&
        !/[:{]\w|\{\{|\{%/.test(node.text.replace(/^https?:/i, '')) &&
        /\//.test(node.text),
    };
  return { fits: (node) => !(node.is === 'scalar' && node.plain && flag(node) !== null) };
}
