import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

const made = new Set<string>();

/** A new folder, removed when the tests of the file are over, whether they pass or not. */
export function tempFolder(name = 'test'): string {
  const folder = mkdtempSync(join(inject('runFolder'), `dateline-${name}-`));
  made.add(folder);
  return folder;
}

/** Removes all that was made since it was last called. */
export function removeTempFolders(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
  made.clear();
}
