import type { Lists } from './lists.js';
import { scoreOf } from './score.js';
import type { RelateDoc } from './types.js';
import { FIRST_KNOWN, type Placed } from './weights.js';

/** A young newsroom's lists are filled up to so many. */
const ENOUGH = 5;

/** What an article shares with another counts the more, the fewer have it: a series, then tags, then the section. */
const SHARES = { series: 3, tag: 2, section: 1 } as const;

/**
 * Fills short lists among the oldest articles by shared series, tags and sections, the nearest in time first. So few
 * texts say little of which words are rare: in a newsroom of ten articles nothing is. It stays among the oldest, so
 * that lists of a growing archive don't change; and such a neighbour always stands behind one that the words found.
 */
export function addKin(
  group: readonly RelateDoc[],
  docs: readonly Placed[],
  lists: Lists,
  minimum: number,
): void {
  const young = group.slice(0, FIRST_KNOWN);
  young.forEach((doc, place) => {
    const listed = new Set(lists.listOf(place).map(({ id }) => id));
    if (listed.size >= ENOUGH) return;
    const kin = young
      .map((other, at) => ({
        at,
        id: other.id,
        score: nearness(doc, other, dayOf(docs, place) - dayOf(docs, at)),
      }))
      .filter(({ at, id, score }) => at !== place && score > 0 && !listed.has(id) && lists.allows(place, at))
      .sort((a, b) => b.score - a.score || b.at - a.at);
    for (const { at, score } of kin.slice(0, ENOUGH - listed.size))
      lists.put(place, at, scoreOf(score, minimum));
  });
}

const dayOf = (docs: readonly Placed[], place: number): number => docs[place]?.day ?? 0;

/** From 0, nothing shared, to just under 1. */
function nearness(doc: RelateDoc, other: RelateDoc, days: number): number {
  let shared = 0;
  for (const { kind, slug } of doc.groups) {
    if (other.groups.some((group) => group.kind === kind && group.slug === slug)) shared += SHARES[kind];
  }
  if (shared === 0) return 0;
  const near = 0.5 + 0.5 / (1 + Math.abs(days) / 30);
  return (shared / (shared + 1)) * near;
}
