import { LEDGER_FILE } from '../build/ledger.js';
import type { Ports } from '../build/ports.js';
import type { BuildOptions, BuildResult } from '../build/result.js';
import { createSiteServer } from '../dev/server.js';
import { createSession } from '../dev/session.js';
import { machineTime, stopwatch } from '../edges/clock.js';
import { codeOf } from '../edges/failure.js';
import { type Address, close, isEverywhere, listen, openInBrowser } from '../edges/listen.js';
import { createPageMemory } from '../edges/pages/index.js';
import { createMemoryPublisher } from '../edges/publisher/index.js';
import { createMemoryStore } from '../edges/store/index.js';
import { watchSite } from '../edges/watch.js';
import { PHASES } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import { byPlace } from '../problems/list.js';
import { hostUnknown, portInUse, portNotAllowed, watchLimit } from '../problems/usage.js';
import { openNewsroom } from './newsroom.js';
import { createPorts } from './ports.js';
import { present } from './present.js';
import { createProgress } from './progress.js';
import { countProblems, tellProblems } from './report/problems.js';
import { counted, duration } from './report/words.js';
import { bug, refusal } from './run.js';
import { openSources } from './sources.js';
import { paint, type Terminal } from './terminal.js';
import { UsageError } from './usage.js';

export interface ShowFlags {
  readonly root: string;
  readonly port: number;
  readonly host: string;
  readonly open?: boolean;
}

/** Long enough for an editor's save by renaming, too short to be felt. */
const QUIET_MS = 30;
const FOLDERS = ['content', 'templates'];

/** Serves the newsroom and every change until the user ends it; gives the exit status. */
export async function showSite(flags: ShowFlags, terminal: Terminal): Promise<number> {
  const newsroom = await openNewsroom(flags, terminal);
  const { root } = newsroom;
  const began = machineTime();
  const progress = createProgress(terminal, stopwatch);
  const publisher = createMemoryPublisher(root);
  const reporter = { ...progress };
  const ports: Ports = {
    ...createPorts({
      sources: openSources(root, false, false),
      out: null,
      reporter,
      store: createMemoryStore(),
    }),
    publisher,
    pages: createPageMemory(),
  };
  const tell = (problems: readonly Problem[]): Promise<void> =>
    tellProblems(problems, terminal, { read: ports.files.readIfThere });

  let base = '/';
  const server = createSiteServer({
    base: () => base,
    host: flags.host,
    everywhere: isEverywhere(flags.host),
    run: began.toString(36),
  });
  const address = await listening(() => listen(server.server, flags.port, flags.host), flags);

  const failed = (error: unknown): void => {
    progress.clear();
    const refused = refusal(error);
    if (refused === null) terminal.err(bug(error));
    else void tell(refused.problems);
  };

  let before: readonly Problem[] | null = null;
  // Not earlier: while the first build keeps the process busy, the system itself ends it at once.
  let stopped: Promise<void> | null = null;
  const session = createSession({
    options: () => optionsAt(present(terminal)),
    ports,
    publisher,
    server,
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
      before = result.problems;
    },
    failed,
  });
  const watching = watchSite(root, {
    names: [...FOLDERS, LEDGER_FILE],
    quietMs: QUIET_MS,
    changed: (paths) => void session.changed(paths),
    slow: () => void tell([watchLimit('content')]),
  });
  try {
    await tell(newsroom.problems);
    await session.changed([]);
    stopped ??= terminal.stopped();
    if (flags.open) openInBrowser(`${address.url}${base.slice(1)}`);
    watching.ready
      .then(() => changedSince(began, ports))
      .then((missed) => (missed.length > 0 ? session.changed(missed) : undefined))
      .catch(failed);
    await stopped;
    // Behind the `^C` that the terminal shows.
    if (terminal.live) terminal.err('\n');
  } finally {
    await Promise.all([watching.close(), close(server.server)]);
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

/** All that is in the newsroom, with badges on what readers can't see. */
const optionsAt = (moment: number): BuildOptions => ({
  now: moment,
  show: { drafts: true, future: true, expired: true },
  onInvalid: 'keep',
});

/** Files that were saved while the watcher was still looking around. */
async function changedSince(began: number, { files }: Ports): Promise<string[]> {
  const walks = await Promise.all(FOLDERS.map((folder) => files.walk(folder)));
  return walks
    .flatMap((walk) => walk.files)
    .filter((file) => file.mtimeMs > began)
    .map((file) => file.path);
}

function newOnes(problems: readonly Problem[], before: readonly Problem[]): Problem[] {
  return problems.filter((problem) => !before.some((old) => byPlace(old, problem) === 0));
}

function welcome(result: BuildResult, address: Address, base: string, terminal: Terminal): string {
  const { strong, dim, hint } = paint(terminal);
  const urls = [address.url, ...address.network].map((url) => `${url}${base.slice(1)}`);
  return [
    `${strong(result.site?.title ?? 'The newsroom')} ${dim(`${sizeOf(result)} in ${timeOf(result)}`)}`,
    '',
    ...urls.map((url) => `  ${hint(url)}`),
    '',
    dim('Drafts and embargoed articles are shown with a badge. Save a file to see it; Ctrl+C ends this.'),
    '',
  ].join('\n');
}

/** One line for a save: what was saved, and what came of it. */
function change(result: BuildResult, paths: readonly string[], terminal: Terminal): string {
  const { good, error, dim } = paint(terminal);
  const { errors } = countProblems(result.problems);
  const [first = 'the newsroom', ...more] = paths;
  const what = more.length === 0 ? first : `${first} and ${more.length} more`;
  if (errors > 0)
    return `${error('✗')} ${what}: ${counted(errors, 'error')}; the pages stay as they last were right\n`;
  return `${good('✓')} ${what} ${dim(`${pagesChanged(result)}, ${timeOf(result)}`)}\n`;
}

function pagesChanged({ changes }: BuildResult): string {
  if (changes === null) return 'nothing changed';
  const written = PHASES.flatMap((phase) => [...changes.added[phase], ...changes.changed[phase]]);
  const count = [...written, ...changes.removed].length;
  return count === 0 ? 'nothing changed' : `${counted(count, 'file')} changed`;
}

const sizeOf = (result: BuildResult): string =>
  `${counted(result.articles, 'article')} on ${counted(result.pages, 'page')}`;

const timeOf = ({ stages }: BuildResult): string =>
  duration(Object.values(stages).reduce((sum, ms) => sum + ms, 0));
