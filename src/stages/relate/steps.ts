/** Work with pauses in which whoever does it may turn to something else, or leave it. */
export type Steps<T> = Generator<void, T>;

/** Does all of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Articles that are looked at, counted or listed between two pauses: a few milliseconds. */
export const AT_ONCE = 100;

/** Articles for which is searched between two pauses. */
export const SEARCHED_AT_ONCE = 20;
