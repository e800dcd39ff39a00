import { relative, sep } from 'node:path';
import type { Command } from 'commander';
import { stopwatch } from '../../edges/clock.js';
import { HOST_NAMES, type HostName } from '../../text/hosts.js';
import { addReadingOptions, oneOf, type ReadingFlags, refuseQuietAndVerbose } from '../flags.js';
import type { Context } from '../program.js';
import { createProgress } from '../progress.js';
import { inPublic, paint, type Terminal } from '../terminal.js';

interface CheckFlags extends ReadingFlags {
  readonly format: 'pretty' | 'json' | 'github';
  readonly json?: boolean;
  readonly target?: HostName;
}

export function addCheck(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('check')
    .description('check everything that a build checks, and more; write nothing')
    .addOption(oneOf('--format <format>', 'how problems are told', ['pretty', 'json', 'github'], 'pretty'))
    .option('--json', 'the same as `--format json`')
    .addOption(oneOf('--target <host>', 'hold the site against the limits of this host', HOST_NAMES));
  return addReadingOptions(command).action(async (flags: CheckFlags) => {
    refuseQuietAndVerbose(flags);
    const { buildOptions, openNewsroom } = await import('../newsroom.js');
    const { target } = flags;
    const format = flags.json === true ? 'json' : flags.format;
    const options = { ...buildOptions(flags, terminal), ...(target !== undefined && { target }) };
    const newsroom = await openNewsroom(flags, terminal);
    const { openSources } = await import('../sources.js');
    const { createPorts } = await import('../ports.js');
    const { check } = await import('../../build/pipeline.js');
    const { EXIT } = await import('../../build/result.js');
    const { github, toJson } = await import('../../problems/format.js');
    const progress = createProgress(terminal, stopwatch, flags.quiet);
    const sources = openSources(newsroom.root, flags.cache, false);
    const ports = createPorts({
      sources,
      workers: flags.workers,
      out: null,
      reporter: progress,
      pictures: 'look',
    });
    const result = await check(options, ports);
    const problems = [...newsroom.problems, ...result.problems];
    progress.clear();
    const redact = inPublic(terminal);
    if (format === 'json') {
      terminal.out(`${JSON.stringify(problems.map((problem) => toJson(problem, { redact })))}\n`);
    } else if (format === 'github') {
      const prefix = belowRepository(newsroom.root, terminal);
      for (const problem of problems) terminal.out(`${github(problem, { redact, prefix })}\n`);
    } else {
      const { tellProblems } = await import('../report/problems.js');
      await tellProblems(problems, terminal, { read: ports.files.readIfThere, all: true, stream: 'out' });
    }
    if (!flags.quiet && format === 'pretty') {
      const { verdict } = await import('../report/verdict.js');
      terminal.out(verdict(result.articles, problems, paint(terminal, 'out'), terminal.width));
    }
    exit(EXIT[result.outcome]);
  });
}

/** GitHub names files from the repository's root, which the newsroom may be a folder of. */
function belowRepository(root: string, { cwd, env }: Terminal): string {
  const below = relative(env.GITHUB_WORKSPACE ?? cwd, root);
  return below === '' || below.startsWith('..') ? '' : `${below.split(sep).join('/')}/`;
}
