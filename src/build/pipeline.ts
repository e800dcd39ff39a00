import type { Config } from '../model/config.js';
import type { Changes, NextChange } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import type { Site } from '../model/site.js';
import { addAll, sorted, withSeverity } from '../problems/list.js';
import { checkSite } from '../stages/check/index.js';
import { assetUrl, fragmentUrls, siteView, siteViews, templatesAsked } from '../stages/plan/index.js';
import {
  checkHeaders,
  checkRedirects,
  type Served,
  sendsHeaders,
  serverFiles,
} from '../stages/redirects/index.js';
import { createRenderer, openRenderer, type Renderer, type RendererInput } from '../stages/render/index.js';
import { additionsAsNeeds, needsOfStyle } from '../text/csp.js';
import { contentHash } from '../text/hash.js';
import { languagesOf } from '../text/languages.js';
import { byText } from '../text/order.js';
import { withBase } from '../text/urls.js';
import { clockProblems } from './clock.js';
import { hostProblems } from './host.js';
import { ledgerProblems } from './ledger.js';
import { nextChange } from './next.js';
import { type Ports, type Publication, PublishError, type TemplateFiles } from './ports.js';
import { type Reading, readSite } from './read.js';
import { prepareRelating, type Relations, relateSiteShared, storiesOf, UNRELATED } from './relate.js';
import { renderSite } from './render.js';
import type { BuildOptions, BuildResult, Outcome } from './result.js';
import { publishSearch } from './search.js';
import { threadsFor } from './share.js';
import { createStageClock, type StageClock } from './stage-clock.js';

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
  let release: (() => void) | undefined;
  try {
    if (mode === 'build') release = await ports.publisher.reserve?.();
    const reading = await readSite(options, ports, clock);
    const templates = compileTemplates(reading, ports.pages?.last?.sound);
    const problems = [...reading.problems, ...templates.problems];
    let due: NextChange | null = null;
    let relations: Relations | null = null;
    let kept: readonly number[] = [];
    let served: Served | null = null;
    const next = async (): Promise<NextChange> => {
      const { assembled, texts } = reading;
      if (assembled === null) return { at: null, reason: null };
      relations ??= {
        ...UNRELATED,
        stories: storiesOf(await prepareRelating(assembled.site, texts, ports.finds), ports.finds),
      };
      due ??= nextChange(assembled, relations.stories, kept);
      return due;
    };
    const report = async (facts: Facts): Promise<BuildResult> => {
      const change = await next();
      return result(reading, problems, clock, { ...facts, next: change, served });
    };
    const site = reading.assembled?.site;
    if (site === undefined || templates.renderer === null) return await report({ outcome: 'setup' });
    addAll(problems, [...checkRedirects(site), ...(await ledgerProblems(reading, ports))]);
    if (mode === 'check') addAll(problems, checkSite(site));
    else if (options.onInvalid === 'fail' && hasErrors(problems, reading))
      return await report({ outcome: 'content' });

    const threads = threadsFor(ports.threads, site.entries.length);
    const related = await clock.run('relate', undefined, async () =>
      relateSiteShared(await prepareRelating(site, reading.texts, ports.finds), ports.finds, threads),
    );
    relations = related;
    // Now, since it is much to hold: what was found is true whatever becomes of this build.
    if (mode === 'build') ports.finds?.save();
    try {
      publication = await ports.publisher.begin();
      const behind = clockProblems(reading, publication);
      problems.push(...behind);
      if (hasErrors(behind, reading)) return await report({ outcome: 'content' });
      const work = { site, related, reading, templates, publication, ports: { ...ports, threads } };
      const total = expectedPages(publication, site);
      const made = await clock.run('render', total, () => renderSite(work));
      const { pages, rendered, parts, faults, leftOut } = made;
      kept = made.kept;
      served = made.served;
      problems.push(...checkHeaders(site, served));
      problems.push(...faults, ...leftOut, ...made.unpublished);
      if (faults.length > 0) return await report({ outcome: 'setup', pages });
      if (mode === 'check' && options.target !== undefined)
        problems.push(...(await hostProblems(site, options.target, publication, ports, served)));
      if (mode === 'check' || (options.onInvalid === 'fail' && leftOut.length > 0))
        return await report({ outcome: hasErrors(problems, reading) ? 'content' : 'done', pages });
      if (site.config.search !== null)
        await clock.run('search', site.entries.length, () => publishSearch(work, made.search));
      const staged = publication;
      const published = await clock.run('publish', undefined, async () => staged.commit(await next()));
      const sound = templates.problems.length === 0 ? templates.set : null;
      ports.pages?.save({ parts, files: reading.contents, sound });
      ports.variants?.done();
      problems.push(...published.problems);
      const outcome = hasErrors(problems, reading) ? 'faults' : 'done';
      const repeatable = outcome === 'done' && behind.length + published.problems.length === 0;
      return await report({ outcome, pages, rendered, changes: published.changes, repeatable });
    } catch (error) {
      if (!(error instanceof PublishError)) throw error;
      problems.push(...error.problems);
      return await report({ outcome: error.status === 1 ? 'content' : 'setup' });
    }
  } finally {
    await publication?.abort();
    release?.();
    await ports.threads?.close();
    await ports.store.close();
  }
}

export interface Templates {
  /** What the renderer is made from, in any thread. */
  readonly input: RendererInput | null;
  readonly renderer: Renderer | null;
  readonly assets: TemplateFiles['assets'];
  /** Names all that the check of the set depends on. */
  readonly set: string;
  readonly problems: readonly Problem[];
}

/**
 * The template set compiled, with the site's part of what templates see.
 *
 * @param sound the set that was sound the last time, which is not looked through again
 */
export function compileTemplates(reading: Reading, sound: string | null = null): Templates {
  const site = reading.assembled?.site;
  const set = reading.templates;
  if (site === undefined || set === null)
    return { input: null, renderer: null, assets: [], set: '', problems: [] };
  const { config } = site;
  const input: RendererInput = {
    templates: set.templates,
    places: set.places,
    texts: withOwnTexts(set.texts, config),
    site: siteView(site),
    ...(site.languages.length > 1 && { sites: siteViews(site) }),
    assets: new Map(set.assets.map((asset) => [asset.name, withBase(config.base, assetUrl(asset))])),
    asked: templatesAsked(site),
    problems: set.problems,
    ...policyInput(set, config),
    fragments: { way: config.fragments, urls: fragmentUrls(site), html: new Map() },
  };
  const { templates, places, texts, assets, asked } = input;
  const all = contentHash(
    JSON.stringify([[...templates], [...places], [...texts], [...assets.keys()], asked, set.problems]),
  );
  const { renderer, problems } =
    sound === all ? { renderer: openRenderer(input), problems: [] } : createRenderer(input);
  return { input, renderer, assets: set.assets, set: all, problems };
}

/** What is said of the policy in pages, and what all of them need. */
function policyInput(
  { assets }: TemplateFiles,
  { security, redirects }: Config,
): Pick<RendererInput, 'policy'> {
  if (security.csp === null) return {};
  const ofStyles = assets.flatMap(({ name, text }) =>
    text !== null && name.endsWith('.css') ? needsOfStyle(text) : [],
  );
  const shared = [...new Set([...ofStyles, ...additionsAsNeeds(security.csp)])].sort(byText);
  return { policy: { shared, inPages: !sendsHeaders({ redirects }) } };
}

/** The theme's texts with those that `site.yaml` says otherwise, in each of the site's languages. */
function withOwnTexts(texts: TemplateFiles['texts'], config: Config): TemplateFiles['texts'] {
  const own = languagesOf(config).map(
    ({ language, texts: more }) => [language, { ...texts.get(language), ...more }] as const,
  );
  return new Map([...texts, ...own]);
}

/** For the progress alone: about as many pages as the last time; the first time, two for each article. */
function expectedPages({ previous }: Publication, { entries }: Site): number {
  const before = Object.keys(previous?.files ?? {}).filter((path) => path.endsWith('.html')).length;
  return before > 0 ? before : entries.length * 2;
}

const hasErrors = (problems: readonly Problem[], reading: Reading): boolean =>
  withSeverity(problems, reading.config?.severity ?? {}).some((problem) => problem.severity === 'error');

interface Facts {
  readonly outcome: Outcome;
  readonly pages?: number;
  readonly rendered?: number;
  readonly changes?: Changes;
  readonly repeatable?: boolean;
}

const siteOf = ({ config }: Reading): BuildResult['site'] =>
  config === null ? null : { title: config.title, timezone: config.timezone, base: config.base };

const serverFilesOf = ({ assembled }: Reading, served: Served | null): BuildResult['serverFiles'] =>
  assembled === null || served === null ? [] : serverFiles(assembled.site, served);

function result(
  reading: Reading,
  problems: readonly Problem[],
  clock: StageClock,
  facts: Facts & { readonly next: NextChange; readonly served: Served | null },
): BuildResult {
  return {
    outcome: facts.outcome,
    site: siteOf(reading),
    articles: reading.assembled?.site.entries.length ?? 0,
    invisible: (reading.assembled?.invisible ?? []).map(({ why, from }) => ({ why, from })),
    invalid: reading.invalid.size,
    pages: facts.pages ?? 0,
    rendered: facts.rendered ?? facts.pages ?? 0,
    changes: facts.changes ?? null,
    next: facts.next,
    serverFiles: facts.changes === undefined ? [] : serverFilesOf(reading, facts.served),
    problems: sorted(withSeverity(problems, reading.config?.severity ?? {})),
    repeatable: facts.repeatable ?? false,
    stages: clock.times,
  };
}
