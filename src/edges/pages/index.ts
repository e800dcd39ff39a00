import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { PageMemory, PageRecord } from '../../build/ports.js';

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

/** One list for each kind of value, and each list of templates once: many pages are read in a fraction of the time. */
interface Columns {
  readonly version: string;
  readonly paths: string[];
  readonly keys: string[];
  readonly sources: string[];
  readonly hashes: string[];
  readonly templates: (readonly string[])[];
  /** Of each page, the number of its list of templates. */
  readonly reached: number[];
}

function write(file: string, version: string, records: ReadonlyMap<string, PageRecord>): void {
  const all: Columns = { version, paths: [], keys: [], sources: [], hashes: [], templates: [], reached: [] };
  const numbers = new Map<string, number>();
  for (const [path, { key, templates, sources, hash }] of records) {
    const name = JSON.stringify(templates);
    const number = numbers.get(name) ?? all.templates.push(templates) - 1;
    numbers.set(name, number);
    all.paths.push(path);
    all.keys.push(key);
    all.sources.push(sources);
    all.hashes.push(hash);
    all.reached.push(number);
  }
  const text = JSON.stringify(all);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${crc32(text).toString(16)}\n${text}`);
  renameSync(`${file}.new`, file);
}

function read(file: string, version: string): Map<string, PageRecord> {
  const records = new Map<string, PageRecord>();
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (crc32(body).toString(16) !== text.slice(0, end)) return records;
    // Whole, so it is what `write` made.
    const all: Columns = JSON.parse(body);
    if (all.version !== version) return records;
    for (const [i, path] of all.paths.entries()) {
      const templates = all.templates[all.reached[i] ?? -1];
      const [key, sources, hash] = [all.keys[i], all.sources[i], all.hashes[i]];
      if (templates !== undefined && key !== undefined && sources !== undefined && hash !== undefined)
        records.set(path, { key, templates, sources, hash });
    }
  } catch {
    // Absent.
  }
  return records;
}
