import type { FileOutput, PlannedPage } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import { outputFileAndFolder, outputNameTooLong, outputUnsafe } from '../problems/publish.js';
import { plan } from '../stages/plan/index.js';
import { fileAndFolder, pathFault } from '../stages/publish/index.js';
import { planned, textOutputs } from './outputs.js';
import { createOwners, ownedFiles } from './owners.js';
import type { Templates } from './pipeline.js';
import { type MadePicture, madePictures } from './publish-pictures.js';
import type { Reading } from './read.js';
import type { Relations } from './relate.js';
import { planSearch, searchPaths } from './search.js';

/** What a site would publish, by path; nothing is made yet. */
export interface Outputs {
  readonly pages: ReadonlyMap<string, PlannedPage>;
  /** Paths of feeds, sitemaps and the like: what stands in them is put together when they are listed. */
  readonly texts: ReadonlySet<string>;
  /** Paths of the index of the search. */
  readonly search: ReadonlySet<string>;
  readonly files: ReadonlyMap<string, FileOutput & { readonly isStatic: boolean }>;
  readonly pictures: ReadonlyMap<string, MadePicture>;
  /** With one of these nothing could be published. */
  readonly faults: readonly Problem[];
  /** Of files that are left out. */
  readonly leftOut: readonly Problem[];
}

const NOTHING: Outputs = {
  pages: new Map(),
  texts: new Set(),
  search: new Set(),
  files: new Map(),
  pictures: new Map(),
  faults: [],
  leftOut: [],
};

/** The outputs of the site that was read, each path with one owner, as `renderSite` gives them out. */
export function planOutputs(reading: Reading, templates: Templates, { lists, stories }: Relations): Outputs {
  const { assembled } = reading;
  if (assembled === null) return NOTHING;
  const { site } = assembled;
  const owners = createOwners();
  const { claim, faults, leftOut } = owners;

  const pages = new Map<string, PlannedPage>();
  for (const page of plan(site, lists, stories))
    if (claim(page.path, page.file ?? page.template)) pages.set(page.path, page);
  const texts = new Set<string>();
  for (const { path, source } of textOutputs(site, planned(templates)))
    if (claim(path, source)) texts.add(path);
  const search = new Set(searchPaths(planSearch(site, claim)));
  const files = new Map<string, FileOutput & { readonly isStatic: boolean }>();
  for (const output of ownedFiles(site, reading, templates, owners)) files.set(output.path, output);
  const pictures = new Map([...madePictures(site, claim)].map((made) => [made.path, made]));
  faults.push(...refused(owners.byPath));
  return { pages, texts, search, files, pictures, faults, leftOut };
}

/** What no disk would take. */
function refused(paths: ReadonlyMap<string, unknown>): Problem[] {
  const problems: Problem[] = [];
  for (const path of paths.keys()) {
    const fault = pathFault(path);
    const file = `public/${path}`;
    if (fault !== null)
      problems.push(fault === 'too-long' ? outputNameTooLong(file, `/${path}`) : outputUnsafe(file));
  }
  const both = fileAndFolder(paths.keys(), paths);
  return [...problems, ...both.map((path) => outputFileAndFolder(`public/${path}`))];
}
