import type { RelatedLists, Scored } from '../../model/site.js';
import { byText } from '../../text/order.js';
import { type Found, makeSearch } from './search.js';
import type { RelateDoc, RelateSettings } from './types.js';
import { type Placed, weigh } from './weights.js';

/**
 * The ranked related articles of each article: the editor's pins, then what its text is nearest to.
 *
 * Within one language articles are taken from the oldest to the newest. Each searches the older ones for its own
 * list, then offers itself to the few that it found nearest. So a new article enters at most `offers` older lists,
 * and changes no other.
 */
export function relate(docs: readonly RelateDoc[], settings: RelateSettings): RelatedLists {
  const found = new Map<string, readonly Scored[]>();
  for (const group of byLanguage(docs)) relateOne(group, settings, found);
  const known = new Map(docs.map((doc) => [doc.id, doc]));
  const lists = new Map<string, readonly Scored[]>();
  for (const doc of docs) lists.set(doc.id, withPins(doc, found.get(doc.id) ?? [], known, settings.limit));
  return lists;
}

function withPins(
  doc: RelateDoc,
  found: readonly Scored[],
  known: ReadonlyMap<string, RelateDoc>,
  limit: number,
): readonly Scored[] {
  if (doc.pinned.length === 0) return found;
  const pinned = new Set(doc.pinned.filter((id) => id !== doc.id && known.get(id)?.allowed === true));
  const pins = [...pinned].map((id) => ({ id, score: Number.POSITIVE_INFINITY }));
  return [...pins, ...found.filter(({ id }) => !pinned.has(id))].slice(0, limit);
}

/** Articles that may be related, apart by language and script; each oldest first, ties by id. */
export function byLanguage(docs: readonly RelateDoc[]): readonly (readonly RelateDoc[])[] {
  const groups = new Map<string, RelateDoc[]>();
  for (const doc of docs) {
    if (!doc.allowed) continue;
    const key = languageKey(doc.lang);
    const group = groups.get(key);
    if (group) group.push(doc);
    else groups.set(key, [doc]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.ms - b.ms || byText(a.id, b.id));
  return [...groups.values()];
}

/** `en-GB` and `en` are read by the same people; `zh-Hant` and `zh-Hans` are not. */
function languageKey(lang: string): string {
  const [language = '', ...rest] = lang.toLowerCase().split('-');
  const script = rest.find((part) => part.length === 4 && !/^\d/.test(part));
  return script ? `${language}-${script}` : language;
}

/** What weighing and searching need of an article. */
export function placed(doc: RelateDoc): Placed {
  const [year = 1970, month = 1, day = 1] = doc.day.split('-').map(Number);
  return {
    terms: doc.terms,
    day: Math.round(Date.UTC(year, month - 1, day) / 86_400_000),
    month: year * 12 + month,
  };
}

function relateOne(
  group: readonly RelateDoc[],
  settings: RelateSettings,
  into: Map<string, readonly Scored[]>,
): void {
  const docs = group.map(placed);
  const search = makeSearch(docs, weigh(docs), settings.minimum);
  const lists = makeLists(group, settings.limit);
  for (let place = 0; place < group.length; place++) {
    takeIn(lists, place, search.next(place), settings.offers);
  }
  for (let place = 0; place < group.length; place++) into.set(group[place]?.id ?? '', lists.listOf(place));
}

function takeIn(lists: Lists, place: number, found: Found, offers: number): void {
  for (let f = 0; f < found.size; f++) {
    const other = found.places[f] ?? 0;
    const score = found.scores[f] ?? 0;
    lists.put(place, other, score);
    if (f < offers) lists.put(other, place, score);
  }
}

interface Lists {
  /** Offers an article to another's list; it stays if it is among the best. */
  put(list: number, place: number, score: number): void;
  listOf(place: number): Scored[];
}

/** All lists of a language in two arrays, each kept sorted: by score, then the newer, then the id. */
function makeLists(group: readonly RelateDoc[], limit: number): Lists {
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

  return {
    put(list, place, score) {
      const start = list * limit;
      const size = sizes[list] ?? 0;
      if (size === limit && (limit === 0 || stays(start + size - 1, place, score))) return;
      if (excluded[list]?.has(group[place]?.id ?? '')) return;
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
    listOf(place) {
      const list: Scored[] = [];
      for (let slot = place * limit; slot < place * limit + (sizes[place] ?? 0); slot++) {
        list.push({ id: group[places[slot] ?? 0]?.id ?? '', score: scores[slot] ?? 0 });
      }
      return list;
    },
  };
}
