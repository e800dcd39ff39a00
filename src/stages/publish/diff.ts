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

/** Paths in the order in which they may appear, so that no page links to a missing one: by phase, then by path. */
export function inPhases(paths: Iterable<string>, outputs: Entries): string[] {
  const rank = (path: string): number => PHASES.indexOf(outputs.get(path)?.phase ?? 'index');
  return [...paths].sort((a, b) => rank(a) - rank(b) || byText(a, b));
}
