import { languageKey } from '../../text/lang.js';
import { byText } from '../../text/order.js';
import type { RelateDoc } from './types.js';

/**
 * The parts of a series before and after each article of it, in its language, by id: first the one before. A new part is
 * a neighbour of the last one alone.
 *
 * @param newer whether the part after is wanted
 */
export function seriesNeighbours(docs: readonly RelateDoc[], newer: boolean): ReadonlyMap<string, string[]> {
  const series = new Map<string, RelateDoc[]>();
  for (const doc of docs) {
    if (!doc.allowed) continue;
    for (const { kind, slug } of doc.groups) {
      if (kind !== 'series') continue;
      const key = `${languageKey(doc.lang)} ${slug}`;
      const parts = series.get(key);
      if (parts === undefined) series.set(key, [doc]);
      else parts.push(doc);
    }
  }
  const neighbours = new Map<string, string[]>();
  for (const parts of series.values()) {
    parts.sort((a, b) => a.ms - b.ms || byText(a.id, b.id));
    parts.forEach((doc, i) => {
      const beside = [parts[i - 1], newer ? parts[i + 1] : undefined].flatMap((other) =>
        other?.listed && !doc.excluded.includes(other.id) ? [other.id] : [],
      );
      neighbours.set(doc.id, [...(neighbours.get(doc.id) ?? []), ...beside]);
    });
  }
  return neighbours;
}
