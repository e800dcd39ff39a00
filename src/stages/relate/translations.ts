import type { Scored } from '../../model/site.js';
import { languageKey } from '../../text/lang.js';
import { byText } from '../../text/order.js';
import { AT_ONCE, type Steps } from './steps.js';
import type { RelateDoc, RelateSettings } from './types.js';

/**
 * The lists of articles that are in several languages, with what was found for their translations: in the list's own
 * language where it is translated, else in the one that it is in. Each story stands there once, with its best score.
 *
 * @param found what each article's own language has for it
 */
export function* acrossLanguages(
  docs: readonly RelateDoc[],
  settings: RelateSettings,
  found: ReadonlyMap<string, readonly Scored[]>,
): Steps<Map<string, readonly Scored[]>> {
  const known = new Map(docs.map((doc) => [doc.id, doc]));
  const joined = new Map(found);
  for (const [d, doc] of docs.entries()) {
    if (d % AT_ONCE === 0) yield;
    if (!doc.allowed || doc.translations.length < 2) continue;
    const language = languageKey(doc.lang);
    // By story: the smallest id of its translations.
    const best = new Map<string, Scored>();
    for (const item of found.get(doc.id) ?? []) best.set(storyOf(known, item.id), item);
    for (const translation of doc.translations) {
      if (translation === doc.id) continue;
      for (const { id, score, running } of found.get(translation) ?? []) {
        const shown = inLanguage(known, id, language);
        const story = storyOf(known, id);
        const other = known.get(shown);
        if (other === undefined || story === storyOf(known, doc.id)) continue;
        if ((best.get(story)?.score ?? 0) >= score || !mayShow(doc, other, id, settings)) continue;
        best.set(story, { id: shown, score, ...(running === undefined ? {} : { running }) });
      }
    }
    const list = [...best.values()].sort(
      (a, b) => b.score - a.score || msOf(known, b.id) - msOf(known, a.id) || byText(a.id, b.id),
    );
    joined.set(doc.id, list.slice(0, settings.limit));
  }
  return joined;
}

const msOf = (known: ReadonlyMap<string, RelateDoc>, id: string): number => known.get(id)?.ms ?? 0;

const storyOf = (known: ReadonlyMap<string, RelateDoc>, id: string): string =>
  known.get(id)?.translations[0] ?? id;

/** The article itself where it is in no such language. */
const inLanguage = (known: ReadonlyMap<string, RelateDoc>, id: string, language: string): string =>
  known.get(id)?.translations.find((other) => languageKey(known.get(other)?.lang ?? '') === language) ?? id;

/** Whether what was found for a translation may be in the list too, as the list's own article says. */
function mayShow(
  doc: RelateDoc,
  other: RelateDoc,
  found: string,
  { newer, maxAge }: RelateSettings,
): boolean {
  if (!other.allowed || !other.listed) return false;
  if (!newer && other.ms > doc.ms) return false;
  if (maxAge !== null && Math.abs(other.ms - doc.ms) > maxAge * 86_400_000) return false;
  return !doc.excluded.includes(other.id) && !doc.excluded.includes(found);
}
