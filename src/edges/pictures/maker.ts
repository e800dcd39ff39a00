import { closeSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Cleaning, DrawnCard, PictureJob, PictureMaker } from '../../build/ports.js';
import { focusKey, type PictureFacts, type PicturesConfig } from '../../model/picture.js';
import {
  CARD,
  type CardText,
  CLEANING,
  cleanPicture,
  drawCard,
  MOST_BYTES,
  RECIPE,
  type Shaper,
} from '../../stages/pictures/index.js';
import { contentHash } from '../../text/hash.js';
import { stopwatch } from '../clock.js';
import { inside } from '../files/inside.js';
import { packageVersion } from '../libraries.js';
import { PACKAGE_ROOT } from '../package.js';
import type { PictureCache } from './cache.js';
import { createShaper } from './shaper.js';
import { loadSharp, lookAt, makePictures, rasterise } from './sharp.js';

export interface MakerOptions {
  readonly root: string;
  readonly cache: PictureCache;
  /**
   * `make` makes what is not there, `look` only finds out whether pictures can be shown, `know` says what is known and
   * never waits.
   */
  readonly does: 'make' | 'look' | 'know';
  /** Pictures that are made at once. Default: as many as there are processors, up to four. */
  readonly threads?: number | undefined;
}

/** The library has no more threads of its own to work in. */
const MOST_THREADS = 4;
/** Larger ones are made one by one, so that memory does not grow with the number of threads. */
const LARGE = 30_000_000;
/** Records are written when the last time is so long ago: a build that is stopped has not worked in vain. */
const FLUSH_MS = 2000;
/** And many times as long as writing them took: of a large archive there are many. */
const FLUSH_SHARE = 20;

/** A maker that can also be asked what the cache holds. */
export interface CachedMaker extends PictureMaker {
  /** Whether the picture was made, or looked at and found to be whole. */
  isSeen(job: PictureJob): boolean;
}

/** Makes pictures and cards, or finds them in the cache. The library that does it is loaded when it is needed. */
export function createPictureMaker({ root, cache, does, threads }: MakerOptions): CachedMaker {
  const folder = inside(root);
  const version = packageVersion(PACKAGE_ROOT, 'sharp') ?? 'none';
  const jobs = new Map<string, { readonly job: PictureJob; readonly config: PicturesConfig }>();
  const texts = new Map<string, CardText>();
  let library: ReturnType<typeof loadSharp> | null = null;
  let shaper: Promise<Shaper> | null = null;
  let unavailable = false;
  let nextFlush = stopwatch() + FLUSH_MS;
  const sharp = async () => {
    library ??= loadSharp();
    const found = await library;
    if (found === null) unavailable = true;
    return found;
  };

  const read = (path: string): Uint8Array | null => {
    const { descriptor, stat } = folder.open(path);
    try {
      return stat.size > MOST_BYTES ? null : readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  };
  const keyOf = ({ hash }: PictureJob, { widths, formats, quality }: PicturesConfig): string =>
    contentHash(JSON.stringify([RECIPE, version, hash, widths, formats, quality]));
  const lookKey = ({ hash }: PictureJob): string => `look ${RECIPE} ${version} ${hash}`;

  const known = (job: PictureJob, config: PicturesConfig): PictureFacts | 'fit' | null => {
    const facts = factsIn(cache.record(keyOf(job, config)));
    if (facts !== null) return facts;
    const looked = cache.record(lookKey(job));
    return looked === 'fit' ? 'fit' : factsIn(looked);
  };
  const isWhole = (facts: PictureFacts | 'fit' | null, job: PictureJob): facts is PictureFacts =>
    facts !== null &&
    facts !== 'fit' &&
    (!facts.fit || job.focuses.every((focus) => facts.cards[focusKey(focus)] !== undefined));

  const note = (key: string, record: unknown): void => {
    cache.putRecord(key, record);
    const now = stopwatch();
    if (now < nextFlush) return;
    cache.flush();
    nextFlush = now + Math.max(FLUSH_MS, FLUSH_SHARE * (stopwatch() - now));
  };
  const make = async (job: PictureJob, config: PicturesConfig): Promise<PictureFacts | null> => {
    const library = await sharp();
    if (library === null) return null;
    const bytes = read(job.file);
    if (bytes === null) return { fit: false, why: 'huge' };
    // Saved again while the build runs: the next one makes it.
    if (contentHash(bytes) !== job.hash) return null;
    if (does === 'look') {
      const unfit = await lookAt(library, bytes);
      note(lookKey(job), unfit ?? 'fit');
      return unfit;
    }
    const key = keyOf(job, config);
    const before = factsIn(cache.record(key));
    const had = before?.fit ? Object.keys(before.cards).map(focusOf) : [];
    const focuses = [...new Map([...had, ...job.focuses].map((focus) => [focusKey(focus), focus])).values()];
    const order = { key: key.slice(0, 8), config, focuses };
    const facts = await makePictures(library, bytes, {
      ...order,
      put: ({ hash, bytes }) => cache.putContent(hash, bytes),
    });
    note(key, facts);
    return facts;
  };
  const cardKey = (text: CardText): string => contentHash(JSON.stringify(['card', RECIPE, version, text]));

  const drawn = async (text: CardText): Promise<DrawnCard | null> => {
    const key = cardKey(text);
    texts.set(key.slice(0, 8), text);
    const record = cache.record(key);
    if (record === 'none') return null;
    const before = cardIn(record);
    if (before !== null || does !== 'make') return before;
    const library = await sharp();
    if (library === null) return null;
    shaper ??= createShaper(join(PACKAGE_ROOT, 'fonts'));
    const svg = drawCard(text, await shaper);
    if (svg === null) {
      note(key, 'none');
      return null;
    }
    const bytes = await rasterise(library, svg);
    const card = { key: key.slice(0, 8), hash: contentHash(bytes), size: bytes.length };
    cache.putContent(card.hash, bytes);
    note(key, card);
    return { ...CARD, ...card };
  };

  return {
    waits: true,
    isSeen: (job) => cache.record(lookKey(job)) !== null,
    get unavailable() {
      return unavailable;
    },
    async pictures(asked, config, tick) {
      const results: (PictureFacts | null)[] = [];
      const todo: number[] = [];
      for (const [i, job] of asked.entries()) {
        jobs.set(job.file, { job, config });
        const facts = known(job, config);
        results.push(facts === 'fit' ? null : facts);
        if (does === 'know' || isWhole(facts, job) || (does === 'look' && facts !== null)) continue;
        todo.push(i);
      }
      let done = asked.length - todo.length;
      const work = async (i: number): Promise<void> => {
        const job = asked[i];
        if (job !== undefined) results[i] = await make(job, config);
        done += 1;
        tick(done);
      };
      const pixels = (i: number): number => (asked[i]?.width ?? 0) * (asked[i]?.height ?? 0);
      const atOnce = Math.max(1, Math.min(threads ?? availableParallelism(), MOST_THREADS));
      await pool(
        todo.filter((i) => pixels(i) < LARGE),
        atOnce,
        work,
      );
      await pool(
        todo.filter((i) => pixels(i) >= LARGE),
        1,
        work,
      );
      cache.flush();
      return results;
    },
    async cards(asked) {
      const results: (DrawnCard | null)[] = [];
      for (const text of asked) results.push(await drawn(text));
      cache.flush();
      return results;
    },
    async content(hash, of) {
      const bytes = cache.content(hash);
      if (bytes !== null) return bytes;
      // Damaged or removed: what is made of the same is the same.
      if ('file' in of) {
        const known = jobs.get(of.file);
        if (known !== undefined) await make(known.job, known.config);
      } else {
        const text = texts.get(of.card);
        const library = text === undefined ? null : await sharp();
        shaper ??= createShaper(join(PACKAGE_ROOT, 'fonts'));
        const svg = text === undefined ? null : drawCard(text, await shaper);
        if (library !== null && svg !== null) cache.putContent(hash, await rasterise(library, svg));
      }
      return cache.content(hash);
    },
    async clean(file, hash) {
      const key = `clean ${CLEANING} ${hash}`;
      const record = cache.record(key);
      const before = record === 'same' || record === 'odd' ? record : contentIn(record);
      if (before !== null) return before;
      const bytes = read(file);
      const cleaning = bytes === null ? 'odd' : cleaningOf(bytes);
      // Saved again while the build runs: the next one asks for another.
      if (bytes !== null && contentHash(bytes) === hash) cache.putRecord(key, cleaning);
      return cleaning;
    },
    async cleaned(file) {
      const bytes = read(file);
      return bytes === null ? null : cleanPicture(bytes);
    },
    done: () => cache.prune(contentsOf),
  };
}

function cleaningOf(bytes: Uint8Array): Cleaning {
  const clean = cleanPicture(bytes);
  if (clean === null) return 'odd';
  if (Buffer.compare(bytes, clean) === 0) return 'same';
  return { hash: contentHash(clean), size: clean.length };
}

async function pool(
  items: readonly number[],
  size: number,
  work: (item: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(size, items.length) }, worker));
}

const focusOf = (key: string): { readonly x: number; readonly y: number } => {
  const [x = 50, y = 50] = key.split(' ').map(Number);
  return { x, y };
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What the cache holds is what was put there, whole: its table is checked as one. */
const isFacts = (record: unknown): record is PictureFacts => isObject(record) && 'fit' in record;
const factsIn = (record: unknown): PictureFacts | null => (isFacts(record) ? record : null);

const isContent = (record: unknown): record is { readonly hash: string; readonly size: number } =>
  isObject(record) && 'hash' in record && 'size' in record;
const contentIn = (record: unknown) => (isContent(record) ? { hash: record.hash, size: record.size } : null);

function cardIn(record: unknown): DrawnCard | null {
  if (!isContent(record) || !('key' in record)) return null;
  return { ...CARD, key: String(record.key), hash: record.hash, size: record.size };
}

/** Hashes of the contents that a record names. */
function contentsOf(record: unknown): readonly string[] {
  const facts = factsIn(record);
  if (facts?.fit) return [...facts.outputs, ...Object.values(facts.cards)].map(({ hash }) => hash);
  return isContent(record) && 'key' in record ? [record.hash] : [];
}
