import type { ManifestEntry } from '../../model/page.js';
import type { Problem } from '../../model/problem.js';
import { outputCaseClash, outputFileAndFolder, outputFolderOccupied } from '../../problems/publish.js';
import {
  caseClashes,
  type Entries,
  fileAndFolder,
  folded,
  inPhases,
  inRemoval,
  type Journal,
} from '../../stages/publish/index.js';
import { byText } from '../../text/order.js';
import { type Places, shownOutput } from './places.js';
import { strangerProblem } from './told.js';
import type { Tree } from './tree.js';

/** What a build has planned and seen by the time that it commits. */
export interface Planned {
  /** What is to be published. */
  readonly outputs: Map<string, ManifestEntry>;
  /** What Dateline has published before. */
  readonly previous: Entries;
  /** Numbers of the staged files. */
  readonly staged: ReadonlyMap<string, number>;
  /** Staged ones where another file stands now. */
  readonly replaced: ReadonlySet<string>;
  /** Outputs where a folder stands now. */
  readonly folders: ReadonlySet<string>;
  /** Files that stand where the folder of an output must be, with that output. */
  readonly blocking: ReadonlyMap<string, string>;
  readonly foldsCase: boolean;
}

export type Steps = Pick<Journal, 'first' | 'moves' | 'removals'>;

/** The steps of a publish in their order, and all that speaks against it. */
export function stepsOf(
  planned: Planned,
  places: Places,
  tree: Tree,
): { readonly steps: Steps; readonly problems: Problem[] } {
  const { outputs, previous } = planned;
  const problems: Problem[] = [];
  const shown = (path: string): string => shownOutput(places, path);
  // What is not written is on the disk already, a file here and a folder there: only these can be new.
  const both = new Set(fileAndFolder(planned.staged.keys(), outputs));
  for (const folder of planned.folders) {
    if ([...outputs.keys()].some((path) => path.startsWith(`${folder}/`))) both.add(folder);
  }
  for (const path of both) problems.push(outputFileAndFolder(shown(path)));

  const first = new Set<string>();
  for (const [by, path] of planned.blocking) {
    if (previous.has(by)) first.add(by);
    else problems.push(strangerProblem(places, path, { kind: 'blocked', by, as: 'file' }));
  }
  for (const folder of planned.folders) {
    if (both.has(folder)) continue;
    const inside = tree.list(folder);
    if (inside?.every((path) => previous.has(path) && !outputs.has(path)))
      for (const path of inside) first.add(path);
    else problems.push(outputFolderOccupied(shown(folder)));
  }

  const taken = new Set(planned.foldsCase ? [...outputs.keys()].map(folded) : []);
  const removals = [...previous.keys()].filter(
    // Where case is folded, an output renamed in nothing but its case is one file with the old one.
    (path) => !outputs.has(path) && !first.has(path) && !(planned.foldsCase && taken.has(folded(path))),
  );
  if (planned.foldsCase) {
    for (const [one, other] of caseClashes(outputs.keys()))
      problems.push(outputCaseClash(shown(other), shown(one)));
  }
  const isNew = (path: string): boolean => !planned.replaced.has(path);
  const moves = inPhases(planned.staged.keys(), outputs, isNew).map(
    (path) => [path, planned.staged.get(path) ?? 0] as const,
  );
  const steps = { first: [...first].sort(byText), moves, removals: inRemoval(removals, previous) };
  return { steps, problems };
}
