import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { isRecord } from '../../stages/publish/index.js';
import type { Made } from './types.js';

/** Where results of earlier builds are kept. */
export interface AssetCache {
  readonly file: string;
  /** What made the results; those of another are forgotten. */
  readonly version: string;
}

/** Results by the hash of all that decided them. A cache: what is damaged counts as absent. */
export interface AssetMemory {
  get(key: string): Made | null;
  put(key: string, made: Made): void;
  /** Keeps what was asked for since it was opened. */
  save(): void;
}

/** Of this process: `dev` builds again and again. */
const known = new Map<string, Made>();
const MOST = 500;

export function openAssetMemory(cache: AssetCache | null): AssetMemory {
  const used = new Map<string, Made>();
  let before: ReadonlyMap<string, Made> | null = null;
  let fresh = false;
  return {
    get(key) {
      let made = known.get(key) ?? null;
      if (made === null && cache !== null) {
        before ??= read(cache);
        made = before.get(key) ?? null;
        fresh ||= made === null;
      }
      if (made !== null) used.set(key, made);
      return made;
    },
    put(key, made) {
      if (known.size >= MOST) known.clear();
      known.set(key, made);
      used.set(key, made);
      fresh = true;
    },
    save() {
      if (cache === null || !fresh) return;
      try {
        write(cache, used);
        fresh = false;
      } catch {
        // The next build makes them again.
      }
    },
  };
}

function write({ file, version }: AssetCache, made: ReadonlyMap<string, Made>): void {
  const text = JSON.stringify({
    version,
    made: [...made].filter(([, { problems }]) => problems.length === 0),
  });
  fs.mkdirSync(dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.new`, `${crc32(text).toString(16)}\n${text}`);
  fs.renameSync(`${file}.new`, file);
}

function read({ file, version }: AssetCache): ReadonlyMap<string, Made> {
  const made = new Map<string, Made>();
  try {
    const text = fs.readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (crc32(body).toString(16) !== text.slice(0, end)) return made;
    const value: unknown = JSON.parse(body);
    if (!isRecord(value) || value.version !== version || !Array.isArray(value.made)) return made;
    for (const [key, entry] of value.made) {
      if (typeof key === 'string' && isRecord(entry) && typeof entry.text === 'string')
        made.set(key, { text: entry.text, problems: [] });
    }
  } catch {
    // Absent or damaged.
  }
  return made;
}
