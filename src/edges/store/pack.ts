import type { PackedParse, ParseStore } from '../../build/ports.js';
import { decodeBodies, decodeHead, decodeWords, packParse } from './encode.js';
import {
  type Entry,
  nextName,
  type Reader,
  readSegments,
  removeSegment,
  type Segment,
  writeIndex,
} from './segment.js';
import { openGoodSources } from './sources.js';
import { type Appender, copyOf, createAppender } from './writer.js';

type Part = 'head' | 'bodies' | 'words';

/** An entry with the means to read it. */
interface Located {
  readonly entry: Entry;
  readonly head: Reader;
  readonly bodies: Reader;
  readonly words: Reader;
}

/** Small segments are merged when there are more than this. */
const MOST_SEGMENTS = 12;

/** Entries of other branches and earlier versions are kept until they are this many times those in use. */
const MOST_UNUSED = 4;
const ALWAYS_KEPT = 1000;

interface Target {
  readonly heads: Appender;
  readonly bodies: Appender;
  readonly words: Appender;
  readonly entries: Entry[];
}

/**
 * The parse store on the disk, in files that are only ever appended and read: every part has a checksum, so that
 * whatever happens to them, an entry is either what was put or absent. Several processes may use one folder.
 *
 * @param version what made the entries; those of another version are forgotten
 * @param scratch keeps nothing: the files have no names and go with the process
 */
export function openPackStore(folder: string, version: string, scratch: boolean): ParseStore {
  const segments = scratch ? [] : readSegments(folder, version);
  const known = new Map<string, Located>();
  const good = new Map<string, string>();
  const used = new Set<string>();
  /** Put since the store was opened. */
  const fresh = new Set<string>();
  const sources = openGoodSources(scratch ? null : `${folder}-sources`);
  let name: string | null = null;
  let target: Target | null = null;

  const learn = (entry: Entry, { head, bodies, words }: Omit<Located, 'entry'>): void => {
    known.set(entry.key, { entry, head, bodies, words });
  };
  for (const segment of segments) {
    for (const entry of segment.entries) {
      learn(entry, segment);
      if (entry.goodFor !== null) good.set(entry.goodFor, entry.key);
    }
  }

  const opened = (): Target => {
    name ??= nextName(folder);
    target ??= {
      heads: createAppender(folder, name, 'heads', scratch),
      bodies: createAppender(folder, name, 'bodies', scratch),
      words: createAppender(folder, name, 'words', scratch),
      entries: [],
    };
    return target;
  };
  const add = (key: string, packed: PackedParse): void => {
    const to = opened();
    const entry = appended(key, packed.goodFor, packed, to);
    learn(entry, { head: to.heads.read, bodies: to.bodies.read, words: to.words.read });
    fresh.add(key);
  };
  const part = <T>(key: string, which: Part, decode: (bytes: Buffer) => T): T | null => {
    const found = known.get(key);
    if (found === undefined) return null;
    try {
      const bytes = found[which](found.entry[which]);
      if (bytes !== null) return decode(bytes);
    } catch {
      // As good as absent.
    }
    known.delete(key);
    return null;
  };

  return {
    head(key) {
      const value = part(key, 'head', decodeHead);
      if (value !== null) used.add(key);
      return value;
    },
    bodies: (key) => part(key, 'bodies', decodeBodies),
    words: (key) => part(key, 'words', decodeWords),
    put(key, value) {
      used.add(key);
      add(key, value);
    },
    pack: packParse,
    lastGood: (file) => good.get(file) ?? null,
    accept(file, key) {
      if (good.get(file) === key) return;
      // What an earlier build has put was not the last good one until now: it is written anew, with this said of it.
      if (!fresh.has(key)) {
        const head = part(key, 'head', bytesOf);
        const bodies = part(key, 'bodies', bytesOf);
        const words = part(key, 'words', bytesOf);
        if (head === null || bodies === null || words === null) return;
        add(key, { goodFor: file, head, bodies, words });
      }
      good.set(file, key);
    },
    sources,
    async close() {
      if (name !== null && target !== null && !scratch) {
        const records = segments.reduce(
          (sum, segment) => sum + segment.entries.length,
          target.entries.length,
        );
        const old = superseded(segments, records > MOST_UNUSED * used.size + ALWAYS_KEPT);
        const everything = old.length === segments.length;
        for (const segment of old) copyEntries(segment, everything ? used : null, { known, good }, opened());
        if (finish(target, folder, name, version, good))
          for (const { name: before } of old) removeSegment(folder, before);
        else removeSegment(folder, name);
      }
      for (const segment of segments) segment.close();
    },
  };
}

/** Segments to be merged into the new one: all when too much is unused, else, when they are too many, all but the largest. */
function superseded(segments: readonly Segment[], wasteful: boolean): readonly Segment[] {
  if (wasteful) return segments;
  if (segments.length < MOST_SEGMENTS) return [];
  const largest = segments.reduce((most, segment) => (segment.bytes > most.bytes ? segment : most));
  return segments.filter((segment) => segment !== largest);
}

interface Knowledge {
  readonly known: ReadonlyMap<string, Located>;
  readonly good: ReadonlyMap<string, string>;
}

/** Copies what is still the newest of its key; with `used`, only that and the last good parses of the same files. */
function copyEntries(
  segment: Segment,
  used: ReadonlySet<string> | null,
  { known, good }: Knowledge,
  to: Target,
): void {
  for (const entry of segment.entries) {
    if (known.get(entry.key)?.entry !== entry) continue;
    const isLast = entry.goodFor !== null && good.get(entry.goodFor) === entry.key;
    if (used !== null && !used.has(entry.key) && !isLast) continue;
    const [head, bodies] = [segment.head(entry.head), segment.bodies(entry.bodies)];
    const words = segment.words(entry.words);
    if (head === null || bodies === null || words === null) continue;
    appended(entry.key, entry.goodFor, { head, bodies, words }, to);
  }
}

/** Puts the parts of an entry behind all others. */
function appended(
  key: string,
  goodFor: string | null,
  { head, bodies, words }: Omit<PackedParse, 'goodFor'>,
  to: Target,
): Entry {
  const entry = {
    key,
    goodFor,
    head: to.heads.append(copyOf(head)),
    bodies: to.bodies.append(copyOf(bodies)),
    words: to.words.append(copyOf(words)),
  };
  to.entries.push(entry);
  return entry;
}

function finish(
  { heads, bodies, words, entries }: Target,
  folder: string,
  name: string,
  version: string,
  good: ReadonlyMap<string, string>,
): boolean {
  const whole = [heads.close(), bodies.close(), words.close()].every(Boolean);
  if (!whole) return false;
  try {
    const rows = entries.map((entry) => {
      const isLast = entry.goodFor !== null && good.get(entry.goodFor) === entry.key;
      return isLast ? entry : { ...entry, goodFor: null };
    });
    writeIndex(folder, name, version, rows);
    return true;
  } catch {
    return false;
  }
}

/** A window into a file moves on; what is kept longer is a copy. */
const bytesOf = (bytes: Buffer): Uint8Array => Uint8Array.prototype.slice.call(bytes);
