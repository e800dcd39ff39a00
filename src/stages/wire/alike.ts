import { PASSAGE_BEGINS, type Terms } from '../../model/article.js';

/** Texts of fewer prints say too little to be known by: a line of sport results, a picture with its caption. */
export const FEWEST_PRINTS = 30;
/** Share of the longer text's prints that must be shared: a digest has a whole short story in it, and is none of its versions. */
const OF_LONGER = 0.3;
/** Share of the shorter text's different words that must stand in the longer article. */
const SAME_WORDS = 0.75;

/** Whether a text is long enough to be known again. */
export function isLong({ prints, thinning }: Terms): boolean {
  return thinning > 0 || prints.length >= FEWEST_PRINTS;
}

/** Holds others against one article. */
export interface Matcher {
  take(terms: Terms): void;
  /** The share of the shorter text's prints that stand in the longer one, from 0 to 1; 0 where that one is far longer. */
  share(other: Terms): number;
  /** Whether the words agree too: prints are few, and a template may share most of its own. */
  agrees(other: Terms): boolean;
}

export function makeMatcher(): Matcher {
  let mine: Terms | null = null;
  let myWords: ReadonlySet<number> | null = null;
  let myPrints: ReadonlySet<number> | null = null;
  return {
    take(terms) {
      mine = terms;
      myWords = null;
      myPrints = null;
    },
    share(other) {
      if (mine === null) return 0;
      // Of two texts thinned differently, only what the thinner one would have kept can be compared.
      const thinning = Math.max(mine.thinning, other.thinning);
      const counts = [countOf(mine, thinning), countOf(other, thinning)];
      // Most articles have nobody to be held against.
      myPrints ??= new Set(mine.prints);
      let shared = 0;
      for (const print of other.prints) if (myPrints.has(print)) shared += 1;
      return shared < Math.max(...counts) * OF_LONGER ? 0 : shared / Math.max(1, Math.min(...counts));
    },
    agrees(other) {
      if (mine === null) return false;
      if (mine.ids.length >= other.ids.length) {
        myWords ??= new Set(mine.ids);
        return holds(myWords, other);
      }
      return holds(new Set(other.ids), mine);
    },
  };
}

/** How many prints there were, had all been thinned so. */
function countOf({ prints, thinning }: Terms, wanted: number): number {
  if (thinning === wanted) return prints.length;
  const mask = 2 ** wanted - 1;
  let count = 0;
  for (const print of prints) if ((print & mask) === 0) count += 1;
  return count;
}

/** Whether words hold those of a text. Each desk writes its own headline, so what stands in that alone is not asked. */
function holds(words: ReadonlySet<number>, { ids, counts, headline, passages }: Terms): boolean {
  const seen = new Set<number>();
  let held = 0;
  for (const entry of passages) {
    const place = entry & ~PASSAGE_BEGINS;
    if (seen.has(place) || (place < headline && (counts[place] ?? 0) <= 2)) continue;
    seen.add(place);
    if (words.has(ids[place] ?? 0)) held += 1;
  }
  return held >= seen.size * SAME_WORDS;
}
