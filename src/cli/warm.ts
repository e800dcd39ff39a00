import { join } from 'node:path';
import type { RelatedMemory } from '../build/ports.js';
import { createFindsMemory, readFindsMemory } from '../edges/finds.js';
import { openWarmStore, type WarmStore } from '../edges/store/index.js';
import type { Sources } from './sources.js';

/** What makes the first edition quick, and the second start. */
export interface Warm {
  readonly store: WarmStore;
  readonly finds: RelatedMemory;
  /** Keeps what was parsed for the next time. */
  keep(): Promise<void>;
}

/** Begins with what the cache has; writes to the cache alone. */
export function openWarm({ cache, hashes }: Sources): Warm {
  const store = openWarmStore({ folder: cache?.folder ?? null, version: cache?.version ?? '' });
  const finds =
    cache === null ? createFindsMemory() : readFindsMemory(join(cache.folder, 'related'), cache.version);
  return {
    store,
    finds,
    async keep() {
      hashes.save();
      await store.end();
    },
  };
}
