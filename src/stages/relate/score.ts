/** By days; a century and more are one. */
const NEARNESS = Float64Array.from(
  { length: 36_525 },
  (_, days) => 1 + 1.5 / (1 + days / 30) + 0.5 / (1 + days / 1500),
);

/** What nearness is at most. */
export const NEAREST = 3;

/** Likeness counts the more the nearer in time: threefold on the same day, twice after a month, once at last. */
export function nearnessOf(days: number): number {
  return NEARNESS[Math.min(days, NEARNESS.length - 1)] ?? 1;
}

/** What lists are ordered by, rounded to a millionth: less is chance. */
export function scoreOf(likeness: number, nearness: number): number {
  return Math.round(likeness * nearness * 1e6) / 1e6;
}
