import type { PackedParse, ParseStore } from '../../build/ports.js';
import { decodeBodies, decodeHead, packParse } from './encode.js';

/** A store that lives as long as the process; for tests and for folders that can't be written. */
export function createMemoryStore(): ParseStore {
  const entries = new Map<string, PackedParse>();
  const good = new Map<string, string>();
  const note = (key: string, { goodFor }: PackedParse): void => {
    if (goodFor !== null) good.set(goodFor, key);
  };
  return {
    head(key) {
      const entry = entries.get(key);
      if (entry === undefined) return null;
      note(key, entry);
      return decodeHead(Buffer.from(entry.head));
    },
    bodies(key) {
      const entry = entries.get(key);
      return entry === undefined ? null : decodeBodies(Buffer.from(entry.bodies));
    },
    put(key, entry) {
      entries.set(key, entry);
      note(key, entry);
    },
    pack: packParse,
    lastGood: (file) => good.get(file) ?? null,
    close: async () => {},
  };
}
