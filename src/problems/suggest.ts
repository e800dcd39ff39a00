import { distance } from 'fastest-levenshtein';
import { byText } from '../text/order.js';
import { shown } from './quote.js';

/** The known name that was most likely meant, or null. Case, hyphens and underscores don't count; ties by name. */
export function didYouMean(name: string, known: Iterable<string>): string | null {
  const wanted = fold(name);
  if (wanted === '' || wanted.length > 100) return null;
  let best: string | null = null;
  // A third of the letters may be wrong; in very short names one.
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    if (candidate === name || Math.abs(candidate.length - name.length) > least + 3) continue;
    const other = fold(candidate);
    let far = distance(wanted, other);
    // Swapped letters are one slip of the fingers, not two: `titel`.
    if (far > 1 && wanted.length === other.length && letters(wanted) === letters(other)) far = 1;
    if (far < least || (far === least && best !== null && byText(candidate, best) < 0)) {
      best = candidate;
      least = far;
    }
  }
  return best;
}

/** A sentence to put behind a message or before a hint: " Did you mean `x`?", or nothing. */
export function suggestion(name: string, known: Iterable<string>): string {
  const meant = didYouMean(name, known);
  return meant === null ? '' : ` Did you mean \`${shown(meant)}\`?`;
}

/** The question for a name that is already found, else what to say where none is near. */
export function meantOr(meant: string | null, otherwise: string): string {
  return meant === null ? otherwise : `Did you mean \`${meant}\`?`;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

function letters(name: string): string {
  return [...name].sort(byText).join('');
}
