import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ParseStore, Ports, Reporter } from '../build/ports.js';
import { stopwatch } from '../edges/clock.js';
import { createFiles } from '../edges/files/index.js';
import { openPageMemory } from '../edges/pages/index.js';
import { createPictureSizes } from '../edges/pictures/index.js';
import { createDiscardPublisher } from '../edges/publisher/discard.js';
import { createPublisher, readManifest } from '../edges/publisher/index.js';
import { openScratchStore, openStore } from '../edges/store/index.js';
import { createTemplateSource } from '../edges/theme.js';
import { engineVersion } from '../edges/version.js';
import type { Manifest } from '../model/page.js';
import { manifestUnreadable } from '../problems/usage.js';
import { createThreads } from '../threads/pool.js';
import { UsageError } from './usage.js';

export interface PortsOptions {
  readonly root: string;
  readonly flags: { readonly cache: string | boolean; readonly workers?: number };
  /** Null: nothing is published. */
  readonly out: string | null;
  readonly since?: Manifest | undefined;
  readonly delta?: string | undefined;
  readonly reporter: Reporter;
  /** A store that outlives one build. Default: the one that the flags name. */
  readonly store?: ParseStore;
}

/** The edges that a command works with. */
export function createPorts({ root, flags, out, since, delta, reporter, store }: PortsOptions): Ports {
  return {
    files: createFiles(root),
    pictures: createPictureSizes(root),
    templates: createTemplateSource(root),
    ...(store === undefined ? caches(root, flags.cache, out !== null) : { store }),
    publisher: out === null ? createDiscardPublisher(root) : createPublisher({ root, out, since, delta }),
    threads: createThreads(flags.workers),
    reporter,
    stopwatch,
  };
}

/** A command that publishes nothing uses the cache that is there, but makes none. */
function caches(root: string, cache: string | boolean, publishes: boolean): Pick<Ports, 'store' | 'pages'> {
  const folder = typeof cache === 'string' ? resolve(root, cache) : join(root, '.dateline', 'cache');
  if (cache === false || !(publishes || existsSync(folder))) return { store: openScratchStore() };
  const version = engineVersion();
  return {
    store: openStore(folder, version),
    ...(publishes && { pages: openPageMemory(join(folder, 'pages.json'), version) }),
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
