import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BuildOptions } from '../build/result.js';
import { now } from '../edges/clock.js';
import { parseMoment } from '../text/dates.js';
import type { Terminal } from './terminal.js';

/** Options of every command that reads content, as commander gives them. */
export interface ReadingFlags {
  readonly root: string;
  readonly baseUrl?: string;
  readonly drafts: boolean;
  readonly future: boolean;
  readonly now?: number;
  readonly onInvalid: BuildOptions['onInvalid'];
  readonly cache: string | boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

export function addRoot(command: Command): Command {
  return command.option('--root <dir>', 'folder of the newsroom', '.');
}

/** Adds the options that say what is read, and as of when. */
export function addReadingOptions(command: Command, onInvalid: BuildOptions['onInvalid'] = 'fail'): Command {
  return addRoot(command)
    .option('--base-url <url>', 'address of the front page, instead of `url` in site.yaml', absoluteUrl)
    .option('--drafts', 'show drafts too, with a badge', false)
    .option('--future', 'show embargoed articles and those dated in the future too, with a badge', false)
    .option('--now <time>', 'build as of this time (RFC 3339), instead of the clock', moment)
    .addOption(
      new Option(
        '--on-invalid <what>',
        'what a wrong article does: nothing is published, or the site without it, or with its last good version',
      )
        .choices(['fail', 'skip', 'keep'])
        .default(onInvalid),
    )
    .option('--cache <dir>', 'folder of the cache (default: .dateline/cache)')
    .option('--no-cache', 'read every file anew')
    .option('--quiet', 'say nothing but problems', false)
    .option('--verbose', 'say everything, every warning too', false);
}

/** What the flags mean for a build. */
export function buildOptions(flags: ReadingFlags, terminal: Terminal): BuildOptions {
  return {
    now: flags.now ?? now(terminal.env),
    ...(flags.baseUrl === undefined ? {} : { baseUrl: flags.baseUrl }),
    show: { drafts: flags.drafts, future: flags.future, expired: false },
    onInvalid: flags.onInvalid,
  };
}

export const rootOf = (flags: { readonly root: string }, terminal: Terminal): string =>
  resolve(terminal.cwd, flags.root);

function absoluteUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new InvalidArgumentError('Write an absolute address such as https://www.example.org/.');
  }
  return text;
}

function moment(text: string): number {
  const parsed = parseMoment(text, 'UTC');
  if ('fault' in parsed) throw new InvalidArgumentError('Write a time such as 2026-11-24T12:00:00Z.');
  return parsed.moment.ms;
}

/** A whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least) {
      throw new InvalidArgumentError(`Write a whole number of at least ${least}.`);
    }
    return value;
  };
}
