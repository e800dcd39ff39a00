import { setFlagsFromString } from 'node:v8';

/** By how much a heap may grow until V8 looks for what is no longer used, in percent. */
const GROWTH = 40;

/**
 * Left to itself, V8 lets a heap of hundreds of megabytes become up to four times as large before it looks for garbage.
 * A build takes a quarter less memory so, and no longer (`docs/performance.md`).
 * To be called before modules are loaded, since V8's caches of compiled code hold for its flags alone; that those of Node's
 * own modules don't hold then costs a start some 20 ms.
 */
export function limitGarbage(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
