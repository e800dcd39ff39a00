import { describe, expect, it } from 'vitest';
import { DEFAULTS, relate } from '../../../src/stages/relate/index.js';
import { archive, article } from './support.js';

const tag = (slug: string) => ({ kind: 'tag' as const, slug });
const section = (slug: string) => ({ kind: 'section' as const, slug });
const ids = (lists: ReturnType<typeof relate>, id: string): string[] =>
  (lists.get(id) ?? []).map((item) => item.id);

describe('a young newsroom', () => {
  const docs = [
    article({
      id: 'strike',
      day: '2026-11-01',
      text: 'Dockers stopped work.',
      groups: [tag('port'), section('local')],
    }),
    article({
      id: 'talks',
      day: '2026-11-02',
      text: 'Both sides met.',
      groups: [tag('port'), section('local')],
    }),
    article({ id: 'match', day: '2026-11-03', text: 'Two goals.', groups: [section('sport')] }),
    article({ id: 'vote', day: '2026-11-04', text: 'A narrow majority.', groups: [section('local')] }),
  ];

  it('relates by shared tags, then by the section, where words say nothing yet', () => {
    const lists = relate(docs, DEFAULTS);
    expect(ids(lists, 'strike')).toEqual(['talks', 'vote']);
    expect(ids(lists, 'match')).toEqual([]);
  });

  it('scores such a neighbour to a millionth, as all others', () => {
    for (const { score } of [...relate(docs, DEFAULTS).values()].flat())
      expect(score).toBe(Math.round(score * 1e6) / 1e6);
  });

  it('heeds exclusions', () => {
    const without = docs.map((doc) => (doc.id === 'strike' ? { ...doc, excluded: ['talks'] } : doc));
    expect(ids(relate(without, DEFAULTS), 'strike')).toEqual(['vote']);
  });

  it('puts such a neighbour behind every one that the words found', () => {
    const many = archive(60).map((doc) => ({ ...doc, groups: [section('news')] }));
    for (const list of relate(many, DEFAULTS).values()) {
      const weak = list.findIndex((item) => item.score < DEFAULTS.minimum);
      if (weak >= 0) expect(list.slice(weak).every((item) => item.score < DEFAULTS.minimum)).toBe(true);
    }
  });

  it('keeps the lists of its first articles when it grows old', () => {
    const old = archive(230).map((doc) => ({ ...doc, groups: [section('news')] }));
    const later = article({
      id: 'later',
      day: '2031-01-01',
      text: 'Nothing like the others.',
      groups: [section('news')],
    });
    const before = relate(old, DEFAULTS);
    const after = relate([...old, later], DEFAULTS);
    for (const doc of old) expect(after.get(doc.id)).toEqual(before.get(doc.id));
  });
});
