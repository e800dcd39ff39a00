import type { Page } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { Brief } from '../model/view.js';
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
export function pagePacker({ entries, byId }: Pick<Site, 'entries' | 'byId'>): PagePacker {
  const texts = new Map<string, string>();
  const marks = new Map<unknown, string>();
  const markOf = (brief: Brief): string => {
    const known = marks.get(brief);
    if (known !== undefined) return known;
    const text = JSON.stringify(brief);
    const mark = MARK + contentHash(text);
    texts.set(mark.slice(1), text);
    marks.set(brief, mark);
    return mark;
  };
  const packed = (_key: string, value: unknown): unknown => {
    if (typeof value === 'string') return value.startsWith(MARK) ? MARK + value : value;
    if (typeof value !== 'object' || value === null || !('id' in value)) return value;
    const brief = typeof value.id === 'string' ? byId.get(value.id)?.brief : undefined;
    return brief === value ? markOf(brief) : value;
  };
  return {
    met: texts,
    all() {
      for (const { brief } of entries) markOf(brief);
      return texts;
    },
    pack: (page) => JSON.stringify(page, packed),
  };
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
