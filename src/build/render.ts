import type { Problem } from '../model/problem.js';
import type { Site } from '../model/site.js';
import { plan } from '../stages/plan/index.js';
import type { Served } from '../stages/redirects/index.js';
import { fillBody, needsAmong } from '../stages/render/index.js';
import { withFragments } from './fragments.js';
import { type PageDone, type PageJob, type RenderDone, type RenderJob, renderJob } from './jobs.js';
import { keepAssets } from './keep.js';
import { planned, textOutputs } from './outputs.js';
import { createOwners, ownedFiles } from './owners.js';
import { pagePacker } from './page-json.js';
import { EVERYWHERE, type Ingredients, type PageRecord, pageKeys } from './page-keys.js';
import type { Templates } from './pipeline.js';
import type { Ports, Publication } from './ports.js';
import { publishCleaned, publishPictures } from './publish-pictures.js';
import type { Reading } from './read.js';
import { type PageNow, reasonsFor } from './reasons.js';
import type { Relations } from './relate.js';
import { planSearch, type SearchPlan } from './search.js';
import { share } from './share.js';

/** Pages in one job: enough that handing it over is nothing beside the work. */
const BATCH = 32;

/** The same mistake in a template shows on many pages; so many different ones are enough to mend. */
const MOST_TEMPLATE_PROBLEMS = 50;

export interface RenderWork {
  readonly site: Site;
  readonly related: Relations;
  readonly reading: Reading;
  readonly templates: Templates;
  readonly publication: Publication;
  readonly ports: Ports;
}

export interface Rendered {
  readonly pages: number;
  /** Pages that a template was run for. */
  readonly rendered: number;
  /** What pages have in common, by hashes. */
  readonly parts: Ingredients['parts'];
  /** The indexes of the search, which are made behind the pages. */
  readonly search: readonly SearchPlan[];
  /** With one of these nothing can be published. */
  readonly faults: Problem[];
  /** Of files that are left out. */
  readonly leftOut: Problem[];
  /** Of pictures that nothing shows and that nobody can take notes out of: they stay away. */
  readonly unpublished: readonly Problem[];
  /** When files go that are kept for pages under way. Milliseconds. */
  readonly kept: readonly number[];
  readonly served: Served;
}

/** Makes every output of the site and gives it to the publication. */
export async function renderSite(work: RenderWork): Promise<Rendered> {
  const { site, reading, publication } = work;
  const owners = createOwners();
  const { claim, faults, leftOut } = owners;

  const { pages, rendered, parts, needs } = await renderPages(work, claim, faults);
  const made = planned(work.templates);
  const served = { ...made.served, needs: [...new Set([...made.served.needs, ...needs])] };
  for (const output of textOutputs(site, { ...made, served })) {
    if (!claim(output.path, output.source)) continue;
    const raw = await reading.texts.ofBodies(output.bodies);
    const text = output.text(({ key, refs }) => fillBody(raw.get(key) ?? '', refs));
    await publication.write(output.path, text, output.phase);
  }
  const search = planSearch(site, claim);
  const unpublished: Problem[] = [];
  for (const { path, source, text, phase, isStatic } of ownedFiles(site, reading, work.templates, owners)) {
    if (text !== null) await publication.write(path, text, phase);
    else {
      const cleaned = !isStatic && (await publishCleaned(path, source, site, work.ports, publication));
      if (typeof cleaned === 'object') unpublished.push(cleaned);
      else if (!cleaned) await publication.copy(path, source, phase);
    }
  }
  await publishPictures(site, work.ports, publication, claim);
  const kept = await keepAssets(publication, site, (path) => owners.byPath.has(path));
  return { pages, rendered, parts, search, faults, leftOut, unpublished, kept, served };
}

/** Renders the pages, in all threads. */
async function renderPages(
  { site, related, reading, templates, publication, ports }: RenderWork,
  claim: (path: string, owner: string) => boolean,
  faults: Problem[],
): Promise<Pick<Rendered, 'pages' | 'rendered' | 'parts'> & { readonly needs: ReadonlySet<string> }> {
  const { input, renderer } = withFragments(templates, site, related);
  if (input === null || renderer === null)
    return { pages: 0, rendered: 0, parts: new Map(), needs: new Set() };
  const { threads, reporter } = ports;
  const { met, all, pack } = pagePacker(site);
  const here = renderJob(renderer, met, null, { thread: 0, stopwatch: ports.stopwatch });
  const memory = ports.pages;
  const keys = pageKeys(input);
  const reasons = reasonsFor(
    memory ?? { last: null },
    keys,
    reading.contents,
    (id) => site.byId.get(id)?.article.file,
  );
  const published = publication.previous?.files ?? {};
  let pages = 0;
  let rendered = 0;
  const needs = new Set<string>();
  /** Lists that pages share are looked through once. */
  const seen = new Set<readonly string[]>();
  const noteNeeds = (reached: readonly string[]): void => {
    if (seen.has(reached)) return;
    seen.add(reached);
    for (const need of needsAmong(reached)) needs.add(need);
  };

  const sameEverywhere = !EVERYWHERE.some((name) => reasons.changedParts.has(name));
  const isSame = ({ view, text }: PageNow, record: PageRecord): boolean =>
    sameEverywhere &&
    record.view === view &&
    record.text === text &&
    record.sources === keys.sources(record.reached);

  /** Whether the page need not be rendered: it is published, and made of the same. */
  const isKept = async (now: PageNow): Promise<boolean> => {
    const { path, url } = now.page;
    const record = memory?.get(path) ?? null;
    const same = record !== null && isSame(now, record);
    if (same && published[path]?.hash === record.hash && (await publication.keep(path))) {
      memory?.put(path, record);
      noteNeeds(record.reached);
      return true;
    }
    reporter.rendering?.(url, same ? [{ because: 'output' }] : reasons.of(now, record));
    return false;
  };

  async function* jobs(): AsyncGenerator<RenderJob> {
    let job: PageJob[] = [];
    for (const outline of plan(site, related.lists, related.stories)) {
      if (!claim(outline.path, outline.file ?? outline.template)) continue;
      const page = outline.make();
      const packed = pack(page);
      const view = keys.view(packed);
      const text = reading.texts.keyOf(page);
      if (await isKept({ page, view, text })) {
        pages += 1;
        continue;
      }
      const known = published[page.path]?.hash ?? null;
      job.push({ page: packed, view, text, texts: await reading.texts.ofPage(page), known });
      if (job.length < BATCH) continue;
      yield job;
      job = [];
    }
    if (job.length > 0) yield job;
  }

  const publish = async (done: PageDone, job: PageJob): Promise<void> => {
    if ('problem' in done) return noteOnce(faults, done.problem);
    const { path, template, phase, reached, content } = done;
    reporter.spent?.({ kind: 'page', name: path, template, ...done.spent });
    pages += 1;
    rendered += 1;
    noteNeeds(reached);
    const put = async (): Promise<string> => {
      if (typeof content === 'string') return publication.write(path, content, phase);
      if (await publication.place(path, content, phase)) return content.hash;
      // Somebody has touched what is published.
      const [again] = here([job]);
      if (again === undefined || !('content' in again) || typeof again.content !== 'string') return '';
      return publication.write(path, again.content, phase);
    };
    const hash = await put();
    const { view, text } = job;
    memory?.put(path, { view, text, reached, sources: keys.sources(reached), hash });
  };

  await share<RenderJob, RenderDone>(
    jobs(),
    {
      here,
      helpers: () => threads?.renderers(input, all(), publication.stage) ?? [],
      turn: async () => threads?.turn(),
    },
    async (done, job) => {
      for (const [i, page] of job.entries()) {
        const result = done[i];
        if (result !== undefined) await publish(result, page);
        if (faults.length >= MOST_TEMPLATE_PROBLEMS) return false;
      }
      reporter.tick(pages);
      return true;
    },
  );
  return { pages, rendered, parts: keys.parts, needs };
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
