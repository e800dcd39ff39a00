import type { Threads } from './ports.js';

/** A thread beside this one: does a job as this thread would. */
export type Helper<Job, Done> = (job: Job) => Promise<Done>;

export interface Hands<Job, Done> {
  /** Does a job in this thread. */
  readonly here: (job: Job) => Done;
  /** Starts the threads beside this one, where it is worth it; asked for once, when there is much to do. */
  readonly helpers: () => readonly Helper<Job, Done>[];
  /** Lets what the helpers have sent come in. */
  readonly turn: () => Promise<void>;
}

/** The threads, where a site of so many articles is worth starting them. */
export const threadsFor = (threads: Threads | undefined, articles: number): Threads | undefined =>
  threads !== undefined && articles >= threads.fewest ? threads : undefined;

/** Jobs that are done here before other threads are started: what fits into them is done before they would be ready. */
const ALONE = 4;

/** Jobs that a helper has: one in work, and some so that it need not wait while another's long job holds up the queue. */
const IN_HAND = 4;

/**
 * Does jobs in helpers, and in this thread as long as there are none or none has answered yet. Afterwards this thread
 * shares out and takes in, no more: it holds the whole site, and what a job leaves behind in memory costs least in a
 * thread that holds nothing. Results are taken in the order of the jobs, so that nothing depends on which thread was
 * faster.
 *
 * @param take is given each result; where it says false, no more jobs are begun and no more results taken
 */
export async function share<Job, Done>(
  jobs: AsyncIterable<Job> | Iterable<Job>,
  hands: Hands<Job, Done>,
  take: (done: Done, job: Job) => Promise<boolean> | boolean,
): Promise<void> {
  const queue: { readonly job: Job; readonly done: Promise<Done> }[] = [];
  let helpers: { readonly work: Helper<Job, Done>; inHand: number }[] = [];
  let begun = 0;
  let answered = false;

  const takeFirst = async (): Promise<boolean> => {
    const first = queue.shift();
    return first === undefined || take(await first.done, first.job);
  };

  /** Results that may wait for their turn after a job has been given out. */
  const room = (): number => {
    if (helpers.length === 0) return 0;
    return answered ? helpers.length * IN_HAND - 1 : Number.POSITIVE_INFINITY;
  };

  let more = true;
  for await (const job of jobs) {
    if (begun === ALONE) helpers = hands.helpers().map((work) => ({ work, inHand: 0 }));
    begun += 1;
    const least = helpers.reduce((a, b) => (b.inHand < a.inHand ? b : a), helpers[0] ?? NOBODY);
    if (least.inHand >= IN_HAND && !answered) {
      queue.push({ job, done: Promise.resolve(hands.here(job)) });
      if (helpers.length > 0) await hands.turn();
    } else {
      least.inHand += 1;
      const done = least.work(job).finally(() => {
        least.inHand -= 1;
        answered = true;
      });
      // Awaited in its turn; until then a failure is no unhandled rejection.
      done.catch(() => {});
      queue.push({ job, done });
    }
    while (more && queue.length > room()) more = await takeFirst();
    if (!more) break;
  }
  while (more && queue.length > 0) more = await takeFirst();
  // What a helper still does must not go on behind the back of what comes next.
  await Promise.allSettled(queue.map(({ done }) => done));
}

/** Where there are no helpers, nobody is free. */
const NOBODY = {
  work: () => Promise.reject(new Error('Nobody is there.')),
  inHand: Number.POSITIVE_INFINITY,
};
