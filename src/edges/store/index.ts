import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParseStore } from '../../build/ports.js';
import { openPackStore } from './pack.js';

export { packParse } from './encode.js';
export { createMemoryStore } from './memory.js';

/**
 * The parse store in a folder, which may be removed at any time. Where the folder can't be written, what is put is
 * forgotten at the end.
 *
 * @param version what made the entries (release, Node, language data); those of another version are forgotten
 */
export function openStore(folder: string, version: string): ParseStore {
  return openPackStore(join(folder, 'parse'), version, false);
}

/** A store for one build that keeps nothing: its texts are on the disk, not in memory, in files without a name. */
export function openScratchStore(folder = tmpdir()): ParseStore {
  return openPackStore(folder, '', true);
}

export { openWarmStore, type WarmStore } from './warm.js';
