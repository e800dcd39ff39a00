import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { PACKAGE_ROOT } from '../edges/package.js';
import { isUntouched, stampsSize } from '../edges/publisher/mark.js';
import type { Places } from '../edges/publisher/places.js';

/** Bytes of stamps, about 2,000 files: so many are looked at in the time that a thread needs to start. */
const FEW_STAMPS = 200_000;

/**
 * Looks whether every published file is as it was published; in another thread, from now on, where there are many.
 *
 * @param count how many threads may share the work. Default: one for each processor
 * @param few bytes of stamps for which no other thread is started
 */
export function lookAtPublished(
  places: Places,
  count = availableParallelism(),
  few = FEW_STAMPS,
): () => Promise<boolean> {
  const here = async (): Promise<boolean> => isUntouched(places);
  const size = stampsSize(places);
  if (count === 1 || size === null || size < few) return here;
  const worker = new Worker(`${PACKAGE_ROOT}dist/looker.js`, { workerData: { places } });
  const seen = new Promise<boolean>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('A thread ended before its work.')));
  });
  // Where nobody asks for it any more, it may end as it likes.
  worker.unref();
  seen.catch(() => {});
  return async () => {
    worker.ref();
    return seen.catch(here);
  };
}
