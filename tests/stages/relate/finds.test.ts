import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFindsMemory, openFindsMemory } from '../../../src/edges/finds.js';
import {
  DEFAULTS,
  type FindsMemory,
  type RelateDoc,
  relate,
  wordsToRelate,
} from '../../../src/stages/relate/index.js';
import { newsroom } from '../../support/site.js';
import { archive, article, numbers } from './support.js';

/** Counts the searches that a memory could not spare: articles whose finds are not those of before. */
function counted(memory: FindsMemory): FindsMemory & { readonly searched: number } {
  let searched = 0;
  return {
    get searched() {
      return searched;
    },
    get: memory.get,
    put(name, finds) {
      const before = memory.get(name);
      searched = finds.keys.filter((key, place) => before?.keys[place] !== key).length;
      memory.put(name, finds);
    },
    save: memory.save,
  };
}

/** One edit of an archive of 260 articles: added, changed, removed or moved in time, anywhere. */
function edited(docs: readonly RelateDoc[], seed: number): RelateDoc[] {
  const random = numbers(seed);
  const at = Math.floor(random() * docs.length);
  const all = [...docs];
  const there = all[at];
  const kind = Math.floor(random() * 4);
  if (there === undefined || kind === 0) {
    all.push(article({ id: `n${seed}`, day: '2026-01-01', title: `w1 s${seed}x1`, text: 'w2 s3x1 w9' }));
  } else if (kind === 1) all.splice(at, 1);
  else if (kind === 2) all[at] = article({ ...there, id: there.id, text: `w${seed} s2x1 changed` });
  else all[at] = { ...there, ms: there.ms + 1e9, day: new Date(there.ms + 1e9).toISOString().slice(0, 10) };
  // A conductor's key names words and day.
  return all.map((doc) => ({ ...doc, key: `${doc.key.slice(0, 200)} ${doc.terms.ids.join()} ${doc.day}` }));
}

const withoutWords = (doc: RelateDoc): RelateDoc =>
  Object.defineProperty({ ...doc }, 'terms', {
    get() {
      throw new Error(`Nobody may ask for the words of ${doc.id}.`);
    },
  });

describe('what earlier builds found', () => {
  it('spares searches and changes no list, whatever is edited in between', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 5 }), (seeds) => {
        const memory = createFindsMemory();
        const told = { ...DEFAULTS, reasons: (seeds[0] ?? 0) % 2 === 0 };
        let docs: RelateDoc[] = archive(260);
        for (const seed of seeds) {
          docs = edited(docs, seed);
          // No words are asked for but those that the memory lacks.
          const asked = new Set(wordsToRelate(docs, told, memory));
          const silent = docs.map((doc) => (asked.has(doc) ? doc : withoutWords(doc)));
          const lists = relate(silent, told, { memory });
          memory.save();
          expect(lists).toEqual(relate(docs, told));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('leaves one search for a new story, and none where nothing has changed', () => {
    const docs = archive(300);
    const memory = createFindsMemory();
    relate(docs, DEFAULTS, { memory });
    memory.save();
    const same = counted(memory);
    relate(docs, DEFAULTS, { memory: same });
    expect(same.searched).toBe(0);
    const more = counted(memory);
    relate([...docs, article({ id: 'new', day: '2026-11-20', text: 'w1 w2 s3x1' })], DEFAULTS, {
      memory: more,
    });
    expect(more.searched).toBe(1);
  });

  it('is not used under another minimum of likeness', () => {
    const docs = archive(260);
    const memory = createFindsMemory();
    relate(docs, DEFAULTS, { memory });
    memory.save();
    const strict = { ...DEFAULTS, minimum: 0.2 };
    expect(relate(docs, strict, { memory })).toEqual(relate(docs, strict));
  });
});

describe('the finds on the disk', () => {
  const finds = {
    keys: ['a', 'b'],
    starts: Uint32Array.of(0, 0, 1),
    places: Uint32Array.of(0),
    scores: Uint32Array.of(123_456),
    book: {
      offsets: Uint32Array.of(0, 1, 4),
      ids: Uint32Array.of(4_294_967_295, 5, 6, 7),
      weights: Uint16Array.of(1, 2, 8191, 0),
      headlineOffsets: Uint32Array.of(0, 1, 2),
      headlines: Uint16Array.of(4095, 3),
    },
    said: Uint32Array.of(7, 4_294_967_295),
  };

  it('are what was kept, for the same version alone', () => {
    const file = join(newsroom().root, 'cache/related');
    const first = openFindsMemory(file, '1');
    const told = { keys: ['a', 'b'], firsts: Uint32Array.of(0, 0), long: Uint8Array.of(1, 0) };
    first.put('en', finds);
    first.stories.put('en news', told);
    first.save();
    expect(openFindsMemory(file, '1').stories.get('en news')).toEqual(told);
    expect(openFindsMemory(file, '1').get('en')).toEqual(finds);
    expect(openFindsMemory(file, '1').get('sq')).toBeNull();
    expect(openFindsMemory(file, '2').get('en')).toBeNull();
  });

  it('are none where a byte is wrong', () => {
    const file = join(newsroom().root, 'cache/related');
    const first = openFindsMemory(file, '1');
    first.put('en', finds);
    first.save();
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(file, damaged);
      expect(openFindsMemory(file, '1').get('en')).toBeNull();
    }
  });
});
