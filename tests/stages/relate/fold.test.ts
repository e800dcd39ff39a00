import { describe, expect, it } from 'vitest';
import type { Scored, Stories } from '../../../src/model/site.js';
import { DEFAULTS, relate } from '../../../src/stages/relate/index.js';
import { archive, article, ids } from './support.js';

const SETTINGS = { ...DEFAULTS, minimum: 0 };

/** Stories by their versions, oldest first. */
function storiesOf(...all: readonly (readonly string[])[]): Stories {
  return {
    firstOf: new Map(all.flatMap((versions) => versions.map((id) => [id, versions[0] ?? ''] as const))),
    versionsOf: new Map(all.map((versions) => [versions[0] ?? '', versions])),
  };
}

const text = 'The port of Durrës opens a new quay for the ferry to Bari';

describe('versions of a story in a list', () => {
  const docs = (mine: Partial<Parameters<typeof article>[0]> = {}) => [
    article({ id: 'v1', day: '2026-10-01', text: `${text} on Monday` }),
    article({ id: 'v2', day: '2026-10-02', text: `${text} on Monday, says the captain` }),
    article({ id: 'v3', day: '2026-10-03', text: `${text} on Monday, says the mayor again` }),
    article({ id: 'alone', day: '2026-09-01', text: 'A quay and a ferry' }),
    article({ id: 'me', day: '2026-11-01', text: `${text} to Bari`, ...mine }),
    ...archive(20),
  ];
  const listOf = (mine = {}, limit = 20, stories = storiesOf(['v1', 'v2', 'v3'])): readonly Scored[] =>
    (relate(docs(mine), { ...SETTINGS, limit }, { stories }).get('me') ?? []).slice(0, 2);

  it('are one place, led by the newest, with the score of the nearest', () => {
    const apart = relate(docs(), SETTINGS).get('me') ?? [];
    expect(ids(apart.slice(0, 3)).sort()).toEqual(['v1', 'v2', 'v3']);
    const [first, second] = listOf();
    expect(first).toEqual({ id: 'v3', score: apart[0]?.score, versions: ['v2', 'v1'] });
    expect(second?.id).toBe('alone');
  });

  it('leave no gap at the end of a list', () => {
    expect(ids(listOf({}, 2))).toEqual(['v3', 'alone']);
  });

  it('are led by the one that an editor has pinned, however old', () => {
    expect(listOf({ pinned: ['v1'] })).toEqual([
      { id: 'v1', score: Number.POSITIVE_INFINITY, versions: ['v3', 'v2'] },
      expect.objectContaining({ id: 'alone' }),
    ]);
  });

  it('are both shown where an editor has pinned two', () => {
    expect(ids(listOf({ pinned: ['v2', 'v1'] }))).toEqual(['v2', 'v1']);
  });

  it('lead in a list that the newest is kept out of', () => {
    expect(listOf({ excluded: ['v3'] })[0]).toMatchObject({ id: 'v2', versions: ['v1'] });
  });

  it('of the article itself: older ones are no related news, a newer one comes first and says so', () => {
    const lists = relate(docs(), SETTINGS, { stories: storiesOf(['v1', 'v2', 'v3']) });
    expect(lists.get('v2')?.[0]).toMatchObject({ id: 'v3', newer: true });
    expect(ids(lists.get('v2'))).not.toContain('v1');
    expect(lists.get('v1')?.[0]).toMatchObject({ id: 'v3', newer: true, versions: ['v2'] });
    expect(ids(lists.get('v3'))).not.toEqual(expect.arrayContaining(['v1']));
    expect(ids(lists.get('v3'))[0]).toBe('me');
  });

  it('of one time: the smaller id leads, and neither is related to the other', () => {
    const tied = docs().map((doc) => (doc.id === 'v2' ? { ...doc, ms: docs()[2]?.ms ?? 0 } : doc));
    const lists = relate(tied, SETTINGS, { stories: storiesOf(['v1', 'v2', 'v3']) });
    expect(lists.get('me')?.[0]).toMatchObject({ id: 'v2', versions: ['v3', 'v1'] });
    expect(ids(lists.get('v2'))).not.toContain('v3');
    expect(ids(lists.get('v3'))).not.toContain('v2');
  });

  it('come behind pins, and a pinned older version of the article itself stays', () => {
    const pinned = docs().map((doc) => (doc.id === 'v2' ? { ...doc, pinned: ['alone', 'v1'] } : doc));
    const list = relate(pinned, SETTINGS, { stories: storiesOf(['v1', 'v2', 'v3']) }).get('v2');
    expect(ids(list).slice(0, 3)).toEqual(['alone', 'v1', 'v3']);
  });
});

describe('folding is local', () => {
  const docs = archive(300, 3);
  const start = 270;
  /** Every fifth article is a version of the one two places before it. */
  const stories = (count: number): Stories =>
    storiesOf(
      ...docs
        .slice(0, count)
        .flatMap((doc, n) => (n >= 2 && n % 5 === 0 ? [[docs[n - 2]?.id ?? '', doc.id]] : [])),
    );

  it('a newer article, also a new version, changes the lists that it enters and no other', () => {
    let before = relate(docs.slice(0, start), DEFAULTS, { stories: stories(start) });
    for (let count = start + 1; count <= docs.length; count += 1) {
      const added = docs[count - 1]?.id ?? '';
      const after = relate(docs.slice(0, count), DEFAULTS, { stories: stories(count) });
      let changed = 0;
      for (const [id, list] of after) {
        if (id === added) continue;
        const all = list.flatMap((item) => [item.id, ...(item.versions ?? [])]);
        if (all.includes(added)) changed += 1;
        else expect(list).toEqual(before.get(id));
      }
      expect(changed).toBeLessThanOrEqual(DEFAULTS.offers);
      before = after;
    }
  });
});
