import type { RelatedLists, Scored, Stories } from '../../model/site.js';
import { makeFolder, SPARE } from './fold.js';
import { byLanguage, placed } from './groups.js';
import { addKin } from './kin.js';
import { type Lists, makeLists } from './lists.js';
import { type Found, makeSearch } from './search.js';
import { seriesNeighbours } from './series.js';
import { DEFAULTS, type RelateDoc, type RelateSettings } from './types.js';
import { weigh } from './weights.js';

/**
 * The ranked related articles of each article: the editor's pins, then what its text is nearest to.
 *
 * Within one language articles are taken from the oldest to the newest. Each searches the older ones for its own
 * list, then offers itself to the few that it found nearest. So a new article enters at most `offers` older lists,
 * and changes no other. At last versions of one story become one place of each list.
 *
 * @param stories which articles are versions of one story; default: none are
 */
export function relate(
  docs: readonly RelateDoc[],
  settings: RelateSettings,
  stories: Stories = ALONE,
): RelatedLists {
  const { limit } = settings;
  const long = stories.firstOf.size === 0 ? settings : { ...settings, limit: limit + SPARE };
  const found = new Map<string, readonly Scored[]>();
  for (const group of byLanguage(docs)) relateOne(group, long, found);
  const known = new Map(docs.map((doc) => [doc.id, doc]));
  const fold = makeFolder(stories, known, limit);
  const neighbours = settings.series ? seriesNeighbours(docs, settings.newer) : null;
  const lists = new Map<string, readonly Scored[]>();
  for (const doc of docs) {
    const list = fold(
      doc,
      withPins(doc, withSeries(neighbours?.get(doc.id), found.get(doc.id) ?? []), known),
    );
    lists.set(doc.id, list.length > limit ? list.slice(0, limit) : list);
  }
  return lists;
}

/** No story has more than one version. */
const ALONE: Stories = { firstOf: new Map(), versionsOf: new Map() };

/** The parts of a series come first, whatever they say. */
function withSeries(parts: readonly string[] | undefined, found: readonly Scored[]): readonly Scored[] {
  if (parts === undefined || parts.length === 0) return found;
  const first = [...new Set(parts)].map((id) => {
    const score = found.find((item) => item.id === id)?.score ?? 0;
    return { id, score, series: true as const };
  });
  return [...first, ...found.filter(({ id }) => !parts.includes(id))];
}

function withPins(
  doc: RelateDoc,
  found: readonly Scored[],
  known: ReadonlyMap<string, RelateDoc>,
): readonly Scored[] {
  if (doc.pinned.length === 0) return found;
  const pinned = new Set(doc.pinned.filter((id) => id !== doc.id && known.get(id)?.allowed === true));
  const pins = [...pinned].map((id) => ({ id, score: Number.POSITIVE_INFINITY }));
  return [...pins, ...found.filter(({ id }) => !pinned.has(id))];
}

function relateOne(
  group: readonly RelateDoc[],
  settings: RelateSettings,
  into: Map<string, readonly Scored[]>,
): void {
  const docs = group.map(placed);
  const search = makeSearch(docs, weigh(docs), settings.minimum);
  const lists = makeLists(group, docs, settings);
  for (let place = 0; place < group.length; place++) {
    takeIn(lists, place, search.next(place), settings.offers);
  }
  addKin(group, docs, lists, Math.min(settings.minimum, DEFAULTS.minimum));
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
