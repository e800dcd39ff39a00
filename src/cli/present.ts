import { now } from '../edges/clock.js';
import { epochInvalid, flagValue } from '../problems/usage.js';
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

/**
 * What `--now` says, in milliseconds.
 *
 * @throws {UsageError} where that is no time with its zone
 */
export function timeOf(written: string): number {
  const parsed = parseMoment(written, 'UTC');
  if ('fault' in parsed || !WITH_ZONE.test(written.trim()))
    throw new UsageError(flagValue('--now', written, NOW.wanted, NOW.example));
  return parsed.moment.ms;
}
