import type { Focus } from '../model/picture.js';

const WORDS: { readonly [word: string]: readonly ['x' | 'y', number] | null } = {
  left: ['x', 0],
  right: ['x', 100],
  top: ['y', 0],
  bottom: ['y', 100],
  center: null,
  centre: null,
  middle: null,
};

/**
 * Where the focus of a picture is, as editors write it: `left`, `right top`, `30% 20%` (from the left, from the top).
 * Null where it is none of these.
 */
export function parseFocus(written: string): Focus | null {
  const parts = written
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  if (parts.length > 2 || parts[0] === '') return null;
  const point = { x: 50, y: 50 };
  const said = new Set<string>();
  for (const [i, part] of parts.entries()) {
    const number = /^(\d{1,3})%?$/.exec(part)?.[1];
    const word = number === undefined ? WORDS[part] : ([i === 0 ? 'x' : 'y', Number(number)] as const);
    if (word === undefined || (word !== null && (said.has(word[0]) || word[1] > 100))) return null;
    if (word === null) continue;
    said.add(word[0]);
    point[word[0]] = word[1];
  }
  return point;
}
