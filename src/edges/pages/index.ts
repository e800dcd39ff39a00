import type { PageMemory, PageRecord } from '../../build/ports.js';
import { readTable, writeTable } from '../table.js';

/** A memory that lives as long as the process. */
export function createPageMemory(before: ReadonlyMap<string, PageRecord> = new Map()): PageMemory {
  return memory(before, () => {});
}

/**
 * The memory in a file, which may be removed at any time. What was not written by the same version, or is damaged, is
 * as good as absent.
 *
 * @param version what makes pages (release, Node, language data)
 */
export function openPageMemory(file: string, version: string): PageMemory {
  return memory(read(file, version), (records) => {
    try {
      write(file, version, records);
    } catch {
      // The next build renders everything, and that is all.
    }
  });
}

/** What that file knows, in a memory that leaves the file as it is. */
export function readPageMemory(file: string, version: string): PageMemory {
  return createPageMemory(read(file, version));
}

function memory(
  before: ReadonlyMap<string, PageRecord>,
  keep: (records: ReadonlyMap<string, PageRecord>) => void,
): PageMemory {
  let known = before;
  let fresh = new Map<string, PageRecord>();
  return {
    get: (path) => known.get(path) ?? null,
    put: (path, record) => void fresh.set(path, record),
    save() {
      const same =
        fresh.size === known.size && [...fresh].every(([path, record]) => known.get(path) === record);
      known = fresh;
      fresh = new Map();
      if (!same) keep(known);
    },
  };
}

/** Each list of templates stands there once. */
function write(file: string, version: string, records: ReadonlyMap<string, PageRecord>): void {
  const pages = [...records.values()];
  const numbers = new Map<string, number>();
  const reached = pages.map(({ templates }) => {
    const list = JSON.stringify(templates);
    const number = numbers.get(list) ?? numbers.size;
    numbers.set(list, number);
    return number;
  });
  writeTable(file, version, {
    texts: {
      paths: [...records.keys()],
      keys: pages.map(({ key }) => key),
      sources: pages.map(({ sources }) => sources),
      hashes: pages.map(({ hash }) => hash),
      templates: [...numbers.keys()],
    },
    numbers: { reached: Float64Array.from(reached) },
  });
}

function read(file: string, version: string): Map<string, PageRecord> {
  const records = new Map<string, PageRecord>();
  const table = readTable(file, version);
  if (table === null) return records;
  const { paths = [], keys = [], sources = [], hashes = [], templates = [] } = table.texts;
  const { reached = new Float64Array() } = table.numbers;
  const lists = templates.map((list): readonly string[] => JSON.parse(list));
  for (const [i, path] of paths.entries()) {
    const list = lists[reached[i] ?? -1];
    const [key, source, hash] = [keys[i], sources[i], hashes[i]];
    if (list !== undefined && key !== undefined && source !== undefined && hash !== undefined)
      records.set(path, { key, templates: list, sources: source, hash });
  }
  return records;
}
