import type { Problem } from '../../model/problem.js';
import { curlyQuotes, textAfterHash } from '../../problems/front-matter/syntax.js';
import type { Locator } from '../../problems/index.js';
import type { FieldNote } from '../../schema/field.js';
import { type Comment, type Entry, type Fields, foldKey, type Node } from './tree.js';
import { quoted } from './yaml-problems.js';

/** What is right for YAML and yet hardly what was meant. */

/** Fields that hold words for readers, by their forms and, among names, by their own names. */
const WORDS: ReadonlySet<FieldNote['shape']> = new Set([
  'line',
  'list',
  'people',
  'picture',
  'source',
  'reason',
  'corrections',
  'live',
]);
const NAMED: ReadonlySet<string> = new Set(['series', 'section']);
/** Nobody explains these in a comment, so any text behind a number sign is part of them. */
const HEADLINES: ReadonlySet<string> = new Set(['title', 'summary']);
/** Parts of a picture or of a source that are no words. */
const NO_WORDS: ReadonlySet<string> = new Set(['src', 'url', 'path', 'focus', 'date', 'type']);

/** A field that a front matter says, with what is known of it. */
export interface Said {
  readonly field: string;
  readonly shape: FieldNote['shape'];
}

/**
 * Words that YAML takes for a comment: `title: We are #1 in the table` says "We are". Comments that are meant as such
 * begin with a blank, or stand behind values that are no words.
 *
 * @param saidBy what an entry is understood as
 */
export function lostBehindHash(
  { entries, comments = [] }: Fields,
  saidBy: (entry: Entry) => Said | null,
  at: Locator,
): Problem[] {
  return comments.flatMap((comment) => {
    const entry = entries.findLast(({ line }) => line <= comment.line);
    const said = entry === undefined ? null : saidBy(entry);
    if (entry === undefined || said === null || !isLost(comment, entry, said)) return [];
    const place = at.line(comment.line, comment.column, comment.text.length);
    const source = place.source ?? '';
    const { valueColumn } = comment;
    const mended =
      valueColumn === null
        ? null
        : `${source.slice(0, valueColumn - 1).trim()} ${quoted(source.slice(valueColumn - 1).trim())}`;
    return [textAfterHash(place, comment.key, comment.text, mended)];
  });
}

function isLost({ text, key, alone }: Comment, entry: Entry, { field, shape }: Said): boolean {
  if (!WORDS.has(shape) && !NAMED.has(field)) return false;
  if (key !== entry.key && NO_WORDS.has(foldKey(key))) return false;
  // The path of a picture that is written as such.
  if (shape === 'picture' && key === entry.key) return false;
  if (/^#[\p{L}\p{N}]/u.test(text)) return true;
  return HEADLINES.has(field) && !alone && /^#\s+[\p{L}\p{N}]/u.test(text);
}

/** Fields that are hardly a quotation as a whole. A headline often is. */
const UNQUOTED: ReadonlySet<string> = new Set(['authors', 'tags', 'section', 'series', 'summary']);
const CURLY = /^[“”„‟«»‘’‚]\s*([^“”„‟«»]*?)\s*[“”„‟«»‘’‚]$/;

/** Curly quotes round a whole value, which were meant as YAML's. */
export function inCurlyQuotes(field: string, { key, value }: Entry, at: Locator): Problem[] {
  if (!UNQUOTED.has(field) || value === null) return [];
  const items: readonly (Node | null)[] = value.is === 'list' ? value.items : [value];
  return items.flatMap((item) => {
    if (item?.is !== 'scalar' || !item.plain) return [];
    const bare = CURLY.exec(item.text)?.[1] ?? '';
    if (bare === '') return [];
    const mended = /: |:$| #|^[^\p{L}\p{N}]|,/u.test(bare) ? quoted(bare) : bare;
    const line = value.is === 'list' ? mended : `${key}: ${mended}`;
    return [curlyQuotes(at.line(item.line, item.column, item.length), key, item.text, line)];
  });
}
