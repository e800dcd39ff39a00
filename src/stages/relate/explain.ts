import { type Comparer, makeComparer } from './compare.js';
import { byLanguage, placed } from './groups.js';
import { nearnessOf, scoreOf } from './score.js';
import type { RelateDoc } from './types.js';
import { type Placed, weigh } from './weights.js';

/** Why one article stands in the list of another, as data. */
export interface Reasons {
  /** Likeness of the texts, 0 to 1. */
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
  const groups = [...byLanguage(docs).values()].map((group) => {
    const language = group.map((doc) => placed(doc));
    let comparer: Comparer | null = null;
    return {
      docs: language,
      places: new Map(group.map((doc, place) => [doc.id, place])),
      comparer: (): Comparer => (comparer ??= makeComparer(language, weigh(language))),
    };
  });
  return (id, other) => {
    const language = groups.find(({ places }) => places.has(id) && places.has(other));
    if (!language || id === other) return null;
    const a = language.places.get(id) ?? 0;
    const b = language.places.get(other) ?? 0;
    return reasons(language.docs, language.comparer(), a, b);
  };
}

function reasons(docs: readonly Placed[], comparer: Comparer, place: number, other: number): Reasons {
  const newer = Math.max(place, other);
  const older = Math.min(place, other);
  comparer.take(newer);
  const likeness = comparer.with(older);
  const parts = comparer.parts(older);
  comparer.release();
  parts.sort((x, y) => y.part - x.part || x.id - y.id);
  const sum = parts.reduce((all, { part }) => all + part, 0);
  const apart = Math.max(0, (docs[newer]?.day ?? 0) - (docs[older]?.day ?? 0));
  const nearness = nearnessOf(apart);
  return {
    likeness,
    nearness,
    score: scoreOf(likeness, nearness),
    days: place < other ? apart : -apart,
    words: parts.map(({ id, part, headline }) => ({ id, share: part / sum, headline })),
  };
}
