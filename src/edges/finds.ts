import type { Finds, FindsMemory } from '../build/ports.js';
import { readTable, writeTable } from './table.js';

/** A memory that lives as long as the process. */
export function createFindsMemory(): FindsMemory {
  return memory(new Map(), () => {});
}

/**
 * The memory in a file, which may be removed at any time. What was not written by the same version, or is damaged, is
 * as good as absent.
 *
 * @param version what makes finds (release, Node)
 */
export function openFindsMemory(file: string, version: string): FindsMemory {
  return memory(read(file, version), (all) => {
    try {
      write(file, version, all);
    } catch {
      // The next build searches for everything, and that is all.
    }
  });
}

/** What that file knows, in a memory that leaves the file as it is. */
export function readFindsMemory(file: string, version: string): FindsMemory {
  return memory(read(file, version), () => {});
}

function memory(
  before: ReadonlyMap<string, Finds>,
  keep: (all: ReadonlyMap<string, Finds>) => void,
): FindsMemory {
  let known = before;
  let fresh = new Map<string, Finds>();
  return {
    get: (language) => known.get(language) ?? null,
    put: (language, finds) => void fresh.set(language, finds),
    save() {
      const same =
        fresh.size === known.size && [...fresh].every(([language, finds]) => known.get(language) === finds);
      known = fresh;
      fresh = new Map();
      if (!same) keep(known);
    },
  };
}

function write(file: string, version: string, all: ReadonlyMap<string, Finds>): void {
  const texts: Record<string, readonly string[]> = { languages: [...all.keys()] };
  const numbers: Record<string, Uint32Array> = {};
  for (const [language, finds] of all) {
    texts[`${language} keys`] = finds.keys;
    for (const column of ['starts', 'places', 'scores', 'said'] as const)
      numbers[`${language} ${column}`] = finds[column];
    numbers[`${language} weights`] = packed(finds.weights);
  }
  writeTable(file, version, { texts, numbers });
}

function read(file: string, version: string): Map<string, Finds> {
  const all = new Map<string, Finds>();
  const table = readTable(file, version);
  for (const language of table?.texts.languages ?? []) {
    const column = (name: string): Uint32Array | null => {
      const list = table?.numbers[`${language} ${name}`];
      return list instanceof Uint32Array ? list : null;
    };
    const keys = table?.texts[`${language} keys`];
    const [starts, places, scores] = [column('starts'), column('places'), column('scores')];
    const [weights, said] = [column('weights'), column('said')];
    if (
      keys !== undefined &&
      starts !== null &&
      places !== null &&
      scores !== null &&
      weights !== null &&
      said !== null
    )
      all.set(language, { keys, starts, places, scores, weights: unpacked(weights), said });
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
