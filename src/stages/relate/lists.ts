import type { Scored } from '../../model/site.js';
import type { RelateDoc, RelateSettings } from './types.js';
import type { Placed } from './weights.js';

export interface Lists {
  /** Whether an article may be in another's list at all. */
  allows(list: number, place: number): boolean;
  /** Offers an article to another's list; it stays if it may be there and is among the best. */
  put(list: number, place: number, score: number): void;
  /** @param saidWith the words that say most of the list's own article and another */
  listOf(place: number, saidWith?: (other: number) => readonly number[]): Scored[];
}

/**
 * Both tell of one running story where they score so much and are at most two weeks apart: a likeness of 0.17 on the same
 * day, of 0.2 after these days.
 */
const RUNNING = 0.5;
const DAYS = 14 * 86_400_000;

/** No list is longer, whatever is asked for: all lists of a language have their places in memory from the start. */
const LONGEST = 500;

const NOTHING: readonly number[] = [];

/** There are millions of these: each of the four has one shape, which spreads would not give it. */
function scored(id: string, score: number, running: boolean, said: readonly number[]): Scored {
  if (said.length === 0) return running ? { id, score, running } : { id, score };
  return running ? { id, score, running, said } : { id, score, said };
}

/** All lists of a language in two arrays, each kept sorted: by score, then the newer, then the id. */
export function makeLists(
  group: readonly RelateDoc[],
  docs: readonly Placed[],
  { limit: wanted, newer, maxAge }: RelateSettings,
): Lists {
  const limit = Math.min(wanted, group.length, LONGEST);
  const places = new Int32Array(group.length * limit);
  const scores = new Float64Array(group.length * limit);
  const sizes = new Uint16Array(group.length);
  const times = Float64Array.from(group, (doc) => doc.ms);
  const excluded = group.map((doc) => (doc.excluded.length > 0 ? new Set(doc.excluded) : null));

  const stays = (slot: number, place: number, score: number): boolean => {
    const there = scores[slot] ?? 0;
    if (there !== score) return there > score;
    const other = places[slot] ?? 0;
    // Of one time, the smaller id comes first, and so does its place.
    return times[other] === times[place] ? other < place : other > place;
  };

  const allows = (list: number, place: number): boolean => {
    if (!group[place]?.listed || (!newer && place > list)) return false;
    if (maxAge !== null && Math.abs((docs[place]?.day ?? 0) - (docs[list]?.day ?? 0)) > maxAge) return false;
    return !excluded[list]?.has(group[place]?.id ?? '');
  };

  return {
    allows,
    put(list, place, score) {
      const start = list * limit;
      const size = sizes[list] ?? 0;
      if (size === limit && (limit === 0 || stays(start + size - 1, place, score))) return;
      if (!allows(list, place)) return;
      let slot = start + size;
      if (size === limit) slot -= 1;
      else sizes[list] = size + 1;
      while (slot > start && !stays(slot - 1, place, score)) {
        places[slot] = places[slot - 1] ?? 0;
        scores[slot] = scores[slot - 1] ?? 0;
        slot -= 1;
      }
      places[slot] = place;
      scores[slot] = score;
    },
    listOf(place, saidWith) {
      const list: Scored[] = [];
      for (let slot = place * limit; slot < place * limit + (sizes[place] ?? 0); slot++) {
        const other = places[slot] ?? 0;
        const score = scores[slot] ?? 0;
        const id = group[other]?.id ?? '';
        const said = saidWith?.(other) ?? NOTHING;
        const running = score >= RUNNING && Math.abs((times[other] ?? 0) - (times[place] ?? 0)) <= DAYS;
        list.push(scored(id, score, running, said));
      }
      return list;
    },
  };
}
