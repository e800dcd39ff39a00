import { lstatSync, realpathSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { isScratch } from '../text/scratch.js';
import { codeOf } from './failure.js';

export interface Watching {
  /** Resolves when changes from now on are told. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

export interface WatchOptions {
  /** Paths from the root; one that is not there yet will be told of when it comes. */
  readonly folders: readonly string[];
  /** Changes are told together when so long nothing has changed any more. */
  readonly quietMs: number;
  readonly changed: (paths: readonly string[]) => void;
  /** The system watches no more files: they are looked at in turn instead. */
  readonly slow: () => void;
}

/** Hidden files that editors write beside a file while it is edited. */
const HIDDEN = /^\.(?:#?.*\.sw[a-z]|#.*|DS_Store|goutputstream-.*)$/;

/** A rename shows as a new file at once; that the old one is gone, chokidar tells a tenth of a second later. */
const RENAMED_MS = 120;

/** chokidar says nothing of a change that follows another of the same file within 50 milliseconds. */
const SURE_MS = 120;

/** Tells of changes below folders, many at once as one. */
export function watchFolders(root: string, { folders, quietMs, changed, slow }: WatchOptions): Watching {
  const pending = new Set<string>();
  /** What was told last, as it lay there then. */
  const told = new Map<string, string>();
  let timer: NodeJS.Timeout | null = null;
  let due = 0;
  let sure: NodeJS.Timeout | null = null;
  let watcher: FSWatcher;
  let closed = false;
  const tell = (): void => {
    timer = null;
    due = 0;
    if (pending.size === 0) return;
    const paths = [...pending];
    pending.clear();
    for (const path of paths) told.set(path, stampOf(join(root, path)));
    if (sure !== null) clearTimeout(sure);
    sure = setTimeout(makeSure, SURE_MS);
    changed(paths);
  };
  const makeSure = (): void => {
    for (const [path, stamp] of told) if (stampOf(join(root, path)) !== stamp) pending.add(path);
    told.clear();
    tell();
  };
  const soon = (ms: number): void => {
    due = Math.max(due, performance.now() + ms);
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(tell, due - performance.now());
  };

  // A folder that is itself a link is watched where it really is: links are not followed.
  const places = folders.map((folder) => ({ folder: join(root, folder), real: realOf(join(root, folder)) }));
  const named = (path: string): string => {
    const place = places.find(({ real }) => path === real || path.startsWith(real + sep));
    return place === undefined ? path : place.folder + path.slice(place.real.length);
  };

  const start = (usePolling: boolean, ready: () => void, failed: (error: unknown) => void): void => {
    watcher = watch(
      places.map(({ real }) => real),
      {
        ignoreInitial: true,
        followSymlinks: false,
        usePolling,
        interval: 500,
        ignored: (path) => isScratch(basename(path)) || HIDDEN.test(basename(path)),
      },
    );
    watcher.on('all', (event, path) => {
      pending.add(relative(root, named(path)).split(sep).join('/'));
      soon(event === 'add' || event === 'addDir' ? Math.max(quietMs, RENAMED_MS) : quietMs);
    });
    watcher.once('ready', ready);
    watcher.on('error', (error) => {
      const full = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EMFILE';
      // A folder that went away or may not be read is the next build's business.
      if (!full) return;
      if (usePolling) return failed(error);
      usePolling = true;
      slow();
      void watcher.close().then(() => (closed ? undefined : start(true, ready, failed)));
    });
  };
  const ready = new Promise<void>((resolve, reject) => start(false, resolve, reject));
  return {
    ready,
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      if (sure !== null) clearTimeout(sure);
      await watcher.close();
    },
  };
}

/** Differs after each save, whichever way it was done. */
function stampOf(path: string): string {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
