import type { Command } from 'commander';
import { loadTemplates } from '../../build/pipeline.js';
import { readSite } from '../../build/read.js';
import { relateSite } from '../../build/relate.js';
import { createStageClock } from '../../build/stage-clock.js';
import { stopwatch } from '../../edges/clock.js';
import type { Page } from '../../model/page.js';
import type { Site } from '../../model/site.js';
import { didYouMean } from '../../problems/suggest.js';
import { plan } from '../../stages/plan/index.js';
import { outputPath } from '../../text/urls.js';
import { addReadingOptions, buildOptions, type ReadingFlags, rootOf } from '../options.js';
import { createPorts } from '../ports.js';
import type { Context } from '../program.js';
import { createProgress } from '../progress.js';
import { printProblems } from '../report.js';
import { UsageError } from '../usage.js';

export function addWhy(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('why')
    .description('tell what made a page, and what would change it')
    .argument('<url>', 'address of the page: /2026/11/a-story/, or the whole address');
  return addReadingOptions(command, 'skip').action(async (url: string, flags: ReadingFlags) => {
    const progress = createProgress(flags.quiet ? { ...terminal, live: false } : terminal, stopwatch);
    const ports = createPorts({ root: rootOf(flags, terminal), flags, out: null, reporter: progress });
    const reading = await readSite(buildOptions(flags, terminal), ports, createStageClock(ports));
    const site = reading.assembled?.site;
    const templates = await loadTemplates(reading, ports);
    progress.clear();
    if (site === undefined || templates.renderer === null) {
      await printProblems([...reading.problems, ...templates.problems], terminal, (file) =>
        ports.files.readIfThere(file),
      );
      exit(2);
      return;
    }
    const pages = [...plan(site, relateSite(site))];
    const page = findPage(pages, url, site);
    const rendered = templates.renderer.render(page, await reading.texts.ofPage(page));
    await ports.store.close();
    terminal.out(`${explain(page, site, 'problem' in rendered ? [page.template] : rendered.templates)}\n`);
  });
}

function findPage(pages: readonly Page[], wanted: string, { config }: Site): Page {
  const local = wanted.startsWith(config.url) ? `/${wanted.slice(config.url.length)}` : wanted;
  const path = decodeURI(outputPath(local.endsWith('/') || /\.\w+$/.test(local) ? local : `${local}/`));
  const page = pages.find((candidate) => candidate.path.normalize() === path.normalize());
  if (page !== undefined) return page;
  const near = didYouMean(
    local,
    pages.map((candidate) => candidate.url),
  );
  throw new UsageError(
    `No page of this site has the address ${wanted}.`,
    near === null
      ? 'Give it as it stands behind the site’s name: /2026/11/a-story/.'
      : `Did you mean ${near}?`,
  );
}

/** In words: the file, the template and the others that it reached, and what of the site the view shows. */
function explain(page: Page, site: Site, templates: readonly string[]): string {
  const { view } = page;
  const lines = [
    `${page.url}  (public/${page.path})`,
    `  kind        ${view.page.kind}`,
    `  content     ${page.file ?? 'no file of its own: it follows from the articles and site.yaml'}`,
    `  templates   ${templates.join(', ')}`,
    `  written     in the phase "${page.phase}"`,
  ];
  if (page.body !== null) {
    const dead = page.body.refs.filter((ref) => ref === null).length;
    lines.push(
      `  links       ${page.body.refs.length - dead} in its text${dead > 0 ? `, ${dead} broken` : ''}`,
    );
  }
  const shown = briefsIn(view);
  lines.push(
    `  shows       ${shown.length === 0 ? 'no other article' : `${shown.length} other article${shown.length === 1 ? '' : 's'}:`}`,
  );
  for (const id of shown) {
    const entry = site.byId.get(id);
    if (entry !== undefined) lines.push(`              ${entry.article.file}`);
  }
  lines.push(
    'It is made again when its file changes, when the headline, summary, picture or date of an article above does,',
    'when another article takes a place on it, when one of its templates changes, or the site’s title or navigation.',
  );
  return lines.join('\n');
}

/** Ids of the articles of which a view holds a brief, in the order in which they stand there. */
function briefsIn(value: unknown, own = idOf(value)): string[] {
  const ids = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('id' in node && 'title' in node && 'summary' in node && typeof node.id === 'string') ids.add(node.id);
    for (const child of Object.values(node)) visit(child);
  };
  visit(value);
  if (own !== null) ids.delete(own);
  return [...ids];
}

function idOf(view: unknown): string | null {
  if (typeof view !== 'object' || view === null || !('article' in view)) return null;
  const { article } = view;
  return typeof article === 'object' && article !== null && 'id' in article ? String(article.id) : null;
}
