import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createFiles, type FileHashes, openFileHashes, type RecordedFiles } from '../edges/files/index.js';
import { PACKAGE_ROOT } from '../edges/package.js';
import { engineVersion } from '../edges/version.js';

/** What a command reads from, and what is remembered of the last time. */
export interface Sources {
  readonly root: string;
  /** The newsroom. */
  readonly files: RecordedFiles;
  /** The package, for its theme. */
  readonly theme: RecordedFiles;
  readonly hashes: FileHashes;
  /** Null: nothing is kept and nothing that was kept is used. */
  readonly cache: { readonly folder: string; readonly version: string } | null;
}

/** @param makes whether a cache is made where there is none; a command that publishes nothing uses the one that is there */
export function openSources(root: string, cache: string | boolean, makes: boolean): Sources {
  const folder = typeof cache === 'string' ? resolve(root, cache) : join(root, '.dateline', 'cache');
  const used = cache !== false && (makes || existsSync(folder));
  const hashes = openFileHashes(used ? join(folder, 'files') : null);
  return {
    root,
    files: createFiles(root, hashes),
    theme: createFiles(PACKAGE_ROOT),
    hashes,
    cache: used ? { folder, version: engineVersion() } : null,
  };
}
