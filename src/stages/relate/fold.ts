import type { Scored, Stories } from '../../model/site.js';
import { byText } from '../../text/order.js';
import type { RelateDoc } from './types.js';

/** Places in a list beyond its limit, so that folding leaves no gap at its end. */
export const SPARE = 8;

/** Makes versions of one story one place of a list. */
export type Folder = (doc: RelateDoc, list: readonly Scored[]) => readonly Scored[];

/** A place of a list while it is made. */
interface Card {
  readonly story: string;
  readonly item: Scored;
  /** Of all versions that are in it; the one that is shown comes first. */
  ids: string[];
}

/**
 * Only what stands in the list is folded, so that a version that does not enter it changes nothing. Where an editor has
 * pinned a version, that one is shown; else the newest, in the place of the nearest. Older versions of the article
 * itself, and those of its own hour, are not related news, and a newer one comes first after the pins: readers should have the last word.
 *
 * What comes after the last place that is shown is not looked at: a new article that enters there, and pushes another
 * out, changes nothing either.
 *
 * @param known all articles by id
 * @param limit places that are shown
 */
export function makeFolder(
  { firstOf }: Stories,
  known: ReadonlyMap<string, RelateDoc>,
  limit: number,
): Folder {
  if (firstOf.size === 0) return (_, list) => list;
  const msOf = (id: string): number => known.get(id)?.ms ?? 0;
  // Of one time, the smaller id comes first, as everywhere on the site.
  const newestFirst = (ids: readonly string[]): string[] =>
    [...ids].sort((a, b) => msOf(b) - msOf(a) || byText(a, b));
  return (doc, list) => {
    const own = firstOf.get(doc.id) ?? doc.id;
    const pins: Card[] = [];
    const newer: Card[] = [];
    const others = new Map<string, Card>();
    for (const item of list) {
      const { id, score } = item;
      if (pins.length + newer.length + others.size >= limit) break;
      const story = firstOf.get(id) ?? id;
      const card = { story, item, ids: [id] };
      // An editor who pins two versions wants both.
      if (score === Number.POSITIVE_INFINITY) pins.push(card);
      else if (story === own) {
        if (msOf(id) <= doc.ms) continue;
        if (newer[0] === undefined) newer.push(card);
        else newer[0].ids = newestFirst([...newer[0].ids, id]);
      } else {
        const pin = pins.find((other) => other.story === story);
        const other = others.get(story);
        if (pin !== undefined) pin.ids = [...pin.ids.slice(0, 1), ...newestFirst([...pin.ids.slice(1), id])];
        else if (other !== undefined) other.ids = newestFirst([...other.ids, id]);
        else others.set(story, card);
      }
    }
    return [
      ...pins.map(scored),
      ...newer.map((card) => ({ ...scored(card), newer: true as const })),
      ...[...others.values()].map(scored),
    ];
  };
}

function scored({ item, ids: [id = '', ...versions] }: Card): Scored {
  return versions.length > 0 ? { ...item, id, versions } : item;
}
