import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contentHash } from '../../text/hash.js';
import { readTable, writeTable } from '../table.js';

/**
 * What was made of pictures, in a folder that may be removed at any time. Contents lie under their own hashes, so that
 * one that is damaged shows; records say what was made of what.
 */
export interface PictureCache {
  /** A record that was put; it now counts as used. */
  record(key: string): unknown;
  putRecord(key: string, record: unknown): void;
  /** A content; null where it is absent or damaged. */
  content(hash: string): Uint8Array | null;
  putContent(hash: string, bytes: Uint8Array): void;
  /** Makes sure that records outlive the process. */
  flush(): void;
  /**
   * A build has ended well: what no build has used for long goes.
   *
   * @param contents hashes that a record names
   */
  prune(contents: (record: unknown) => readonly string[]): void;
}

const VERSION = '1';
/** Of what the last build did not use, the newest so many bytes stay, but nothing that this many builds did without. */
const MOST_UNUSED_BYTES = 1024 ** 3;
const MOST_BUILDS = 60;
/** Another build may be at work on what nobody names yet. */
const YOUNG_MS = 60 * 60 * 1000;

interface Row {
  readonly json: string;
  readonly used: number;
}

/** @param now the time, in milliseconds, for telling leftovers from what is being written */
export function openPictureCache(folder: string, now: () => number): PictureCache {
  const index = join(folder, 'index');
  let stamp = stampOf(index);
  const { rows, build: before } = readRows(index);
  const build = before + 1;
  /** Where the folder can’t be written, this build has it all the same. */
  const unwritten = new Map<string, Uint8Array>();
  let fresh = 0;
  const place = (hash: string): string => join(folder, hash.slice(0, 2), hash.slice(2));

  /** A build beside a running `dev`: what the other has made is not made again. */
  const takeOthers = (): void => {
    if (stampOf(index) === stamp) return;
    for (const [key, row] of readRows(index).rows) if (!rows.has(key)) rows.set(key, row);
  };
  const write = (all: ReadonlyMap<string, Row>): void => {
    try {
      const list = [...all];
      writeTable(index, VERSION, {
        texts: { keys: list.map(([key]) => key), records: list.map(([, row]) => row.json) },
        numbers: { used: Uint32Array.from(list, ([, row]) => row.used), build: Uint32Array.of(build) },
      });
      fresh = 0;
      stamp = stampOf(index);
    } catch {
      // The next build makes it again, and that is all.
    }
  };

  return {
    record(key) {
      const row = rows.get(key);
      if (row === undefined) return null;
      if (row.used !== build) rows.set(key, { ...row, used: build });
      return JSON.parse(row.json);
    },
    putRecord(key, record) {
      rows.set(key, { json: JSON.stringify(record), used: build });
      fresh += 1;
    },
    content(hash) {
      const here = unwritten.get(hash);
      if (here !== undefined) return here;
      try {
        const bytes = fs.readFileSync(place(hash));
        return contentHash(bytes) === hash ? bytes : null;
      } catch {
        return null;
      }
    },
    putContent(hash, bytes) {
      const file = place(hash);
      const whole = `${file}.${randomUUID()}`;
      try {
        fs.mkdirSync(dirname(file), { recursive: true });
        fs.writeFileSync(whole, bytes);
        fs.renameSync(whole, file);
      } catch {
        unwritten.set(hash, bytes);
        try {
          fs.rmSync(whole, { force: true });
        } catch {
          // There is nothing of it.
        }
      }
    },
    flush() {
      if (fresh === 0) return;
      takeOthers();
      write(rows);
    },
    prune(contents) {
      takeOthers();
      const unused = [...rows]
        .filter(([, row]) => row.used !== build)
        .sort(([, a], [, b]) => b.used - a.used);
      const kept = new Map([...rows].filter(([, row]) => row.used === build));
      const wanted = new Set([...kept.values()].flatMap((row) => contents(JSON.parse(row.json))));
      let bytes = 0;
      for (const [key, row] of unused) {
        const own = contents(JSON.parse(row.json));
        for (const hash of own) bytes += fs.statSync(place(hash), { throwIfNoEntry: false })?.size ?? 0;
        if (bytes > MOST_UNUSED_BYTES || build - row.used > MOST_BUILDS) break;
        kept.set(key, row);
        for (const hash of own) wanted.add(hash);
      }
      const changed = kept.size !== rows.size;
      if (changed || unused.length > 0 || fresh > 0) write(kept);
      if (changed) sweep(folder, wanted, now() - YOUNG_MS);
    },
  };
}

function readRows(index: string): { readonly rows: Map<string, Row>; readonly build: number } {
  const table = readTable(index, VERSION);
  const rows = new Map<string, Row>();
  const [keys, records, used] = [table?.texts.keys ?? [], table?.texts.records ?? [], table?.numbers.used];
  for (const [i, key] of keys.entries()) rows.set(key, { json: records[i] ?? 'null', used: used?.[i] ?? 0 });
  return { rows, build: table?.numbers.build?.[0] ?? 0 };
}

/** Differs after each write. */
function stampOf(file: string): string {
  try {
    const { ino, size, mtimeMs } = fs.statSync(file);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return '';
  }
}

/** Removes what no record names. */
function sweep(folder: string, wanted: ReadonlySet<string>, before: number): void {
  for (const part of fs.readdirSync(folder)) {
    if (!/^[\da-f]{2}$/.test(part)) continue;
    for (const name of fs.readdirSync(join(folder, part))) {
      const file = join(folder, part, name);
      if (wanted.has(part + name)) continue;
      const stat = fs.statSync(file, { throwIfNoEntry: false });
      if (stat !== undefined && stat.mtimeMs < before) fs.rmSync(file, { force: true });
    }
  }
}

/** A place for a build that may keep nothing: there only when something is put there, and gone with the process. */
export function scratchFolder(): string {
  const folder = join(tmpdir(), `dateline-pictures-${randomUUID()}`);
  if (scratch.size === 0) {
    process.once('exit', () => {
      for (const place of scratch) fs.rmSync(place, { recursive: true, force: true });
    });
  }
  scratch.add(folder);
  return folder;
}

const scratch = new Set<string>();
