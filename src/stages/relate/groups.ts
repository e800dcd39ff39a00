import { languageKey } from '../../text/lang.js';
import { byText } from '../../text/order.js';
import type { RelateDoc } from './types.js';
import type { Placed } from './weights.js';

/** Articles that may be related, apart by language and script; each oldest first, ties by id. */
export function byLanguage(docs: readonly RelateDoc[]): ReadonlyMap<string, readonly RelateDoc[]> {
  const groups = new Map<string, RelateDoc[]>();
  for (const doc of docs) {
    if (!doc.allowed) continue;
    const key = languageKey(doc.lang);
    const group = groups.get(key);
    if (group) group.push(doc);
    else groups.set(key, [doc]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.ms - b.ms || byText(a.id, b.id));
  return groups;
}

/**
 * What weighing and searching need of an article.
 *
 * @param isKnown its words were weighed before, and are not asked for
 */
export function placed(doc: RelateDoc, isKnown = false): Placed {
  const [year = 1970, month = 1, day = 1] = doc.day.split('-').map(Number);
  return {
    terms: isKnown ? NO_WORDS : doc.terms,
    day: Math.round(Date.UTC(year, month - 1, day) / 86_400_000),
    month: year * 12 + month,
  };
}

const NO_WORDS: Placed['terms'] = {
  ids: new Uint32Array(),
  counts: new Uint8Array(),
  headline: 0,
  passages: new Uint16Array(),
};
