import type { Ingredients, PageMemory, PageRecord } from '../../build/ports.js';
import { readTable, type Table, writeTable } from '../table.js';

/** A memory that lives as long as the process. */
export function createPageMemory(): PageMemory {
  return memory(NOTHING, () => {});
}

/**
 * The memory in a file, which may be removed at any time. What was not written by the same version, or is damaged, is
 * as good as absent.
 *
 * @param version what makes pages (release, Node, language data)
 */
export function openPageMemory(file: string, version: string): PageMemory {
  return memory(read(file, version), (edition) => {
    try {
      writeTable(file, version, tableOf(edition));
    } catch {
      // The next build renders everything, and that is all.
    }
  });
}

interface Edition {
  readonly made: Ingredients | null;
  readonly pages: ReadonlyMap<string, PageRecord>;
}

const NOTHING: Edition = { made: null, pages: new Map() };

function memory(before: Edition, keep: (edition: Edition) => void): PageMemory {
  let known = before;
  let fresh = new Map<string, PageRecord>();
  return {
    get last() {
      return known.made;
    },
    get: (path) => known.pages.get(path) ?? null,
    put: (path, record) => void fresh.set(path, record),
    save(made) {
      const same =
        fresh.size === known.pages.size &&
        [...fresh].every(([path, record]) => known.pages.get(path) === record) &&
        isSame(known.made?.parts, made.parts) &&
        isSame(known.made?.files, made.files) &&
        known.made?.sound === made.sound;
      known = { made, pages: fresh };
      fresh = new Map();
      if (!same) keep(known);
    },
  };
}

function isSame(before: ReadonlyMap<string, string> | undefined, now: ReadonlyMap<string, string>): boolean {
  return before?.size === now.size && [...now].every(([name, hash]) => before.get(name) === hash);
}

/** Each list of what was reached stands there once. */
function tableOf({ made, pages }: Edition): Table {
  const records = [...pages.values()];
  const numbers = new Map<string, number>();
  const lists = records.map(({ reached }) => {
    const list = JSON.stringify(reached);
    const number = numbers.get(list) ?? numbers.size;
    numbers.set(list, number);
    return number;
  });
  const { parts = new Map(), files = new Map(), sound = null } = made ?? {};
  return {
    texts: {
      paths: [...pages.keys()],
      views: records.map(({ view }) => view),
      pageTexts: records.map(({ text }) => text),
      sources: records.map(({ sources }) => sources),
      hashes: records.map(({ hash }) => hash),
      lists: [...numbers.keys()],
      parts: [...parts.keys()],
      partHashes: [...parts.values()],
      files: [...files.keys()],
      fileHashes: [...files.values()],
      sound: sound === null ? [] : [sound],
    },
    numbers: { reached: Uint32Array.from(lists) },
  };
}

function read(file: string, version: string): Edition {
  const table = readTable(file, version);
  if (table === null) return NOTHING;
  const { paths = [], views = [], pageTexts = [], sources = [], hashes = [], lists = [] } = table.texts;
  const { parts = [], partHashes = [], files = [], fileHashes = [] } = table.texts;
  const { reached = new Uint32Array() } = table.numbers;
  const names = lists.map((list): readonly string[] => JSON.parse(list));
  const pages = new Map<string, PageRecord>();
  for (const [i, path] of paths.entries()) {
    const list = names[reached[i] ?? -1];
    const [view, text, source, hash] = [views[i], pageTexts[i], sources[i], hashes[i]];
    if (list && view !== undefined && text !== undefined && source !== undefined && hash !== undefined)
      pages.set(path, { view, text, reached: list, sources: source, hash });
  }
  const [sound = null] = table.texts.sound ?? [];
  return { made: { parts: joined(parts, partHashes), files: joined(files, fileHashes), sound }, pages };
}

const joined = (names: readonly string[], hashes: readonly string[]): Map<string, string> =>
  new Map(names.map((name, i) => [name, hashes[i] ?? '']));
