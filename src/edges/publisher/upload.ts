import { join, resolve } from 'node:path';
import { type Publication, PublishError } from '../../build/ports.js';
import type { Manifest, ManifestEntry } from '../../model/page.js';
import type { Problem } from '../../model/problem.js';
import { outputFileAndFolder } from '../../problems/publish.js';
import { diff, entriesOf, fileAndFolder, manifestOf } from '../../stages/publish/index.js';
import { contentHash } from '../../text/hash.js';
import { failure } from '../failure.js';
import type { FileHashes } from '../files/hashes.js';
import type { Lock } from '../lock/index.js';
import { writeResults } from './decide.js';
import type { DeltaFolder } from './delta.js';
import { type Disk, type Places, shownOutput, shownPath } from './places.js';
import { encoded, type Staging, sourceHash } from './staging.js';
import { pathRefused } from './told.js';

interface Setting {
  readonly disk: Disk;
  readonly places: Places;
  readonly lock: Lock;
  /** On the file system of the delta. */
  readonly staging: Staging;
  readonly delta: DeltaFolder;
  /** What is published, on another machine. */
  readonly online: Manifest;
  /** Of what is copied. */
  readonly hashes: FileHashes;
  /** What was told at the beginning. */
  readonly problems: readonly Problem[];
}

/**
 * A publication for a machine that has nothing of what is published but its manifest. It makes the delta and no output
 * folder; nothing is remembered as published here. Killed at any moment it has done nothing: the next one begins anew.
 */
export function openUpload({
  disk,
  places,
  lock,
  staging,
  delta,
  online,
  hashes,
  problems,
}: Setting): Publication {
  const known = entriesOf(online);
  const outputs = new Map<string, ManifestEntry>();
  const staged = new Map<string, number>();
  const faults: Problem[] = [];
  let open = true;

  const isOnline = (path: string, { hash, size }: ManifestEntry): boolean => {
    const there = known.get(path);
    return there?.hash === hash && there.size === size;
  };
  /** Checks what is planned; false where nothing can come of it. */
  const isGood = (path: string): boolean => {
    if (!open) throw new Error('This publication has ended.');
    if (outputs.has(path)) throw new Error(`${path} was planned twice.`);
    // The site must be the one that a machine with an output folder makes.
    const refused = pathRefused(places, path, places.out);
    if (refused !== null) faults.push(refused);
    return refused === null;
  };
  const end = (): void => {
    if (!open) return;
    open = false;
    try {
      disk.rmSync(staging.folder, { recursive: true, force: true });
    } catch {
      // The next build clears it; what matters now is the first error.
    }
    lock.release();
  };
  /** Does a step; where the disk refuses, nothing more is done. */
  const step = <T>(file: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      end();
      throw failure(error, shownPath(places, file));
    }
  };

  return {
    previous: online,
    stage: staging.folder,
    place: async (path, { hash, size, staged: number }, phase) =>
      step(delta.folder, () => {
        if (!isGood(path)) return true;
        const entry = { hash, size, phase };
        if (!isOnline(path, entry)) {
          if (number === null) return false;
          staging.adopt(number);
          staged.set(path, number);
        }
        outputs.set(path, entry);
        return true;
      }),
    write: async (path, content, phase) =>
      step(delta.folder, () => {
        const bytes = typeof content === 'string' ? encoded(content) : content;
        const entry = { hash: contentHash(bytes), size: bytes.length, phase };
        if (!isGood(path)) return entry.hash;
        outputs.set(path, entry);
        if (!isOnline(path, entry)) staged.set(path, staging.write(bytes));
        return entry.hash;
      }),
    async copy(path, from, phase) {
      const source = resolve(places.root, from);
      step(source, () => {
        if (!isGood(path)) return;
        const stat = disk.lstatSync(source);
        const entry = { hash: sourceHash(disk, hashes, from, source, stat), size: stat.size, phase };
        outputs.set(path, entry);
        if (isOnline(path, entry)) return;
        const copied = staging.copy(source);
        staged.set(path, copied.staged);
        outputs.set(path, { hash: copied.hash, size: copied.size, phase });
      });
    },
    async keep(path, until) {
      if (!isGood(path)) return false;
      const there = known.get(path);
      if (there !== undefined) outputs.set(path, until === undefined ? there : { ...there, until });
      return there !== undefined;
    },
    abort: async () => end(),
    commit: async (next) =>
      step(delta.folder, () => {
        if (!open) throw new Error('This publication has ended.');
        for (const path of fileAndFolder(outputs.keys(), outputs))
          faults.push(outputFileAndFolder(shownOutput(places, path)));
        if (faults.length > 0) throw new PublishError(faults, 1);
        const changes = diff(known, outputs);
        lock.check();
        delta.begin(known);
        delta.fill(changes, known, outputs, (path, target) =>
          disk.renameSync(join(staging.folder, String(staged.get(path))), target),
        );
        writeResults(disk, places, { changes, next });
        end();
        return { manifest: manifestOf(outputs), changes, repaired: [], problems };
      }),
  };
}
