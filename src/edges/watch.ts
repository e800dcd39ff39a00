import { join, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** Tells of changes below folders, many at once as one, after `quietMs` without another. */
export async function watchFolders(
  root: string,
  folders: readonly string[],
  quietMs: number,
  changed: (paths: readonly string[]) => void,
): Promise<FSWatcher> {
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  const watcher = watch(
    folders.map((folder) => join(root, folder)),
    {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path) => /(^|[\\/])\.[^\\/]*\.sw[a-z]$|~$/.test(path),
    },
  );
  watcher.on('all', (_event, path) => {
    pending.add(relative(root, path).split(sep).join('/'));
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = [...pending];
      pending.clear();
      changed(paths);
    }, quietMs);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve);
    watcher.once('error', reject);
  });
  return watcher;
}
