import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ParseDone, ParseJob, RenderDone, RenderJob } from '../build/jobs.js';
import type { Threads } from '../build/ports.js';
import type { SearchJob } from '../build/search.js';
import type { Helper } from '../build/share.js';
import { PACKAGE_ROOT } from '../edges/package.js';
import type { Finds, Part } from '../stages/relate/index.js';
import type { Bundle } from '../stages/search/index.js';
import type { Answer, Order } from './messages.js';

/** Megabytes for young objects: pages live shortly, and with more room most are gone before they are looked at. */
const YOUNG_MB = 64;

/**
 * Each thread loads its modules, compiles the templates and runs its first thousands of pages slowly, until V8 has
 * compiled what is hot. Below about so many articles, one thread alone is as quick on two processors: `docs/performance.md`.
 */
const FEWEST = 2000;

/**
 * Threads for parse, render and the index of the search, started when they are first asked for.
 *
 * @param asked how many share the work, however small the site is; with 1 it is done in this thread. Default: one for each
 * processor, and for a small site this one alone
 */
export function createThreads(asked?: number): Threads {
  const count = asked ?? availableParallelism();
  let crew: Hand[] | null = null;
  const hands = (): Hand[] => {
    crew ??= Array.from({ length: count > 1 ? count : 0 }, (_, i) => startHand(i + 1));
    return crew;
  };
  return {
    fewest: asked === undefined ? FEWEST : 0,
    turn: () => setImmediate(),
    parsers(config) {
      return hands().map((hand): Helper<ParseJob, ParseDone> => {
        hand.tell({ order: 'parser', config });
        return async (job) => {
          const answer = await hand.ask({ order: 'parse', job });
          return 'parsed' in answer ? answer.parsed : fail(answer);
        };
      });
    },
    renderers(input, briefs, stage) {
      return hands().map((hand): Helper<RenderJob, RenderDone> => {
        hand.tell({ order: 'renderer', input, briefs, stage });
        return async (job) => {
          const answer = await hand.ask({ order: 'render', job });
          return 'rendered' in answer ? answer.rendered : fail(answer);
        };
      });
    },
    finders() {
      return hands().map((hand): Helper<Part, Finds> => {
        return async (job) => {
          const answer = await hand.ask({ order: 'find', job });
          return 'found' in answer ? answer.found : fail(answer);
        };
      });
    },
    indexers() {
      return hands().map((hand): Helper<SearchJob, Bundle> => {
        return async (job) => {
          const answer = await hand.ask({ order: 'index', job });
          return 'indexed' in answer ? answer.indexed : fail(answer);
        };
      });
    },
    async close() {
      const all = crew ?? [];
      crew = null;
      await Promise.all(all.map((hand) => hand.stop()));
    },
  };
}

interface Hand {
  tell(order: Order): void;
  /** Orders that are answered are answered in their order. */
  ask(order: Order): Promise<Answer>;
  stop(): Promise<void>;
}

function fail(answer: Answer): never {
  throw 'failed' in answer ? answer.failed : new Error('A thread answered something else than it was asked.');
}

function startHand(number: number): Hand {
  const worker = new Worker(`${PACKAGE_ROOT}dist/worker.js`, {
    workerData: { number },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const waiting: { resolve(answer: Answer): void; reject(error: unknown): void }[] = [];
  let failure: { readonly error: unknown } | null = null;
  const end = (error: unknown): void => {
    failure ??= { error };
    for (const one of waiting.splice(0)) one.reject(error);
  };
  worker.on('message', (answer: Answer) => {
    waiting.shift()?.resolve(answer);
    // A thread without work keeps no process alive.
    if (waiting.length === 0) worker.unref();
  });
  worker.on('error', end);
  worker.on('messageerror', end);
  worker.on('exit', () => end(new Error('A thread ended before its work.')));
  worker.unref();
  return {
    tell: (order) => worker.postMessage(order),
    ask: (order) =>
      new Promise((resolve, reject) => {
        if (failure !== null) {
          reject(failure.error);
          return;
        }
        worker.ref();
        waiting.push({ resolve, reject });
        worker.postMessage(order);
      }),
    async stop() {
      await worker.terminate();
    },
  };
}
