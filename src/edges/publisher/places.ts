import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { PublishError } from '../../build/ports.js';
import { outputFolderUnsuitable } from '../../problems/publish.js';
import type { Journal } from '../../stages/publish/index.js';
import { contentHash } from '../../text/hash.js';

/** Node's own file system, or a stand-in that fails where a test wants it to. Its synchronous calls are the faster ones here. */
export type Disk = typeof import('node:fs');

/** Where everything of one site and one output folder is. Absolute paths. */
export interface Places {
  readonly root: string;
  /** The output folder as it was named; it may be a link. */
  readonly out: string;
  /** `.dateline/` of the site: the lock and the caches are there. */
  readonly state: string;
  /** Manifest, journal and results of this output folder: `state` for `public/`, else a folder inside of it. */
  readonly folder: string;
  /** What the journal says of the output folder. */
  readonly named: Journal['out'];
}

export const STATE = '.dateline';

/** Each output folder has a manifest of its own, so that a preview in another folder does not unpublish `public/`. */
export function placesOf(root: string, out: string | null): Places {
  const site = resolve(root);
  const target = resolve(site, out ?? 'public');
  const state = join(site, STATE);
  const own = target === join(site, 'public');
  const folder = own ? state : join(state, 'out', contentHash(target).slice(0, 16));
  return { root: site, out: target, state, folder, named: own ? null : target };
}

/** The name of a path for messages: from the site's root where it is inside. */
export function shownPath(places: Places, path: string): string {
  const from = relative(places.root, path);
  const inside = from !== '' && !from.startsWith('..') && !isAbsolute(from);
  return (inside ? from : path).split(sep).join('/');
}

/** The name of an output for messages: `public/2026/11/x/index.html`. */
export function shownOutput(places: Places, path: string): string {
  return `${shownPath(places, places.out)}/${path}`;
}

/** Where staged files may be, from the best: all but the first are for output folders on another file system. */
export function stageFolders(
  places: Places,
  realOut: string,
): readonly (readonly [Journal['stage'], string])[] {
  return [
    ['state', join(places.folder, 'stage')],
    ['beside', join(dirname(realOut), `.${basename(realOut)}.dateline-stage`)],
    ['inside', join(realOut, '.dateline-stage')],
  ];
}

/** Folders of a site, besides its output, in which nothing may be put for others. */
export const ownFolders = ['content', 'templates', STATE, '.git'] as const;

/** Whether a path is a folder or inside of it. */
export const holds = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** The path with all links resolved, as far as it is there. */
export function realPath(disk: Disk, path: string): string {
  const there = firstThere(disk, path);
  try {
    return join(disk.realpathSync(there), relative(there, path));
  } catch {
    return path;
  }
}

/** A folder, or what is above it while it isn't there. */
export function firstThere(disk: Disk, path: string): string {
  let at = path;
  while (!disk.existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}

/**
 * The output folder must be one of its own: what is published is also removed again.
 *
 * @throws {PublishError}
 */
export function checkOut(disk: Disk, places: Places): void {
  const out = realPath(disk, places.out);
  const why = holds(out, realPath(disk, places.root))
    ? "it holds the site's own folder"
    : ownFolders.some((name) => holds(realPath(disk, join(places.root, name)), out))
      ? "it is among the site's own files"
      : null;
  if (why !== null) throw new PublishError([outputFolderUnsuitable(shownPath(places, places.out), why)], 2);
}

/** Whether nothing is published in the output folder, by Dateline or by anybody. */
export function isBare(disk: Disk, { out }: Places): boolean {
  const seen = disk.statSync(out, { throwIfNoEntry: false });
  return seen === undefined || (seen.isDirectory() && disk.readdirSync(out).length === 0);
}
