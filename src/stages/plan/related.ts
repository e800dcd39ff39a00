import type { Entry, RelatedLists, Site } from '../../model/site.js';
import type { Brief, ReasonView, RelatedGroupView, StoryView } from '../../model/view.js';
import { newestFirst } from '../../text/order.js';
import { briefIn } from './briefs.js';
import { type Made, pageView, topSection } from './page-view.js';
import type { Reasons } from './reasons.js';
import { storyView } from './versions.js';

/** Fewer are read at a glance: headings between them would only be in the way. */
const GROUPED = 4;

/** Which articles have a related page. */
export function relatedPageTest({ config, entries }: Site): (entry: Entry) => boolean {
  const { pages } = config.related;
  if (pages === 'all') return () => true;
  if (pages === 'none') return () => false;
  const recent = new Set(entries.slice(0, pages.recent));
  return (entry) => recent.has(entry);
}

/** A place in a list of related news. */
export interface Card {
  readonly entry: Entry;
  readonly others: readonly Entry[];
  readonly newer: boolean;
  readonly series: boolean;
  readonly running: boolean;
  /** Ids of words that say most of both. */
  readonly said: readonly number[];
}

/** Whether there is anything to show. */
export const hasCards = (site: Site, { article }: Entry, lists: RelatedLists): boolean =>
  (lists.get(article.id) ?? []).slice(0, site.config.related.pageCount).some(({ id }) => site.byId.has(id));

/** As many as the related page shows. Pins lead in the editor's order; the rest was chosen by score. */
export function relatedCards(site: Site, entry: Entry, lists: RelatedLists): Card[] {
  const list = lists.get(entry.article.id) ?? [];
  return list.slice(0, site.config.related.pageCount).flatMap((item) => {
    const { id, versions = [], newer = false, series = false, running = false, said = [] } = item;
    const other = site.byId.get(id);
    const others = versions.flatMap((version) => site.byId.get(version) ?? []);
    return other === undefined ? [] : [{ entry: other, others, newer, series, running, said }];
  });
}

interface Shown {
  readonly related: readonly Brief[];
  readonly stories: readonly StoryView[];
  readonly reasons: readonly ReasonView[];
}

const isPin = (entry: Entry, { entry: other }: Card): boolean => entry.pinned.includes(other.article.id);

/**
 * What closes an article: pins first, then a newer version of the article and the parts of its series, the others by date. A score that moves a
 * little then moves nothing on the page, as long as the same articles are chosen.
 */
export function shownAtFoot(
  site: Site,
  entry: Entry,
  related: readonly Card[],
  reasons: Reasons | null,
): Shown {
  const rank = (card: Card): number => (isPin(entry, card) ? 0 : card.newer ? 1 : card.series ? 2 : 3);
  return told(site, entry, inOrder(related.slice(0, site.config.related.count), rank), reasons);
}

/** By rank, then by date; those of the first rank, the pins, as they stand. */
const inOrder = (cards: readonly Card[], rank: (card: Card) => number): Card[] =>
  [...cards].sort(
    (a, b) => rank(a) - rank(b) || (rank(a) === 0 ? 0 : newestFirst(a.entry.article, b.entry.article)),
  );

const told = (site: Site, entry: Entry, cards: readonly Card[], reasons: Reasons | null): Shown => ({
  related: cards.map((card) => briefIn(site, card.entry)),
  stories: cards.flatMap((card) => storyView(card.entry, card.others, card.newer) ?? []),
  reasons: reasons === null ? [] : cards.flatMap((card) => reasons(entry, card, isPin(entry, card)) ?? []),
});

const KINDS = ['chosen', 'story', 'later', 'background'] as const;

/**
 * The place of a card on the related page: what an editor chose, then the running story, then what came later and what
 * was before. None of it looks at a third article, so that a new one moves none from group to group.
 */
function kindOf(entry: Entry, card: Card): (typeof KINDS)[number] {
  if (isPin(entry, card)) return 'chosen';
  const other = card.entry;
  const sameSeries = entry.series !== null && entry.series === other.series;
  if (card.newer || card.series || card.running || sameSeries) return 'story';
  return newestFirst(other.article, entry.article) < 0 ? 'later' : 'background';
}

/** The related page: the running story, then the rest. */
export function relatedPage(
  site: Site,
  entry: Entry,
  related: readonly Card[],
  url: string,
  reasons: Reasons | null,
): Made {
  const { article, brief } = entry;
  const rank = (card: Card): number => KINDS.indexOf(kindOf(entry, card));
  // A newer version of the article itself leads its story.
  const cards = inOrder(related, (card) => rank(card) + (rank(card) === 1 && card.newer ? -0.5 : 0));
  const all = told(site, entry, cards, reasons);
  const view = {
    page: pageView(site, {
      kind: 'related',
      url,
      title: article.title,
      lang: article.lang,
      robots: 'noindex, follow',
      above: [...entry.sections.map((section) => section.link), { name: article.title, url: brief.url }],
      section: entry.sections[0] === undefined ? null : topSection(entry.sections[0]),
      stories: all.stories,
    }),
    article: brief,
    related: all.related,
    groups: groupsOf(cards.map(rank), all.related),
    reasons: all.reasons,
  };
  return { view, phase: 'article', title: [{ text: 'related' }, { name: article.title }] };
}

/** Neighbours of one kind together; a short list, or one of a single kind, as one group without a name. */
function groupsOf(ranks: readonly number[], related: readonly Brief[]): RelatedGroupView[] {
  const several = new Set(ranks).size > 1 && related.length >= GROUPED;
  if (!several) return related.length === 0 ? [] : [{ kind: null, articles: related }];
  return KINDS.map((kind, rank) => ({ kind, articles: related.filter((_, i) => ranks[i] === rank) })).filter(
    ({ articles }) => articles.length > 0,
  );
}
