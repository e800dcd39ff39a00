import { now } from '../edges/clock.js';
import type { Problem } from '../model/problem.js';
import { addressTime, epochInvalid, flagValue } from '../problems/usage.js';
import { parseMoment } from '../text/dates.js';
import { NOW } from './flags.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage.js';

/** @throws {UsageError} where `SOURCE_DATE_EPOCH` is set and no time */
export function present({ env }: Pick<Terminal, 'env'>): number {
  const time = now(env);
  if (time === null) throw new UsageError(epochInvalid(env.SOURCE_DATE_EPOCH ?? ''));
  return time;
}

/** A time of day with its zone at the end: which zone is the site's, nobody knows before site.yaml is read. */
const WITH_ZONE = /\d:\d{2}.*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i;

/** A time with its zone, in milliseconds; null for anything else. */
function readTime(written: string): number | null {
  const parsed = parseMoment(written, 'UTC');
  return 'fault' in parsed || !WITH_ZONE.test(written.trim()) ? null : parsed.moment.ms;
}

/**
 * What `--now` says, in milliseconds.
 *
 * @throws {UsageError} where that is no time with its zone
 */
export function timeOf(written: string): number {
  const time = readTime(written);
  if (time === null) throw new UsageError(flagValue('--now', written, NOW.wanted, NOW.example));
  return time;
}

/** What `?now=` says in an address of `dev`. */
export function timeInAddress(written: string): { readonly moment: number } | { readonly problem: Problem } {
  const moment = readTime(written);
  return moment === null ? { problem: addressTime(written, NOW.wanted, NOW.example) } : { moment };
}
