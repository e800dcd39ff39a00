import { FOREIGN_FIELDS } from '../../schema/foreign.js';
import { foldKey } from './tree.js';

/** Shorter names are one letter away from too many words; those of other systems are more, and less often meant. */
const SHORTEST = 4;
const SHORTEST_OTHER = 5;
const LONGEST = 30;
const REMEMBERED = 5000;

/**
 * Finds the name of which another is a slip of the pen: one letter too many, missing, wrong, or two exchanged. Our own
 * names go before those that are understood too.
 *
 * @param others names of site.yaml and of other systems
 */
export function nearField(
  known: readonly string[],
  others: readonly string[],
): (key: string) => string | null {
  const ours = known.map((name) => ({ name, folded: foldKey(name), least: SHORTEST }));
  const theirs = others.map((name) => ({ name, folded: foldKey(name), least: SHORTEST_OTHER }));
  const candidates = [...ours, ...theirs].filter(({ folded, least }) => folded.length >= least);
  const remembered = new Map<string, string | null>();
  return (key) => {
    let found = remembered.get(key);
    if (found !== undefined) return found;
    const name = foldKey(key);
    const looked = name.length >= SHORTEST && name.length < LONGEST && !FOREIGN_FIELDS.has(name);
    found = (looked && candidates.find(({ folded }) => slip(name, folded))?.name) || null;
    // Bounded: keys come from files.
    if (remembered.size < REMEMBERED && key.length < 60) remembered.set(key, found);
    return found;
  };
}

/** Whether one word becomes the other by one letter more, less or otherwise, or by two neighbours exchanged. */
function slip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB || restA === restB.slice(1)) return true;
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}
