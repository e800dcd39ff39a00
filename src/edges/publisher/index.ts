import * as fs from 'node:fs';
import { join, resolve } from 'node:path';
import { type Publication, PublishError, type Publisher } from '../../build/ports.js';
import type { Manifest } from '../../model/page.js';
import { outputFolderUnsuitable } from '../../problems/publish.js';
import { parseManifest } from '../../stages/publish/index.js';
import { codeOf, failure } from '../failure.js';
import { type FileHashes, openFileHashes } from '../files/hashes.js';
import { type Lock, takeLock } from '../lock/index.js';
import { checkDelta, openDelta } from './delta.js';
import { publishedMark } from './mark.js';
import { checkOut, type Disk, isBare, type Places, placesOf, shownPath, stageFolders } from './places.js';
import { openPublication } from './publication.js';
import { clear, realOut, recoverLocked } from './recover.js';
import { foldsCase, openStaging } from './staging.js';
import { openUpload } from './upload.js';

export { recover } from './recover.js';

export interface PublisherOptions {
  /** The site's folder. */
  readonly root: string;
  /** Output folder, absolute or from the site's root. Default `public`. */
  readonly out?: string | undefined;
  /** What `changes.json` compares with, for a machine that does not have what is online. Default: what is published here. */
  readonly since?: Manifest | undefined;
  /**
   * A new folder for an upload, absolute or from the site's root: it gets every added and changed file. Together with
   * `since`, where nothing is in the output folder, it is all that is written: what `since` names counts as published.
   */
  readonly delta?: string | undefined;
  /**
   * Names what is published (`publishedMark`) where every file of it has been seen to be as it was published, a moment ago;
   * else null. Default: each is looked at.
   */
  readonly untouched?: (() => Promise<string | null>) | undefined;
  /** The file system; another one for tests of its failures. */
  readonly disk?: Disk | undefined;
  /** What is known of the files that are copied. Default: nothing. */
  readonly hashes?: FileHashes | undefined;
  /** Whether the disk takes `A` and `a` for one name. Default: it is asked. */
  readonly foldsCase?: boolean | undefined;
}

/**
 * Publishes to a folder on the disk: stages what has changed, writes a journal, renames. See `docs/operations.md`.
 */
export function createPublisher(options: PublisherOptions): Publisher {
  const { disk = fs } = options;
  const places = placesOf(options.root, options.out ?? null);
  let reserved: Lock | null = null;
  return {
    async reserve() {
      const lock = takeLock(places.state);
      reserved = lock;
      return () => lock.release();
    },
    async begin() {
      const untouched = (await options.untouched?.()) ?? null;
      const lock = reserved ?? takeLock(places.state);
      reserved = null;
      try {
        return begin(disk, places, options, lock, untouched);
      } catch (error) {
        lock.release();
        throw failure(error, shownPath(places, places.out));
      }
    },
  };
}

function begin(
  disk: Disk,
  places: Places,
  options: PublisherOptions,
  lock: Lock,
  untouched: string | null,
): Publication {
  const named = options.delta === undefined ? null : resolve(places.root, options.delta);
  checkOut(disk, places);
  if (named !== null) checkDelta(disk, places, named);
  const problems = recoverLocked(disk, places.root);
  const out = realOut(disk, places);
  const found = disk.statSync(out, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory()) {
    throw new PublishError([outputFolderUnsuitable(shownPath(places, places.out), 'it is a file')], 2);
  }
  const delta = named === null ? null : openDelta(disk, places, named);
  clear(disk, places);
  disk.mkdirSync(places.folder, { recursive: true });
  const shared = { disk, places, lock, hashes: options.hashes ?? openFileHashes(null), problems };
  if (delta !== null && options.since !== undefined && isBare(disk, places)) {
    const staging = openStaging(disk, stageFolders(places, delta.folder), delta.folder);
    return openUpload({ ...shared, staging, delta, online: options.since });
  }
  const staging = openStaging(disk, stageFolders(places, out), out);
  return openPublication({
    ...shared,
    out,
    staging,
    previous: readManifest(join(places.folder, 'manifest.json'), disk),
    since: options.since ?? delta?.owed ?? null,
    delta,
    // Whoever has published since has left another mark.
    untouched: untouched !== null && untouched === publishedMark(disk, places),
    foldsCase: options.foldsCase ?? foldsCase(disk, staging.folder),
  });
}

/** Whether a build with `since` and `delta` would make its delta and nothing else. */
export const isForUpload = (root: string, out: string): boolean => isBare(fs, placesOf(root, out));

/** The manifest in a file; null where there is none or it is damaged. */
export function readManifest(path: string, disk: Disk = fs): Manifest | null {
  try {
    return parseManifest(disk.readFileSync(path, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
