export interface Gathering {
  /** These have changed; all that changes until nothing has for so long is told together. */
  add(paths: readonly string[], quietMs: number): void;
  close(): void;
}

/** chokidar says nothing of a change that follows another of the same file within 50 milliseconds. */
const SURE_MS = 120;

/**
 * Gathers changes and tells many at once as one.
 *
 * @param stampOf differs after each save of a file: a little later it is looked at once more
 */
export function createGathering(
  stampOf: (path: string) => string,
  changed: (paths: readonly string[]) => void,
): Gathering {
  const pending = new Set<string>();
  /** What was told last, as it lay there then. */
  const told = new Map<string, string>();
  let timer: NodeJS.Timeout | null = null;
  let due = 0;
  let sure: NodeJS.Timeout | null = null;
  let closed = false;
  const tell = (): void => {
    timer = null;
    due = 0;
    if (pending.size === 0) return;
    const paths = [...pending];
    pending.clear();
    for (const path of paths) told.set(path, stampOf(path));
    if (sure !== null) clearTimeout(sure);
    sure = setTimeout(makeSure, SURE_MS);
    changed(paths);
  };
  const makeSure = (): void => {
    for (const [path, stamp] of told) if (stampOf(path) !== stamp) pending.add(path);
    told.clear();
    tell();
  };
  return {
    add(paths, quietMs) {
      if (closed) return;
      for (const path of paths) pending.add(path);
      due = Math.max(due, performance.now() + quietMs);
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(tell, due - performance.now());
    },
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      if (sure !== null) clearTimeout(sure);
    },
  };
}
