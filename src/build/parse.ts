import type { Problem } from '../model/problem.js';
import type { ParseConfig, Parser } from '../stages/parse/index.js';
import { contentHash } from '../text/hash.js';
import { contentOf } from './contents.js';
import { type FileDone, type ParseJob, parseJob, type Unparsed } from './jobs.js';
import { parseKeys } from './keys.js';
import type { ReadPorts, StoredHead } from './ports.js';
import { share, threadsFor } from './share.js';

/** Articles in one job: enough that handing it over is nothing beside the work. */
const BATCH = 24;

/** Articles that are taken from the store before others have a turn: some milliseconds. */
const MOST_AT_A_TIME = 100;

interface Known {
  readonly file: string;
  readonly key: string;
  /** Null where the store does not have it: it is in the job. */
  readonly head: StoredHead | Unparsed | null;
}

interface Batch {
  /** In the order of the files. */
  readonly files: readonly Known[];
  readonly job: ParseJob;
}

/**
 * The heads of all articles, in the order of the files: from the store where it has them under what decides them,
 * else parsed, and stored.
 */
export async function parseArticles(
  files: readonly string[],
  parser: Parser,
  config: ParseConfig,
  ports: ReadPorts,
  take: (file: string, key: string, head: StoredHead | Unparsed) => void,
): Promise<void> {
  const { store } = ports;
  const threads = threadsFor(ports.threads, files.length);
  const parse = parseJob(parser, (value) => store.pack(value), { thread: 0, stopwatch: ports.stopwatch });
  let done = 0;

  /** Put into the store and read back without its text, so that no text is held longer than it is needed. */
  const stored = (file: string, key: string, made: FileDone | undefined): StoredHead | Unparsed => {
    if (made === undefined) throw new Error('A job has lost a file.');
    ports.reporter.spent?.({ kind: 'article', name: file, ...made.spent });
    if (!('head' in made)) return made;
    store.put(key, made);
    const head = store.head(key);
    if (head === null) throw new Error('The store has lost what was put into it just now.');
    return head;
  };

  await share<Batch, readonly FileDone[]>(
    batches(files, config, ports),
    {
      here: ({ job }) => parse(job),
      helpers: () =>
        (threads?.parsers(config) ?? []).map(
          (helper) =>
            ({ job }) =>
              helper(job),
        ),
      turn: async () => threads?.turn(),
    },
    (made, { files: known }) => {
      let next = 0;
      for (const { file, key, head } of known) take(file, key, head ?? stored(file, key, made[next++]));
      done += known.length;
      ports.reporter.tick(done);
      return true;
    },
  );
}

async function* batches(
  files: readonly string[],
  config: ParseConfig,
  { files: disk, store, turn }: ReadPorts,
): AsyncGenerator<Batch> {
  const keyOf = parseKeys(config);
  let known: Known[] = [];
  let job: { file: string; content: Uint8Array }[] = [];
  for (const [i, file] of files.entries()) {
    if (i % MOST_AT_A_TIME === 0) await turn?.();
    const unread = disk.hash?.(file) ?? null;
    const stored = unread === null ? null : store.head(keyOf({ file, content: unread }));
    if (unread !== null && stored !== null) {
      known.push({ file, key: keyOf({ file, content: unread }), head: stored });
      continue;
    }
    const content = await contentOf(disk, file);
    if ('code' in content) {
      known.push({ file, key: '', head: unreadable(content) });
      continue;
    }
    const hash = contentHash(content);
    disk.learn?.(file, hash);
    const key = keyOf({ file, content: hash });
    const head = store.head(key);
    known.push({ file, key, head });
    if (head === null) job.push({ file, content });
    if (job.length === BATCH) {
      yield { files: known, job };
      known = [];
      job = [];
    }
  }
  if (known.length > 0) yield { files: known, job };
}

/** Nobody can say who may see what nobody can read. */
const unreadable = (problem: Problem): Unparsed => ({
  problems: [problem],
  hidden: false,
  from: null,
  until: null,
});
