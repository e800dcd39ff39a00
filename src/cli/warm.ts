import { join } from 'node:path';
import type { FindsMemory, PageMemory } from '../build/ports.js';
import { createFindsMemory, readFindsMemory } from '../edges/finds.js';
import { createPageMemory, readPageMemory } from '../edges/pages/index.js';
import { beginWith } from '../edges/published.js';
import { createMemoryPublisher, type MemoryPublisher } from '../edges/publisher/index.js';
import { openWarmStore, type WarmStore } from '../edges/store/index.js';
import type { Sources } from './sources.js';

/** What makes the first edition quick, and the second start. */
export interface Warm {
  readonly store: WarmStore;
  readonly publisher: MemoryPublisher;
  readonly pages: PageMemory;
  readonly finds: FindsMemory;
  /** Keeps what was parsed for the next time. */
  keep(): Promise<void>;
}

/** Where a build with the usual flags publishes. */
const OUT = 'public';

/** Begins with what the cache and the last build have; writes to the cache alone. */
export async function openWarm({ root, cache, hashes }: Sources): Promise<Warm> {
  const store = openWarmStore({ folder: cache?.folder ?? null, version: cache?.version ?? '' });
  const publisher = createMemoryPublisher(root);
  const pages =
    cache === null ? createPageMemory() : readPageMemory(join(cache.folder, 'pages'), cache.version);
  const finds =
    cache === null ? createFindsMemory() : readFindsMemory(join(cache.folder, 'related'), cache.version);
  if (cache !== null) await beginWith(publisher, root, OUT, pages);
  return {
    store,
    publisher,
    pages,
    finds,
    async keep() {
      hashes.save();
      await store.end();
    },
  };
}
