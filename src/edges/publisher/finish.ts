import { join } from 'node:path';
import { type Journal, parseJournal, parseManifest } from '../../stages/publish/index.js';
import { codeOf } from '../failure.js';
import { type Disk, type Places, stageFolders } from './places.js';
import { hashFile } from './staging.js';
import { openTree, type Tree } from './tree.js';

/** The results of a publish; each waits as `NAME.new` for its files to be in place. */
export const RESULTS = ['manifest.json', 'changes.json', 'next.json'] as const;
export const JOURNAL = 'journal.json';

/**
 * Does what the journal says. Each step is whole in itself and does no harm when done again, so that whoever comes
 * after a kill begins at the start.
 *
 * @param again the process that wrote the journal has ended: what it staged is looked at before it is used
 */
export function finish(disk: Disk, places: Places, journal: Journal, realOut: string, again: boolean): void {
  const stage = stageFolders(places, realOut).find(([kind]) => kind === journal.stage)?.[1] ?? '';
  disk.mkdirSync(realOut, { recursive: true });
  const tree = openTree(disk, realOut);
  for (const path of journal.first) tree.removeFile(path);
  tree.removeEmptyFolders(journal.first);
  const whole = again ? expected(disk, places) : null;
  for (const [path, staged] of journal.moves) {
    const from = `${stage}/${staged}`;
    if (whole !== null && !isWhole(disk, from, whole.get(path))) continue;
    tree.makeFolders(path);
    move(disk, tree, from, realOut, path);
  }
  for (const path of journal.removals) tree.removeFile(path);
  tree.removeEmptyFolders(journal.removals);
  for (const name of RESULTS) takeResult(disk, join(places.folder, name));
  disk.unlinkSync(join(places.folder, JOURNAL));
  disk.rmSync(stage, { recursive: true, force: true });
}

/**
 * After a power failure a staged file may be there without its content. It is left out: the file before it stays,
 * and the next build sees that it is not what the manifest says. One that has been moved already is there no more.
 */
function isWhole(disk: Disk, staged: string, hash: string | undefined): boolean {
  try {
    return hash === undefined || hashFile(disk, staged).hash === hash;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function expected(disk: Disk, places: Places): Map<string, string> {
  for (const name of ['manifest.json.new', 'manifest.json']) {
    try {
      const manifest = parseManifest(disk.readFileSync(join(places.folder, name), 'utf8'));
      if (manifest !== null) {
        return new Map(Object.entries(manifest.files).map(([path, entry]) => [path, entry.hash]));
      }
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
  return new Map();
}

function move(disk: Disk, tree: Tree, from: string, out: string, path: string): void {
  try {
    disk.renameSync(from, `${out}/${path}`);
  } catch (error) {
    // A folder in which nothing is left but folders.
    if (!['EISDIR', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '') || !tree.removeHollow(path))
      throw error;
    disk.renameSync(from, `${out}/${path}`);
  }
}

function takeResult(disk: Disk, path: string): void {
  try {
    disk.renameSync(`${path}.new`, path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** The journal of a publish that has been decided; null where there is none, or none that can be followed. */
export function readJournal(disk: Disk, folder: string): Journal | null {
  try {
    return parseJournal(disk.readFileSync(join(folder, JOURNAL), 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
