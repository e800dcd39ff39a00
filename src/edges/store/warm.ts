import { join } from 'node:path';
import type { PackedParse, ParseStore, StoredHead } from '../../build/ports.js';
import { decodeBodies, decodeHead, decodeWords, packParse } from './encode.js';
import { openPackStore } from './pack.js';

/** The parse store of a process that builds many editions. */
export interface WarmStore extends ParseStore {
  /** An edition is made: what it did not use and what is not the last good of a file is forgotten. */
  settle(): Promise<void>;
  /** Entries that the disk does not have. */
  readonly held: number;
  /** Puts what is held on the disk. Nothing may be asked for afterwards. */
  end(): Promise<void>;
}

export interface WarmOptions {
  /** Folder of the cache; null: nothing is kept, and texts lie in files without a name. */
  readonly folder: string | null;
  readonly version: string;
  /** Bytes that are held at most; more goes to the disk. */
  readonly mostHeld?: number;
}

const MOST_HELD = 16 * 1024 * 1024;

/**
 * The store on the disk, with the heads of the last edition in memory, so that a save reads and decodes none, and with
 * what came since the beginning held back: of a hundred saves of one article, the disk gets the last.
 */
export function openWarmStore({ folder, version, mostHeld = MOST_HELD }: WarmOptions): WarmStore {
  const place = folder === null ? null : join(folder, 'parse');
  const open = (): ParseStore => openPackStore(place ?? '', version, place === null);
  let disk = open();
  const { sources } = disk;
  const heads = new Map<string, StoredHead>();
  const held = new Map<string, PackedParse>();
  const good = new Map<string, string>();
  const used = new Set<string>();
  let bytes = 0;
  /** Whether the disk was given something that only its end keeps. */
  let given = false;

  const sizeOf = ({ head, bodies, words }: PackedParse): number => head.length + bodies.length + words.length;
  const forget = (key: string): void => {
    const entry = held.get(key);
    if (entry !== undefined) bytes -= sizeOf(entry);
    held.delete(key);
  };
  const giveAll = (): void => {
    // What is in use counts as used in the disk's own eyes, too.
    for (const key of heads.keys()) if (!held.has(key)) disk.head(key);
    for (const [key, entry] of held) disk.put(key, entry);
    for (const [file, key] of good) disk.accept(file, key);
    held.clear();
    good.clear();
    bytes = 0;
    given = false;
  };

  return {
    sources,
    pack: packParse,
    head(key) {
      used.add(key);
      const known = heads.get(key);
      if (known !== undefined) return known;
      const entry = held.get(key);
      const head = entry === undefined ? disk.head(key) : decodeHead(Buffer.from(entry.head));
      if (head !== null) heads.set(key, head);
      return head;
    },
    bodies(key) {
      const entry = held.get(key);
      return entry === undefined ? disk.bodies(key) : decodeBodies(Buffer.from(entry.bodies));
    },
    words(key) {
      const entry = held.get(key);
      return entry === undefined ? disk.words(key) : decodeWords(Buffer.from(entry.words));
    },
    put(key, entry) {
      used.add(key);
      heads.delete(key);
      forget(key);
      if (bytes + sizeOf(entry) > mostHeld) {
        given = true;
        disk.put(key, entry);
        return;
      }
      held.set(key, entry);
      bytes += sizeOf(entry);
    },
    lastGood: (file) => good.get(file) ?? disk.lastGood(file),
    accept(file, key) {
      if (good.get(file) === key) return;
      if (disk.lastGood(file) === key) good.delete(file);
      else good.set(file, key);
    },
    forget(key) {
      heads.delete(key);
      forget(key);
    },
    close: async () => {},
    get held() {
      return held.size;
    },
    async settle() {
      const kept = new Set([...used, ...good.values()]);
      used.clear();
      for (const key of [...held.keys()]) if (!kept.has(key)) forget(key);
      for (const key of heads.keys()) if (!kept.has(key)) heads.delete(key);
      if (!given) return;
      giveAll();
      if (place === null) return;
      await disk.close();
      disk = open();
    },
    async end() {
      giveAll();
      await disk.close();
    },
  };
}
