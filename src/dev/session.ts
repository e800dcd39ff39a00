import { build } from '../build/pipeline.js';
import type { Ports } from '../build/ports.js';
import type { BuildOptions, BuildResult } from '../build/result.js';
import type { MemoryPublisher } from '../edges/publisher/index.js';
import { PHASES } from '../model/page.js';
import { overlay } from './overlay.js';
import type { SiteServer } from './server.js';

export interface DevSession {
  /** Something changed: builds again; while a build runs, once more after it. */
  changed(): Promise<void>;
}

/**
 * Builds into memory and shows each edition. Wrong articles are shown as they last were, with their problems over the
 * page; a wrong template or site.yaml leaves the whole edition as it was.
 */
export function createSession(
  options: () => BuildOptions,
  ports: () => Ports,
  publisher: MemoryPublisher,
  server: SiteServer,
  report: (result: BuildResult, first: boolean) => Promise<void> | void,
): DevSession {
  let running: Promise<void> | null = null;
  let again = false;
  let number = 0;

  const once = async (): Promise<void> => {
    const result = await build(options(), ports());
    number += 1;
    server.show({ files: publisher.files, overlay: overlay(result.problems), number }, onlyStyles(result));
    await report(result, number === 1);
  };

  return {
    changed() {
      again = true;
      running ??= (async () => {
        try {
          while (again) {
            again = false;
            await once();
          }
        } finally {
          running = null;
        }
      })();
      return running;
    },
  };
}

function onlyStyles({ changes, problems }: BuildResult): boolean {
  if (changes === null || problems.some((problem) => problem.severity === 'error')) return false;
  const touched = PHASES.flatMap((phase) => [...changes.added[phase], ...changes.changed[phase]]);
  return touched.length > 0 && changes.removed.length === 0 && touched.every((path) => path.endsWith('.css'));
}
