import { basename, dirname, resolve } from 'node:path';
import { listable, ownLinks, prepareRelating, settingsOf } from '../build/relate.js';
import { EXIT } from '../build/result.js';
import { createFiles } from '../edges/files/index.js';
import type { Problem } from '../model/problem.js';
import type { Site } from '../model/site.js';
import { linksMissing, noLinks } from '../problems/related.js';
import { type Links, type Meant, measure, type Quality, readLinks, relate } from '../stages/relate/index.js';
import { decodeText } from '../text/utf8.js';
import type { ReadNewsroom } from './read-newsroom.js';
import { tellProblems } from './report/problems.js';
import { counted } from './report/words.js';
import { paint, type Terminal } from './terminal.js';
import { localUrl, plainUrl } from './urls.js';

export interface ScoreFlags {
  /** True: the newsroom's own links. */
  readonly score: string | true;
  readonly least?: number;
  readonly json?: boolean;
}

/** Long enough that ten are left of those that are not newer. */
const LIMIT = 100;

/** Tells how near the lists come to links that people set; status 1 where that is less than `least`. */
export async function tellScore(
  { site, reading, invisible, progress, ports }: ReadNewsroom,
  { score, least, json }: ScoreFlags,
  terminal: Terminal,
): Promise<number> {
  const file = score === true ? null : score;
  const read = file === null ? { links: ownLinks(site), problems: [] } : await linksOf(file);
  ports.reporter.stage('relate');
  // A pin would be found by itself; and a link to any version is a link to that very one.
  const work = await prepareRelating(site, reading.texts);
  const docs = work.docs.map((doc) => (file === null ? { ...doc, pinned: [] } : doc));
  const failed = read.problems.some(({ severity }) => severity === 'error');
  const quality = failed
    ? null
    : measure(relate(docs, settingsOf(site.config, LIMIT)), read.links, datesOf(site));
  const none = quality?.articles === 0 ? [noLinks(file ?? '--score')] : [];
  progress.clear();
  // The lines themselves are not shown: they may name what readers can't see.
  await tellProblems([...read.problems, ...none], terminal, { read: async () => null });
  if (quality === null || quality.articles === 0) return EXIT.setup;
  terminal.out(json ? `${JSON.stringify(quality)}\n` : inWords(quality, file, terminal));
  if (least === undefined || quality.ndcg5 >= least) return EXIT.done;
  terminal.err(`nDCG@5 is ${quality.ndcg5}, less than the ${least} that \`--least\` wants.\n`);
  return EXIT.content;

  async function linksOf(path: string): Promise<{ links: Links; problems: readonly Problem[] }> {
    const whole = resolve(terminal.cwd, path);
    const bytes = await createFiles(dirname(whole)).readIfThere(basename(whole));
    if (bytes === null) return { links: new Map(), problems: [linksMissing(path)] };
    const { meantBy, known } = namesOf(site, invisible);
    const { links, problems } = readLinks(path, decodeText(bytes), meantBy, known);
    return { links: listable(site, links), problems };
  }
}

function datesOf({ entries }: Site): Map<string, number> {
  return new Map(entries.map(({ article }) => [article.id, article.date.ms]));
}

/** What a name means that somebody wrote: an id, a file, an address. */
function namesOf(
  { entries, config }: Site,
  invisible: ReadNewsroom['invisible'],
): { readonly meantBy: (name: string) => Meant; readonly known: readonly string[] } {
  const names = new Map<string, Meant>();
  for (const { article } of invisible)
    for (const name of [article.id, article.file, plainUrl(article.url)])
      names.set(name.normalize(), { hidden: article.file });
  for (const { article } of entries)
    for (const name of [article.file, plainUrl(article.url), article.id])
      names.set(name.normalize(), { id: article.id });
  return {
    meantBy(name) {
      const url = plainUrl(localUrl(name, config));
      const written = [name, name.replace(/^\.\//, ''), url, `${url}/`];
      for (const one of written) {
        const meant = names.get(one.normalize());
        if (meant !== undefined) return meant;
      }
      return null;
    },
    known: entries.map(({ article }) => article.id),
  };
}

function inWords(quality: Quality, file: string | null, terminal: Terminal): string {
  const { strong, dim } = paint(terminal, 'out');
  const row = (name: string, value: number, words: string): string =>
    `  ${name.padEnd(10)}${strong(value.toFixed(3))}  ${dim(words)}\n`;
  const whose = file ?? 'the newsroom’s own links and pins';
  return [
    `${counted(quality.links, 'link')} of ${counted(quality.articles, 'article')}, from ${whose}\n`,
    row('nDCG@5', quality.ndcg5, 'the first five against the best possible five'),
    row('recall@5', quality.recall5, 'share of the links among the first five'),
    row('recall@10', quality.recall10, 'share of the links among the first ten'),
    row('MRR', quality.mrr, 'one over the place of the first link'),
    row('coverage', quality.coverage, 'share of these articles that have a list'),
  ].join('');
}
