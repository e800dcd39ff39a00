import type { Problem } from '../../model/problem.js';
import {
  outputNameTooLong,
  outputNeedsFolder,
  outputOccupied,
  outputThroughLink,
  outputUnsafe,
} from '../../problems/publish.js';
import { pathFault } from '../../stages/publish/index.js';
import { type Places, shownOutput } from './places.js';
import type { Seen } from './tree.js';

/** The address of an output, as a reader would see it. */
function urlOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** Characters of a whole path: three bytes each in most scripts, and systems allow 4,096. */
const PATH_LENGTH = 1300;

/**
 * What speaks against a path as that of an output, whatever stands there; null: nothing.
 *
 * @param out the output folder; empty where there is none
 */
export function pathRefused(places: Places, path: string, out: string): Problem | null {
  const fault = pathFault(path) ?? (path.length + out.length > PATH_LENGTH ? 'too-long' : null);
  if (fault === null) return null;
  return fault === 'too-long'
    ? outputNameTooLong(shownOutput(places, path), urlOf(path))
    : outputUnsafe(shownOutput(places, path));
}

/** What is said of a stranger that stands in the way of an output. */
export function strangerProblem(places: Places, path: string, seen: Seen): Problem {
  if (seen.kind === 'link') return outputThroughLink(shownOutput(places, path));
  if (seen.kind !== 'blocked') return outputOccupied(shownOutput(places, path));
  const by = shownOutput(places, seen.by);
  return seen.as === 'link' ? outputThroughLink(by) : outputNeedsFolder(by, shownOutput(places, path));
}
