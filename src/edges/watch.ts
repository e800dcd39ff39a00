import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
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

/** What editors write beside a file while it is edited: none of it is content. */
const SCRATCH =
  /(^|[\\/])(\.#?[^\\/]*\.sw[a-z]|#[^\\/]*#|\.#[^\\/]*|4913|[^\\/]*~|\.DS_Store|\.goutputstream-[^\\/]*)$/;

/** Tells of changes below folders, many at once as one. */
export function watchFolders(root: string, { folders, quietMs, changed, slow }: WatchOptions): Watching {
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let watcher: FSWatcher;
  let closed = false;
  const tell = (): void => {
    const paths = [...pending];
    pending.clear();
    changed(paths);
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
        ignored: (path) => SCRATCH.test(path),
      },
    );
    watcher.on('all', (_event, path) => {
      pending.add(relative(root, named(path)).split(sep).join('/'));
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(tell, quietMs);
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
      await watcher.close();
    },
  };
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
