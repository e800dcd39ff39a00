import { LEDGER_FILE } from '../build/ledger.js';
import type { FoundFile, Ports } from '../build/ports.js';
import { overlay, UNTIL_READY } from '../dev/overlay.js';
import { createSiteServer } from '../dev/server.js';
import type { DevSession } from '../dev/session.js';
import { machineTime, stopwatch } from '../edges/clock.js';
import { editorLinks, usualEditor } from '../edges/editor.js';
import { codeOf } from '../edges/failure.js';
import { copied } from '../edges/files/copied.js';
import { createFiles } from '../edges/files/index.js';
import { type Address, close, isEverywhere, listen, openInBrowser } from '../edges/listen.js';
import { lastPublished } from '../edges/published.js';
import { watchSite } from '../edges/watch.js';
import type { Problem } from '../model/problem.js';
import { byPlace } from '../problems/list.js';
import { hostUnknown, portInUse, portNotAllowed, watchLimit } from '../problems/usage.js';
import { openNewsroom } from './newsroom.js';
import { present, timeInAddress, timeOf } from './present.js';
import { createProgress } from './progress.js';
import { change, welcome } from './report/dev.js';
import { tellProblems } from './report/problems.js';
import { bug, refusal } from './run.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage.js';

export interface ShowFlags {
  readonly root: string;
  readonly port: number;
  readonly host: string;
  readonly open?: boolean;
  /** As written. */
  readonly now?: string;
  /** The address that opens a file. */
  readonly editor?: string;
  readonly cache: boolean;
}

/** Long enough for an editor's save by renaming, too short to be felt. */
const QUIET_MS = 12;
/** For an answer or two. */
const ANSWER_MS = 5;
const FOLDERS = ['content', 'templates'];

/** Where a build with the usual flags publishes. */
const OUT = 'public';

/** Serves the newsroom and every change until the user ends it; gives the exit status. */
export async function showSite(flags: ShowFlags, terminal: Terminal): Promise<number> {
  const newsroom = await openNewsroom(flags, terminal);
  const { root } = newsroom;
  const began = machineTime();
  const progress = createProgress(terminal, stopwatch);
  const fixed = flags.now === undefined ? null : timeOf(flags.now);
  let base = '/';
  let opened: (session: DevSession) => void = () => {};
  /** There when all that makes a site is loaded. */
  const opening = new Promise<DevSession>((resolve) => {
    opened = resolve;
  });
  const link = editorLinks(root, flags.editor ?? usualEditor(terminal.env));
  /** What only came out when a page was asked for. */
  const told: Problem[] = [];
  const tell = (problems: readonly Problem[]): Promise<void> =>
    tellProblems(problems, terminal, { read: createFiles(root).readIfThere });
  const failed = (error: unknown): void => {
    progress.clear();
    const refused = refusal(error);
    if (refused === null) terminal.err(bug(error));
    else void tell(refused.problems);
  };
  const server = createSiteServer({
    base: () => base,
    host: flags.host,
    everywhere: isEverywhere(flags.host),
    run: began.toString(36),
    elsewhen: {
      read: timeInAddress,
      async at(moment) {
        try {
          return await (await opening).at(moment);
        } catch (error) {
          failed(error);
          throw error;
        }
      },
    },
    wrong(problem) {
      if (!told.some((other) => byPlace(other, problem) === 0)) void tell([problem]);
      told.push(problem);
      return overlay([problem], link) ?? '';
    },
  });
  // Before anything is read: where the port is taken, that is said at once.
  const address = await listening(() => listen(server.server, flags.port, flags.host), flags);

  /** What is to be ended, the first last. */
  const ends: (() => Promise<void>)[] = [() => close(server.server)];
  try {
    const published = lastPublished(root, OUT);
    if (published !== null) await server.show({ ...published, overlay: UNTIL_READY }, 'pages');
    // Whoever has the site open sees that at once: from here on the process is busy.
    await answering();
    const [{ createSession }, { createPorts, openPicturesLater }, { openSources }, { openWarm }] =
      await Promise.all([
        import('../dev/session.js'),
        import('./ports.js'),
        import('./sources.js'),
        import('./warm.js'),
      ]);
    const reporter = { ...progress };
    const sources = openSources(root, flags.cache, true);
    await answering();
    const { store, finds, keep } = openWarm(sources);
    // After the server: whatever becomes of the cache, nothing is left listening.
    ends.unshift(keep);
    await answering();
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const pictures = openPicturesLater(sources, () => void session.pictured());
    const fileAt = copied(root);
    const ports = {
      ...createPorts({ sources, out: null, reporter, store }),
      variants: pictures,
      finds,
      fileAt(source: string) {
        pictures.shown(source);
        return fileAt(source);
      },
      turn,
    };

    let before: readonly Problem[] | null = null;
    // Not earlier: while the first build keeps the process busy, the system itself ends it at once.
    let stopped: Promise<void> | null = null;
    const session = createSession({
      clock: () => fixed ?? present(terminal),
      ports,
      server,
      link,
      pictures,
      async shown(result, paths) {
        progress.clear();
        stopped ??= terminal.stopped();
        base = result.site?.base ?? base;
        await tell(before === null ? result.problems : newOnes(result.problems, before));
        terminal.err(
          before === null ? welcome(result, address, base, terminal) : change(result, paths, terminal),
        );
        // A bar for each save would only flicker.
        Object.assign(reporter, { stage() {}, tick() {} });
        if (before === null) sources.hashes.save();
        before = result.problems;
        if (result.whole) await store.settle();
      },
      failed,
    });
    ends.push(() => session.end());
    const there = new Map((await filesOf(ports)).map(({ path, mtimeMs }) => [path, mtimeMs]));
    await tell(newsroom.problems);
    const first = session.changed([]);
    // Other times come after the present.
    opened(session);
    await first;
    stopped ??= terminal.stopped();
    // Not earlier: it looks at every file, and what was saved meanwhile is found below.
    const watching = watchSite(root, {
      names: [...FOLDERS, LEDGER_FILE],
      quietMs: QUIET_MS,
      changed: (paths) => void session.changed(paths),
      known: session.knows,
      slow: () => void tell([watchLimit('content')]),
    });
    ends.push(() => watching.close());
    if (flags.open) openInBrowser(`${address.url}${base.slice(1)}`);
    watching.ready
      .then(() => changedSince(there, ports))
      .then((missed) => (missed.length > 0 ? session.changed(missed) : undefined))
      .catch(failed);
    await stopped;
    // Behind the `^C` that the terminal shows.
    if (terminal.live) terminal.err('\n');
  } finally {
    for (const end of ends.reverse()) await end();
  }
  return 0;
}

/** @throws {UsageError} where the system does not let it listen there */
async function listening(start: () => Promise<Address>, { port, host }: ShowFlags): Promise<Address> {
  try {
    return await start();
  } catch (error) {
    switch (codeOf(error)) {
      case 'EADDRINUSE':
        throw new UsageError(portInUse(port));
      case 'EACCES':
        throw new UsageError(portNotAllowed(port));
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
      case 'EAI_AGAIN':
      case 'EINVAL':
        throw new UsageError(hostUnknown(host));
      default:
        throw error;
    }
  }
}

/** Lets the server answer what was asked while the process was busy. */
const answering = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, ANSWER_MS));

async function filesOf({ files }: Pick<Ports, 'files'>): Promise<FoundFile[]> {
  const walks = await Promise.all(FOLDERS.map((folder) => files.walk(folder)));
  return walks.flatMap((walk) => walk.files);
}

/**
 * Files that were saved, and those that went away, while the watcher was still looking around.
 *
 * @param there when each was changed that was there before anything was read
 */
async function changedSince(
  there: ReadonlyMap<string, number>,
  ports: Pick<Ports, 'files'>,
): Promise<string[]> {
  const files = await filesOf(ports);
  const paths = new Set(files.map((file) => file.path));
  // An older file in the place of another is a change, too.
  const fresh = files.filter(({ path, mtimeMs }) => there.get(path) !== mtimeMs).map(({ path }) => path);
  return [...fresh, ...[...there.keys()].filter((path) => !paths.has(path))];
}

function newOnes(problems: readonly Problem[], before: readonly Problem[]): Problem[] {
  return problems.filter((problem) => !before.some((old) => byPlace(old, problem) === 0));
}
