import type { PlannedPage } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import { sorted, withSeverity } from '../problems/list.js';
import { checkRedirects } from '../stages/redirects/index.js';
import { fillBody, type Renderer } from '../stages/render/index.js';
import { ASSETS, withoutMark } from '../text/assets.js';
import { type Filled, withFragments } from './fragments.js';
import { renderJob } from './jobs.js';
import { ledgerProblems } from './ledger.js';
import { type Outputs, planOutputs } from './live-outputs.js';
import { planned, textOutputs } from './outputs.js';
import { fewPagesPacker } from './page-json.js';
import { compileTemplates, type Templates } from './pipeline.js';
import type { ReadPorts } from './ports.js';
import { isCleaned } from './publish-pictures.js';
import { type Reading, readSite } from './read.js';
import type { Relations } from './relate.js';
import { rereadArticles } from './reread.js';
import type { BuildOptions } from './result.js';
import { searchFiles } from './search.js';
import { createStageClock } from './stage-clock.js';

/** What is at a path of a live site: its content, or what is wrong with a page's template. */
export type Content = { readonly content: string | Uint8Array } | { readonly problem: Problem };

/** A site whose files are made when somebody asks for them. */
export interface LiveSite {
  readonly made: MadeOf;
  readonly outputs: Outputs;
  /** Everything that is told of the newsroom, in order. */
  readonly problems: readonly Problem[];
  has(path: string): boolean;
  /** The bytes that a build of the same would publish at this path; null where it would publish nothing. */
  content(path: string): Promise<Content | null>;
}

export interface MadeOf {
  readonly reading: Reading;
  readonly templates: Templates;
  readonly relations: Relations;
  /** What was told of old addresses. */
  readonly ofAddresses: readonly Problem[];
  readonly ports: LivePorts;
  /** The templates with the pieces that stand in every page, as an edition before had them. */
  readonly filled: { last: Filled | null };
}

export interface LivePorts extends ReadPorts {
  /** A file as it stands, by its path from the site's root, or absolute. */
  readonly fileAt: (source: string) => Promise<Uint8Array>;
}

/** A newsroom that no site can be made of: its configuration or a template is wrong. */
export interface Refused {
  readonly reading: Reading;
  readonly problems: readonly Problem[];
}

export const isRefused = (made: LiveSite | Refused): made is Refused => !('content' in made);

/**
 * Reads everything and plans the site; of each template one page is tried, so that mistakes in templates show.
 *
 * @param before the site of a moment before: templates that were right then are not looked through again
 */
export async function openLive(
  options: BuildOptions,
  ports: LivePorts,
  relations: Relations,
  before: LiveSite | null = null,
): Promise<LiveSite | Refused> {
  const reading = await read(options, ports);
  const known = before?.made.templates.set ?? null;
  const templates = compileTemplates(reading, known);
  const refused = (...more: (readonly Problem[])[]): Refused => ({
    reading,
    problems: told(reading, templates.problems, ...more),
  });
  if (reading.assembled === null || templates.renderer === null) return refused();
  const ofAddresses = [...checkRedirects(reading.assembled.site), ...(await ledgerProblems(reading, ports))];
  const live = liveSite({ reading, templates, relations, ofAddresses, ports, filled: { last: null } });
  const { faults } = live.outputs;
  if (faults.length > 0) return refused(ofAddresses, faults);
  const wrong = templates.set === known ? [] : await tried(live);
  return wrong.length > 0 ? refused(ofAddresses, wrong) : live;
}

async function read(options: BuildOptions, ports: LivePorts): Promise<Reading> {
  try {
    return await readSite(options, ports, createStageClock(ports));
  } finally {
    // They hold much memory, and what is parsed from now on is little.
    await ports.threads?.close();
  }
}

/**
 * The site after these files were saved, where that shows without a look at the others; null where all must be read
 * again. See `rereadArticles`: the site that was given is used up.
 *
 * @param now milliseconds
 */
export async function resaved(
  { made, outputs }: LiveSite,
  files: readonly string[],
  now: number,
): Promise<LiveSite | null> {
  const reading = await rereadArticles(made.reading, files, now, made.ports);
  return reading && liveSite({ ...made, reading }, outputs);
}

/** The same site with other related news. */
export const withRelations = ({ made }: LiveSite, relations: Relations): LiveSite =>
  liveSite({ ...made, relations });

/** Contents that are kept for when the browser asks for them again. */
const MOST_KNOWN = 100;

function liveSite(
  made: MadeOf,
  outputs = planOutputs(made.reading, made.templates, made.relations),
): LiveSite {
  const { reading, templates, ofAddresses, ports } = made;
  const { pages, texts, search, files, pictures } = outputs;
  const known = new Map<string, Promise<Content | null>>();
  const ofSearch = reading.assembled && searchFiles(reading, reading.assembled.site);

  let own: Renderer | null | undefined;
  const rendererOf = ({ assembled }: Reading): Renderer | null => {
    if (own !== undefined || assembled === null) return own ?? null;
    // Pieces that stand in every page are made with the first one.
    const filled = withFragments(templates, assembled.site, made.relations, made.filled.last);
    made.filled.last = filled;
    own = filled.renderer;
    return own;
  };

  const make = async (path: string): Promise<Content | null> => {
    const page = pages.get(path);
    if (page !== undefined) return renderPage(made, page, rendererOf(reading));
    if (texts.has(path)) return { content: await textAt(made, path) };
    const word = search.has(path) ? await ofSearch?.(path) : undefined;
    if (word !== undefined) return word === null ? null : { content: word };
    const picture = pictures.get(path);
    if (picture !== undefined) {
      const content = await ports.variants?.content(picture.hash, picture.of);
      return content ? { content } : null;
    }
    const file = files.get(path);
    if (file === undefined) return null;
    const content = file.text ?? (await asPublished(file));
    return content === null ? null : { content };
  };
  const asPublished = async ({ source, isStatic }: { source: string; isStatic: boolean }) => {
    const content = await ports.fileAt(source);
    const { assembled } = reading;
    if (isStatic || assembled === null || !isCleaned(source, assembled.site)) return content;
    // What can't be cleaned is not published.
    return ports.variants === undefined ? content : ports.variants.cleaned(source);
  };
  const assets = new Map(templates.assets.map(({ name, path }) => [ASSETS + name, ASSETS + path]));
  /** An earlier style sheet, or one by its name alone, is the one of now: open pages swap theirs by it. */
  const current = (path: string): string =>
    files.has(path) ? path : (assets.get(withoutMark(path)?.path ?? path) ?? path);
  return {
    made,
    outputs,
    problems: told(reading, templates.problems, ofAddresses, outputs.leftOut),
    has: (path) =>
      pages.has(path) ||
      files.has(current(path)) ||
      pictures.has(path) ||
      texts.has(path) ||
      search.has(path),
    content(asked) {
      const path = current(asked);
      if (files.has(path) || pictures.has(path)) return make(path);
      const content = known.get(path) ?? make(path);
      if (known.size === MOST_KNOWN) known.clear();
      known.set(path, content);
      return content;
    },
  };
}

async function renderPage(
  { reading: { assembled, texts }, ports }: MadeOf,
  outline: PlannedPage,
  renderer: Renderer | null,
): Promise<Content | null> {
  if (assembled === null || renderer === null) return null;
  const page = outline.make();
  const { met, pack } = fewPagesPacker(assembled.site);
  const render = renderJob(renderer, met, null, { thread: 0, stopwatch: ports.stopwatch });
  const job = { page: pack(page), view: '', text: '', texts: await texts.ofPage(page), known: null };
  const [done] = render([job]);
  if (done === undefined || 'problem' in done) return done ?? null;
  return typeof done.content === 'string' ? { content: done.content } : null;
}

async function textAt({ reading: { assembled, texts }, templates }: MadeOf, path: string): Promise<string> {
  for (const output of assembled === null ? [] : textOutputs(assembled.site, planned(templates))) {
    if (output.path !== path) continue;
    const raw = await texts.ofBodies(output.bodies);
    return output.text(({ key, refs }) => fillBody(raw.get(key) ?? '', refs));
  }
  throw new Error(`${path} is no output any more.`);
}

/** What is wrong with templates, as one page of each kind and template shows. */
async function tried(live: LiveSite): Promise<Problem[]> {
  const examples = new Map<string, string>();
  for (const { path, template } of live.outputs.pages.values())
    if (!examples.has(template)) examples.set(template, path);
  const problems: Problem[] = [];
  for (const path of examples.values()) {
    const content = await live.content(path);
    if (content !== null && 'problem' in content) problems.push(content.problem);
  }
  return problems;
}

function told({ config, problems }: Reading, ...more: readonly (readonly Problem[])[]): Problem[] {
  return sorted(withSeverity([...problems, ...more.flat()], config?.severity ?? {}));
}
