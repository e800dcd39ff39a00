import type { Finds, RelatedMemory, Told } from '../build/ports.js';
import { readTable, writeTable } from './table.js';

/** What is remembered, by name. */
interface All {
  readonly finds: Map<string, Finds>;
  readonly told: Map<string, Told>;
}

const nothing = (): All => ({ finds: new Map(), told: new Map() });

/** A memory that lives as long as the process. */
export function createFindsMemory(): RelatedMemory {
  return memory(nothing(), () => {});
}

/**
 * The memory of one build in a file, which may be removed at any time. What was not written by the same version, or is damaged, is
 * as good as absent.
 *
 * @param version what makes finds (release, Node)
 */
export function openFindsMemory(file: string, version: string): RelatedMemory {
  const keep = (all: All): void => {
    try {
      write(file, version, all);
    } catch {
      // The next build searches for everything, and that is all.
    }
  };
  return memory(read(file, version), keep, true);
}

/** What that file knows, in a memory that leaves the file as it is. */
export function readFindsMemory(file: string, version: string): RelatedMemory {
  return memory(read(file, version), () => {});
}

/** @param once nothing is asked for after it was saved */
function memory(before: All, keep: (all: All) => void, once = false): RelatedMemory {
  let known = before;
  let fresh = nothing();
  return {
    get: (name) => known.finds.get(name) ?? null,
    put: (name, finds) => void fresh.finds.set(name, finds),
    stories: {
      get: (name) => known.told.get(name) ?? null,
      put: (name, told) => void fresh.told.set(name, told),
    },
    save() {
      const same = isSame(fresh.finds, known.finds) && isSame(fresh.told, known.told);
      known = fresh;
      fresh = nothing();
      if (!same) keep(known);
      if (once) known = nothing();
    },
  };
}

const isSame = <T>(fresh: ReadonlyMap<string, T>, known: ReadonlyMap<string, T>): boolean =>
  fresh.size === known.size && [...fresh].every(([name, value]) => known.get(name) === value);

const OF_FINDS = ['starts', 'places', 'scores', 'said'] as const;
const OF_BOOK = ['offsets', 'ids', 'headlineOffsets'] as const;
const SHORT_OF_BOOK = ['weights', 'headlines'] as const;

function write(file: string, version: string, { finds: all, told }: All): void {
  const texts: Record<string, readonly string[]> = { languages: [...all.keys()], pools: [...told.keys()] };
  const numbers: Record<string, Uint32Array> = {};
  for (const [language, finds] of all) {
    const { book } = finds;
    texts[`${language} keys`] = finds.keys;
    for (const name of OF_FINDS) numbers[`${language} ${name}`] = finds[name];
    for (const name of OF_BOOK) numbers[`${language} ${name}`] = book[name];
    for (const name of SHORT_OF_BOOK) numbers[`${language} ${name}`] = packed(book[name]);
  }
  for (const [pool, { keys, firsts, long }] of told) {
    texts[`pool ${pool} keys`] = keys;
    numbers[`pool ${pool} firsts`] = firsts;
    numbers[`pool ${pool} long`] = Uint32Array.from(long);
  }
  writeTable(file, version, { texts, numbers });
}

function read(file: string, version: string): All {
  const all = nothing();
  const table = readTable(file, version);
  if (table === null) return all;
  const column = (name: string): Uint32Array => {
    const list = table.numbers[name];
    if (list instanceof Uint32Array) return list;
    throw new Error(`The table has no column ${name}.`);
  };
  try {
    for (const language of table.texts.languages ?? []) {
      const of = (name: string): Uint32Array => column(`${language} ${name}`);
      all.finds.set(language, {
        keys: table.texts[`${language} keys`] ?? [],
        starts: of('starts'),
        places: of('places'),
        scores: of('scores'),
        said: of('said'),
        book: {
          offsets: of('offsets'),
          ids: of('ids'),
          weights: unpacked(of('weights')),
          headlineOffsets: of('headlineOffsets'),
          headlines: unpacked(of('headlines')),
        },
      });
    }
    for (const pool of table.texts.pools ?? [])
      all.told.set(pool, {
        keys: table.texts[`pool ${pool} keys`] ?? [],
        firsts: column(`pool ${pool} firsts`),
        long: Uint8Array.from(column(`pool ${pool} long`)),
      });
  } catch {
    return nothing();
  }
  return all;
}

/** Two of 16 bits in one of 32; after an odd last one stands a 0, which no article asks for. */
function packed(list: Uint16Array): Uint32Array {
  const even = new Uint16Array(list.length + (list.length % 2));
  even.set(list);
  return new Uint32Array(even.buffer);
}

function unpacked(list: Uint32Array): Uint16Array {
  return new Uint16Array(list.buffer, list.byteOffset, list.length * 2);
}
