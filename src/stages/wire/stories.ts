import type { Stories } from '../../model/site.js';
import { languageKey } from '../../text/lang.js';
import { byText } from '../../text/order.js';
import { isLong, makeMatcher } from './alike.js';
import type { WireDoc, WireSettings } from './types.js';
import { makeWindow } from './window.js';

const DAY = 86_400_000;

/**
 * Finds the stories that stand there in several versions. Articles are taken from the oldest to the newest, and each
 * looks back only: it joins the story of the one older article that it is most alike (then the newer, then the smaller
 * id), if that story's first version is no more than `within` days old. So a later article never changes how older
 * ones belong together, and no chain of updates lasts longer than that.
 */
export function findStories(docs: readonly WireDoc[], settings: WireSettings): Stories {
  const firstOf = new Map<string, string>();
  const versionsOf = new Map<string, string[]>();
  for (const pool of pools(docs)) {
    const firsts = firstVersions(pool, settings);
    pool.forEach(({ id }, place) => {
      const first = pool[firsts[place] ?? place]?.id ?? id;
      if (first === id) return;
      const versions = versionsOf.get(first) ?? [first];
      versions.push(id);
      versionsOf.set(first, versions);
      firstOf.set(first, first);
      firstOf.set(id, first);
    });
  }
  return { firstOf, versionsOf };
}

/** Articles that can be versions of one story, apart by language, script and kind; each oldest first, ties by id. */
function pools(docs: readonly WireDoc[]): WireDoc[][] {
  const byKey = new Map<string, WireDoc[]>();
  for (const doc of docs) {
    // Who paid for a story paid for this one, however much it is like another.
    if (doc.kind === 'sponsored' || !isLong(doc.terms)) continue;
    const key = `${languageKey(doc.lang)} ${doc.kind}`;
    const pool = byKey.get(key);
    if (pool === undefined) byKey.set(key, [doc]);
    else pool.push(doc);
  }
  for (const pool of byKey.values()) pool.sort((a, b) => a.ms - b.ms || byText(a.id, b.id));
  return [...byKey.values()];
}

/** By place: the place of the first version of its story. */
function firstVersions(pool: readonly WireDoc[], { within, alike }: WireSettings): Uint32Array {
  const firsts = Uint32Array.from(pool, (_, place) => place);
  const printsOf = (place: number): Uint32Array => pool[place]?.terms.prints ?? new Uint32Array();
  const msOf = (place: number): number => pool[place]?.ms ?? 0;
  const window = makeWindow(pool.length, printsOf);
  const matcher = makeMatcher();
  let since = 0;
  pool.forEach(({ ms, terms }, place) => {
    while (msOf(since) < ms - within * DAY) since += 1;
    matcher.take(terms);
    const near: { readonly place: number; readonly share: number }[] = [];
    window.find(terms.prints, since, (other, shared) => {
      const them = pool[other]?.terms;
      // A first look, since common prints are not all counted; then all of them.
      if (them === undefined || (firsts[other] ?? 0) < since || shared < 3) return;
      const share = matcher.share(them);
      if (share >= alike) near.push({ place: other, share });
    });
    near.sort((a, b) => b.share - a.share || msOf(b.place) - msOf(a.place) || a.place - b.place);
    const match = near.find(({ place: other }) => {
      const them = pool[other]?.terms;
      return them !== undefined && matcher.agrees(them);
    });
    if (match !== undefined) firsts[place] = firsts[match.place] ?? match.place;
    window.add(place, terms.prints, since);
  });
  return firsts;
}
