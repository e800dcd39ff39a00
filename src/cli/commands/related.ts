import { type Command, Option } from 'commander';
import type { Entry, Site } from '../../model/site.js';
import {
  ambiguousArticle,
  argumentMissing,
  flagAlone,
  flagsConflict,
  unknownArticle,
} from '../../problems/usage.js';
import { decodeText } from '../../text/utf8.js';
import { addReadingOptions, type ReadingFlags, valued, wholeNumber } from '../flags.js';
import type { Context } from '../program.js';
import type { ReadNewsroom } from '../read-newsroom.js';
import { hanging } from '../report/words.js';
import { paint, type Terminal } from '../terminal.js';
import { localUrl, plainUrl } from '../urls.js';
import { UsageError } from '../usage.js';

interface RelatedFlags extends ReadingFlags {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly explain?: boolean;
  readonly score?: string | true;
  readonly least?: number;
  readonly limit: number;
}

export function addRelated(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('related')
    .description('show the related news of an article, or of all')
    .argument('[id]', 'id, file, address or short name of an article')
    .option('--all', 'of every article')
    .addOption(
      new Option(
        '--score [links]',
        'measure the lists by links that people set: a file with a line of JSON for each article, {"id", "links": […]} (default: the newsroom’s own links and pins)',
      ),
    )
    .addOption(
      valued({
        flags: '--least <n>',
        text: 'with `--score`: end with status 1 where nDCG@5 is less',
        wanted: 'a number from 0 to 1',
        example: '0.4',
        parse: share,
      }),
    )
    .option('--explain', 'say why each is there: the words that both share, and how near they are in time')
    .option(
      '--json',
      'print an object for each article: {"id", "related": [{"id", "score"}, …]}; "versions" has the ids of other versions of the same story, "newer" says of a newer version of the article itself, "running" of one that tells of the same running story',
    )
    .addOption(
      valued({
        flags: '--limit <n>',
        text: 'so many at most',
        wanted: 'a whole number from 1',
        example: '10',
        parse: wholeNumber(1),
      }).default(10),
    );
  return addReadingOptions(command, 'skip').action(
    async (wanted: string | undefined, flags: RelatedFlags) => {
      if (flags.score !== undefined) {
        const { score, least, json } = flags;
        refuseBesideScore(wanted, flags);
        const [{ askNewsroom }, { tellScore }] = await Promise.all([
          import('../read-newsroom.js'),
          import('../related-score.js'),
        ]);
        const asked = { score, ...(least === undefined ? {} : { least }), ...(json ? { json } : {}) };
        return exit(await askNewsroom(flags, terminal, (newsroom) => tellScore(newsroom, asked, terminal)));
      }
      if (flags.least !== undefined)
        throw new UsageError(flagAlone('--least', '--score', 'it says what the measure must reach'));
      if (wanted === undefined && !flags.all) {
        throw new UsageError(
          argumentMissing('related', 'an article’s id, file or address, or `--all`', 'world/summit-ends'),
        );
      }
      if (wanted !== undefined && flags.all)
        throw new UsageError(
          flagsConflict(wanted, '--all', 'one names an article, the other means every one'),
        );
      if (flags.json && flags.explain)
        throw new UsageError(flagsConflict('--json', '--explain', 'reasons are told in words'));
      const { askNewsroom } = await import('../read-newsroom.js');
      exit(await askNewsroom(flags, terminal, (newsroom) => tellRelated(newsroom, wanted, flags, terminal)));
    },
  );
}

/** @throws {UsageError} where lists are measured and something else is asked for too */
function refuseBesideScore(wanted: string | undefined, { all, explain }: RelatedFlags): void {
  const other = wanted ?? (all ? '--all' : explain ? '--explain' : null);
  if (other !== null)
    throw new UsageError(flagsConflict(other, '--score', 'a measure is of all lists, and shows none'));
}

const share = (text: string): number | null => {
  const value = /^(?:\d+|\d*\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  return value >= 0 && value <= 1 ? value : null;
};

async function tellRelated(
  { site, reading, progress, ports }: ReadNewsroom,
  wanted: string | undefined,
  flags: RelatedFlags,
  terminal: Terminal,
): Promise<number> {
  const [{ prepareRelating, settingsOf, storiesOf }, { makeExplainer, relate }, { createExplanations }] =
    await Promise.all([
      import('../../build/relate.js'),
      import('../../stages/relate/index.js'),
      import('../explain.js'),
    ]);
  const chosen = wanted === undefined ? site.entries : [entryOf(site, wanted)];
  ports.reporter.stage('relate');
  const work = await prepareRelating(site, reading.texts);
  const { docs } = work;
  // What readers are told in short, `--explain` tells whole.
  const settings = { ...settingsOf(site.config, flags.limit), reasons: false };
  const lists = relate(docs, settings, { stories: storiesOf(work) });
  progress.clear();
  if (flags.json) {
    // JSON has no infinity: a pin, which no score can pass, is told as null.
    for (const { article } of chosen)
      terminal.out(`${JSON.stringify({ id: article.id, related: lists.get(article.id) ?? [] })}\n`);
    return 0;
  }
  const explain = flags.explain
    ? createExplanations(site, makeExplainer(docs), async (file) => decodeText(await ports.files.read(file)))
    : null;
  const { strong, dim, hint } = paint(terminal, 'out');
  for (const entry of chosen) {
    const related = lists.get(entry.article.id) ?? [];
    terminal.out(`${strong(entry.article.title)}\n`);
    if (related.length === 0) terminal.out(`  ${dim('nothing related')}\n`);
    for (const item of related) {
      const { id, score, versions = [], newer = false, series = false, running = false } = item;
      const shown = Number.isFinite(score) ? score.toFixed(3) : 'pinned';
      terminal.out(
        `  ${shown.padStart(6)}  ${site.byId.get(id)?.article.title ?? id}\n          ${dim(id)}\n`,
      );
      if (newer) terminal.out(`          ${dim('a newer version of this article')}\n`);
      if (series) terminal.out(`          ${dim('a neighbour in its series')}\n`);
      if (running && !newer) terminal.out(`          ${dim('the same running story')}\n`);
      for (const version of versions) terminal.out(`          ${dim(`also: ${version}`)}\n`);
      for (const line of (await explain?.(entry, item)) ?? [])
        terminal.out(`          ${hint(hanging(line, terminal.width - 10, 12))}\n`);
    }
  }
  return 0;
}

/** @throws {UsageError} where readers can see none of this name */
function entryOf(site: Site, wanted: string): Entry {
  const url = plainUrl(localUrl(wanted, site.config));
  const names = [wanted, wanted.replace(/^\.\//, ''), url, `${url}/`].map((name) => name.normalize());
  const found = site.entries.find(({ article }) =>
    [article.id, article.file, plainUrl(article.url)].some((name) => names.includes(name.normalize())),
  );
  if (found !== undefined) return found;
  // As links and pins take it: the last part of a name, where one article alone has it.
  const short = wanted.replace(/\.md$/, '').normalize();
  const named = site.entries.filter(
    ({ article: { slug, file } }) => slug === short || file.normalize().endsWith(`/${short}.md`),
  );
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  if (named.length > 1)
    throw new UsageError(
      ambiguousArticle(
        wanted,
        named.map(({ article }) => article.id),
      ),
    );
  const known = site.entries.map(({ article }) =>
    wanted.endsWith('.md') ? article.file : wanted.startsWith('/') ? article.url : article.id,
  );
  throw new UsageError(unknownArticle(wanted, known));
}
