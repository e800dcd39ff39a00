import { closeSync, readFileSync, type Stats } from 'node:fs';
import type { Files, PictureJob, PictureMaker } from '../../build/ports.js';
import type { PictureFacts, PicturesConfig } from '../../model/picture.js';
import { MOST_BYTES } from '../../stages/pictures/index.js';
import { contentHash } from '../../text/hash.js';
import { inside } from '../files/inside.js';
import type { PictureCache } from './cache.js';
import { createPictureMaker } from './maker.js';

/**
 * Pictures for whoever must not wait: what is known is said at once, all else is found out afterwards. Every picture is
 * looked at, so that what is wrong is told; smaller ones are made of those that somebody was shown.
 */
export interface PicturesLater extends PictureMaker {
  /** Somebody was shown this file as it is. */
  shown(file: string): void;
  /**
   * Goes on with what is to be found out, one picture at a time, until there is something to tell or nothing left.
   *
   * @param isOver whether something else comes first
   * @returns whether the site is another one with what is known now: then it must be read again
   */
  work(isOver: () => boolean): Promise<boolean>;
}

export interface LaterOptions {
  readonly root: string;
  readonly cache: PictureCache;
  readonly files: Pick<Files, 'learn'>;
  /** Milliseconds. */
  readonly stopwatch: () => number;
  /** Told when there is something to do that was not there before. */
  readonly wake: () => void;
}

/** What is wrong is told after so long, together with what else was found until then. */
const TOLD_MS = 500;
/** Pages are loaded anew when all that they show is made, or after so long. */
const MADE_MS = 10_000;

interface Asked {
  readonly job: PictureJob;
  readonly config: PicturesConfig;
}

export function createPicturesLater(options: LaterOptions): PicturesLater {
  const { root, cache, files, stopwatch, wake } = options;
  const folder = inside(root);
  const known = createPictureMaker({ root, cache, does: 'know' });
  const looker = createPictureMaker({ root, cache, does: 'look', threads: 1 });
  const maker = createPictureMaker({ root, cache, does: 'make', threads: 1 });
  /** By file: all that pages show. */
  const asked = new Map<string, Asked>();
  const toLook = new Map<string, Asked>();
  const toMake = new Map<string, Asked>();
  /** Hashes of files that were read a moment after they were written, which nobody else remembers. */
  const read = new Map<string, { readonly stamp: string; readonly hash: string }>();
  /** What will not be another one while the file and what is wanted of it are the same. */
  const settled = new Map<string, { readonly of: string; readonly facts: PictureFacts }>();
  /** The site that is shown does not know of everything that was found. */
  let news: 'none' | 'made' | 'wrong' = 'none';

  const nameOf = ({ job, config: { widths, formats, quality } }: Asked): string =>
    JSON.stringify([job.hash, job.focuses, widths, formats, quality]);

  const stampOf = ({ size, mtimeMs, ctimeMs, ino }: Stats): string => `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  /** The job with the hash of what is in the file, where that is known. */
  const withHash = (job: PictureJob): PictureJob => {
    const before = job.hash === null ? read.get(job.file) : undefined;
    if (before === undefined) return job;
    try {
      const { descriptor, stat } = folder.open(job.file);
      closeSync(descriptor);
      return stampOf(stat) === before.stamp ? { ...job, hash: before.hash } : job;
    } catch {
      return job;
    }
  };
  /** The same, read where it must be; null where it can't be. */
  const hashed = (one: Asked): Asked | null => {
    const { job } = one;
    if (job.hash !== null) return one;
    try {
      const { descriptor, stat } = folder.open(job.file);
      try {
        if (stat.size > MOST_BYTES) return null;
        const hash = contentHash(readFileSync(descriptor));
        files.learn?.(job.file, hash);
        read.set(job.file, { stamp: stampOf(stat), hash });
        return { ...one, job: { ...job, hash } };
      } finally {
        closeSync(descriptor);
      }
    } catch {
      return null;
    }
  };
  const look = async (waiting: Asked): Promise<void> => {
    const one = hashed(waiting);
    if (one === null) return;
    const { job, config } = one;
    if (asked.get(job.file) === waiting) asked.set(job.file, one);
    const [facts] = await looker.pictures([job], config, () => {});
    if (facts?.fit === false || looker.unavailable) news = 'wrong';
    // Read for the first time, it turns out to be known.
    else if (facts?.fit && news === 'none') news = 'made';
  };
  const make = async (waiting: Asked): Promise<void> => {
    const one = hashed(waiting);
    if (one === null) return;
    const [facts] = await maker.pictures([one.job], one.config, () => {});
    if (facts?.fit === false) news = 'wrong';
    else if (facts !== null && news === 'none') news = 'made';
  };

  return {
    waits: false,
    get unavailable() {
      return looker.unavailable || maker.unavailable;
    },
    async pictures(jobs, config) {
      const results: (PictureFacts | null)[] = [];
      const unsure: { readonly one: Asked; readonly at: number }[] = [];
      for (const [at, job] of jobs.entries()) {
        const one = { job: withHash(job), config };
        asked.set(job.file, one);
        const before = settled.get(job.file);
        const facts = before !== undefined && before.of === nameOf(one) ? before.facts : null;
        results.push(facts);
        if (facts === null) unsure.push({ one, at });
      }
      const found = await known.pictures(
        unsure.map(({ one }) => one.job),
        config,
        () => {},
      );
      for (const [i, { one, at }] of unsure.entries()) {
        const facts = found[i] ?? null;
        results[at] = facts;
        const { file, hash } = one.job;
        if (facts !== null) settled.set(file, { of: nameOf(one), facts });
        else if (hash === null || !known.isSeen(one.job)) toLook.set(file, one);
      }
      return results;
    },
    /** Nobody sees them in `dev`. */
    cards: async (texts) => texts.map(() => null),
    content: known.content,
    clean: known.clean,
    cleaned: known.cleaned,
    done() {},
    shown(file) {
      const one = asked.get(file);
      if (one === undefined || settled.has(file) || toMake.has(file)) return;
      toMake.set(file, one);
      wake();
    },
    async work(isOver) {
      const began = stopwatch();
      while (!isOver() && !looker.unavailable) {
        const late = stopwatch() - began;
        if (news === 'wrong' && late > TOLD_MS) break;
        const [next] = toMake.size > 0 ? toMake : toLook;
        if (next === undefined || (news === 'made' && (toMake.size === 0 || late > MADE_MS))) break;
        const [file, one] = next;
        const doing = toMake.size > 0 ? toMake : toLook;
        await (doing === toMake ? make(one) : look(one));
        // Asked for anew in the meantime, it stays.
        if (doing.get(file) === one) doing.delete(file);
      }
      if (news === 'none' || isOver()) return false;
      news = 'none';
      return true;
    },
  };
}
