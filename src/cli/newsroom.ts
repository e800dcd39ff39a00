import { relative, resolve } from 'node:path';
import type { BuildOptions } from '../build/result.js';
import { kindOf } from '../edges/create.js';
import { recover } from '../edges/publisher/recover.js';
import type { Problem } from '../model/problem.js';
import { noSiteFolder } from '../problems/usage.js';
import type { ReadingFlags } from './flags.js';
import { present, timeOf } from './present.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage.js';

/** The folder that a command works on. */
export interface Newsroom {
  /** Absolute. */
  readonly root: string;
  /** The same as the user would write it; empty where it is the folder of the command. */
  readonly shown: string;
  /** A publish that was killed, and is finished now. */
  readonly problems: readonly Problem[];
}

/**
 * Finds the newsroom, and finishes what a killed build had decided to publish: every command does that first.
 *
 * @throws {UsageError} where there is none
 */
export async function openNewsroom(flags: { readonly root: string }, terminal: Terminal): Promise<Newsroom> {
  const root = resolve(terminal.cwd, flags.root);
  const shown = relative(terminal.cwd, root);
  const kind = await kindOf(root);
  if (kind !== 'folder') {
    throw new UsageError(noSiteFolder(flags.root, kind === 'none' ? 'missing' : 'file'));
  }
  if ((await kindOf(resolve(root, 'content'))) !== 'folder') {
    throw new UsageError(noSiteFolder(shown === '' ? root : flags.root, 'empty'));
  }
  return { root, shown, problems: recover(root) };
}

/** What the flags mean for a build. */
export function buildOptions(flags: ReadingFlags, terminal: Terminal): BuildOptions {
  return {
    now: flags.now === undefined ? present(terminal) : timeOf(flags.now),
    ...(flags.baseUrl === undefined ? {} : { baseUrl: flags.baseUrl }),
    show: { drafts: flags.drafts === true, future: flags.future === true, expired: false },
    onInvalid: flags.onInvalid,
  };
}
