import type { Ports } from '../build/ports.js';
import { type Reading, readSite } from '../build/read.js';
import { EXIT } from '../build/result.js';
import { createStageClock } from '../build/stage-clock.js';
import { stopwatch } from '../edges/clock.js';
import type { Site } from '../model/site.js';
import { withSeverity } from '../problems/list.js';
import type { InvisibleArticle } from '../stages/assemble/index.js';
import { type ReadingFlags, refuseQuietAndVerbose } from './flags.js';
import { buildOptions, openNewsroom } from './newsroom.js';
import { createPorts } from './ports.js';
import { createProgress, type Progress } from './progress.js';
import { tellProblems } from './report/problems.js';
import { counted } from './report/words.js';
import { openSources, type Sources } from './sources.js';
import type { Terminal } from './terminal.js';

/** A newsroom that was read for a question about it. */
export interface ReadNewsroom {
  readonly root: string;
  readonly site: Site;
  readonly invisible: readonly InvisibleArticle[];
  readonly reading: Reading;
  readonly ports: Ports;
  readonly sources: Sources;
  readonly progress: Progress;
}

/**
 * Reads the newsroom and answers a question about it; publishes nothing. Wrong articles are left out, or with
 * `--on-invalid fail` told instead of an answer.
 *
 * @returns the exit status; `answer` may give another than 0
 */
export async function askNewsroom(
  flags: ReadingFlags,
  terminal: Terminal,
  answer: (newsroom: ReadNewsroom) => Promise<number> | number,
): Promise<number> {
  refuseQuietAndVerbose(flags);
  const options = buildOptions(flags, terminal);
  const newsroom = await openNewsroom(flags, terminal);
  const progress = createProgress(terminal, stopwatch, flags.quiet);
  const sources = openSources(newsroom.root, flags.cache, false);
  const ports = createPorts({
    sources,
    workers: flags.workers,
    out: null,
    reporter: progress,
    pictures: 'know',
  });
  const tell = { read: ports.files.readIfThere, all: flags.verbose === true };
  try {
    const reading = await readSite(options, ports, createStageClock(ports));
    const problems = withSeverity(reading.problems, reading.config?.severity ?? {});
    const errors = problems.filter((problem) => problem.severity === 'error');
    if (reading.assembled === null || (flags.onInvalid === 'fail' && errors.length > 0)) {
      progress.clear();
      await tellProblems([...newsroom.problems, ...errors], terminal, tell);
      return reading.assembled === null ? EXIT.setup : EXIT.content;
    }
    const { site, invisible } = reading.assembled;
    const status = await answer({
      root: newsroom.root,
      site,
      invisible,
      reading,
      ports,
      sources,
      progress,
    });
    await tellProblems([...newsroom.problems, ...(flags.verbose ? problems : [])], terminal, tell);
    if (errors.length > 0 && !flags.quiet && !flags.verbose) {
      const told = counted(errors.length, 'error');
      terminal.err(
        `There are ${told} in the newsroom: \`dateline check\` tells what and where.\n`.replace(
          'are 1 ',
          'is 1 ',
        ),
      );
    }
    return status;
  } finally {
    progress.clear();
    await ports.store.close();
  }
}
