export interface Alarm {
  /** Rings once at this time, instead of any that was set before; null: never. */
  set(at: number | null): void;
}

/** While a machine sleeps its timers stand still, so the clock is looked at now and then. */
const LONGEST_MS = 30_000;

/** Rings when the clock has come to a time; does not keep the process alive. */
export function createAlarm(clock: () => number, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | null = null;
  const set = (at: number | null): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (at === null) return;
    const left = at - clock();
    timer = setTimeout(() => (clock() >= at ? ring() : set(at)), Math.min(Math.max(left, 0), LONGEST_MS));
    timer.unref();
  };
  return { set };
}
