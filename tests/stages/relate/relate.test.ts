import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, makeExplainer, relate } from '../../../src/stages/relate/index.js';
import { archive, article, ids, numbers } from './support.js';

const text = 'The port of Durrës opens a new quay for the ferry to Bari';
const other = 'Olive growers near Vlora count poor oil after dry months';

describe('what stands in a list', () => {
  it('is nearest first; the unrelated are left out rather than shown', () => {
    const docs = [
      article({ id: 'near', text: `${text} and more` }),
      article({ id: 'far', text: other }),
      article({ id: 'me', text }),
      ...archive(20),
    ];
    expect(ids(relate(docs, DEFAULTS).get('me'))).toEqual(['near']);
    expect(ids(relate(docs, DEFAULTS).get('far'))).toEqual([]);
  });

  it('is both older and newer news', () => {
    const docs = [
      article({ id: 'before', day: '2026-01-01', text }),
      article({ id: 'me', day: '2026-02-01', text: `${text} today` }),
      article({ id: 'after', day: '2026-03-01', text: `${text} at last` }),
      article({ id: 'else', day: '2026-03-01', text: other }),
      ...archive(20),
    ];
    expect(ids(relate(docs, DEFAULTS).get('me')).sort()).toEqual(['after', 'before']);
  });

  it('prefers the nearer in time where the words are the same', () => {
    const docs = [
      article({ id: 'long-ago', day: '2016-01-01', text }),
      article({ id: 'last-week', day: '2026-01-01', text }),
      article({ id: 'me', day: '2026-01-08', text }),
      ...archive(20),
    ];
    expect(ids(relate(docs, DEFAULTS).get('me'))).toEqual(['last-week', 'long-ago']);
  });

  it('counts for more what the other is headed', () => {
    const docs = [
      article({
        id: 'mentions',
        title: 'Summer in the south',
        text: 'Ferry and quay, beaches, weather, crowds',
      }),
      article({
        id: 'about',
        title: 'Ferry and quay',
        text: 'Summer in the south, beaches, weather, crowds',
      }),
      article({ id: 'me', day: '2026-11-02', title: 'Late again', text: 'The ferry waits for its quay' }),
      ...archive(20),
    ];
    expect(ids(relate(docs, DEFAULTS).get('me'))[0]).toBe('about');
  });

  it('sees that one passage of a digest is about another story, though the digest says no more of it', () => {
    const story = ['ferry', 'quay', 'harbour', 'bari', 'crossing', 'captain'];
    let n = 0;
    const passage = (words: readonly string[]): string =>
      [...Array.from({ length: 80 }, () => `n${n++}`), ...words, ...words, ...words].join(' ');
    const docs = [
      article({ id: 'story', day: '2026-10-01', title: 'Out', text: passage(story) }),
      article({
        id: 'digest',
        title: 'Week',
        text: story.map((_, k) => passage(k === 2 ? story : [])).join('\n'),
      }),
      article({ id: 'scattered', title: 'Week', text: story.map((word) => passage([word])).join('\n') }),
      ...archive(20),
    ];
    const lists = relate(docs, { ...DEFAULTS, limit: 50, minimum: 0 });
    const score = (id: string): number => lists.get(id)?.find((one) => one.id === 'story')?.score ?? 0;
    expect(score('digest')).toBeGreaterThan(score('scattered') * 1.3);
  });

  it('breaks ties by the newer, then by the id', () => {
    const docs = ['d', 'b', 'c', 'a'].map((id) => article({ id, text }));
    docs.push(article({ id: 'late', ms: Date.parse('2026-11-01T20:00:00Z'), text }), ...archive(20));
    expect(ids(relate(docs, DEFAULTS).get('c'))).toEqual(['late', 'a', 'b', 'd']);
  });

  it('is no longer than it may be', () => {
    const docs = Array.from({ length: 12 }, (_, n) => article({ id: `a${n}`, text }));
    for (const limit of [0, 1, 5]) {
      for (const list of relate([...docs, ...archive(20)], { ...DEFAULTS, limit }).values()) {
        expect(list.length).toBeLessThanOrEqual(limit);
      }
    }
  });

  it('holds articles of one language alone, whatever the country', () => {
    const docs = ['en', 'en-GB', 'de', 'zh-Hans-CN', 'zh-Hant-TW'].map((lang) =>
      article({ id: lang, lang, text }),
    );
    docs.push(...archive(20));
    const lists = relate(docs, DEFAULTS);
    expect(ids(lists.get('en'))).toEqual(['en-GB']);
    expect(ids(lists.get('de'))).toEqual([]);
    expect(ids(lists.get('zh-Hant-TW'))).toEqual([]);
  });
});

describe("the editor's hand", () => {
  const docs = (mine: Partial<Parameters<typeof article>[0]>) => [
    article({ id: 'near', day: '2026-10-01', text: `${text} and more` }),
    article({ id: 'near-too', day: '2026-09-01', text: `${text} and less` }),
    article({ id: 'far', day: '2001-01-01', text: other }),
    article({ id: 'foreign', lang: 'de', text: other }),
    article({ id: 'paid', text, allowed: false }),
    article({ id: 'me', text, ...mine }),
    ...archive(20),
  ];
  const listOf = (mine: Partial<Parameters<typeof article>[0]>, limit = 20): string[] =>
    ids(relate(docs(mine), { ...DEFAULTS, limit }).get('me'));

  it.each([
    ['puts pins first and in order', { pinned: ['far', 'near-too'] }, ['far', 'near-too', 'near']],
    ['pins across languages', { pinned: ['foreign'] }, ['foreign', 'near', 'near-too']],
    ['leaves out a pin to itself', { pinned: ['me'] }, ['near', 'near-too']],
    ['leaves out a pin to nothing', { pinned: ['gone'] }, ['near', 'near-too']],
    ['takes a pin twice once', { pinned: ['far', 'far'] }, ['far', 'near', 'near-too']],
    ['leaves out a pin to a paid-for story', { pinned: ['paid'] }, ['near', 'near-too']],
    ['leaves out what is excluded', { excluded: ['near', 'gone'] }, ['near-too']],
    ['gives a paid-for story its pins alone', { allowed: false, pinned: ['far'] }, ['far']],
  ])('%s', (_, mine, expected) => {
    expect(listOf(mine)).toEqual(expected);
  });

  it('counts pins as part of the list', () => {
    expect(listOf({ pinned: ['far', 'foreign'] }, 3)).toEqual(['far', 'foreign', 'near']);
    expect(listOf({ pinned: ['far', 'foreign'] }, 1)).toEqual(['far']);
  });

  it('gives pins a score that nothing passes', () => {
    expect(relate(docs({ pinned: ['far'] }), DEFAULTS).get('me')?.[0]?.score).toBe(Number.POSITIVE_INFINITY);
  });

  it('keeps paid-for stories out of every list, and their words out of what is rare', () => {
    const lists = relate(docs({}), DEFAULTS);
    for (const list of lists.values()) expect(ids(list)).not.toContain('paid');
    const without = relate(
      docs({}).filter(({ id }) => id !== 'paid'),
      DEFAULTS,
    );
    expect(lists.get('me')).toEqual(without.get('me'));
  });

  it('keeps circles of pins as they are', () => {
    const circle = [
      article({ id: 'a', pinned: ['b'], text }),
      article({ id: 'b', pinned: ['c'], text: other }),
      article({ id: 'c', pinned: ['a'], text: other }),
    ];
    const lists = relate(circle, DEFAULTS);
    expect([ids(lists.get('a'))[0], ids(lists.get('b'))[0], ids(lists.get('c'))[0]]).toEqual(['b', 'c', 'a']);
  });
});

describe('lists are a pure function of the articles', () => {
  it('whatever their order', () => {
    const docs = archive(90);
    const expected = relate(docs, DEFAULTS);
    fc.assert(
      fc.property(fc.shuffledSubarray(docs, { minLength: docs.length }), (shuffled) => {
        const lists = relate(shuffled, DEFAULTS);
        for (const [id, list] of expected) expect(lists.get(id)).toEqual(list);
      }),
      { numRuns: 10 },
    );
  });

  it('and articles of another language are without any influence', () => {
    const docs = archive(60);
    const foreign = archive(30, 2).map((doc) => ({ ...doc, id: `x${doc.id}`, lang: 'sq' }));
    const expected = relate(docs, DEFAULTS);
    const lists = relate([...foreign, ...docs], DEFAULTS);
    for (const [id, list] of expected) expect(lists.get(id)).toEqual(list);
  });
});

describe('publishing is local', () => {
  const docs = archive(300, 3);
  const start = 260;
  it('a newer article changes the lists that it enters, twenty at most, and no other', () => {
    let before = relate(docs.slice(0, start), DEFAULTS);
    let entered = 0;
    for (let count = start + 1; count <= docs.length; count += 1) {
      const added = docs[count - 1]?.id ?? '';
      const after = relate(docs.slice(0, count), DEFAULTS);
      let lists = 0;
      for (const [id, list] of after) {
        if (id === added) continue;
        if (ids(list).includes(added)) lists += 1;
        else expect(list).toEqual(before.get(id));
      }
      expect(lists).toBeLessThanOrEqual(DEFAULTS.offers);
      entered += lists;
      before = after;
    }
    expect(entered).toBeGreaterThan(docs.length - start);
  });

  it('nor the words that old lists tell as their reasons', () => {
    const told = { ...DEFAULTS, reasons: true };
    const before = relate(docs.slice(0, -1), told);
    const added = docs.at(-1)?.id ?? '';
    let words = 0;
    for (const [id, list] of relate(docs, told)) {
      if (id === added || ids(list).includes(added)) continue;
      expect(list).toEqual(before.get(id));
      words += list.filter(({ said = [] }) => said.length > 0).length;
    }
    expect(words).toBeGreaterThan(docs.length);
  });

  it('an edit of the newest article changes only lists that it is or was in', () => {
    const last = docs.length - 1;
    const before = relate(docs, DEFAULTS);
    const edited = docs.map((doc, n) =>
      n === last ? { ...doc, terms: docs[n - 9]?.terms ?? doc.terms } : doc,
    );
    const me = docs[last]?.id ?? '';
    for (const [id, list] of relate(edited, DEFAULTS)) {
      const was = before.get(id);
      if (id !== me && !ids(list).includes(me) && !ids(was).includes(me)) expect(list).toEqual(was);
    }
  });
});

describe('odd archives', () => {
  it('are none', () => {
    expect(relate([], DEFAULTS).size).toBe(0);
  });

  it.each([
    ['empty articles', () => Array.from({ length: 300 }, (_, n) => article({ id: `a${n}` })), 0],
    ['one article', () => [article({ id: 'a', text })], 0],
    [
      'one word each, all the same',
      () => Array.from({ length: 300 }, (_, n) => article({ id: `a${n}`, text: 'hi' })),
      0,
    ],
    [
      'one word each, two by two',
      () => Array.from({ length: 300 }, (_, n) => article({ id: `a${n}`, text: `w${n % 150}` })),
      1,
    ],
  ])('%s', (_, docs, expected) => {
    for (const list of relate(docs(), DEFAULTS).values()) expect(list).toHaveLength(expected);
  });

  it('2,000 identical articles among others: full lists, in bounded time', () => {
    const random = numbers(5);
    const words = Array.from({ length: 30 }, () => `x${Math.floor(random() * 1e6)}`).join(' ');
    const same = archive(2000, 4).map((doc) => ({
      ...doc,
      id: `same-${doc.id}`,
      terms: article({ id: '', text: words }).terms,
    }));
    const lists = relate([...same, ...archive(2100)], DEFAULTS);
    const list = ids(lists.get('same-a01000'));
    expect(list).toHaveLength(DEFAULTS.limit);
    expect(list.every((id) => id.startsWith('same-'))).toBe(true);
  });

  it('10,000 identical articles and no others: what all say tells nothing, in bounded time', () => {
    const { terms } = article({ id: '', title: 'Water', text: 'Water is turned off today in the old town.' });
    const docs = archive(10_000, 4).map((doc) => ({ ...doc, terms }));
    for (const list of relate(docs, DEFAULTS).values()) expect(list).toHaveLength(0);
  });

  it('one tag on all articles says nothing', () => {
    const docs = Array.from({ length: 250 }, (_, n) =>
      article({ id: `a${n}`, title: `t${n}`, tags: ['everywhere'], text: `x${n} y${n} z${n}` }),
    );
    for (const list of relate(docs, { ...DEFAULTS, minimum: 0 }).values()) expect(list).toHaveLength(0);
  });

  it('days that fall back and years far away', () => {
    const docs = [
      article({ id: 'old', day: '0001-01-01', text }),
      article({ id: 'odd', ms: 0, day: '2026-11-05', text }),
      article({ id: 'new', day: '9999-12-31', text }),
      ...archive(20),
    ];
    for (const { score } of [...relate(docs, DEFAULTS).values()].flat()) expect(score).toBeGreaterThan(0);
  });
});

describe('reasons', () => {
  const docs = archive(300, 7);
  const lists = relate(docs, DEFAULTS);
  const explain = makeExplainer(docs);

  it('say the very score by which an article stands in a list', () => {
    let compared = 0;
    for (const [id, list] of lists) {
      for (const { id: to, score } of list.slice(0, 3)) {
        expect(explain(id, to)?.score).toBe(score);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(300);
  });

  it('are shares of a whole, the largest first', () => {
    const first = ids(lists.get('a00200'))[0] ?? '';
    const words = explain('a00200', first)?.words ?? [];
    expect(words.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(words.map(({ share }) => share)).toEqual(words.map(({ share }) => share).sort((a, b) => b - a));
  });

  it('are the same from both sides but for the direction in time', () => {
    const first = ids(lists.get('a00200'))[0] ?? '';
    const there = explain('a00200', first);
    const back = explain(first, 'a00200');
    expect(back).toEqual({ ...there, days: -(there?.days ?? 0) });
  });

  it('are none where articles are never compared', () => {
    const mixed = makeExplainer([
      article({ id: 'a', text }),
      article({ id: 'b', lang: 'de', text }),
      article({ id: 'c', allowed: false, text }),
    ]);
    for (const [from, to] of [
      ['a', 'a'],
      ['a', 'b'],
      ['a', 'c'],
      ['a', 'gone'],
      ['gone', 'a'],
    ] as const) {
      expect(mixed(from, to)).toBeNull();
    }
  });
});
