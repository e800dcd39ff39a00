import { relative, resolve } from 'node:path';
import type { BuildOptions } from '../build/result.js';
import { now } from '../edges/clock.js';
import { kindOf } from '../edges/create.js';
import { recover } from '../edges/publisher/recover.js';
import type { Problem } from '../model/problem.js';
import { flagValue, noSiteFolder } from '../problems/usage.js';
import { parseMoment } from '../text/dates.js';
import { NOW, type ReadingFlags } from './flags.js';
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
    now: flags.now === undefined ? now(terminal.env) : moment(flags.now),
    ...(flags.baseUrl === undefined ? {} : { baseUrl: flags.baseUrl }),
    show: { drafts: flags.drafts === true, future: flags.future === true, expired: false },
    onInvalid: flags.onInvalid,
  };
}

function moment(text: string): number {
  const parsed = parseMoment(text, 'UTC');
  if ('fault' in parsed) throw new UsageError(flagValue('--now', text, NOW.wanted, NOW.example));
  return parsed.moment.ms;
}
