import { describe, expect, it } from 'vitest';
import type { RelateDoc, RelateSettings } from '../../../src/stages/relate/index.js';
import { DEFAULTS, relate } from '../../../src/stages/relate/index.js';
import { archive, article, ids } from './support.js';

const text = 'The port of Durrës opens a new quay for the ferry to Bari';
const saga = { kind: 'series' as const, slug: 'saga' };

const docs: readonly RelateDoc[] = [
  article({ id: 'long-ago', day: '2020-01-01', text }),
  article({ id: 'before', day: '2026-01-01', text: `${text} soon`, groups: [saga] }),
  article({ id: 'me', day: '2026-02-01', text, groups: [saga] }),
  article({ id: 'after', day: '2026-03-01', text: `${text} at last` }),
  article({
    id: 'hardly',
    day: '2026-02-02',
    text: 'Olive growers near Vlora count poor oil, says one in Durrës',
  }),
  article({ id: 'part-3', day: '2026-06-01', text: 'Snow in the hills', groups: [saga] }),
  article({ id: 'part-4', day: '2026-07-01', text: 'Wolves in the snow', groups: [saga] }),
  ...archive(20),
];
const listOf = (
  settings: Partial<RelateSettings>,
  change: Readonly<Record<string, Partial<RelateDoc>>> = {},
  id = 'me',
): string[] => {
  const changed = docs.map((doc) => ({ ...doc, ...change[doc.id] }));
  // Those that a young newsroom relates by groups alone stand behind; only what the words found is asked for.
  return ids(
    relate(changed, { ...DEFAULTS, ...settings })
      .get(id)
      ?.filter(({ score }) => score >= 0.03),
  );
};

describe('what site.yaml says of lists', () => {
  it('`minimum`: fewer are shown rather than poor ones', () => {
    expect(listOf({})).toContain('hardly');
    expect(listOf({ minimum: 0.4 }).sort()).toEqual(['after', 'before', 'long-ago']);
  });

  it('`newer: false`: lists look back alone', () => {
    expect(listOf({}).slice(0, 3)).toContain('after');
    expect(listOf({ newer: false })).toEqual(['before', 'long-ago']);
    expect(listOf({ newer: false }, {}, 'long-ago')).toEqual([]);
    expect(listOf({ newer: false }, { me: { pinned: ['after'] } })).toEqual(['after', 'before', 'long-ago']);
  });

  it('`maxAge`: days between the dates, in both directions', () => {
    expect(listOf({ maxAge: 31 }).sort()).toEqual(['after', 'before', 'hardly']);
    expect(listOf({ maxAge: 30 }).sort()).toEqual(['after', 'hardly']);
    expect(listOf({ maxAge: 31 }, {}, 'long-ago')).toEqual([]);
    expect(listOf({ maxAge: 31 }, { me: { pinned: ['long-ago'] } })[0]).toBe('long-ago');
  });

  it('`never`: in no list but where an editor pins it, with a list of its own', () => {
    const never = { before: { listed: false } };
    expect(listOf({}, never)).not.toContain('before');
    expect(listOf({}, never, 'after')).not.toContain('before');
    expect(listOf({}, never, 'before')).toContain('me');
    expect(listOf({}, { ...never, me: { pinned: ['before'] } })[0]).toBe('before');
  });

  it('`series`: the parts before and after come first, behind the pins', () => {
    const list = (
      settings: Partial<RelateSettings>,
      change: Readonly<Record<string, Partial<RelateDoc>>> = {},
    ) =>
      relate(
        docs.map((doc) => ({ ...doc, ...change[doc.id] })),
        { ...DEFAULTS, series: true, ...settings },
      ).get('me') ?? [];
    expect(list({}).slice(0, 2)).toMatchObject([
      { id: 'before', series: true },
      { id: 'part-3', series: true },
    ]);
    expect(ids(list({}))).toEqual([...new Set(ids(list({})))]);
    expect(list({ newer: false })[0]).toMatchObject({ id: 'before', series: true });
    expect(ids(list({ newer: false }))).not.toContain('part-3');
    expect(ids(list({}, { me: { pinned: ['long-ago'] } })).slice(0, 3)).toEqual([
      'long-ago',
      'before',
      'part-3',
    ]);
    expect(ids(list({}, { me: { excluded: ['part-3'] } }))).not.toContain('part-3');
    expect(ids(list({}, { 'part-3': { listed: false } }))).not.toContain('part-3');
  });
});

describe('publishing stays local', () => {
  const all = archive(290, 3).map((doc, n) => ({
    ...doc,
    listed: n % 7 !== 0,
    groups: n % 9 === 0 ? [saga] : [],
  }));
  it.each<[string, Partial<RelateSettings>, number]>([
    ['minimum', { minimum: 0.2 }, DEFAULTS.offers],
    ['newer: false', { newer: false, series: true }, 0],
    ['maxAge', { maxAge: 30 }, DEFAULTS.offers],
    ['series', { series: true }, DEFAULTS.offers + 1],
  ])('with `%s`, a newer article changes the lists that it enters and no other', (_, settings, most) => {
    let before = relate(all.slice(0, 270), { ...DEFAULTS, ...settings });
    for (let count = 271; count <= all.length; count += 1) {
      const added = all[count - 1]?.id ?? '';
      const after = relate(all.slice(0, count), { ...DEFAULTS, ...settings });
      let entered = 0;
      for (const [id, list] of after) {
        if (id === added) continue;
        if (ids(list).includes(added)) entered += 1;
        else expect(list).toEqual(before.get(id));
      }
      expect(entered).toBeLessThanOrEqual(most);
      before = after;
    }
  });
});
