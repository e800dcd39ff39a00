import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of this run, in which `support/temp.ts` makes those of the tests. */
    readonly runFolder: string;
  }
}

/** In memory where the machine has such a folder: the tests write and flush many thousands of small files. */
const FAST = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const NAME = 'dateline-tests-';

/** No run takes so long: what is older was left by one that was killed. */
const HOURS = 6;

/** Makes one folder for all that the tests of this run write; afterwards it is gone, and must have been empty. */
export function setup(project: TestProject): () => void {
  for (const name of readdirSync(FAST).filter((one) => one.startsWith(NAME))) {
    const old = join(FAST, name);
    const made = statSync(old, { throwIfNoEntry: false })?.birthtimeMs ?? Date.now();
    if (Date.now() - made > HOURS * 3_600_000) rmSync(old, { recursive: true, force: true });
  }
  const folder = realpathSync(mkdtempSync(join(FAST, NAME)));
  project.provide('runFolder', folder);
  return () => {
    const left = readdirSync(folder);
    rmSync(folder, { recursive: true, force: true });
    // A run that fails for another reason may end before its files have tidied up.
    if (left.length === 0 || process.exitCode) return;
    // Vitest tells of an error that is thrown here, but would end with 0.
    process.exitCode = 1;
    throw new Error(`Tests have left folders behind, which are to go with their file: ${left.join(', ')}`);
  };
}
