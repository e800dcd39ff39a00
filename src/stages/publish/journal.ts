import { byText } from '../../text/order.js';
import { pathFault } from '../../text/paths.js';
import { isRecord } from './manifest.js';

/**
 * All that is left to do once a publish is decided. Written to the disk, it is the point of no return: before it,
 * nothing has happened; after it, whoever comes next does what it says. Doing it twice does no harm.
 */
export interface Journal {
  readonly version: 1;
  /** The output folder, absolute; null for the site's own `public/`, which may move with the site. */
  readonly out: string | null;
  /** Where the staged files are: in the state folder, or on another file system hidden beside `out` or inside it. */
  readonly stage: 'state' | 'beside' | 'inside';
  /** Own files that stand where a folder, or in a folder that stands where a file, will be: removed first. */
  readonly first: readonly string[];
  /** Path and number of the staged file, in phases. */
  readonly moves: readonly (readonly [path: string, staged: number])[];
  /** Removed last. */
  readonly removals: readonly string[];
}

/** Null where the text is no journal to the last field: no path that it names can lead out of the output folder. */
export function parseJournal(text: string): Journal | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const { version, out, stage, first, moves, removals } = value;
  if (version !== 1 || (out !== null && typeof out !== 'string')) return null;
  if (stage !== 'state' && stage !== 'beside' && stage !== 'inside') return null;
  if (!isPaths(first) || !isPaths(removals) || !isMoves(moves)) return null;
  return { version, out, stage, first, moves, removals };
}

/** Deepest first, so that a folder is empty when its turn comes; ties by name. */
export function deepestFirst(folders: Iterable<string>): string[] {
  const depth = (path: string): number => path.split('/').length;
  return [...folders].sort((a, b) => depth(b) - depth(a) || byText(a, b));
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && pathFault(value) === null;
}

function isPaths(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isPath);
}

function isMoves(value: unknown): value is (readonly [string, number])[] {
  return (
    Array.isArray(value) &&
    value.every(
      (move: unknown) =>
        Array.isArray(move) && move.length === 2 && isPath(move[0]) && Number.isSafeInteger(move[1]),
    )
  );
}
