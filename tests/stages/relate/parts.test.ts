import { describe, expect, it } from 'vitest';
import { createFindsMemory } from '../../../src/edges/finds.js';
import {
  DEFAULTS,
  manySearches,
  type RelateDoc,
  relate,
  searchPart,
} from '../../../src/stages/relate/index.js';
import { archive, article } from './support.js';

/** What `relate` makes of finds that so many threads have found. */
function together(
  docs: readonly RelateDoc[],
  of: number,
  reasons: boolean,
  before: readonly RelateDoc[] = [],
) {
  const settings = { ...DEFAULTS, reasons };
  const memory = createFindsMemory();
  if (before.length > 0) relate(before, settings, { memory });
  memory.save();
  const searches = manySearches(docs, settings, memory, 200);
  const found = new Map(
    searches.map(({ name, shared, join }) => [
      name,
      join(Array.from({ length: of }, (_, part) => searchPart({ shared, part, of }))),
    ]),
  );
  const lists = relate(docs, settings, {
    memory: { get: (name) => found.get(name) ?? null, put: () => {}, save: () => {} },
  });
  return { lists, shared: searches.map(({ shared }) => shared.days.length - shared.same) };
}

describe('searches in several threads', () => {
  const docs = archive(500, 6);

  it.each([
    [1, false],
    [2, true],
    [3, false],
  ])('%i of them find what one does', (of, reasons) => {
    const { lists, shared } = together(docs, of, reasons);
    expect(shared).toEqual([500]);
    expect(lists).toEqual(relate(docs, { ...DEFAULTS, reasons }));
  });

  it('begin where something is new', () => {
    const edited = docs.map((doc, n) =>
      n === 250 ? article({ id: doc.id, day: doc.day, text: 'w1 s2x1 other' }) : doc,
    );
    const { lists, shared } = together(edited, 2, true, docs);
    expect(shared).toEqual([250]);
    expect(lists).toEqual(relate(edited, { ...DEFAULTS, reasons: true }));
  });

  it('are not shared out where they are few, each language by itself', () => {
    const both = archive(150).flatMap((doc) => [doc, { ...doc, id: `sq-${doc.id}`, lang: 'sq' }]);
    expect(manySearches(both, DEFAULTS, undefined, 200)).toEqual([]);
  });
});
