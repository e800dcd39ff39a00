import { describe, expect, it } from 'vitest';
import { DEFAULTS, type RelateSettings, relate } from '../../../src/stages/relate/index.js';
import { archive, article, ids } from './support.js';

/** A story in two languages, one that only Albanian readers have, and one that both have. */
const FERRY = ['ferry', 'traget'];
const QUAY = ['kalata', 'quay'];
const docs = [
  ...archive(40),
  ...archive(40, 2).map((doc) => ({ ...doc, id: `sq-${doc.id}`, lang: 'sq' })),
  article({ id: 'ferry', day: '2026-11-01', text: 'One sentence of it.', translations: FERRY }),
  article({
    id: 'traget',
    lang: 'sq',
    day: '2026-11-01',
    text: 'Trageti i Durrësit niset nga kalata e re drejt Barit.',
    translations: FERRY,
  }),
  article({ id: 'quay', day: '2026-11-04', text: 'Something else.', translations: QUAY }),
  article({
    id: 'kalata',
    lang: 'sq',
    day: '2026-11-04',
    text: 'Kalata e re në Durrës pret tragetin.',
    translations: QUAY,
  }),
  article({ id: 'bari', lang: 'sq', day: '2026-10-20', text: 'Trageti drejt Barit u nis nga Durrësi.' }),
];
const listOf = (id: string, change: Partial<RelateSettings> = {}, all = docs): string[] =>
  ids(relate(all, { ...DEFAULTS, translations: true, ...change }).get(id));

describe('what is related to a translation', () => {
  it('stands in the list in its language where it is translated, else in the one that it is in', () => {
    expect(listOf('traget').sort()).toEqual(['bari', 'kalata']);
    expect(listOf('ferry').sort()).toEqual(['bari', 'quay']);
    expect(listOf('ferry', { translations: false })).toEqual([]);
  });

  it('is kept out by the editor of the list, and by what lists may hold', () => {
    const without = (change: object, of: string) =>
      docs.map((doc) => (doc.id === of ? { ...doc, ...change } : doc));
    expect(listOf('ferry', {}, without({ excluded: ['bari'] }, 'ferry'))).toEqual(['quay']);
    expect(listOf('ferry', {}, without({ excluded: ['kalata'] }, 'ferry'))).toEqual(['bari']);
    expect(listOf('ferry', {}, without({ listed: false }, 'quay'))).toEqual(['bari']);
    expect(listOf('ferry', { newer: false })).toEqual(['bari']);
    expect(listOf('ferry', { maxAge: 7 })).toEqual(['quay']);
    expect(listOf('ferry', { limit: 1 })).toHaveLength(1);
  });

  it('changes no list of an article that is in one language alone', () => {
    const before = relate(docs, DEFAULTS);
    for (const [id, list] of relate(docs, { ...DEFAULTS, translations: true }))
      if (![...FERRY, ...QUAY].includes(id)) expect(list).toEqual(before.get(id));
  });

  it('is the same whatever order the files have', () => {
    const settings = { ...DEFAULTS, translations: true };
    const lists = relate(docs, settings);
    for (const [id, list] of relate(docs.toReversed(), settings)) expect(list).toEqual(lists.get(id));
  });
});
