import type { RelatedLists, Scored, Stories } from '../../model/site.js';
import { bookOf } from './book.js';
import {
  type Finds,
  type FindsMemory,
  findsName,
  readFinds,
  saidOf,
  unchanged,
  writeFinds,
} from './finds.js';
import { makeFolder, SPARE } from './fold.js';
import { byLanguage, placed } from './groups.js';
import { addKin } from './kin.js';
import { type Lists, makeLists } from './lists.js';
import { type Found, makeSearch, noFinds } from './search.js';
import { seriesNeighbours } from './series.js';
import { AT_ONCE, finish, SEARCHED_AT_ONCE, type Steps } from './steps.js';
import { acrossLanguages } from './translations.js';
import { DEFAULTS, type RelateDoc, type RelateSettings } from './types.js';
import { type Placed, weighing } from './weights.js';

/** What is known before any search. */
export interface Known {
  /** Which articles are versions of one story. Default: none are. */
  readonly stories?: Stories;
  /** What earlier searches found, under the same settings. */
  readonly memory?: FindsMemory | undefined;
}

/**
 * The ranked related articles of each article: the editor's pins, then what its text is nearest to.
 *
 * Within one language articles are taken from the oldest to the newest. Each searches the older ones for its own
 * list, then offers itself to the few that it found nearest. So a new article enters at most `offers` older lists,
 * and changes no other. At last versions of one story become one place of each list.
 */
export const relate = (
  docs: readonly RelateDoc[],
  settings: RelateSettings,
  known: Known = {},
): RelatedLists => finish(relating(docs, settings, known));

/** The same, with a pause now and then. Where it is not gone through to the end, nothing was found. */
export function* relating(
  docs: readonly RelateDoc[],
  settings: RelateSettings,
  { stories = ALONE, memory }: Known = {},
): Steps<RelatedLists> {
  const { limit } = settings;
  const long = stories.firstOf.size === 0 ? settings : { ...settings, limit: limit + SPARE };
  const found = new Map<string, readonly Scored[]>();
  for (const [language, group] of byLanguage(docs)) yield* relateOne(language, group, long, memory, found);
  const joined = settings.translations ? yield* acrossLanguages(docs, long, found) : found;
  const known = new Map(docs.map((doc) => [doc.id, doc]));
  const fold = makeFolder(stories, known, limit);
  const neighbours = settings.series ? seriesNeighbours(docs, settings.newer) : null;
  const lists = new Map<string, readonly Scored[]>();
  for (const [d, doc] of docs.entries()) {
    if (d % AT_ONCE === 0) yield;
    const list = fold(
      doc,
      withPins(doc, withSeries(neighbours?.get(doc.id), joined.get(doc.id) ?? []), known),
    );
    lists.set(doc.id, list.length > limit ? list.slice(0, limit) : list);
  }
  return lists;
}

/** The articles whose words `relate` will ask for: those that are new, and all that are newer. */
export function wordsToRelate(
  docs: readonly RelateDoc[],
  settings: RelateSettings,
  memory?: Pick<FindsMemory, 'get'>,
): readonly RelateDoc[] {
  return [...byLanguage(docs)].flatMap(([language, group]) => {
    const before = memory?.get(findsName(language, settings)) ?? null;
    const keys = group.map(({ key }) => key);
    return group.slice(unchanged(before, keys));
  });
}

/** No story has more than one version. */
const ALONE: Stories = { firstOf: new Map(), versionsOf: new Map() };

/** The parts of a series come first, whatever they say. */
function withSeries(parts: readonly string[] | undefined, found: readonly Scored[]): readonly Scored[] {
  if (parts === undefined || parts.length === 0) return found;
  const first = [...new Set(parts)].map((id) => {
    const { score, said } = found.find((item) => item.id === id) ?? { score: 0 };
    return { id, score, ...(said === undefined ? {} : { said }), series: true as const };
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
  const pins = [...pinned].map((id) => {
    const said = found.find((item) => item.id === id)?.said;
    return { id, score: Number.POSITIVE_INFINITY, ...(said === undefined ? {} : { said }) };
  });
  return [...pins, ...found.filter(({ id }) => !pinned.has(id))];
}

function* relateOne(
  language: string,
  group: readonly RelateDoc[],
  settings: RelateSettings,
  memory: FindsMemory | undefined,
  into: Map<string, readonly Scored[]>,
): Steps<void> {
  const name = findsName(language, settings);
  const before = memory?.get(name) ?? null;
  const keys = group.map(({ key }) => key);
  const same = unchanged(before, keys);
  const docs = group.map((doc, place) => placed(doc, place < same));
  const finds = yield* search(docs, keys, settings, before, same);
  memory?.put(name, finds);
  const lists = makeLists(group, docs, settings);
  const found = noFinds();
  for (let place = 0; place < group.length; place++) {
    if (place % AT_ONCE === 0) yield;
    readFinds(finds, place, found);
    takeIn(lists, place, found, settings.offers);
  }
  addKin(group, docs, lists, Math.min(settings.minimum, DEFAULTS.minimum));
  for (let place = 0; place < group.length; place++) {
    if (place % AT_ONCE === 0) yield;
    const saidWith = (other: number): readonly number[] =>
      saidOf(finds, Math.max(place, other), Math.min(place, other));
    into.set(group[place]?.id ?? '', lists.listOf(place, settings.reasons ? saidWith : undefined));
  }
}

/**
 * Searches for each article from the first one on that is not what it was.
 *
 * @param same how many are
 */
function* search(
  docs: readonly Placed[],
  keys: readonly string[],
  settings: RelateSettings,
  before: Finds | null,
  same: number,
): Steps<Finds> {
  if (before !== null && same === docs.length && before.keys.length === same) return before;
  const finds = writeFinds(before, same, docs.length, settings.reasons);
  const kept = before === null || same === 0 ? null : { count: same, book: before.book };
  const weights = yield* weighing(docs, kept);
  if (same < docs.length) {
    const searching = makeSearch(docs, weights, settings);
    for (let place = 0; place < same; place++) {
      if (place % AT_ONCE === 0) yield;
      searching.pass(place);
    }
    for (let place = same; place < docs.length; place++) {
      if (place % SEARCHED_AT_ONCE === 0) yield;
      finds.add(searching.next(place));
    }
  }
  return finds.done(keys, bookOf(weights, kept));
}

function takeIn(lists: Lists, place: number, found: Found, offers: number): void {
  for (let f = 0; f < found.size; f++) {
    const other = found.places[f] ?? 0;
    const score = found.scores[f] ?? 0;
    lists.put(place, other, score);
    if (f < offers) lists.put(other, place, score);
  }
}
