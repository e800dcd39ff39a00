import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/**
 * Reads what a build would copy: a file as it stands, by its path from the site's root, or absolute.
 *
 * @param root the site's folder
 */
export const copied =
  (root: string) =>
  (source: string): Promise<Uint8Array> =>
    readFile(resolve(root, source));
