import type { Changes } from '../../model/page.js';
import { inRemoval } from './diff.js';
import { type Entries, serializeManifest } from './manifest.js';

/*
 * A delta is a folder that holds what must be uploaded. No tool for uploads keeps to an order of files, so there is a
 * folder for each step, to be uploaded one after the other; within a step any order will do. What is not to be uploaded
 * lies beside the steps, never inside of one.
 */

/** The steps of an upload in their order, with the paths of each. */
export function deltaSteps({
  added,
  changed,
}: Changes): (readonly [folder: string, paths: readonly string[]])[] {
  return [
    // New pages link to one another, and nothing that is online links to them before the next steps.
    ['1-new', [...added.asset, ...added.article, ...added.index]],
    ['2-changed-assets', changed.asset],
    ['3-changed-articles', changed.article],
    ['4-changed-indexes', changed.index],
  ];
}

/** Paths to be removed when all is uploaded, one on a line. */
const REMOVED = '5-removed.txt';

/** What is online when all is done, for the next `--since`. It comes last: a delta without it is not complete. */
const MANIFEST = 'manifest.json';

/** The files that stand beside the steps, in the order in which they are written. */
export function deltaTexts(
  { removed }: Changes,
  previous: Entries,
  outputs: Entries,
): (readonly [name: string, text: string])[] {
  const gone = inRemoval(removed, previous).map((path) => `${path}\n`);
  return [
    [REMOVED, gone.join('')],
    [MANIFEST, serializeManifest(outputs)],
  ];
}

/** Everything that a delta may hold. */
export const DELTA_NAMES: readonly string[] = [
  ...deltaSteps({
    added: { asset: [], article: [], index: [] },
    changed: { asset: [], article: [], index: [] },
    removed: [],
  }).map(([folder]) => folder),
  REMOVED,
  MANIFEST,
];
