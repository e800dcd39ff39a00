import { relative } from 'node:path';
import type { Command } from 'commander';
import { build } from '../../build/pipeline.js';
import { EXIT } from '../../build/result.js';
import { stopwatch } from '../../edges/clock.js';
import { addReadingOptions, buildOptions, type ReadingFlags, rootOf } from '../options.js';
import { createPorts } from '../ports.js';
import type { Context } from '../program.js';
import { createProgress } from '../progress.js';
import { buildJson, buildSummary, printProblems } from '../report.js';

interface BuildFlags extends ReadingFlags {
  readonly out: string;
  readonly json: boolean;
}

export function addBuild(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('build')
    .description('make the site')
    .option('--out <dir>', 'folder of the finished site, below the newsroom’s or anywhere', 'public')
    .option('--json', 'print one object about the build on stdout', false);
  return addReadingOptions(command).action(async (flags: BuildFlags) => {
    const root = rootOf(flags, terminal);
    const progress = createProgress(flags.quiet ? { ...terminal, live: false } : terminal, stopwatch);
    const ports = createPorts({ root, flags, out: flags.out, reporter: progress });
    const result = await build(buildOptions(flags, terminal), ports);
    progress.clear();
    if (flags.json) terminal.out(buildJson(result, terminal));
    else
      await printProblems(result.problems, terminal, (file) => ports.files.readIfThere(file), flags.verbose);
    if (!flags.quiet && !flags.json) {
      terminal.err(buildSummary(result, flags.out, terminal));
      if (result.changes !== null) terminal.err(howToLook(root, terminal.cwd));
    }
    exit(EXIT[result.outcome]);
  });
}

/** The line that tells how to see what was made. */
function howToLook(root: string, cwd: string): string {
  const folder = relative(cwd, root);
  return folder === ''
    ? '  look at it    npm start, or: npx dateline dev\n'
    : `  look at it    npx dateline dev --root ${folder}\n`;
}
