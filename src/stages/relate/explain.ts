import { byLanguage, placed } from './groups.js';
import { HEADLINE_TENTHS, nearnessOf, scoreOf, UNIT } from './score.js';
import type { RelateDoc } from './types.js';
import { type Weights, weigh } from './weights.js';

/** Why one article stands in the list of another, as data. */
export interface Reasons {
  /** Likeness of the texts, 0 to about 1. */
  readonly likeness: number;
  /** How much nearness in time multiplies it: 3 on the same day, falling to 1. */
  readonly nearness: number;
  /** What lists are ordered by. */
  readonly score: number;
  /** Days from this article to the other; negative where the other is older. */
  readonly days: number;
  /** Words in both, what they add to the likeness as a share of 1, the largest first. `wordsOf` gives the words. */
  readonly words: readonly {
    readonly id: number;
    readonly share: number;
    /** True where the older article is headed so: what the newer one says of it counts for more. */
    readonly headline: boolean;
  }[];
}

/** Explains any pair. Null where two articles are never compared: unknown, of two languages, or kept out. */
export type Explainer = (id: string, other: string) => Reasons | null;

/** Weighs all words once; the result then explains pair after pair. */
export function makeExplainer(docs: readonly RelateDoc[]): Explainer {
  const groups = byLanguage(docs).map((group) => ({
    group,
    places: new Map(group.map((doc, place) => [doc.id, place])),
    weights: null as Weights | null,
  }));
  return (id, other) => {
    const language = groups.find(({ places }) => places.has(id) && places.has(other));
    if (!language || id === other) return null;
    language.weights ??= weigh(language.group.map(placed));
    const a = language.places.get(id) ?? 0;
    const b = language.places.get(other) ?? 0;
    return reasons(language.group, language.weights, a, b);
  };
}

function reasons(
  group: readonly RelateDoc[],
  weights: Weights,
  place: number,
  otherPlace: number,
): Reasons | null {
  const newer = Math.max(place, otherPlace);
  const older = Math.min(place, otherPlace);
  const newerDoc = group[newer];
  const olderDoc = group[older];
  if (!newerDoc || !olderDoc) return null;
  const query = new Map<number, number>();
  newerDoc.terms.ids.forEach((id, k) => {
    query.set(id, weights.words[(weights.offsets[newer] ?? 0) + k] ?? 0);
  });
  const parts: { id: number; part: number; headline: boolean }[] = [];
  let sum = 0;
  olderDoc.terms.ids.forEach((id, k) => {
    const weight = query.get(id) ?? 0;
    const headline = k < olderDoc.terms.headline;
    let own = (weights.words[(weights.offsets[older] ?? 0) + k] ?? 0) * 10;
    if (headline)
      own += (weights.headlines[(weights.headlineOffsets[older] ?? 0) + k] ?? 0) * HEADLINE_TENTHS;
    if (weight * own === 0) return;
    parts.push({ id, part: weight * own, headline });
    sum += weight * own;
  });
  parts.sort((x, y) => y.part - x.part || x.id - y.id);
  const apart = Math.max(0, placed(newerDoc).day - placed(olderDoc).day);
  const nearness = nearnessOf(apart);
  const likeness = sum / UNIT;
  return {
    likeness,
    nearness,
    score: scoreOf(likeness, nearness),
    days: place < otherPlace ? apart : -apart,
    words: parts.map(({ id, part, headline }) => ({ id, share: part / sum, headline })),
  };
}
