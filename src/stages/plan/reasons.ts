import type { Entry } from '../../model/site.js';
import type { ReasonView } from '../../model/view.js';
import { type Head, readHead, saidIn } from '../../text/names.js';
import type { Card } from './related.js';

/** Names and words that are told at most, and topics. */
const WORDS = 3;
const TOPICS = 2;

/** Why a card stands in an article's list; null where nothing can be said in a few words. */
export type Reasons = (entry: Entry, card: Card, pinned: boolean) => ReasonView | null;

/**
 * Tells reasons by what readers see of both: what an editor chose, the series, names that say most of both as headlines and
 * excerpts write them, and the topics of both. The texts themselves are not read again.
 */
export function makeReasons(): Reasons {
  const heads = new Map<Entry, Head>();
  const headOf = (entry: Entry): Head => {
    const known = heads.get(entry);
    if (known !== undefined) return known;
    const { article, tags } = entry;
    const head = readHead([article.title, article.excerpt, ...tags.map(({ name }) => name)].join('\n'));
    heads.set(entry, head);
    return head;
  };
  return (entry, card, pinned) => {
    const other = card.entry;
    const series = entry.series !== null && entry.series === other.series ? entry.series.link : null;
    const [mine, theirs] = [headOf(entry), headOf(other)];
    const said = saidIn(theirs, mine, card.said);
    const words = (said.length > 0 ? said : saidIn(mine, theirs, card.said)).slice(0, WORDS);
    const own = new Set(entry.tags);
    const tags = other.tags.filter((tag) => own.has(tag)).slice(0, TOPICS);
    if (!pinned && series === null && words.length === 0 && tags.length === 0) return null;
    return { id: other.article.id, chosen: pinned, series, words, tags: tags.map(({ link }) => link) };
  };
}
