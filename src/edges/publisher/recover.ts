import * as fs from 'node:fs';
import { join } from 'node:path';
import { PublishError } from '../../build/ports.js';
import type { Problem } from '../../model/problem.js';
import { publishFinished, publishUnfinished } from '../../problems/publish.js';
import { codeOf } from '../failure.js';
import { takeLock } from '../lock/index.js';
import { isDeltaOwed } from './delta.js';
import { finish, JOURNAL, RESULTS, readJournal } from './finish.js';
import { type Disk, type Places, placesOf, shownPath, stageFolders } from './places.js';
import { Blocked } from './tree.js';

/**
 * Finishes what a killed build had decided to publish. For every command to call first; where nothing is left to do it
 * costs a look at one folder, and where another build is running it is that build's business.
 *
 * @returns a warning for each publish that was finished
 * @throws {PublishError} where it can't be finished
 */
export function recover(root: string, disk: Disk = fs): readonly Problem[] {
  const { state } = placesOf(root, null);
  if (stateFolders(disk, state).every((folder) => !disk.existsSync(join(folder, JOURNAL)))) return [];
  let lock: ReturnType<typeof takeLock>;
  try {
    lock = takeLock(state);
  } catch (error) {
    if (error instanceof PublishError && error.problems[0]?.code === 'build-running') return [];
    throw error;
  }
  try {
    return recoverLocked(disk, root);
  } finally {
    lock.release();
  }
}

/** The same for whoever holds the lock. */
export function recoverLocked(disk: Disk, root: string): readonly Problem[] {
  const problems: Problem[] = [];
  for (const folder of stateFolders(disk, placesOf(root, null).state)) {
    const journal = readJournal(disk, folder);
    if (journal === null) continue;
    const places = placesOf(root, journal.out);
    // A journal that was carried here from elsewhere names a folder that is not this one's.
    if (places.folder !== folder) continue;
    finishOrTell(places, () => finish(disk, places, journal, realOut(disk, places), true));
    problems.push(publishFinished(shownPath(places, places.out), isDeltaOwed(disk, places)));
  }
  return problems;
}

/** Where the decided publish can't go on, says so; the journal stays for the next command. */
export function finishOrTell(places: Places, work: () => void): void {
  try {
    work();
  } catch (error) {
    const out = shownPath(places, places.out);
    const reason =
      error instanceof Blocked
        ? `\`${out}/${error.path}\` is in the way of a folder`
        : codeOf(error) !== null && error instanceof Error
          ? error.message
          : null;
    if (reason === null) throw error;
    throw new PublishError([publishUnfinished(out, reason)], 2, { cause: error });
  }
}

/** Removes what a build that came to no decision has left. */
export function clear(disk: Disk, places: Places): void {
  // First, so that nobody follows it without the rest.
  disk.rmSync(join(places.folder, JOURNAL), { force: true });
  for (const [, folder] of stageFolders(places, realOut(disk, places))) {
    disk.rmSync(folder, { recursive: true, force: true });
  }
  for (const name of RESULTS) disk.rmSync(join(places.folder, `${name}.new`), { force: true });
}

/** The folder that the output folder is, where it is a link. */
export function realOut(disk: Disk, places: Places): string {
  try {
    return disk.realpathSync(places.out);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return places.out;
    throw error;
  }
}

/** The state folders of all output folders of a site. */
function stateFolders(disk: Disk, state: string): string[] {
  try {
    return [state, ...disk.readdirSync(join(state, 'out')).map((name) => join(state, 'out', name))];
  } catch {
    return [state];
  }
}
