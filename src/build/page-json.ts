import type { Page } from '../model/page.js';
import type { Site } from '../model/site.js';
import { contentHash } from '../text/hash.js';

/*
 * Pages as text: for other threads, and for telling whether a page is what it was. Most of a page are briefs of
 * articles, the same ones on many pages. In the text only their hashes stand, and each brief goes over once. Equal texts
 * are equal pages, whatever else is on the site.
 */

/** The briefs that pages name, as JSON, by hash. */
export type BriefTable = ReadonlyMap<string, string>;

export interface PagePacker {
  /** Those that were packed until now. */
  readonly met: BriefTable;
  /** All of them. */
  all(): BriefTable;
  pack(page: Page): string;
}

/** Begins a hash in the text; a text of the content that begins with it gets it twice. */
const MARK = '\0';

/** @param site whose briefs pages may name; one is looked at when it is first met */
export const pagePacker = ({ entries }: Pick<Site, 'entries'>): PagePacker =>
  createPacker(new Map(entries.map(({ brief }) => [brief, ''])), () => false);

/** The same for few pages, without a look at all entries; `all()` gives those that were packed, too. */
export const fewPagesPacker = ({ byId }: Pick<Site, 'byId'>): PagePacker =>
  createPacker(new Map(), (value) => {
    const id = 'id' in value ? value.id : null;
    return typeof id === 'string' && byId.get(id)?.brief === value;
  });

/**
 * @param marks by brief; empty until it is met
 * @param isBrief of what is not among them
 */
function createPacker(marks: Map<unknown, string>, isBrief: (value: object) => boolean): PagePacker {
  const texts = new Map<string, string>();
  const markOf = (brief: unknown, known: string): string => {
    if (known !== '') return known;
    const text = JSON.stringify(brief);
    const mark = MARK + contentHash(text);
    texts.set(mark.slice(1), text);
    marks.set(brief, mark);
    return mark;
  };
  let marked = 0;
  /** The same with marks for briefs. What has none in it is itself, not a copy. */
  const withMarks = (value: object): unknown => {
    const known = marks.get(value) ?? (isBrief(value) ? '' : undefined);
    if (known !== undefined) {
      marked += 1;
      return markOf(value, known);
    }
    if (Array.isArray(value)) return listWithMarks(value);
    return isObject(value) ? objectWithMarks(value) : value;
  };
  const listWithMarks = (list: readonly unknown[]): readonly unknown[] => {
    let copy: unknown[] | null = null;
    for (let i = 0; i < list.length; i++) {
      const inner = list[i];
      if (typeof inner !== 'object' || inner === null) continue;
      const changed = withMarks(inner);
      if (changed === inner) continue;
      copy ??= [...list];
      copy[i] = changed;
    }
    return copy ?? list;
  };
  const objectWithMarks = (object: { readonly [key: string]: unknown }): object => {
    let copy: { [key: string]: unknown } | null = null;
    // Own fields alone, as JSON takes them; none that content may name can have a brief in it.
    for (const key of Object.keys(object)) {
      const inner = object[key];
      if (typeof inner !== 'object' || inner === null) continue;
      const changed = withMarks(inner);
      if (changed === inner) continue;
      copy ??= { ...object };
      copy[key] = changed;
    }
    return copy ?? object;
  };
  /** For the rare page in whose texts the sign of a mark stands. */
  const escaped = (_key: string, value: unknown): unknown => {
    if (typeof value === 'string') return value.startsWith(MARK) ? MARK + value : value;
    const known = marks.get(value);
    return known === undefined ? value : markOf(value, known);
  };
  return {
    met: texts,
    all() {
      for (const [brief, known] of marks) markOf(brief, known);
      return texts;
    },
    pack(page) {
      marked = 0;
      const text = JSON.stringify(withMarks(page));
      return count(text, MARK_IN_JSON) === marked ? text : JSON.stringify(page, escaped);
    },
  };
}

const MARK_IN_JSON = JSON.stringify(MARK).slice(1, -1);

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found += 1;
  return found;
}

/**
 * Reads pages. Every thread does, the main one too: templates could otherwise tell, by comparing objects, in which thread
 * they run. Briefs are shared by all pages and frozen.
 */
export function pageReader(table: BriefTable): (packed: string) => Page {
  const read = new Map<string, unknown>();
  const meant = (text: string): unknown => {
    if (text.startsWith(MARK, 1)) return text.slice(1);
    const hash = text.slice(1);
    let brief = read.get(hash);
    if (brief === undefined) {
      brief = frozen(JSON.parse(table.get(hash) ?? 'null'));
      read.set(hash, brief);
    }
    return brief;
  };
  /** Puts what is meant in the place of what is marked. */
  const unpack = (value: unknown): void => {
    if (!isObject(value)) return;
    for (const key of Object.keys(value)) {
      const inner = value[key];
      // Not by assignment: a field of the content may be called `__proto__`.
      if (typeof inner !== 'string') unpack(inner);
      else if (inner.startsWith(MARK)) Object.defineProperty(value, key, { value: meant(inner) });
    }
  };
  return (packed) => {
    const page: Page = JSON.parse(packed);
    unpack(page);
    return page;
  };
}

const isObject = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === 'object' && value !== null;

function frozen<T>(value: T): T {
  if (isObject(value)) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}
