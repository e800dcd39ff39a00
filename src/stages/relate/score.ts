import { ONE } from './weights.js';

/** How much it counts that a text speaks of what the other is headed, in tenths of the words' own likeness. */
export const HEADLINE_TENTHS = 7;
/** The product of two weights of 1, in tenths. */
export const UNIT = ONE * ONE * 10;

/** By days; a century and more are one. */
const NEARNESS = Float64Array.from(
  { length: 36_525 },
  (_, days) => 1 + 1.5 / (1 + days / 30) + 0.5 / (1 + days / 1500),
);

/** Likeness counts the more the nearer in time: threefold on the same day, twice after a month, once at last. */
export function nearnessOf(days: number): number {
  return NEARNESS[Math.min(days, NEARNESS.length - 1)] ?? 1;
}

/** What lists are ordered by, rounded to a millionth: less is chance. */
export function scoreOf(likeness: number, nearness: number): number {
  return Math.round(likeness * nearness * 1e6) / 1e6;
}
