import type { Problem } from '../../model/problem.js';
import {
  outputNameTooLong,
  outputNeedsFolder,
  outputOccupied,
  outputThroughLink,
  outputUnsafe,
} from '../../problems/publish.js';
import type { PathFault } from '../../stages/publish/index.js';
import { type Places, shownOutput } from './places.js';
import type { Seen } from './tree.js';

/** The address of an output, as a reader would see it. */
function urlOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

export function pathProblem(places: Places, path: string, fault: PathFault): Problem {
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
