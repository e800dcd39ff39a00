import type { Command } from 'commander';
import type { Ports } from '../../build/ports.js';
import type { BuildOptions, BuildResult } from '../../build/result.js';
import { createSiteServer } from '../../dev/server.js';
import { createSession } from '../../dev/session.js';
import { now, stopwatch } from '../../edges/clock.js';
import { listen, openInBrowser } from '../../edges/listen.js';
import { createMemoryPublisher } from '../../edges/publisher/index.js';
import { watchFolders } from '../../edges/watch.js';
import { addRoot, rootOf, wholeNumber } from '../options.js';
import { createPorts } from '../ports.js';
import type { Context } from '../program.js';
import { createProgress } from '../progress.js';
import { counted, countProblems, printProblems } from '../report.js';
import { UsageError } from '../usage.js';

interface DevFlags {
  readonly root: string;
  readonly port: number;
  readonly host: string;
  readonly open: boolean;
}

/** Long enough for an editor's save by renaming, too short to be felt. */
const QUIET_MS = 30;
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

export function addDev(program: Command, { terminal }: Context): Command {
  const command = program
    .command('dev')
    .description('show the site on this machine, with drafts, and every change as you save')
    .option('--port <n>', 'port of the address', wholeNumber(0), 8080)
    .option(
      '--host <name>',
      'address to listen on; others than this machine’s own let the network in',
      '127.0.0.1',
    )
    .option('--open', 'open the browser', false);
  return addRoot(command).action(async (flags: DevFlags) => {
    const root = rootOf(flags, terminal);
    const publisher = createMemoryPublisher(root);
    const progress = createProgress(terminal, stopwatch);
    const ports: Ports = {
      ...createPorts({ root, flags: { cache: false }, out: null, reporter: progress }),
      publisher,
    };
    let base = '/';
    const site = createSiteServer(() => base, [...LOCAL, flags.host]);
    const options = (): BuildOptions => ({
      now: now(terminal.env),
      show: { drafts: true, future: true, expired: true },
      onInvalid: 'keep',
    });
    const report = async (result: BuildResult, first: boolean): Promise<void> => {
      progress.clear();
      base = result.config?.base ?? base;
      const errors = result.problems.filter((problem) => problem.severity === 'error');
      await printProblems(first ? result.problems : errors, terminal, (file) =>
        ports.files.readIfThere(file),
      );
      const { warnings } = countProblems(result.problems);
      const ms = Object.values(result.stages).reduce((sum, time) => sum + time, 0);
      terminal.err(
        `${counted(result.articles, 'article')} on ${counted(result.pages, 'page')} in ${Math.round(ms)} ms` +
          `${errors.length > 0 ? `, ${counted(errors.length, 'error')}` : ''}${warnings > 0 ? `, ${counted(warnings, 'warning')}` : ''}\n`,
      );
    };
    const session = createSession(options, () => ports, publisher, site, report);
    const address = await listen(site.server, flags.port, flags.host).catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      throw new UsageError(
        `Port ${flags.port} is taken${code === 'EACCES' ? ' or not allowed' : ''}.`,
        `Choose another: dateline dev --port ${flags.port + 1}`,
      );
    });
    await session.changed();
    terminal.err(`\n  ${address}${base.slice(1)}\n\nSave a file and look again. Ctrl+C ends it.\n`);
    if (flags.open) openInBrowser(`${address}${base.slice(1)}`);
    await watchFolders(root, ['content', 'templates'], QUIET_MS, () => void session.changed());
    await new Promise<void>((resolve) => {
      site.server.on('close', resolve);
    });
  });
}
