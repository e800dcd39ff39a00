import type { Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Publication, PublishError } from '../../build/ports.js';
import type { Manifest, ManifestEntry } from '../../model/page.js';
import type { Problem } from '../../model/problem.js';
import { diff, type Entries, entriesOf, folded, manifestOf } from '../../stages/publish/index.js';
import { contentHash } from '../../text/hash.js';
import { byText } from '../../text/order.js';
import { failure } from '../failure.js';
import type { FileHashes } from '../files/hashes.js';
import type { Lock } from '../lock/index.js';
import { afterwards, decide, STAMPS } from './decide.js';
import type { DeltaFolder } from './delta.js';
import { finish } from './finish.js';
import { type Disk, type Places, shownPath } from './places.js';
import { type Steps, stepsOf } from './plan.js';
import { clear, finishOrTell } from './recover.js';
import { encoded, hashFile, type Staging, sourceHash } from './staging.js';
import { openOutputStamps } from './stamps.js';
import { pathRefused, strangerProblem } from './told.js';
import { openTree } from './tree.js';

/** Of a file that nobody has read; no content has it. */
const UNKNOWN = '0'.repeat(32);

/** What a publication works with; `begin` has looked at all of it. */
export interface Setting {
  readonly disk: Disk;
  readonly places: Places;
  /** The output folder, all links resolved. */
  readonly out: string;
  readonly lock: Lock;
  readonly staging: Staging;
  readonly previous: Manifest | null;
  /** What `changes.json` compares with instead of `previous`. */
  readonly since: Manifest | null;
  /** Gets a copy of all that changed. */
  readonly delta: DeltaFolder | null;
  /** Every published file has just been seen to be as its stamp says. */
  readonly untouched: boolean;
  readonly foldsCase: boolean;
  /** Of what is copied. */
  readonly hashes: FileHashes;
  /** What was told at the beginning. */
  readonly problems: readonly Problem[];
}

/** A publication on the disk. Its calls are synchronous inside: for many small files that is the fastest way. */
export function openPublication(setting: Setting): Publication {
  const { disk, places, out, staging, previous } = setting;
  const tree = openTree(disk, out);
  const stamps = openOutputStamps(disk, join(places.folder, STAMPS));
  const known = entriesOf(previous);
  const knownFolded = new Map(
    setting.foldsCase ? [...known].map(([path, entry]) => [folded(path), entry]) : [],
  );
  const outputs = new Map<string, ManifestEntry>();
  const staged = new Map<string, number>();
  const repaired = new Set<string>();
  const replaced = new Set<string>();
  const folders = new Set<string>();
  const blocking = new Map<string, string>();
  const problems: Problem[] = [];
  let open = true;

  /** Whether a file in the output folder has a content. */
  const holds = (path: string, stat: Stats, { size, hash }: ManifestEntry): boolean =>
    stat.size === size && stamps.hashOf(path, stat, () => hashFile(disk, `${out}/${path}`).hash) === hash;

  const isUntouched = (path: string, { hash }: ManifestEntry): boolean => {
    if (setting.untouched) return stamps.isOf(path, hash);
    const stat = tree.glance(path);
    return stat !== undefined && stamps.isKnown(path, stat, hash);
  };

  /** Whether an output must be written; what stands in its way is noted. */
  const mustWrite = (path: string, entry: ManifestEntry): boolean => {
    const own = known.get(path) ?? (setting.foldsCase ? knownFolded.get(folded(path)) : undefined);
    // Nearly all files of nearly all builds; their folders need not be looked at.
    if (own !== undefined && isUntouched(path, entry)) return false;
    const seen = tree.look(path);
    if (seen.kind === 'file') {
      const same = holds(path, seen.stat, entry);
      if (own === undefined && previous === null) {
        // Nobody can say whose files these are. What we would write ourselves counts as ours; what we replace, too.
        known.set(path, same ? entry : { ...entry, hash: UNKNOWN, size: seen.stat.size });
      } else if (own === undefined && !same) {
        problems.push(strangerProblem(places, path, seen));
      }
      if (same) return false;
      replaced.add(path);
    } else if (seen.kind === 'folder') {
      folders.add(path);
    } else if (seen.kind === 'blocked') {
      if (seen.as === 'file') blocking.set(seen.by, path);
      else problems.push(strangerProblem(places, path, seen));
    } else if (seen.kind !== 'absent' && own === undefined) {
      problems.push(strangerProblem(places, path, seen));
    }
    if (own?.hash === entry.hash) repaired.add(path);
    return true;
  };

  /** Checks what is planned; false where nothing can come of it. */
  const isGood = (path: string): boolean => {
    if (!open) throw new Error('This publication has ended.');
    if (outputs.has(path)) throw new Error(`${path} was planned twice.`);
    const refused = pathRefused(places, path, out);
    if (refused !== null) problems.push(refused);
    return refused === null;
  };

  const abort = (): void => {
    if (!open) return;
    open = false;
    try {
      clear(disk, places);
    } catch {
      // The next build clears it; what matters now is the first error.
    }
    setting.lock.release();
  };
  const stampMoved = (steps: Steps): void => {
    for (const [path] of steps.moves) {
      const output = outputs.get(path);
      const stat = disk.lstatSync(`${out}/${path}`, { throwIfNoEntry: false });
      if (output !== undefined && stat !== undefined) stamps.published(path, stat, output.hash);
    }
    stamps.save();
  };
  /** Whatever goes wrong before the journal is written leaves everything as it was. */
  const stopped = (error: unknown, file: string): unknown => {
    abort();
    return failure(error, shownPath(places, file));
  };

  return {
    previous,
    stage: staging.folder,
    async place(path, { hash, size, staged: number }, phase) {
      try {
        if (!isGood(path)) return true;
        const entry = { hash, size, phase };
        if (mustWrite(path, entry)) {
          if (number === null) return false;
          staging.adopt(number);
          staged.set(path, number);
        }
        outputs.set(path, entry);
        return true;
      } catch (error) {
        throw stopped(error, places.out);
      }
    },
    async write(path, content, phase) {
      try {
        const bytes = typeof content === 'string' ? encoded(content) : content;
        const hash = contentHash(bytes);
        if (!isGood(path)) return hash;
        const entry = { hash, size: bytes.length, phase };
        outputs.set(path, entry);
        if (mustWrite(path, entry)) staged.set(path, staging.write(bytes));
        return hash;
      } catch (error) {
        throw stopped(error, places.out);
      }
    },
    async copy(path, from, phase) {
      const source = resolve(places.root, from);
      try {
        if (!isGood(path)) return;
        // Before the content is read: what changes in between shows as another stamp the next time.
        const stat = disk.lstatSync(source);
        const hash = sourceHash(disk, setting.hashes, from, source, stat);
        const entry = { hash, size: stat.size, phase };
        outputs.set(path, entry);
        if (!mustWrite(path, entry)) return;
        const copied = staging.copy(source);
        staged.set(path, copied.staged);
        outputs.set(path, { hash: copied.hash, size: copied.size, phase });
      } catch (error) {
        throw stopped(error, source);
      }
    },
    async keep(path, until) {
      try {
        if (!isGood(path)) return false;
        const own = previous === null ? undefined : known.get(path);
        if (own === undefined) return false;
        if (!isUntouched(path, own)) {
          const seen = tree.look(path);
          if (seen.kind !== 'file' || !holds(path, seen.stat, own)) return false;
        }
        outputs.set(path, until === undefined ? own : { ...own, until });
        return true;
      } catch (error) {
        throw stopped(error, places.out);
      }
    },
    abort: async () => abort(),
    async commit(next) {
      try {
        if (!open) throw new Error('This publication has ended.');
        const { foldsCase } = setting;
        const planned = { outputs, previous: known, staged, replaced, folders, blocking, foldsCase };
        const { steps, problems: found } = stepsOf(planned, places, tree);
        const told = [...problems, ...found];
        if (told.some((problem) => problem.severity === 'error')) throw new PublishError(told, 1);
        const before = setting.since === null ? known : entriesOf(setting.since);
        const changes = diff(before, outputs);
        setting.delta?.begin(before);
        const manifest = previous !== null && areSame(known, outputs) ? null : outputs;
        const journal = await decide(setting, steps, { manifest, changes, next });
        // From here on nothing is taken back.
        open = false;
        try {
          if (journal !== null) finishOrTell(places, () => finish(disk, places, journal, out, false));
          const delivery = { changes, previous: before, outputs };
          told.push(...afterwards(setting, delivery, () => stampMoved(steps)));
        } finally {
          setting.lock.release();
        }
        return {
          get manifest() {
            return manifestOf(outputs);
          },
          changes,
          repaired: [...repaired].sort(byText),
          problems: [...setting.problems, ...told],
        };
      } catch (error) {
        throw stopped(error, places.out);
      }
    },
  };
}

function areSame(before: Entries, after: Entries): boolean {
  if (before.size !== after.size) return false;
  for (const [path, { hash, size, phase, until }] of after) {
    const was = before.get(path);
    if (was?.hash !== hash || was.size !== size || was.phase !== phase || was.until !== until) return false;
  }
  return true;
}
