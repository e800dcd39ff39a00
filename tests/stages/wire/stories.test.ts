import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findStories,
  type StoriesMemory,
  type Told,
  type WireDoc,
  wordsForStories,
} from '../../../src/stages/wire/index.js';
import { termsOf } from '../../../src/text/terms.js';
import { numbers } from '../relate/support.js';

const SETTINGS = { within: 3, alike: 0.6 };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const words = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${name}${n}`);

interface Written extends Partial<Omit<WireDoc, 'terms' | 'key'>> {
  readonly id: string;
  readonly title?: string;
  readonly text: readonly string[];
}

function doc({ title = '', text, ...rest }: Written): WireDoc {
  const terms = termsOf({ title, summary: '', tags: [], text: text.join(' ') });
  return { key: '', ms: 0, lang: 'en', kind: 'news', terms, ...rest };
}

const stories = (docs: readonly WireDoc[]): (readonly string[])[] => [
  ...findStories(docs, SETTINGS).versionsOf.values(),
];

const story = words('s', 80);

function remembering(): StoriesMemory {
  const all = new Map<string, Told>();
  return { get: (name) => all.get(name) ?? null, put: (name, told) => void all.set(name, told) };
}

const withoutWords = ({ id, key, ms, lang, kind }: WireDoc): WireDoc => ({
  id,
  key,
  ms,
  lang,
  kind,
  get terms(): never {
    throw new Error(`Nobody may ask for the words of ${id}.`);
  },
});

describe('versions of a story', () => {
  it('fold in a newsroom of two articles', () => {
    expect(stories([doc({ id: 'a', text: story }), doc({ id: 'b', ms: HOUR, text: story })])).toEqual([
      ['a', 'b'],
    ]);
  });

  it('may have headlines that differ in every word, and a few new sentences', () => {
    const docs = [
      doc({ id: 'a', title: 'Harbour burns', text: story }),
      doc({ id: 'b', ms: HOUR, title: 'Big fire at port', text: [...words('n', 30), ...story] }),
    ];
    expect(stories(docs)).toEqual([['a', 'b']]);
  });

  it('may be a short cut of a very long one', () => {
    const long = words('s', 4000);
    const docs = [doc({ id: 'a', text: long }), doc({ id: 'b', ms: HOUR, text: long.slice(0, 1600) })];
    expect(stories(docs)).toEqual([['a', 'b']]);
  });

  it.each<[string, Partial<Written>]>([
    ['of another language', { lang: 'de' }],
    ['of another kind', { kind: 'opinion' }],
    ['too late', { ms: 4 * DAY }],
    ['in the same words in another order', { text: story.toReversed() }],
    [
      'that have it whole among much else: a digest',
      { text: [...words('n', 150), ...story, ...words('m', 100)] },
    ],
    ['about half of which is something else', { text: [...story.slice(0, 36), ...words('n', 50)] }],
  ])('are not those %s', (_, change) => {
    const other = { id: 'b', ms: HOUR, text: story, ...change };
    expect(stories([doc({ id: 'a', text: story }), doc(other)])).toEqual([]);
  });

  it('are never paid-for stories', () => {
    const paid = [0, 1].map((n) => doc({ id: `a${n}`, ms: n * HOUR, kind: 'sponsored', text: story }));
    expect(stories(paid)).toEqual([]);
  });

  it('are never texts too short to be known by', () => {
    const short = words('s', 30);
    expect(stories([doc({ id: 'a', text: short }), doc({ id: 'b', ms: HOUR, text: short })])).toEqual([]);
  });

  it('may be in the language of another country', () => {
    const docs = [doc({ id: 'a', text: story }), doc({ id: 'b', ms: HOUR, lang: 'en-GB', text: story })];
    expect(stories(docs)).toEqual([['a', 'b']]);
  });

  it('end with the days after the first, however long the chain of updates', () => {
    const docs = Array.from({ length: 12 }, (_, n) => doc({ id: `a${n}`, ms: n * 0.5 * DAY, text: story }));
    const found = stories(docs);
    // Until day 3 they join the first; what comes then begins anew.
    expect(found[0]).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
    expect(found[1]?.[0]).toBe('a7');
  });

  it('join the story that they are most alike, and never make one of two', () => {
    const left = [...words('l', 80)];
    const right = [...words('r', 60), ...left.slice(0, 20)];
    const both = [...left, ...words('r', 60)];
    const docs = [
      doc({ id: 'left', text: left }),
      doc({ id: 'right', ms: HOUR, text: right }),
      doc({ id: 'both', ms: 2 * HOUR, text: both }),
    ];
    expect(stories(docs)).toEqual([['left', 'both']]);
  });
});

describe('telling them is local', () => {
  const random = numbers(11);
  /** Made-up news of some weeks: most articles are new, some repeat an older one with more or fewer changes. */
  const docs: WireDoc[] = [];
  const texts: string[][] = [];
  for (let n = 0; n < 300; n++) {
    const model = random() < 0.5 ? texts[n - 1 - Math.floor(random() * 12)] : undefined;
    const change = random() * 0.15;
    const text =
      model === undefined
        ? words(`t${n}x`, 60 + Math.floor(random() * 120))
        : model
            .map((word) => (random() < change ? `c${n}x${word}` : word))
            .slice(0, 50 + Math.floor(random() * 150));
    texts.push(text);
    docs.push(doc({ id: `a${String(n).padStart(3, '0')}`, ms: Math.floor(n / 2) * 3 * HOUR, text }));
  }
  const firstOf = (some: readonly WireDoc[]): (string | undefined)[] => {
    const { firstOf: first } = findStories(some, SETTINGS);
    return some.map(({ id }) => first.get(id) ?? id);
  };

  it('whatever comes later, older articles belong together as before', () => {
    const all = firstOf(docs);
    expect(new Set(all).size).toBeLessThan(250);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: docs.length }), (count) => {
        expect(firstOf(docs.slice(0, count))).toEqual(all.slice(0, count));
      }),
      { numRuns: 60 },
    );
  });

  it('whichever later article is taken out or changed', () => {
    const all = firstOf(docs);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: docs.length - 1 }), fc.boolean(), (at, out) => {
        const instead = docs[(at * 7 + 3) % docs.length];
        const changed = docs.flatMap((one, n) =>
          n !== at ? [one] : out || instead === undefined ? [] : [{ ...one, terms: instead.terms }],
        );
        expect(firstOf(changed).slice(0, at)).toEqual(all.slice(0, at));
      }),
      { numRuns: 60 },
    );
  });

  it('whatever a memory tells of what was there before, and no words are asked for but those it lacks', () => {
    const keyed = (some: readonly WireDoc[]): WireDoc[] =>
      some.map((one) => ({ ...one, key: `${one.ms} ${one.terms.ids.join()}` }));
    const memory = remembering();
    fc.assert(
      fc.property(
        fc.nat(docs.length - 1),
        fc.constantFrom('add', 'remove', 'change', 'move', 'none'),
        (at, what) => {
          const there = docs[at];
          const instead = docs[(at * 7 + 3) % docs.length];
          if (there === undefined || instead === undefined) return;
          const edited = keyed(
            docs.flatMap((one, n) => {
              if (n !== at || what === 'none') return [one];
              if (what === 'remove') return [];
              if (what === 'add') return [one, { ...instead, id: 'new', ms: one.ms + HOUR }];
              return [what === 'move' ? { ...one, ms: one.ms + 5 * DAY } : { ...one, terms: instead.terms }];
            }),
          );
          const asked = new Set(wordsForStories(edited, SETTINGS, memory));
          const silent = edited.map((one): WireDoc => (asked.has(one) ? one : withoutWords(one)));
          expect(findStories(silent, SETTINGS, memory)).toEqual(findStories(edited, SETTINGS));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a new article asks for the words of the last days alone', () => {
    const memory = remembering();
    const keyed = docs.map((one, n) => ({ ...one, key: String(n) }));
    findStories(keyed, SETTINGS, memory);
    expect(wordsForStories(keyed, SETTINGS, memory)).toEqual([]);
    const ms = Math.max(...keyed.map((one) => one.ms)) + HOUR;
    const added = { ...doc({ id: 'new', text: story }), key: 'new', ms };
    const asked = wordsForStories([...keyed, added], SETTINGS, memory);
    expect(asked).toContain(added);
    expect(asked.every((one) => one.ms >= ms - 3 * DAY)).toBe(true);
  });

  it('whatever order the files have', () => {
    const all = new Map(docs.map(({ id }, n) => [id, firstOf(docs)[n]]));
    fc.assert(
      fc.property(fc.shuffledSubarray(docs, { minLength: docs.length }), (shuffled) => {
        firstOf(shuffled).forEach((first, n) => {
          expect(first).toBe(all.get(shuffled[n]?.id ?? ''));
        });
      }),
      { numRuns: 5 },
    );
  });
});

describe('odd archives', () => {
  it('10,000 identical articles of one day are one story, in bounded time', () => {
    const { terms } = doc({ id: '', text: words('s', 400) });
    const same = Array.from(
      { length: 10_000 },
      (_, n): WireDoc => ({
        id: `a${String(n).padStart(5, '0')}`,
        key: '',
        ms: 0,
        lang: 'en',
        kind: 'news',
        terms,
      }),
    );
    const found = findStories(same, SETTINGS);
    expect(found.versionsOf.size).toBe(1);
    expect(found.firstOf.get('a09999')).toBe('a00000');
  });

  it('a paragraph that stands under every article makes none of another', () => {
    const boilerplate = words('b', 50);
    const docs = Array.from({ length: 200 }, (_, n) =>
      doc({ id: `a${n}`, ms: n * 60_000, text: [...words(`t${n}x`, 120), ...boilerplate] }),
    );
    expect(stories(docs)).toEqual([]);
  });

  it('none, and empty ones', () => {
    expect(stories([])).toEqual([]);
    expect(stories([doc({ id: 'a', text: [] }), doc({ id: 'b', text: [] })])).toEqual([]);
  });
});
