import { type Command, Option } from 'commander';
import { check } from '../../build/pipeline.js';
import { EXIT } from '../../build/result.js';
import { stopwatch } from '../../edges/clock.js';
import { github, toJson } from '../../problems/format.js';
import { addReadingOptions, buildOptions, type ReadingFlags, rootOf } from '../options.js';
import { createPorts } from '../ports.js';
import type { Context } from '../program.js';
import { createProgress } from '../progress.js';
import { counted, countProblems, printProblems } from '../report.js';
import { inPublic } from '../terminal.js';

interface CheckFlags extends ReadingFlags {
  readonly format: 'pretty' | 'json' | 'github';
}

export function addCheck(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('check')
    .description('check everything that a build checks, and more; write nothing')
    .addOption(
      new Option('--format <format>', 'how problems are told')
        .choices(['pretty', 'json', 'github'])
        .default('pretty'),
    );
  return addReadingOptions(command).action(async (flags: CheckFlags) => {
    const progress = createProgress(flags.quiet ? { ...terminal, live: false } : terminal, stopwatch);
    const ports = createPorts({ root: rootOf(flags, terminal), flags, out: null, reporter: progress });
    const result = await check(buildOptions(flags, terminal), ports);
    progress.clear();
    const redact = inPublic(terminal);
    if (flags.format === 'json') {
      terminal.out(`${JSON.stringify(result.problems.map((problem) => toJson(problem, { redact })))}\n`);
    } else if (flags.format === 'github') {
      for (const problem of result.problems) terminal.out(`${github(problem, { redact })}\n`);
    } else {
      await printProblems(result.problems, terminal, (file) => ports.files.readIfThere(file), true);
    }
    const { errors, warnings } = countProblems(result.problems);
    if (!flags.quiet && flags.format === 'pretty') {
      const verdict = errors > 0 ? 'Not ready to publish' : warnings > 0 ? 'Ready to publish' : 'All is well';
      terminal.err(
        `${verdict}: ${counted(result.articles, 'article')}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.\n`,
      );
    }
    exit(EXIT[result.outcome]);
  });
}
