import type { Command } from 'commander';
import { numberOf } from '../../build/jobs.js';
import { briefsIn } from '../../build/reasons.js';
import type { Page, PlannedPage } from '../../model/page.js';
import type { Site } from '../../model/site.js';
import { unknownPage } from '../../problems/usage.js';
import { outputPath } from '../../text/urls.js';
import { addReadingOptions, type ReadingFlags } from '../flags.js';
import type { Context } from '../program.js';
import type { ReadNewsroom } from '../read-newsroom.js';
import { counted, hanging } from '../report/words.js';
import { paint, type Terminal } from '../terminal.js';
import { localUrl, plainUrl } from '../urls.js';
import { UsageError } from '../usage.js';

/** Articles that are named of those that a page shows; an archive has hundreds. */
const NAMED = 12;
const LABEL = 12;

export function addWhy(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('why')
    .description('tell what made a page, and what would change it')
    .argument('<url>', 'the address of a page');
  return addReadingOptions(command, 'skip').action(async (url: string, flags: ReadingFlags) => {
    const { askNewsroom } = await import('../read-newsroom.js');
    exit(await askNewsroom(flags, terminal, (newsroom) => tellWhy(newsroom, url, flags, terminal)));
  });
}

async function tellWhy(
  { site, reading, ports, progress, sources }: ReadNewsroom,
  url: string,
  flags: ReadingFlags,
  terminal: Terminal,
): Promise<number> {
  const [{ compileTemplates }, { prepareRelating, relateSite }, { plan }, { tellProblems }, { lookAgain }] =
    await Promise.all([
      import('../../build/pipeline.js'),
      import('../../build/relate.js'),
      import('../../stages/plan/index.js'),
      import('../report/problems.js'),
      import('../look-again.js'),
    ]);
  const { input, renderer, problems } = compileTemplates(reading);
  const { lists, stories } = relateSite(await prepareRelating(site, reading.texts, ports.finds), ports.finds);
  const page = findPage(plan(site, lists, stories), url, site);
  const texts = await reading.texts.ofPage(page);
  const rendered = renderer?.render(page, (key) => texts[numberOf(page, key)] ?? '');
  progress.clear();
  if (rendered === undefined || 'problem' in rendered) {
    const faults = rendered === undefined ? problems : [rendered.problem];
    await tellProblems(faults, terminal, { read: ports.files.readIfThere, all: flags.verbose });
    return 2;
  }
  const templates: string[] = [];
  for (const name of rendered.reached.filter((part) => part.endsWith('.njk'))) {
    const own = await ports.files.readIfThere(`templates/${name}`);
    templates.push(own === null ? name : `${name} (this newsroom’s own)`);
  }
  terminal.out(explain(page, site, templates, terminal));
  const again = input === null ? '' : lookAgain(page, { site, reading, input, cache: sources.cache });
  if (again !== '') terminal.out(`\n${hanging(again, terminal.width, 0)}\n`);
  return 0;
}

/** @throws {UsageError} where the site has no such page */
function findPage(pages: Iterable<PlannedPage>, wanted: string, { config }: Site): Page {
  const url = plainUrl(localUrl(wanted, config));
  const paths = [outputPath(url), outputPath(`${url}/`)];
  const urls: string[] = [];
  for (const page of pages) {
    if (paths.includes(page.path.normalize())) return page.make();
    urls.push(page.url);
  }
  throw new UsageError(unknownPage(url, urls.map(plainUrl)));
}

/** In words: the file, the templates that were reached, and the articles that the page shows. */
function explain(page: Page, site: Site, templates: readonly string[], terminal: Terminal): string {
  const { strong, dim } = paint(terminal, 'out');
  const { view, body, file } = page;
  const line = (label: string, text: string): string =>
    `  ${dim(label.padEnd(LABEL))}${hanging(text, terminal.width - LABEL - 2, LABEL + 2)}\n`;
  const shown = briefsIn(view);
  const files = shown.flatMap((id) => site.byId.get(id)?.article.file ?? []);
  const more = files.length - NAMED;
  const dead = body?.refs.filter((ref) => ref === null).length ?? 0;
  const links =
    body === null || body.refs.length === 0
      ? ''
      : line(
          'in its text',
          `${counted(body.refs.length, 'link or picture', 'links and pictures')}${dead > 0 ? `, ${dead} of them broken` : ''}`,
        );
  return [
    `${strong(page.url)}\n`,
    line('file', `public/${page.path}`),
    line('kind', view.page.kind),
    line('content', file ?? 'none of its own: it follows from the articles and from site.yaml'),
    line('templates', templates.join(', ')),
    links,
    line('shows', files.length === 0 ? 'no other article' : `${counted(files.length, 'other article')}:`),
    ...files.slice(0, NAMED).map((name) => `  ${' '.repeat(LABEL)}${name}\n`),
    more > 0 ? `  ${' '.repeat(LABEL)}and ${counted(more, 'other')}\n` : '',
    `\n${hanging(changes(page, files.length > 0), terminal.width, 0)}\n`,
  ].join('');
}

function changes({ file }: Page, shows: boolean): string {
  const causes = [
    file === null ? null : 'its own file',
    shows ? 'the headline, summary, picture, date or credit of an article above' : null,
    'which articles have a place on it',
    'one of its templates, or an asset that they name',
    'the title, navigation or texts of the site',
  ].filter((cause) => cause !== null);
  return `It changes with ${causes.slice(0, -1).join('; ')}; or ${causes.at(-1)}. Another release of Dateline or of Node makes every page again.`;
}
