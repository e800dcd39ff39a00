import type { Stories } from '../../model/site.js';
import { languageKey } from '../../text/lang.js';
import { byText } from '../../text/order.js';
import { isLong, makeMatcher } from './alike.js';
import type { StoriesMemory, Told, WireDoc, WireSettings } from './types.js';
import { makeWindow } from './window.js';

const DAY = 86_400_000;

/**
 * Finds the stories that stand there in several versions. Articles are taken from the oldest to the newest, and each
 * looks back only: it joins the story of the one older article that it is most alike (then the newer, then the smaller
 * id), if that story's first version is no more than `within` days old. So a later article never changes how older
 * ones belong together, and no chain of updates lasts longer than that.
 */
export function findStories(
  docs: readonly WireDoc[],
  settings: WireSettings,
  memory?: StoriesMemory,
): Stories {
  const firstOf = new Map<string, string>();
  const versionsOf = new Map<string, string[]>();
  for (const pool of pools(docs, settings, memory)) {
    const told = isTold(pool) ? pool.before : tell(pool, settings);
    memory?.put(pool.name, told);
    pool.docs.forEach(({ id }, place) => {
      const at = told.firsts[place] ?? place;
      if (at === place) return;
      const first = pool.docs[at]?.id ?? id;
      const versions = versionsOf.get(first) ?? [first];
      versions.push(id);
      versionsOf.set(first, versions);
      firstOf.set(first, first);
      firstOf.set(id, first);
    });
  }
  return { firstOf, versionsOf };
}

/** The articles whose words `findStories` will ask for: those that are new, and what they may be versions of. */
export function wordsForStories(
  docs: readonly WireDoc[],
  settings: WireSettings,
  memory?: StoriesMemory,
): readonly WireDoc[] {
  return pools(docs, settings, memory).flatMap((pool) => {
    if (isTold(pool)) return [];
    const from = firstNear(pool, settings);
    return pool.docs.slice(from).filter((_, i) => from + i >= pool.same || pool.before?.long[from + i] === 1);
  });
}

/** Articles that can be versions of one story: of one language, script and kind. */
interface Pool {
  readonly name: string;
  /** Oldest first, ties by id. */
  readonly docs: readonly WireDoc[];
  readonly keys: readonly string[];
  readonly before: Told | null;
  /** So many of the oldest are what they were before. */
  readonly same: number;
}

function pools(
  docs: readonly WireDoc[],
  { within, alike }: WireSettings,
  memory: StoriesMemory | undefined,
): Pool[] {
  const byKey = new Map<string, WireDoc[]>();
  for (const doc of docs) {
    // Who paid for a story paid for this one, however much it is like another.
    if (doc.kind === 'sponsored') continue;
    const key = `${languageKey(doc.lang)} ${doc.kind}`;
    const pool = byKey.get(key);
    if (pool === undefined) byKey.set(key, [doc]);
    else pool.push(doc);
  }
  return [...byKey].map(([key, pool]) => {
    pool.sort((a, b) => a.ms - b.ms || byText(a.id, b.id));
    const name = `${key} ${within} ${alike}`;
    const keys = pool.map((doc) => doc.key);
    const before = memory?.get(name) ?? null;
    let same = 0;
    while (same < keys.length && before?.keys[same] === keys[same]) same += 1;
    return { name, docs: pool, keys, before, same };
  });
}

/** Whether all is what it was. */
const isTold = (pool: Pool): pool is Pool & { readonly before: Told } =>
  pool.before !== null && pool.same === pool.docs.length && pool.before.keys.length === pool.same;

/** The place of the oldest article that a new one may be a version of. */
function firstNear({ docs, same }: Pool, { within }: WireSettings): number {
  const oldest = docs[same]?.ms ?? Number.POSITIVE_INFINITY;
  let place = same;
  while (place > 0 && (docs[place - 1]?.ms ?? 0) >= oldest - within * DAY) place -= 1;
  return place;
}

function tell(pool: Pool, settings: WireSettings): Told {
  const { docs, keys, before, same } = pool;
  const { within, alike } = settings;
  const firsts = Uint32Array.from(docs, (_, place) => place);
  const long = new Uint8Array(docs.length);
  if (before !== null) {
    firsts.set(before.firsts.subarray(0, same));
    long.set(before.long.subarray(0, same));
  }
  const printsOf = (place: number): Uint32Array => docs[place]?.terms.prints ?? new Uint32Array();
  const msOf = (place: number): number => docs[place]?.ms ?? 0;
  const window = makeWindow(docs.length, printsOf);
  const matcher = makeMatcher();
  let since = firstNear(pool, settings);
  for (let place = since; place < same; place++)
    if (long[place] === 1) window.add(place, printsOf(place), since);
  for (let place = same; place < docs.length; place++) {
    const doc = docs[place];
    if (doc === undefined || !isLong(doc.terms)) continue;
    const { ms, terms } = doc;
    long[place] = 1;
    while (msOf(since) < ms - within * DAY) since += 1;
    matcher.take(terms);
    const near: { readonly place: number; readonly share: number }[] = [];
    window.find(terms.prints, since, (other, shared) => {
      const them = docs[other]?.terms;
      // A first look, since common prints are not all counted; then all of them.
      if (them === undefined || (firsts[other] ?? 0) < since || shared < 3) return;
      const share = matcher.share(them);
      if (share >= alike) near.push({ place: other, share });
    });
    near.sort((a, b) => b.share - a.share || msOf(b.place) - msOf(a.place) || a.place - b.place);
    const match = near.find(({ place: other }) => {
      const them = docs[other]?.terms;
      return them !== undefined && matcher.agrees(them);
    });
    if (match !== undefined) firsts[place] = firsts[match.place] ?? match.place;
    window.add(place, terms.prints, since);
  }
  return { keys, firsts, long };
}
