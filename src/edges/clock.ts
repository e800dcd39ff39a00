/**
 * The only reader of the time. What a build shows never depends on it but through `now`, which the caller reads once.
 */

/**
 * Milliseconds since 1970 at which the site is looked at: `SOURCE_DATE_EPOCH` (whole seconds) where it is set; null where
 * that is no such number.
 */
export function now(env: { readonly [name: string]: string | undefined } = process.env): number | null {
  const epoch = env.SOURCE_DATE_EPOCH ?? '';
  if (epoch === '') return Date.now();
  // Thirteen digits are beyond what a Date can hold in milliseconds.
  return /^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : null;
}

/** The machine's time in milliseconds, for locks and file stamps; nothing published may depend on it. */
export function machineTime(): number {
  return Date.now();
}

/** A clock for durations alone, in milliseconds since the process began. */
export function stopwatch(): number {
  return performance.now();
}

/** A clock for durations alone, in milliseconds, that is the same in all threads. */
export function sharedStopwatch(): number {
  return performance.timeOrigin + performance.now();
}
