import type { Command } from 'commander';
import { readSite } from '../../build/read.js';
import { relateDoc } from '../../build/relate.js';
import { createStageClock } from '../../build/stage-clock.js';
import { stopwatch } from '../../edges/clock.js';
import { DEFAULTS, relate } from '../../stages/relate/index.js';
import { addReadingOptions, buildOptions, type ReadingFlags, rootOf, wholeNumber } from '../options.js';
import { createPorts } from '../ports.js';
import type { Context } from '../program.js';
import { createProgress } from '../progress.js';
import { printProblems } from '../report.js';
import { UsageError } from '../usage.js';

interface RelatedFlags extends ReadingFlags {
  readonly all: boolean;
  readonly json: boolean;
  readonly limit: number;
}

export function addRelated(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('related')
    .description('show the related news of an article, or of all')
    .argument('[id]', 'id, file or address of an article')
    .option('--all', 'of every article, one line each', false)
    .option('--json', 'print objects: {"id", "related": [{"id", "score"}]}', false)
    .option('--limit <n>', 'at most so many', wholeNumber(1), 10);
  return addReadingOptions(command, 'skip').action(
    async (wanted: string | undefined, flags: RelatedFlags) => {
      if (wanted === undefined && !flags.all) {
        throw new UsageError(
          'Say which article: `dateline related ID`.',
          'Or `dateline related --all` for every one.',
        );
      }
      const progress = createProgress(flags.quiet ? { ...terminal, live: false } : terminal, stopwatch);
      const ports = createPorts({ root: rootOf(flags, terminal), flags, out: null, reporter: progress });
      const reading = await readSite(buildOptions(flags, terminal), ports, createStageClock(ports));
      await ports.store.close();
      const site = reading.assembled?.site;
      if (site === undefined) {
        progress.clear();
        await printProblems(reading.problems, terminal, (file) => ports.files.readIfThere(file));
        exit(2);
        return;
      }
      const lists = relate(site.entries.map(relateDoc), { ...DEFAULTS, limit: flags.limit });
      progress.clear();
      const chosen = site.entries.filter(
        ({ article }) => flags.all || [article.id, article.file, article.url].includes(wanted ?? ''),
      );
      if (chosen.length === 0) {
        throw new UsageError(
          `Readers can see no article "${wanted}".`,
          'Name it by its id, its file (content/articles/…) or its address (/2026/11/…/). `dateline list` shows them.',
        );
      }
      for (const { article } of chosen) {
        const related = lists.get(article.id) ?? [];
        if (flags.json) {
          // JSON has no infinity: a pin, which no score can pass, is told as null.
          terminal.out(`${JSON.stringify({ id: article.id, related })}\n`);
          continue;
        }
        terminal.out(`${article.title}\n`);
        for (const item of related) {
          const score = Number.isFinite(item.score) ? item.score.toFixed(3) : 'pinned';
          terminal.out(
            `  ${score.padStart(6)}  ${site.byId.get(item.id)?.article.title ?? item.id}\n          ${item.id}\n`,
          );
        }
      }
    },
  );
}
