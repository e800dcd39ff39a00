import type { Config } from '../model/config.js';
import type { Changes, NextChange } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import type { RelatedLists, Site } from '../model/site.js';
import { sorted, withSeverity } from '../problems/list.js';
import { outputTaken, staticTaken } from '../problems/site.js';
import { checkSite } from '../stages/check/index.js';
import { assetUrl, plan, planFiles, siteView } from '../stages/plan/index.js';
import { createRenderer, fillBody, type Renderer } from '../stages/render/index.js';
import { withBase } from '../text/urls.js';
import { textOutputs } from './outputs.js';
import { type Ports, type Publication, PublishError, type TemplateFiles } from './ports.js';
import { type Reading, readSite } from './read.js';
import { relateSite } from './relate.js';
import type { BuildOptions, BuildResult, Outcome } from './result.js';
import { createStageClock, type StageClock } from './stage-clock.js';

/** The same mistake in a template shows on many pages; so many different ones are enough to mend. */
const MOST_TEMPLATE_PROBLEMS = 50;

/**
 * discover → parse → assemble → relate → plan → render → publish. Content in, a site out; nothing is published
 * unless everything is as `options.onInvalid` wants it.
 */
export function build(options: BuildOptions, ports: Ports): Promise<BuildResult> {
  return make(options, ports, 'build');
}

/** Everything that `build` does and more questions besides, all of them even where something is wrong; publishes nothing. */
export function check(options: BuildOptions, ports: Ports): Promise<BuildResult> {
  return make(options, ports, 'check');
}

async function make(options: BuildOptions, ports: Ports, mode: 'build' | 'check'): Promise<BuildResult> {
  const clock = createStageClock(ports);
  let publication: Publication | null = null;
  try {
    const reading = await readSite(options, ports, clock);
    const templates = compileTemplates(reading);
    const problems = [...reading.problems, ...templates.problems];
    const report = (facts: Facts): BuildResult => result(reading, problems, clock, facts);
    const site = reading.assembled?.site;
    if (site === undefined || templates.renderer === null) return report({ outcome: 'setup' });
    if (mode === 'check') problems.push(...checkSite(site));
    else if (options.onInvalid === 'fail' && hasErrors(problems, reading))
      return report({ outcome: 'content' });

    const related = await clock.run('relate', undefined, () => relateSite(site));
    try {
      publication = await ports.publisher.begin();
      const made = await renderAll(site, related, reading, templates, publication, ports, clock);
      const { pages, faults, leftOut } = made;
      problems.push(...faults, ...leftOut);
      if (faults.length > 0) return report({ outcome: 'setup', pages });
      if (mode === 'check' || (options.onInvalid === 'fail' && leftOut.length > 0))
        return report({ outcome: hasErrors(problems, reading) ? 'content' : 'done', pages });
      const staged = publication;
      const published = await clock.run('publish', undefined, () => staged.commit(nextChange(reading)));
      problems.push(...published.problems);
      const outcome = hasErrors(problems, reading) ? 'faults' : 'done';
      return report({ outcome, pages, changes: published.changes });
    } catch (error) {
      if (!(error instanceof PublishError)) throw error;
      problems.push(...error.problems);
      return report({ outcome: error.status === 1 ? 'content' : 'setup' });
    }
  } finally {
    await publication?.abort();
    await ports.store.close();
  }
}

interface Templates {
  readonly renderer: Renderer | null;
  readonly assets: readonly { readonly name: string; readonly source: string }[];
  readonly problems: readonly Problem[];
}

/** The template set compiled, with the site's part of what templates see. */
export function compileTemplates(reading: Reading): Templates {
  const site = reading.assembled?.site;
  const set = reading.templates;
  if (site === undefined || set === null) return { renderer: null, assets: [], problems: [] };
  const { config } = site;
  const { renderer, problems } = createRenderer({
    templates: set.templates,
    places: set.places,
    texts: withOwnTexts(set.texts, config),
    site: siteView(site),
    assets: new Map(
      set.assets.map((asset) => [
        asset.name,
        `${withBase(config.base, assetUrl(asset.name))}?v=${asset.hash.slice(0, 8)}`,
      ]),
    ),
  });
  return { renderer, assets: set.assets, problems: [...set.problems, ...problems] };
}

/** The theme's texts with those that `site.yaml` says otherwise, in the site's language. */
function withOwnTexts(texts: TemplateFiles['texts'], config: Config): TemplateFiles['texts'] {
  return new Map([...texts, [config.language, { ...texts.get(config.language), ...config.texts }]]);
}

async function renderAll(
  site: Site,
  related: RelatedLists,
  reading: Reading,
  templates: Templates,
  publication: Publication,
  ports: Ports,
  clock: StageClock,
): Promise<{ pages: number; faults: Problem[]; leftOut: Problem[] }> {
  const faults: Problem[] = [];
  const leftOut: Problem[] = [];
  const owners = new Map<string, string>();
  let pages = 0;
  const take = (path: string, owner: string): boolean => {
    const before = owners.get(path);
    if (before !== undefined) faults.push(outputTaken({ file: owner }, `/${path}`, before));
    else owners.set(path, owner);
    return before === undefined;
  };
  await clock.run('render', expectedPages(publication, site), async () => {
    for (const page of plan(site, related)) {
      if (!take(page.path, page.file ?? page.template)) continue;
      const rendered = templates.renderer?.render(page, await reading.texts.ofPage(page));
      if (rendered === undefined) continue;
      if ('problem' in rendered) {
        noteOnce(faults, rendered.problem);
        if (faults.length >= MOST_TEMPLATE_PROBLEMS) break;
        continue;
      }
      pages += 1;
      await publication.write(page.path, rendered.html, page.phase);
      ports.reporter.tick(pages);
    }
    for (const output of textOutputs(site)) {
      if (!take(output.path, output.source)) continue;
      const raw = await reading.texts.ofBodies(output.bodies);
      const text = output.text(({ key, refs }) => fillBody(raw.get(key) ?? '', refs));
      await publication.write(output.path, text, output.phase);
    }
    const statics = reading.discovered?.statics.filter((file) => !reading.invalid.has(file)) ?? [];
    const isStatic = new Set(statics);
    for (const { path, source, phase } of planFiles(site, statics, templates.assets)) {
      const before = isStatic.has(source) ? owners.get(path) : undefined;
      if (before !== undefined) leftOut.push(staticTaken({ file: source }, `/${path}`, before));
      else if (take(path, source)) await publication.copy(path, source, phase);
    }
  });
  return { pages, faults, leftOut };
}

/** For the progress alone: about as many pages as the last time; the first time, two for each article. */
function expectedPages({ previous }: Publication, site: Site): number {
  const before = Object.keys(previous?.files ?? {}).filter((path) => path.endsWith('.html')).length;
  return before > 0 ? before : site.entries.length * 2;
}

/** A mistake in a template is told once, however many pages it spoils. */
function noteOnce(faults: Problem[], problem: Problem): void {
  const same = (other: Problem): boolean =>
    other.code === problem.code &&
    other.file === problem.file &&
    other.line === problem.line &&
    other.column === problem.column;
  if (!faults.some(same)) faults.push(problem);
}

const hasErrors = (problems: readonly Problem[], reading: Reading): boolean =>
  withSeverity(problems, reading.config?.severity ?? {}).some((problem) => problem.severity === 'error');

function nextChange(reading: Reading): NextChange {
  const due = reading.assembled?.due ?? null;
  return due === null
    ? { at: null, reason: null }
    : { at: new Date(due.ms).toISOString(), reason: due.reason };
}

interface Facts {
  readonly outcome: Outcome;
  readonly pages?: number;
  readonly changes?: Changes;
}

function result(
  reading: Reading,
  problems: readonly Problem[],
  clock: StageClock,
  facts: Facts,
): BuildResult {
  return {
    outcome: facts.outcome,
    config: reading.config,
    articles: reading.assembled?.site.entries.length ?? 0,
    invisible: reading.assembled?.invisible ?? [],
    invalid: reading.invalid.size,
    pages: facts.pages ?? 0,
    changes: facts.changes ?? null,
    next: nextChange(reading),
    problems: sorted(withSeverity(problems, reading.config?.severity ?? {})),
    stages: clock.times,
  };
}
