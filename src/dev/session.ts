import { build } from '../build/pipeline.js';
import type { Ports } from '../build/ports.js';
import type { BuildOptions, BuildResult } from '../build/result.js';
import { codeOf } from '../edges/failure.js';
import type { MemoryPublisher } from '../edges/publisher/index.js';
import { PHASES } from '../model/page.js';
import { overlay } from './overlay.js';
import type { News, SiteServer } from './server.js';

export interface DevSession {
  /** These files changed: builds again; while a build runs, once more after it. */
  changed(paths: readonly string[]): Promise<void>;
}

export interface SessionOptions {
  readonly options: () => BuildOptions;
  readonly ports: Ports;
  readonly publisher: MemoryPublisher;
  readonly server: SiteServer;
  /** Told of each edition that is shown, with the files that led to it. */
  readonly shown: (result: BuildResult, paths: readonly string[]) => Promise<void> | void;
  /** A build ended by an error that is none of the newsroom's; what was shown stays. */
  readonly failed: (error: unknown) => void;
}

/** Editors save by renaming: a file that was found may be gone for a moment when it is read. */
const PATIENCE = 10;
const PAUSE_MS = 30;

/**
 * Builds into memory and shows each edition. Wrong articles are shown as they last were, with their problems over the
 * page; a wrong template or site.yaml leaves the whole edition as it was.
 */
export function createSession({
  options,
  ports,
  publisher,
  server,
  shown,
  failed,
}: SessionOptions): DevSession {
  const pending = new Set<string>();
  let running: Promise<void> | null = null;
  let again = false;
  let over: string | null = null;

  const once = async (): Promise<void> => {
    const result = await patiently(() => build(options(), ports));
    const paths = [...pending];
    pending.clear();
    const before = over;
    over = overlay(result.problems);
    server.show({ files: publisher.files, overlay: over }, newsOf(result, paths, before !== over));
    await shown(result, paths);
  };

  return {
    changed(paths) {
      for (const path of paths) pending.add(path);
      again = true;
      running ??= (async () => {
        try {
          while (again) {
            again = false;
            await once().catch(failed);
          }
        } finally {
          running = null;
        }
      })();
      return running;
    },
  };
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || attempt === PATIENCE) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** Which of the open pages must load again. */
function newsOf({ changes }: BuildResult, paths: readonly string[], overlayChanged: boolean): News {
  if (overlayChanged) return { kind: 'all' };
  if (changes === null) return { kind: 'none' };
  // Style sheets stand in every page with their hash, so what was saved says more than what has changed.
  if (paths.length > 0 && paths.every((path) => /^templates\/assets\/.*\.css$/.test(path)))
    return { kind: 'styles' };
  const touched = PHASES.flatMap((phase) => [...changes.added[phase], ...changes.changed[phase]]).concat(
    changes.removed,
  );
  if (touched.some((path) => !path.endsWith('.html'))) return { kind: 'all' };
  return { kind: 'pages', pages: new Set(touched) };
}
