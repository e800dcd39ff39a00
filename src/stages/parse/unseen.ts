import { flagOf } from './shapes.js';
import { foldKey, type Node } from './tree.js';

/*
 * Fields that Dateline does not have and that, in somebody's mind or another system, keep an article from being seen.
 * To show it would be the one mistake that nobody can take back.
 */

/** Unseen where they are true. */
const UNSEEN: ReadonlySet<string> = new Set(
  'embargoed drafts hidden private confidential internal unpublished unreleased notpublished wip'.split(' '),
);
/** Unseen where they are false. */
const SEEN: ReadonlySet<string> = new Set('visible public publish released show ispublished'.split(' '));
/** Unseen with one of these words. */
const STATES: ReadonlySet<string> = new Set(['status', 'state', 'visibility', 'publishstatus', 'poststatus']);
const STATE_WORDS: ReadonlySet<string> = new Set(
  'draft drafts private hidden pending future scheduled embargo embargoed unpublished internal wip inreview'.split(
    ' ',
  ),
);
/** Perhaps unseen until the date that they name. */
const FROM: ReadonlySet<string> = new Set(
  'publish publishon publishat releaseon release releasedate scheduled scheduledfor visiblefrom showfrom embargoed embargodate embargoends'.split(
    ' ',
  ),
);

/** Whether a field that nothing else understands asks that the article be kept from readers. */
export function asksUnseen(key: string, value: Node | null): boolean {
  if (value?.is !== 'scalar') return false;
  const name = foldKey(key);
  const flag = flagOf(value.text);
  if (flag !== null) return flag ? UNSEEN.has(name) : SEEN.has(name);
  if (STATES.has(name)) return STATE_WORDS.has(foldKey(value.text.trim()));
  return FROM.has(name) && /^\s*\d{4}-\d\d?-\d\d?/.test(value.text);
}
