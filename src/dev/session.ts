import { build } from '../build/pipeline.js';
import type { Ports } from '../build/ports.js';
import type { BuildOptions, BuildResult } from '../build/result.js';
import { codeOf } from '../edges/failure.js';
import type { MemoryPublisher } from '../edges/publisher/index.js';
import { PHASES } from '../model/page.js';
import { createAlarm } from './alarm.js';
import type { Edition, News } from './edition.js';
import { type EditorLink, overlay } from './overlay.js';
import type { SiteServer } from './server.js';

export interface DevSession {
  /** These files changed: builds again; while a build runs, once more after it. */
  changed(paths: readonly string[]): Promise<void>;
  /** The site as its readers see it at another time. One such edition is kept. */
  at(moment: number): Promise<Edition>;
  /** Builds no more; resolves when the last build has ended. */
  end(): Promise<void>;
}

export interface SessionOptions {
  /** The present time of each build, in milliseconds. */
  readonly clock: () => number;
  readonly ports: Omit<Ports, 'publisher'>;
  readonly publisher: MemoryPublisher;
  /** What the edition of another time is made with. */
  readonly elsewhen: Pick<Ports, 'pages'> & { readonly publisher: MemoryPublisher };
  readonly server: Pick<SiteServer, 'show'>;
  readonly link: EditorLink;
  /** Told of each edition that is shown, with the files that led to it. */
  readonly shown: (result: BuildResult, paths: readonly string[]) => Promise<void> | void;
  /** A build ended by an error that is none of the newsroom's; what was shown stays. */
  readonly failed: (error: unknown) => void;
}

/** Editors save by renaming: a file that was found may be gone for a moment when it is read. */
const PATIENCE = 10;
const PAUSE_MS = 30;

/** All that is in the newsroom, with badges on what readers can't see. */
const EVERYTHING: Omit<BuildOptions, 'now'> = {
  show: { drafts: true, future: true, expired: true },
  onInvalid: 'keep',
};
const WHAT_READERS_SEE: Omit<BuildOptions, 'now'> = {
  show: { drafts: false, future: false, expired: false },
  onInvalid: 'keep',
};

/**
 * Builds into memory and shows each edition. Wrong articles are shown as they last were, with their problems over the
 * page; a wrong template or site.yaml leaves the whole edition as it was. The site is also built again when the clock
 * comes to a moment that changes it.
 */
export function createSession(options: SessionOptions): DevSession {
  const { clock, ports, publisher, elsewhen, server, link, shown, failed } = options;
  const pending = new Set<string>();
  let work: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;
  let ended = false;
  /** Not known before the first edition: that one concerns every page that is open. */
  let over: string | null | undefined;
  /** How often the newsroom has changed. */
  let state = 0;
  let other: { readonly moment: number; readonly state: number; readonly edition: Edition } | null = null;
  /** The time of what `elsewhen` has published. */
  let published: number | null = null;

  /** One build at a time: they share what is kept from one to the next. */
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const done = work.then(job);
    work = done.catch(() => {});
    return done;
  };
  const once = async (): Promise<void> => {
    next = null;
    if (ended) return;
    state += 1;
    const result = await patiently(() => build({ ...EVERYTHING, now: clock() }, { ...ports, publisher }));
    const paths = [...pending];
    pending.clear();
    const before = over;
    over = overlay(result.problems, link);
    server.show({ files: publisher.files, overlay: over }, newsOf(result, paths, before !== over));
    const { at } = result.next;
    if (!ended) alarm.set(at === null ? null : Date.parse(at));
    await shown(result, paths);
  };
  const changed = (paths: readonly string[]): Promise<void> => {
    for (const path of paths) pending.add(path);
    next ??= inTurn(once).catch(failed);
    return next;
  };
  const alarm = createAlarm(clock, () => void changed([]));

  return {
    changed,
    at: (moment) =>
      inTurn(async () => {
        if (other?.moment === moment && other.state === state) return other.edition;
        const ofThen = { ...ports, pages: undefined, finds: undefined, ...elsewhen };
        const result = await patiently(() => build({ ...WHAT_READERS_SEE, now: moment }, ofThen));
        if (result.changes !== null) published = moment;
        // Where nothing could be built, what there is may be of another time.
        const files = published === moment ? elsewhen.publisher.files : new Map();
        const edition = { files, overlay: overlay(result.problems, link) };
        other = { moment, state, edition };
        return edition;
      }),
    async end() {
      ended = true;
      alarm.set(null);
      await work;
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
  // Style sheets stand in every page with a mark of their content, so what was saved says more than what has changed.
  if (paths.length > 0 && paths.every((path) => /^templates\/assets\/.*\.css$/.test(path)))
    return { kind: 'styles' };
  const touched = PHASES.flatMap((phase) => [...changes.added[phase], ...changes.changed[phase]]).concat(
    changes.removed,
  );
  if (touched.some((path) => !path.endsWith('.html'))) return { kind: 'all' };
  return { kind: 'pages', pages: new Set(touched) };
}
