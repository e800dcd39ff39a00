import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { replaceFile } from './create.js';
import { isAbsent } from './files/inside.js';
import { placesOf } from './publisher/places.js';

/**
 * Writes rules for servers beside the manifest of an output folder, where nobody serves them, and removes those that
 * are made no more. One that is the same is not touched.
 *
 * @returns their folder as a user would name it from the site's root; null where there are none
 */
export async function writeServerFiles(
  root: string,
  out: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<string | null> {
  const places = placesOf(resolve(root), out);
  const folder = join(places.folder, 'redirects');
  const wanted = new Set(files.map(({ name }) => name));
  for (const name of namesIn(folder))
    if (!wanted.has(`redirects/${name}`)) rmSync(join(folder, name), { recursive: true, force: true });
  for (const { name, text } of files) {
    if (read(join(places.folder, name)) === text) continue;
    mkdirSync(dirname(join(places.folder, name)), { recursive: true });
    await replaceFile(places.folder, name, text);
  }
  return files.length === 0 ? null : relative(places.root, folder).split(sep).join('/');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}
