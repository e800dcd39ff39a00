import type { Command } from 'commander';
import type { Reason } from '../../build/ports.js';
import { sharedStopwatch, stopwatch } from '../../edges/clock.js';
import { addReadingOptions, type ReadingFlags, refuseQuietAndVerbose, valued } from '../flags.js';
import type { Context } from '../program.js';
import { createProgress, type Progress } from '../progress.js';
import { refusal } from '../run.js';
import type { Terminal } from '../terminal.js';

interface BuildFlags extends ReadingFlags {
  readonly out: string;
  readonly since?: string;
  readonly delta?: string;
  readonly json?: boolean;
  readonly profile?: boolean;
}

const PROFILE = '.dateline/profile.json';

export function addBuild(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('build')
    .description('make the site')
    .addOption(
      valued({
        flags: '--out <dir>',
        text: 'folder of the finished site, in the newsroom’s or anywhere',
        wanted: 'a folder',
        example: 'public',
      }).default('public'),
    );
  return addReadingOptions(command)
    .addOption(
      valued({
        flags: '--since <manifest>',
        text: 'compare with this manifest.json of what is online, instead of what is in the folder',
        wanted: 'the path of a manifest',
        example: 'online/manifest.json',
      }),
    )
    .addOption(
      valued({
        flags: '--delta <dir>',
        text: 'put every added and changed file into this new folder too, in the steps of an upload; with `--since` and no output folder, into this one alone',
        wanted: 'a folder that is empty or not there yet',
        example: 'upload',
      }),
    )
    .option('--json', 'print one object about the build on stdout, and nothing else')
    .option('--profile', `write the time of each stage, page and article to ${PROFILE}, for chrome://tracing`)
    .action(async (flags: BuildFlags) => {
      refuseQuietAndVerbose(flags);
      const progress = createProgress(terminal, stopwatch, flags.quiet || flags.json);
      try {
        exit(await runBuild(flags, terminal, progress));
      } catch (error) {
        progress.clear();
        const refused = flags.json ? refusal(error) : null;
        if (refused === null) throw error;
        const { failureJson } = await import('../report/json.js');
        terminal.out(failureJson(refused.problems, terminal));
        exit(refused.status);
      }
    });
}

async function runBuild(flags: BuildFlags, terminal: Terminal, progress: Progress): Promise<number> {
  const { buildOptions, openNewsroom } = await import('../newsroom.js');
  const options = buildOptions(flags, terminal);
  const newsroom = await openNewsroom(flags, terminal);
  const { root } = newsroom;
  const { openSources } = await import('../sources.js');
  const sources = openSources(root, flags.cache, true);
  const { createProfile } = await import('../profile.js');
  const profile = createProfile(progress, sharedStopwatch() - stopwatch(), sharedStopwatch);
  const { makeEdition } = await import('../last-edition.js');
  const { workers, out, delta } = flags;
  const rendered: (readonly [url: string, reasons: readonly Reason[]])[] = [];
  const upload = await uploadOf(root, flags);
  const built = await makeEdition({
    sources,
    out,
    options,
    // A comparison, a delta and a profile want the work itself; a publish that was finished just now is to be told.
    mayRest:
      flags.since === undefined && delta === undefined && !flags.profile && newsroom.problems.length === 0,
    publishes: upload === null,
    workers,
    async ports(untouched) {
      const { createPorts, manifestAt } = await import('../ports.js');
      const since = flags.since === undefined ? undefined : manifestAt(root, flags.since);
      const rendering = (url: string, reasons: readonly Reason[]): void => void rendered.push([url, reasons]);
      const reporter = { ...profile.reporter, ...(flags.verbose && { rendering }) };
      return createPorts({ sources, workers, out, since, delta, untouched, reporter, pictures: 'make' });
    },
  });
  const { EXIT } = await import('../../build/result.js');
  const result = { ...built, problems: [...newsroom.problems, ...built.problems] };
  const { writeServerFiles } = await import('../../edges/server-files.js');
  const rules = result.changes === null ? null : await writeServerFiles(root, flags.out, result.serverFiles);
  if (flags.profile) {
    const { replaceFile } = await import('../../edges/create.js');
    await replaceFile(root, PROFILE, profile.trace());
  }
  progress.clear();
  if (flags.json) {
    const { buildJson } = await import('../report/json.js');
    terminal.out(buildJson(result, terminal));
    return EXIT[result.outcome];
  }
  const { tellProblems } = await import('../report/problems.js');
  await tellProblems(result.problems, terminal, { read: sources.files.readIfThere, all: flags.verbose });
  if (flags.verbose) {
    const { tellRendered } = await import('../report/reasons.js');
    tellRendered(rendered, terminal);
  }
  if (!flags.quiet) {
    const { buildSummary } = await import('../report/summary.js');
    const { showCommand } = await import('../look.js');
    const look = await showCommand(newsroom, sources.files.readIfThere);
    const also = [
      ...(delta === undefined || upload !== null ? [] : [['to upload', `${delta}/`] as const]),
      ...(rules === null ? [] : [['server rules', `${rules}/`] as const]),
      ...(flags.profile ? [...profile.summary(), ['profile', PROFILE] as const] : []),
    ];
    terminal.err(buildSummary(result, { out, upload, took: stopwatch(), look, also }, terminal));
  }
  return EXIT[result.outcome];
}

/** The folder of the delta, where it is all that the build will write; null where the site is published here. */
async function uploadOf(root: string, { out, since, delta }: BuildFlags): Promise<string | null> {
  if (since === undefined || delta === undefined) return null;
  const { isForUpload } = await import('../../edges/publisher/index.js');
  return isForUpload(root, out) ? delta : null;
}
