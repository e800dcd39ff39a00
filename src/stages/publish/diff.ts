import { type Changes, PHASES, type Phase } from '../../model/page.js';
import { byText } from '../../text/order.js';
import type { Entries } from './manifest.js';

/**
 * What makes the published files equal to the outputs. Every list is sorted by path; a file is changed where its
 * content is another, whatever phase it had before.
 */
export function diff(previous: Entries | null, outputs: Entries): Changes {
  const added: Record<Phase, string[]> = { asset: [], article: [], index: [] };
  const changed: Record<Phase, string[]> = { asset: [], article: [], index: [] };
  const removed: string[] = [];
  for (const [path, output] of outputs) {
    const before = previous?.get(path);
    if (before === undefined) added[output.phase].push(path);
    else if (before.hash !== output.hash || before.size !== output.size) changed[output.phase].push(path);
  }
  for (const path of previous?.keys() ?? []) {
    if (!outputs.has(path)) removed.push(path);
  }
  for (const phase of PHASES) {
    added[phase].sort(byText);
    changed[phase].sort(byText);
  }
  return { added, changed, removed: removed.sort(byText) };
}

/**
 * Paths in the order in which they may appear, so that no page that a reader can get links to a missing one. New files
 * come first, whatever they are: no page that is online links to them yet, so that new pages, which link to one another
 * in circles (a story and its related page, a story and its new tag), are all there before a reader can get to the
 * first of them. Then comes what changes, by phase: a changed page links to nothing but what is new or was there.
 *
 * Among new ones the deepest come first, because the related page of a story is known to nobody before the story is.
 */
export function inPhases(
  paths: Iterable<string>,
  outputs: Entries,
  isNew: (path: string) => boolean,
): string[] {
  const phase = (path: string): number => PHASES.indexOf(outputs.get(path)?.phase ?? 'index');
  return [...paths]
    .map((path) => ({ path, age: isNew(path) ? 0 : 1, phase: phase(path), depth: path.split('/').length }))
    .sort((a, b) => a.age - b.age || a.phase - b.phase || b.depth - a.depth || byText(a.path, b.path))
    .map(({ path }) => path);
}

/** Paths in the order in which they may go: the other way round, so that what links goes before what is linked to. */
export function inRemoval(paths: Iterable<string>, previous: Entries): string[] {
  return inPhases(paths, previous, () => true).reverse();
}
