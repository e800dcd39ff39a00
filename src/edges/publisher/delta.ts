import { dirname, join } from 'node:path';
import { PublishError } from '../../build/ports.js';
import type { Changes, Manifest } from '../../model/page.js';
import { deltaNotEmpty, deltaUnsuitable } from '../../problems/publish.js';
import {
  DELTA_NAMES,
  deltaSteps,
  deltaTexts,
  type Entries,
  isRecord,
  manifestIn,
  manifestOf,
} from '../../stages/publish/index.js';
import { codeOf } from '../failure.js';
import { type Disk, holds, ownFolders, type Places, realPath, shownPath, stageFolders } from './places.js';
import { writeDurably } from './staging.js';

/** What a delta that was begun has to hold. It is removed when the delta is complete. */
const OWED = 'delta.json';

/** The folder of `--delta`. */
export interface DeltaFolder {
  /** Absolute, all links resolved. */
  readonly folder: string;
  /**
   * What an earlier delta compared with that never came to its end: what it should have held was not uploaded, so the
   * next one compares with the same.
   */
  readonly owed: Manifest | null;
  /**
   * To be called before anything is published: whatever happens from here on, no change is lost.
   *
   * @param previous what the delta compares with
   */
  begin(previous: Entries): void;
  /** @param put puts the file of an output to a place in the delta */
  fill(
    changes: Changes,
    previous: Entries,
    outputs: Entries,
    put: (path: string, target: string) => void,
  ): void;
}

/**
 * Opens the folder for a delta: one of its own, and empty but for what a killed build has left there.
 *
 * @throws {PublishError}
 */
export function openDelta(disk: Disk, places: Places, named: string): DeltaFolder {
  const folder = realPath(disk, named);
  const shown = shownPath(places, named);
  const record = join(places.folder, OWED);
  const owed = readOwed(disk, record);
  if (disk.statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new PublishError([deltaUnsuitable(shown, 'it is a file')], 2);
  for (const [, stage] of stageFolders(places, folder)) disk.rmSync(stage, { recursive: true, force: true });
  if (owed?.folder === folder) {
    for (const name of DELTA_NAMES) disk.rmSync(join(folder, name), { recursive: true, force: true });
  }
  if (disk.existsSync(folder) && disk.readdirSync(folder).length > 0)
    throw new PublishError([deltaNotEmpty(shown)], 2);
  return {
    folder,
    owed: owed?.since ?? null,
    begin(previous) {
      writeDurably(disk, record, JSON.stringify({ folder, since: manifestOf(previous) }));
    },
    fill(changes, previous, outputs, put) {
      for (const [step, paths] of deltaSteps(changes)) {
        disk.mkdirSync(join(folder, step), { recursive: true });
        for (const path of paths) {
          const target = join(folder, step, path);
          disk.mkdirSync(dirname(target), { recursive: true });
          put(path, target);
        }
      }
      for (const [name, text] of deltaTexts(changes, previous, outputs))
        writeDurably(disk, join(folder, name), text);
      disk.rmSync(record, { force: true });
    },
  };
}

/** Whether an earlier delta of this output folder never came to its end. */
export const isDeltaOwed = (disk: Disk, { folder }: Places): boolean => disk.existsSync(join(folder, OWED));

interface Owed {
  readonly folder: string;
  readonly since: Manifest;
}

/** It is written in one step, so one that can't be read was written by nobody here. */
function readOwed(disk: Disk, record: string): Owed | null {
  try {
    const value: unknown = JSON.parse(disk.readFileSync(record, 'utf8'));
    if (!isRecord(value) || typeof value.folder !== 'string') return null;
    const since = manifestIn(value.since);
    return since === null ? null : { folder: value.folder, since };
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * A delta among the site's own files would be published, read as content or lost.
 *
 * @throws {PublishError}
 */
export function checkDelta(disk: Disk, places: Places, named: string): void {
  const why = whyNot(disk, places, realPath(disk, named));
  if (why !== null) throw new PublishError([deltaUnsuitable(shownPath(places, named), why)], 2);
}

function whyNot(disk: Disk, places: Places, folder: string): string | null {
  if (holds(folder, realPath(disk, places.root))) return "it holds the site's own folder";
  if (holds(folder, realPath(disk, places.out))) return 'it is the output folder, or holds it';
  const own = [places.out, ...['public', ...ownFolders].map((name) => join(places.root, name))];
  const around = own.find((path) => holds(realPath(disk, path), folder));
  return around === undefined ? null : `it is part of \`${shownPath(places, around)}\``;
}
