import { join } from 'node:path';
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
    ...textsOf(results),
  };
  const idle = steps.first.length + steps.moves.length + steps.removals.length === 0;
  if (!idle) await staging.flush();
  lock.check();
  for (const [name, text] of Object.entries(texts)) {
    const path = join(places.folder, name);
    if (!idle) writeDurably(disk, `${path}.new`, text);
    else writeIfOther(disk, path, text);
  }
  if (idle) {
    disk.rmSync(staging.folder, { recursive: true, force: true });
    return null;
  }
  const journal: Journal = { version: 1, out: places.named, stage: staging.kind, ...steps };
  writeDurably(disk, join(places.folder, JOURNAL), JSON.stringify(journal));
  return journal;
}

const textsOf = ({ changes, next }: Omit<Results, 'manifest'>) => ({
  'changes.json': changesText(changes),
  'next.json': `${JSON.stringify(next)}\n`,
});

const changesText = (changes: Changes): string => `${JSON.stringify(changes, null, 1)}\n`;

/** What a build says that finds everything as it is. */
export const NOTHING_CHANGED: Changes = diff(new Map(), new Map());

/** What has to be uploaded, and all that is online before and after. */
interface Delivery {
  readonly changes: Changes;
  readonly previous: Entries;
  readonly outputs: Entries;
}

/** Says of a build that moved nothing what it changed. */
export function writeChanges(disk: Disk, places: Places, changes: Changes): void {
  writeIfOther(disk, join(places.folder, 'changes.json'), changesText(changes));
}

/** Says the same and when the site changes by itself, of a build that publishes nothing here. */
export function writeResults(disk: Disk, places: Places, results: Omit<Results, 'manifest'>): void {
  for (const [name, text] of Object.entries(textsOf(results)))
    writeIfOther(disk, join(places.folder, name), text);
}

function writeIfOther(disk: Disk, path: string, text: string): void {
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
export function afterwards(
  { disk, places, out, delta }: Setting,
  { changes, previous, outputs }: Delivery,
  saveStamps: () => void,
): readonly Problem[] {
  try {
    saveStamps();
  } catch {
    // Without them the next build reads the published files.
  }
  if (delta === null) return [];
  try {
    delta.fill(changes, previous, outputs, (path, target) =>
      disk.copyFileSync(join(out, path), target, disk.constants.COPYFILE_FICLONE),
    );
    return [];
  } catch (error) {
    if (codeOf(error) === null || !(error instanceof Error)) throw error;
    return [deltaFailed(shownPath(places, delta.folder), error.message)];
  }
}
