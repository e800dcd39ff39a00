import { lstatSync, readdirSync, realpathSync, watch as watchNames } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { isScratch } from '../text/scratch.js';
import { codeOf } from './failure.js';
import { createGathering } from './gather.js';

export interface Watching {
  /** Resolves when changes from now on are told. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

export interface WatchOptions {
  /**
   * Folders and files that stand in the root, there or not yet. One that goes away and comes back, as when another
   * branch is checked out, is told of with all that is in it.
   */
  readonly names: readonly string[];
  /** Whether a file was there already: that it comes again is an editor's way to save, no renaming. Default: no. */
  readonly known?: (path: string) => boolean;
  /** Changes are told together when so long nothing has changed any more. */
  readonly quietMs: number;
  readonly changed: (paths: readonly string[]) => void;
  /** The system watches no more files: they are looked at in turn instead. */
  readonly slow: () => void;
  /** What watches. Default: chokidar, and for the root itself the system. */
  readonly system?: { readonly watch: typeof watch; readonly watchFolder: typeof watchFolder };
}

/** Hidden files that editors write beside a file while it is edited. */
const HIDDEN = /^\.(?:#?.*\.sw[a-z]|#.*|DS_Store|goutputstream-.*)$/;

/** A rename shows as a new file at once; that the old one is gone, chokidar tells a tenth of a second later. */
const RENAMED_MS = 120;

/** How often files are looked at where the system tells nothing. */
const LOOK_MS = 500;

/** Unlike everything that is or is not there. */
const GONE = 'gone';

const isOthers = (path: string): boolean => isScratch(basename(path)) || HIDDEN.test(basename(path));

/** One of the things that are watched. */
interface Watcher {
  close(): Promise<void>;
}

/** Tells of changes below a site's folder, many at once as one. */
export function watchSite(root: string, options: WatchOptions): Watching {
  const { names, quietMs, changed, slow, known = () => false, system = { watch, watchFolder } } = options;
  const gathering = createGathering((path) => stampOf(join(root, path)), changed);
  const watchers = new Map<string, Watcher>();
  /** What each name was when its watcher began: another folder of the same name is not watched yet. */
  const seen = new Map<string, string>();
  let own: Watcher | null = null;
  let usePolling = false;
  let closed = false;

  /** The system has no more to give: everything is begun anew, by looking in turn. */
  const exhausted = (): void => {
    if (usePolling) return;
    usePolling = true;
    slow();
    started = closeAll().then(() => (closed ? undefined : startAll()));
    // Whoever waits is told; nobody else need be.
    started.catch(() => {});
  };
  const closeAll = async (): Promise<void> => {
    const before = [...watchers.values(), ...(own === null ? [] : [own])];
    watchers.clear();
    seen.clear();
    own = null;
    await Promise.all(before.map((one) => one.close()));
  };

  /** Resolves when changes below it are told, or it is watched no more. */
  const start = (name: string, place: string, on: (event: string, path: string) => void): Promise<void> =>
    new Promise((resolve) => {
      const one = system.watch(place, {
        ignoreInitial: true,
        followSymlinks: false,
        usePolling,
        interval: LOOK_MS,
        ignored: isOthers,
      });
      const watcher = {
        close() {
          resolve();
          return one.close();
        },
      };
      watchers.set(name, watcher);
      one.on('all', on);
      // The first look at each file comes later than this is said, and only from then on a change shows.
      one.once('ready', () => (usePolling ? setTimeout(resolve, LOOK_MS) : resolve()));
      one.on('error', (error) => {
        // A folder that went away or may not be read is the next build's business.
        if (isExhausted(error) && watchers.get(name) === watcher) exhausted();
      });
    });

  /** Watches what has this name now, if anything. */
  const startName = async (name: string): Promise<void> => {
    const place = join(root, name);
    const identity = identityOf(place);
    seen.set(name, identity);
    if (identity === '') return;
    // A folder that is itself a link is watched where it really is: links are not followed.
    const real = realOf(place);
    await start(name, real, (event, path) => {
      // It may be back by now, and the same: its watcher has let it go all the same.
      if (path === real && event.startsWith('unlink')) {
        seen.set(name, GONE);
        renewed(name);
      }
      const inside = path === real || path.startsWith(real + sep);
      const shown = inside ? place + path.slice(real.length) : path;
      const changedPath = pathFrom(root, shown);
      const isNew = event === 'addDir' || (event === 'add' && !known(changedPath));
      gathering.add([changedPath], isNew ? RENAMED_MS : quietMs);
    });
  };
  /** Something was done to the name itself; where another thing has it now, that is watched and told of. */
  const renew = async (name: string): Promise<void> => {
    const place = join(root, name);
    if (closed || seen.get(name) === identityOf(place)) return;
    const before = watchers.get(name);
    watchers.delete(name);
    seen.delete(name);
    gathering.add([name], RENAMED_MS);
    await before?.close();
    if (closed || seen.has(name)) return;
    await startName(name);
    // Only now nothing more can escape.
    gathering.add([name, ...filesBelow(place).map((path) => `${name}/${path}`)], quietMs);
  };
  function renewed(name: string | null): void {
    for (const one of names) if (name === null || name === one) void renew(one).catch(() => {});
  }
  const watchRoot = (): Watcher => {
    try {
      if (!usePolling) return system.watchFolder(root, renewed);
    } catch (error) {
      if (!isExhausted(error)) throw error;
      usePolling = true;
      slow();
    }
    return lookInTurn(renewed);
  };
  const startAll = async (): Promise<void> => {
    own = watchRoot();
    const polling = usePolling;
    await Promise.all(names.map(startName));
    if (polling !== usePolling) return;
    // What went or came while the watchers were looking around.
    await Promise.all(names.map(renew));
  };

  let started = startAll();
  const ready = async (): Promise<void> => {
    for (let last = null; last !== started; ) {
      last = started;
      await last;
    }
  };
  return {
    ready: ready(),
    async close() {
      closed = true;
      gathering.close();
      await closeAll();
    },
  };
}

const isExhausted = (error: unknown): boolean => codeOf(error) === 'ENOSPC' || codeOf(error) === 'EMFILE';

/** Tells of what comes and goes in a folder itself, by name; null where the system does not say which. */
function watchFolder(folder: string, changed: (name: string | null) => void): Watcher {
  const one = watchNames(folder, (_, name) => changed(name));
  // The folder itself went away.
  one.on('error', () => {});
  return { close: async () => one.close() };
}

function lookInTurn(changed: (name: null) => void): Watcher {
  const timer = setInterval(() => changed(null), LOOK_MS);
  return { close: async () => clearInterval(timer) };
}

const pathFrom = (root: string, path: string): string => relative(root, path).split(sep).join('/');

/** Differs after each save, whichever way it was done. */
function stampOf(path: string): string {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}

/** Which file or folder this is, whatever is in it; empty where there is none. */
function identityOf(path: string): string {
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat === undefined ? '' : `${stat.dev} ${stat.ino} ${stat.mode} ${realOf(path)}`;
  } catch {
    return '';
  }
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.split(sep).join('/'))
      .filter((path) => !isOthers(path));
  } catch {
    return [];
  }
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
