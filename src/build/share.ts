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

/** Jobs that are done here before other threads are started: what fits into them is done before they would be ready. */
const ALONE = 4;

/** Jobs that a helper has: one in work, and one so that it need not wait. */
const IN_HAND = 2;

/**
 * Does jobs in this thread and its helpers at once. Results are taken in the order of the jobs, so that nothing
 * depends on which thread was faster.
 *
 * @param take is given each result; where it says false, no more jobs are begun
 */
export async function share<Job, Done>(
  jobs: AsyncIterable<Job> | Iterable<Job>,
  hands: Hands<Job, Done>,
  take: (done: Done, job: Job) => Promise<boolean> | boolean,
): Promise<void> {
  interface Slot {
    readonly job: Job;
    readonly done: Promise<Done>;
    result: { readonly value: Done } | null;
  }
  const slots: Slot[] = [];
  let helpers: { readonly work: Helper<Job, Done>; inHand: number }[] | null = null;
  let begun = 0;
  let more = true;

  const takeReady = async (): Promise<void> => {
    for (let slot = slots[0]; slot?.result != null; slot = slots[0]) {
      slots.shift();
      if (more) more = await take(slot.result.value, slot.job);
    }
  };

  for await (const job of jobs) {
    if (begun === ALONE) helpers = hands.helpers().map((work) => ({ work, inHand: 0 }));
    begun += 1;
    const free = helpers?.find((helper) => helper.inHand < IN_HAND);
    if (free === undefined) {
      const value = hands.here(job);
      slots.push({ job, done: Promise.resolve(value), result: { value } });
      if (helpers !== null && helpers.length > 0) await hands.turn();
    } else {
      free.inHand += 1;
      const done = free.work(job).finally(() => {
        free.inHand -= 1;
      });
      // Awaited in its turn; until then a failure is no unhandled rejection.
      done.catch(() => {});
      const slot: Slot = { job, done, result: null };
      done.then(
        (value) => {
          slot.result = { value };
        },
        () => {},
      );
      slots.push(slot);
    }
    await takeReady();
    if (!more) break;
  }
  for (let slot = slots[0]; slot !== undefined; slot = slots[0]) {
    await slot.done;
    await takeReady();
  }
}
