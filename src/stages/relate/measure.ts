import type { RelatedLists } from '../../model/site.js';

/** How near lists come to links that people set. All but the counts are from 0 to 1, means over the articles. */
export interface Quality {
  /** Articles with a link that counts. */
  readonly articles: number;
  /** Links that count. */
  readonly links: number;
  /** What the first five are worth, the first most, over the best that five could be. */
  readonly ndcg5: number;
  /** Share of an article's links, five at most, that are among the first five; the same with ten. */
  readonly recall5: number;
  readonly recall10: number;
  /** One over the place of the first link that is found among the first fifty; 0 where none is. */
  readonly mrr: number;
  /** Share of the articles whose list is not empty. */
  readonly coverage: number;
}

/** By id of an article, the ids that it links to. */
export type Links = ReadonlyMap<string, ReadonlySet<string>>;

const DAY = 86_400_000;
const FIRST = 50;

/**
 * Only articles that are not newer than the article itself count, with a day's tolerance, in lists and links both:
 * people link to what exists. Else a rule would be paid for pushing old stories whatever they are about.
 *
 * @param dates when each article was first published, in milliseconds, by id
 */
export function measure(lists: RelatedLists, links: Links, dates: ReadonlyMap<string, number>): Quality {
  const sums = { ndcg5: 0, recall5: 0, recall10: 0, mrr: 0, coverage: 0 };
  let articles = 0;
  let counted = 0;
  for (const [id, all] of links) {
    const until = (dates.get(id) ?? 0) + DAY;
    const existed = (other: string): boolean => other !== id && (dates.get(other) ?? 0) <= until;
    const wanted = new Set([...all].filter(existed));
    if (wanted.size === 0) continue;
    articles += 1;
    counted += wanted.size;
    const list = lists.get(id) ?? [];
    const hits = list.filter((item) => existed(item.id)).map((item) => wanted.has(item.id));
    const first = hits.slice(0, FIRST).indexOf(true);
    sums.ndcg5 += gainOf(hits, wanted.size, 5);
    sums.recall5 += recallOf(hits, wanted.size, 5);
    sums.recall10 += recallOf(hits, wanted.size, 10);
    sums.mrr += first < 0 ? 0 : 1 / (first + 1);
    sums.coverage += list.length > 0 ? 1 : 0;
  }
  const mean = (sum: number): number => (articles === 0 ? 0 : Math.round((sum / articles) * 1e4) / 1e4);
  return {
    articles,
    links: counted,
    ndcg5: mean(sums.ndcg5),
    recall5: mean(sums.recall5),
    recall10: mean(sums.recall10),
    mrr: mean(sums.mrr),
    coverage: mean(sums.coverage),
  };
}

function gainOf(hits: readonly boolean[], wanted: number, places: number): number {
  let got = 0;
  let best = 0;
  for (let at = 0; at < places; at++) {
    const worth = 1 / Math.log2(at + 2);
    if (hits[at]) got += worth;
    if (at < wanted) best += worth;
  }
  return got / best;
}

function recallOf(hits: readonly boolean[], wanted: number, places: number): number {
  return hits.slice(0, places).filter(Boolean).length / Math.min(places, wanted);
}
