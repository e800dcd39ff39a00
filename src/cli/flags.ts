import { type Command, Option } from 'commander';
import type { BuildOptions } from '../build/result.js';
import { didYouMean } from '../problems/suggest.js';
import { flagsConflict, flagValue, flagWithoutValue } from '../problems/usage.js';
import { UsageError } from './usage.js';

/** A flag with a value. */
export interface ValuedFlag<T> {
  /** `--out <dir>` */
  readonly flags: string;
  readonly text: string;
  /** What the value is, for messages: `a folder`. */
  readonly wanted: string;
  readonly example: string;
  /** The value; null where the text is none. Default: the text. */
  readonly parse?: (text: string) => T | null;
}

/** By the name of the flag, for the message where the value is missing at the end of the line. */
const VALUED = new Map<string, Pick<ValuedFlag<unknown>, 'wanted' | 'example'>>();

/** Makes the option; the value that does not fit is told with what is wanted. */
export function valued<T = string>({ flags, text, wanted, example, parse }: ValuedFlag<T>): Option {
  const option = new Option(flags, text);
  const name = option.long ?? flags;
  VALUED.set(name, { wanted, example });
  return option.argParser((value) => {
    // `--out --json`: the next flag is no value.
    if (value.startsWith('--') || value === '') throw withoutValue(name);
    if (parse === undefined) return value;
    const parsed = parse(value);
    if (parsed === null) throw new UsageError(flagValue(name, value, wanted, example));
    return parsed;
  });
}

/** A flag stands without its value. */
export function withoutValue(name: string): UsageError {
  const { wanted = 'a value', example = '' } = VALUED.get(name) ?? {};
  return new UsageError(flagWithoutValue(name, wanted, example));
}

/** `fail`, `skip` or `keep`, in backticks. */
export function choice(values: readonly string[]): string {
  const quoted = values.map((value) => `\`${value}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** A flag whose value is one of a few words; without `fallback` it may be left out. */
export function oneOf(flags: string, text: string, values: readonly string[], fallback?: string): Option {
  const option = new Option(flags, text);
  const name = option.long ?? flags;
  const wanted = choice(values);
  VALUED.set(name, { wanted, example: values[0] ?? '' });
  return option
    .choices(values)
    .argParser((value) => {
      if (values.includes(value)) return value;
      if (value.startsWith('--')) throw withoutValue(name);
      throw new UsageError(flagValue(name, value, wanted, didYouMean(value, values) ?? values[0] ?? ''));
    })
    .default(fallback);
}

/** A whole number within bounds. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number | null {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : null;
  };
}

/** Options of every command that reads content, as commander gives them. */
export interface ReadingFlags {
  readonly root: string;
  readonly baseUrl?: string;
  readonly drafts?: boolean;
  readonly future?: boolean;
  /** As written; `buildOptions` reads it. */
  readonly now?: string;
  readonly onInvalid: BuildOptions['onInvalid'];
  readonly cache: string | boolean;
  readonly workers?: number;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** The flag that every command has which works on a newsroom. */
export function addRoot(command: Command): Command {
  return command.addOption(
    valued({
      flags: '--root <dir>',
      text: 'folder of the newsroom, which holds content/',
      wanted: 'a folder',
      example: 'my-paper',
    }).default('.'),
  );
}

/** Adds the options that say what is read, and as of when. */
export function addReadingOptions(command: Command, onInvalid: BuildOptions['onInvalid'] = 'fail'): Command {
  return addRoot(command)
    .addOption(
      valued({
        flags: '--base-url <url>',
        text: 'address of the front page, instead of `url` in site.yaml',
        wanted: 'an absolute address',
        example: 'https://www.example.org/',
        parse: absoluteUrl,
      }),
    )
    .option('--drafts', 'show drafts too, with a badge')
    .option('--future', 'show embargoed articles and those dated in the future too, with a badge')
    .addOption(nowOption())
    .addOption(
      oneOf(
        '--on-invalid <what>',
        'with a wrong article, publish nothing, or the rest without it, or its last good version',
        ['fail', 'skip', 'keep'],
        onInvalid,
      ),
    )
    .addOption(
      valued({
        flags: '--cache <dir>',
        text: 'folder of the cache (default: .dateline/cache in the newsroom)',
        wanted: 'a folder',
        example: '.dateline/cache',
      }),
    )
    .addOption(
      valued({
        flags: '--workers <n>',
        text: 'threads that parse and render; with 1 nothing is shared out (default: one for each processor from 2,000 articles on, else 1)',
        wanted: 'a whole number from 1 to 64',
        example: '2',
        parse: wholeNumber(1, 64),
      }),
    )
    .option(...NO_CACHE)
    .option('--quiet', 'say nothing but problems')
    .option('--verbose', 'tell every warning in full, and why each page is rendered');
}

/** What `--now` wants. */
export const NOW = { wanted: 'a time with its zone', example: '2026-11-24T12:00:00Z' } as const;

export const nowOption = (): Option =>
  valued({
    flags: '--now <time>',
    text: 'take this for the present time, instead of the clock or SOURCE_DATE_EPOCH',
    wanted: NOW.wanted,
    example: NOW.example,
  });

export const NO_CACHE = ['--no-cache', 'read every file anew, and keep nothing for the next time'] as const;

/** @throws {UsageError} where two flags contradict each other. */
export function refuseQuietAndVerbose({ quiet, verbose }: Pick<ReadingFlags, 'quiet' | 'verbose'>): void {
  if (quiet && verbose) {
    throw new UsageError(flagsConflict('--quiet', '--verbose', 'one says less, the other says more'));
  }
}

/** An http address without a query; null for anything else. */
export function absoluteUrl(text: string): string | null {
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) return null;
  const { search, hash, username } = new URL(text);
  return search === '' && hash === '' && username === '' ? text : null;
}
