import type { Page } from '../model/page.js';
import type { Brief } from '../model/view.js';
import { contentHash } from '../text/hash.js';

/*
 * Pages as text: for other threads, and for telling whether a page is what it was. Most of a page are briefs of
 * articles, the same ones on many pages. In the text only their hashes stand, and each brief goes over once. Equal texts
 * are equal pages, whatever else is on the site.
 */

/** The briefs that pages name, as plain data. */
export interface BriefTable {
  readonly hashes: readonly string[];
  /** All of them, in the same order, as a JSON list. */
  readonly json: string;
}

export interface PagePacker {
  readonly briefs: BriefTable;
  pack(page: Page): string;
}

/** Begins a hash in the text; a text of the content that begins with it gets it twice. */
const MARK = '\0';

export function pagePacker(briefs: Iterable<Brief>): PagePacker {
  const texts: string[] = [];
  const hashes: string[] = [];
  const marks = new Map<unknown, string>();
  for (const brief of briefs) {
    const text = JSON.stringify(brief);
    const hash = contentHash(text);
    texts.push(text);
    hashes.push(hash);
    marks.set(brief, MARK + hash);
  }
  const packed = (_key: string, value: unknown): unknown => {
    if (typeof value === 'object') return marks.get(value) ?? value;
    return typeof value === 'string' && value.startsWith(MARK) ? MARK + value : value;
  };
  return {
    briefs: { hashes, json: `[${texts.join(',')}]` },
    pack: (page) => JSON.stringify(page, packed),
  };
}

/**
 * Reads pages. Every thread does, the main one too: templates could otherwise tell, by comparing objects, in which thread
 * they run. Briefs are shared by all pages and frozen.
 */
export function pageReader({ hashes, json }: BriefTable): (packed: string) => Page {
  let briefs: ReadonlyMap<string | undefined, Brief> | null = null;
  const readBriefs = (): ReadonlyMap<string | undefined, Brief> => {
    const list: Brief[] = JSON.parse(json);
    return new Map(list.map((brief, i) => [hashes[i], frozen(brief)]));
  };
  const meant = (text: string): unknown => {
    if (text.startsWith(MARK, 1)) return text.slice(1);
    briefs ??= readBriefs();
    return briefs.get(text.slice(1));
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
