import { Argument, type Command } from 'commander';
import { readSite } from '../../build/read.js';
import { createStageClock } from '../../build/stage-clock.js';
import { stopwatch } from '../../edges/clock.js';
import { type Article, visibleFrom } from '../../model/article.js';
import type { Site } from '../../model/site.js';
import type { InvisibleArticle } from '../../stages/assemble/index.js';
import { byText } from '../../text/order.js';
import { addReadingOptions, buildOptions, type ReadingFlags, rootOf, wholeNumber } from '../options.js';
import { createPorts } from '../ports.js';
import type { Context } from '../program.js';
import { createProgress } from '../progress.js';
import { printProblems } from '../report.js';

const WHICH = ['latest', 'drafts', 'scheduled', 'expired'] as const;
type Which = (typeof WHICH)[number];

interface ListFlags extends ReadingFlags {
  readonly section?: string;
  readonly tag?: string;
  readonly limit: number;
  readonly json: boolean;
}

interface Line {
  readonly when: string;
  readonly title: string;
  readonly file: string;
  readonly url: string;
}

export function addList(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('list')
    .description('list articles: the latest, drafts, scheduled or expired ones')
    .addArgument(new Argument('[which]', 'which articles').choices(WHICH).default('latest'))
    .option('--section <slug>', 'of this section alone')
    .option('--tag <tag>', 'with this tag alone')
    .option('--limit <n>', 'at most so many', wholeNumber(1), 20)
    .option('--json', 'print a list of objects', false);
  return addReadingOptions(command, 'skip').action(async (which: Which, flags: ListFlags) => {
    const progress = createProgress(flags.quiet ? { ...terminal, live: false } : terminal, stopwatch);
    const ports = createPorts({ root: rootOf(flags, terminal), flags, out: null, reporter: progress });
    const reading = await readSite(buildOptions(flags, terminal), ports, createStageClock(ports));
    await ports.store.close();
    progress.clear();
    if (reading.assembled === null) {
      await printProblems(reading.problems, terminal, (file) => ports.files.readIfThere(file));
      exit(2);
      return;
    }
    const { site, invisible } = reading.assembled;
    const lines = linesOf(which, site, invisible, flags).slice(0, flags.limit);
    if (flags.json) terminal.out(`${JSON.stringify(lines)}\n`);
    else if (lines.length === 0) terminal.err(`There are no such articles (${which}).\n`);
    else
      terminal.out(
        lines.map((line) => `${line.when}  ${line.title}\n${' '.repeat(18)}${line.file}\n`).join(''),
      );
  });
}

function linesOf(which: Which, site: Site, invisible: readonly InvisibleArticle[], flags: ListFlags): Line[] {
  const of = (why: InvisibleArticle['why']): Article[] =>
    invisible.filter((item) => item.why === why).map((item) => item.article);
  const line = (article: Article, ms: number): Line => ({
    when: new Date(ms).toISOString().slice(0, 16).replace('T', ' '),
    title: article.title,
    file: article.file,
    url: article.url,
  });
  const wanted = (article: Article): boolean =>
    (flags.section === undefined || `${article.section}/`.startsWith(`${flags.section}/`)) &&
    (flags.tag === undefined || article.tags.some((tag) => tag.text === flags.tag));
  switch (which) {
    case 'latest':
      return site.entries
        .map((entry) => entry.article)
        .filter(wanted)
        .map((article) => line(article, article.date.ms));
    case 'drafts':
      return of('draft')
        .filter(wanted)
        .sort((a, b) => byText(a.file, b.file))
        .map((article) => line(article, article.date.ms));
    case 'scheduled':
      return of('embargo')
        .filter(wanted)
        .sort((a, b) => visibleFrom(a) - visibleFrom(b) || byText(a.file, b.file))
        .map((article) => line(article, visibleFrom(article)));
    case 'expired':
      return of('expired')
        .filter(wanted)
        .map((article) => ({ article, until: article.expires?.ms ?? 0 }))
        .sort((a, b) => b.until - a.until || byText(a.article.file, b.article.file))
        .map(({ article, until }) => line(article, until));
  }
}
