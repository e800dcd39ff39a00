import type { PackedParse, ParseStore } from '../../build/ports.js';
import { decodeBodies, decodeHead, decodeWords, packParse } from './encode.js';
import { openGoodSources } from './sources.js';

/** A store that lives as long as the process; for tests and for folders that can't be written. */
export function createMemoryStore(): ParseStore {
  const entries = new Map<string, PackedParse>();
  const good = new Map<string, string>();
  return {
    head(key) {
      const entry = entries.get(key);
      return entry === undefined ? null : decodeHead(Buffer.from(entry.head));
    },
    bodies(key) {
      const entry = entries.get(key);
      return entry === undefined ? null : decodeBodies(Buffer.from(entry.bodies));
    },
    words(key) {
      const entry = entries.get(key);
      return entry === undefined ? null : decodeWords(Buffer.from(entry.words));
    },
    put: (key, entry) => void entries.set(key, entry),
    pack: packParse,
    lastGood: (file) => good.get(file) ?? null,
    accept: (file, key) => void good.set(file, key),
    sources: openGoodSources(null),
    close: async () => {},
  };
}
