import type { Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Publication, PublishError } from '../../build/ports.js';
import type { Manifest, ManifestEntry, Phase } from '../../model/page.js';
import type { Problem } from '../../model/problem.js';
import { diff, entriesOf, folded, manifestOf, pathFault } from '../../stages/publish/index.js';
import { contentHash } from '../../text/hash.js';
import { byText } from '../../text/order.js';
import { failure } from '../failure.js';
import type { Lock } from '../lock/index.js';
import { afterwards, decide, STAMPS } from './decide.js';
import { finish } from './finish.js';
import { type Disk, type Places, shownPath } from './places.js';
import { type Steps, stepsOf } from './plan.js';
import { clear, finishOrTell } from './recover.js';
import { hashFile, type Staging } from './staging.js';
import { matches, readStamps, type Stamps, settledStamp, stampOf } from './stamps.js';
import { pathProblem, strangerProblem } from './told.js';
import { openTree } from './tree.js';

/** Characters of a whole path: three bytes each in most scripts, and systems allow 4,096. */
const PATH_LENGTH = 1300;

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
  /** Folder that gets a copy of all that changed. */
  readonly delta: string | null;
  readonly foldsCase: boolean;
  /** What was told at the beginning. */
  readonly problems: readonly Problem[];
}

/** A publication on the disk. Its calls are synchronous inside: for many small files that is the fastest way. */
export function openPublication(setting: Setting): Publication {
  const { disk, places, out, staging, previous } = setting;
  const tree = openTree(disk, out);
  const before = readStamps(disk, join(places.folder, STAMPS));
  const stamps: Stamps = { outputs: new Map(), sources: new Map() };
  const known = entriesOf(previous);
  const knownFolded = new Map(
    setting.foldsCase ? [...known].map(([path, entry]) => [folded(path), entry]) : [],
  );
  const outputs = new Map<string, ManifestEntry>();
  const staged = new Map<string, number>();
  const repaired = new Set<string>();
  const folders = new Set<string>();
  const blocking = new Map<string, string>();
  const problems: Problem[] = [];
  let open = true;

  /** The hash of a file that stands in the output folder. */
  const hashOf = (path: string, stat: Stats): string => {
    const stamp = before.outputs.get(path);
    const hash = matches(stamp, stat) ? stamp.hash : hashFile(disk, join(out, path)).hash;
    stamps.outputs.set(path, stampOf(stat, hash));
    return hash;
  };

  /** Whether an output must be written; what stands in its way is noted. */
  const mustWrite = (path: string, entry: ManifestEntry): boolean => {
    const own = known.get(path) ?? (setting.foldsCase ? knownFolded.get(folded(path)) : undefined);
    const seen = tree.look(path);
    if (seen.kind === 'file') {
      const same = seen.stat.size === entry.size && hashOf(path, seen.stat) === entry.hash;
      if (own === undefined && previous === null) {
        // Nobody can say whose files these are. What we would write ourselves counts as ours; what we replace, too.
        known.set(path, same ? entry : { ...entry, hash: '', size: seen.stat.size });
      } else if (own === undefined && !same) {
        problems.push(strangerProblem(places, path, seen));
      }
      if (same) return false;
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
    const fault = pathFault(path) ?? (path.length + out.length > PATH_LENGTH ? 'too-long' : null);
    if (fault !== null) problems.push(pathProblem(places, path, fault));
    return fault === null;
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
  /** The stamps of all that is published now. */
  const stampsOf = (steps: Steps): Stamps => {
    for (const [path] of steps.moves) {
      const output = outputs.get(path);
      const stat = disk.lstatSync(join(out, path), { throwIfNoEntry: false });
      if (output !== undefined && stat !== undefined) stamps.outputs.set(path, stampOf(stat, output.hash));
    }
    return stamps;
  };
  /** Runs a step; whatever goes wrong before the journal is written leaves everything as it was. */
  const step = async <T>(file: string, work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      abort();
      throw failure(error, file);
    }
  };

  return {
    previous,
    write: (path, content, phase) =>
      step(shownPath(places, places.out), () => {
        if (!isGood(path)) return;
        const bytes = typeof content === 'string' ? Buffer.from(content) : content;
        const entry = { hash: contentHash(bytes), size: bytes.length, phase };
        outputs.set(path, entry);
        if (mustWrite(path, entry)) staged.set(path, staging.write(bytes));
      }),
    copy: (path, from, phase) => {
      const source = resolve(places.root, from);
      return step(shownPath(places, source), () => {
        if (!isGood(path)) return;
        const entry = sourceEntry(disk, source, phase, before, stamps);
        outputs.set(path, entry);
        if (!mustWrite(path, entry)) return;
        const copied = staging.copy(source);
        staged.set(path, copied.staged);
        outputs.set(path, { hash: copied.hash, size: copied.size, phase });
      });
    },
    keep: (path) =>
      step(shownPath(places, places.out), () => {
        if (!isGood(path)) return false;
        const own = previous === null ? undefined : known.get(path);
        const seen = tree.look(path);
        if (own === undefined || seen.kind !== 'file') return false;
        if (seen.stat.size !== own.size || hashOf(path, seen.stat) !== own.hash) return false;
        outputs.set(path, own);
        return true;
      }),
    abort: async () => abort(),
    commit: (next) =>
      step(shownPath(places, places.out), async () => {
        if (!open) throw new Error('This publication has ended.');
        const planned = { outputs, previous: known, staged, folders, blocking, foldsCase: setting.foldsCase };
        const { steps, problems: found } = stepsOf(planned, places, tree);
        const told = [...problems, ...found];
        if (told.some((problem) => problem.severity === 'error')) throw new PublishError(told, 1);
        const changes = diff(setting.since === null ? known : entriesOf(setting.since), outputs);
        const journal = await decide(setting, steps, { manifest: outputs, changes, next });
        // From here on nothing is taken back.
        open = false;
        try {
          if (journal !== null) finishOrTell(places, () => finish(disk, places, journal, out, false));
          told.push(...afterwards(setting, changes, stampsOf(steps)));
        } finally {
          setting.lock.release();
        }
        return {
          manifest: manifestOf(outputs),
          changes,
          repaired: [...repaired].sort(byText),
          problems: [...setting.problems, ...told],
        };
      }),
  };
}

/** What a source is, read only where its stamp has changed. */
function sourceEntry(
  disk: Disk,
  source: string,
  phase: Phase,
  before: Stamps,
  stamps: Stamps,
): ManifestEntry {
  // Before the content is read: what changes in between shows as another stamp the next time.
  const stat = disk.lstatSync(source);
  const stamp = before.sources.get(source);
  if (matches(stamp, stat)) {
    stamps.sources.set(source, stamp);
    return { hash: stamp.hash, size: stamp.size, phase };
  }
  const { hash, size } = hashFile(disk, source);
  const settled = settledStamp(stat, hash);
  if (settled !== null) stamps.sources.set(source, settled);
  return { hash, size, phase };
}
