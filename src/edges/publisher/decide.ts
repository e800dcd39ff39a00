import { dirname, join } from 'node:path';
import type { Changes, NextChange } from '../../model/page.js';
import type { Problem } from '../../model/problem.js';
import { deltaFailed } from '../../problems/publish.js';
import { diff, type Entries, type Journal, serializeManifest } from '../../stages/publish/index.js';
import { codeOf } from '../failure.js';
import { JOURNAL, type RESULTS } from './finish.js';
import { type Disk, type Places, shownPath } from './places.js';
import type { Steps } from './plan.js';
import type { Setting } from './publication.js';
import { writeDurably } from './staging.js';

export const STAMPS = 'stamps';

interface Results {
  /** Null where it is as it was. */
  readonly manifest: Entries | null;
  readonly changes: Changes;
  readonly next: NextChange;
}

/**
 * Writes down what is left to do. When this returns it will be done, by this process or by the next one; when it
 * throws, nothing has happened. Null where no file has to move: then the results are written already.
 */
export async function decide(setting: Setting, steps: Steps, results: Results): Promise<Journal | null> {
  const { disk, places, staging, lock } = setting;
  const texts: { readonly [name in (typeof RESULTS)[number]]?: string } = {
    ...(results.manifest !== null && { 'manifest.json': serializeManifest(results.manifest) }),
    'changes.json': changesText(results.changes),
    'next.json': `${JSON.stringify(results.next)}\n`,
  };
  const idle = steps.first.length + steps.moves.length + steps.removals.length === 0;
  if (!idle) await staging.flush();
  lock.check();
  for (const [name, text] of Object.entries(texts)) {
    const path = join(places.folder, name);
    if (!idle) writeDurably(disk, `${path}.new`, text);
    else if (!isThere(disk, path, text)) writeDurably(disk, path, text);
  }
  if (idle) {
    disk.rmSync(staging.folder, { recursive: true, force: true });
    return null;
  }
  const journal: Journal = { version: 1, out: places.named, stage: staging.kind, ...steps };
  writeDurably(disk, join(places.folder, JOURNAL), JSON.stringify(journal));
  return journal;
}

const changesText = (changes: Changes): string => `${JSON.stringify(changes, null, 1)}\n`;

/** What a build says that finds everything as it is. */
export const NOTHING_CHANGED: Changes = diff(new Map(), new Map());

/** Says of a build that moved nothing what it changed. */
export function writeChanges(disk: Disk, places: Places, changes: Changes): void {
  const path = join(places.folder, 'changes.json');
  const text = changesText(changes);
  if (!isThere(disk, path, text)) writeDurably(disk, path, text);
}

function isThere(disk: Disk, path: string, text: string): boolean {
  try {
    return disk.readFileSync(path, 'utf8') === text;
  } catch {
    return false;
  }
}

/** What comes when all is published: nothing of it can undo that, so a failure is told and no more. */
export function afterwards(setting: Setting, changes: Changes, saveStamps: () => void): readonly Problem[] {
  const { disk, places, out, delta } = setting;
  try {
    saveStamps();
  } catch {
    // Without them the next build reads the published files.
  }
  if (delta === null) return [];
  try {
    disk.mkdirSync(delta, { recursive: true });
    for (const changed of [changes.added, changes.changed].flatMap((lists) => Object.values(lists).flat())) {
      const target = join(delta, changed);
      disk.mkdirSync(dirname(target), { recursive: true });
      disk.copyFileSync(join(out, changed), target, disk.constants.COPYFILE_FICLONE);
    }
    return [];
  } catch (error) {
    if (codeOf(error) === null || !(error instanceof Error)) throw error;
    return [deltaFailed(shownPath(places, delta), error.message)];
  }
}
