import { didYouMean } from '../../problems/suggest.js';
import { byText } from '../../text/order.js';

/** Finds the file that a broken link may have meant; null where nothing is near. */
export type Suggest = (target: string) => string | null;

/** Comparing spellings costs a pass over all names: enough for a few slips, not for an import full of dead links. */
const MOST_COMPARED = 25;

/** The last part of a path or url, without date and ending: what survives when a file moves. */
function stem(path: string): string {
  const parts = path
    .replace(/[?#].*$/, '')
    .replace(/\/(index(\.(md|html?))?)?$/i, '')
    .split('/');
  return (parts.at(-1) ?? '').replace(/\.(md|markdown|html?)$/i, '').replace(/^\d{4}-\d{2}-\d{2}-/, '');
}

/**
 * Suggests the file of the same name elsewhere, or of that slug or title; else (for the first few) the one whose name is
 * spelt most alike.
 *
 * @param files files that readers can see, with their addresses
 * @param titles headlines of those that are articles
 */
export function createSuggest(
  files: ReadonlyMap<string, string>,
  titles: ReadonlyMap<string, string>,
): Suggest {
  const byStem = new Map<string, string>();
  const sorted = [...files].sort(([a], [b]) => byText(a, b));
  const add = (name: string, file: string): void => {
    if (name.length > 2 && !byStem.has(name)) byStem.set(name, file);
  };
  for (const [file] of sorted) add(stem(file), file);
  for (const [file, url] of sorted) add(stem(url), file);
  for (const [file] of sorted) add(stem(titles.get(file) ?? ''), file);
  let compared = 0;
  return (target) => {
    const name = stem(target);
    if (name.length < 3) return null;
    const same = byStem.get(name);
    if (same !== undefined) return `/${same}`.replace(/^\/content/, '');
    if (compared >= MOST_COMPARED) return null;
    compared += 1;
    const near = didYouMean(name, byStem.keys());
    const file = near === null ? undefined : byStem.get(near);
    return file === undefined ? null : `/${file}`.replace(/^\/content/, '');
  };
}
