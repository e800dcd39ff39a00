import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PageMemory, ParseStore, Ports, Reporter } from '../build/ports.js';
import type { AssetCache } from '../edges/assets/index.js';
import { machineTime, sharedStopwatch } from '../edges/clock.js';
import { openFindsMemory } from '../edges/finds.js';
import { PACKAGE_ROOT } from '../edges/package.js';
import { openPageMemory } from '../edges/pages/index.js';
import { openPictureCache, type PictureCache, scratchFolder } from '../edges/pictures/cache.js';
import { createPictureSizes } from '../edges/pictures/index.js';
import { createPicturesLater, type PicturesLater } from '../edges/pictures/later.js';
import { createPictureMaker } from '../edges/pictures/maker.js';
import { createDiscardPublisher } from '../edges/publisher/discard.js';
import { createPublisher, readManifest } from '../edges/publisher/index.js';
import { openScratchStore, openStore } from '../edges/store/index.js';
import { createTemplateSource } from '../edges/theme.js';
import type { Manifest } from '../model/page.js';
import { manifestUnreadable } from '../problems/usage.js';
import { createThreads } from '../threads/pool.js';
import type { Sources } from './sources.js';
import { UsageError } from './usage.js';

export interface PortsOptions {
  readonly sources: Sources;
  readonly workers?: number | undefined;
  /** Null: nothing is published. */
  readonly out: string | null;
  readonly since?: Manifest | undefined;
  readonly delta?: string | undefined;
  /** See `PublisherOptions`. */
  readonly untouched?: () => Promise<string | null>;
  readonly reporter: Reporter;
  /** Whether smaller pictures are made, or pictures only looked at. Default: they are shown as they are. */
  readonly pictures?: 'make' | 'look' | 'know' | undefined;
  /** A store that outlives one build. Default: the one in the cache. */
  readonly store?: ParseStore;
}

/** The edges that a command works with. */
export function createPorts(options: PortsOptions): Ports {
  const { sources, workers, out, since, delta, untouched, reporter, store, pictures } = options;
  const { root, files, theme, hashes } = sources;
  return {
    files,
    pictures: createPictureSizes(root),
    variants: makerOf(sources, pictures, workers),
    templates: createTemplateSource(root, PACKAGE_ROOT, files, theme, assetCache(sources)),
    ...(store === undefined ? caches(sources, out !== null) : { store }),
    publisher:
      out === null
        ? createDiscardPublisher(root)
        : createPublisher({ root, out, since, delta, untouched, hashes }),
    threads: createThreads(workers),
    reporter,
    stopwatch: sharedStopwatch,
  };
}

const assetCache = ({ cache }: Sources): AssetCache | null =>
  cache && { file: join(cache.folder, 'assets'), version: cache.version };

/** What pages were made of the last time. */
export function openPages({ folder, version }: NonNullable<Sources['cache']>): PageMemory {
  return openPageMemory(join(folder, 'pages'), version);
}

const pictureCache = ({ cache }: Sources): PictureCache =>
  openPictureCache(cache === null ? scratchFolder() : join(cache.folder, 'pictures'), machineTime);

/** Pictures for `dev`. */
export const openPicturesLater = (sources: Sources, wake: () => void): PicturesLater =>
  createPicturesLater({
    root: sources.root,
    cache: pictureCache(sources),
    files: sources.files,
    stopwatch: sharedStopwatch,
    wake,
  });

/** Pictures are cached by what they are made of, apart from all else: no release of Dateline makes them anew. */
function makerOf(
  sources: Sources,
  does: PortsOptions['pictures'],
  threads: number | undefined,
): Ports['variants'] {
  if (does === undefined) return undefined;
  return createPictureMaker({ root: sources.root, cache: pictureCache(sources), does, threads });
}

function caches({ cache }: Sources, publishes: boolean): Pick<Ports, 'store' | 'pages' | 'finds'> {
  if (cache === null) return { store: openScratchStore() };
  const { folder, version } = cache;
  return {
    store: openStore(folder, version),
    finds: openFindsMemory(join(folder, 'related'), version),
    ...(publishes && { pages: openPages(cache) }),
  };
}

/**
 * The manifest that `--since` names.
 *
 * @throws {UsageError} where there is none: comparing with nothing would tell every file as new
 */
export function manifestAt(root: string, path: string): Manifest {
  const place = resolve(root, path);
  if (!existsSync(place)) throw new UsageError(manifestUnreadable(path, 'missing'));
  const manifest = readManifest(place);
  if (manifest === null) throw new UsageError(manifestUnreadable(path, 'damaged'));
  return manifest;
}
