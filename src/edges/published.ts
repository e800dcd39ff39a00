import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readManifest } from './publisher/index.js';
import { placesOf } from './publisher/places.js';

/** What the last build has published, as far as it is there. Only reads. */
export interface LastPublished {
  has(path: string): boolean;
  content(path: string): Promise<{ readonly content: Uint8Array } | null>;
}

/** Null where nothing was published, or nobody can say what. */
export function lastPublished(root: string, out: string): LastPublished | null {
  try {
    const places = placesOf(root, out);
    const manifest = readManifest(join(places.folder, 'manifest.json'));
    if (manifest === null) return null;
    const paths = new Set(Object.keys(manifest.files));
    return {
      has: (path) => paths.has(path),
      async content(path) {
        if (!paths.has(path)) return null;
        try {
          return { content: await readFile(join(places.out, path)) };
        } catch {
          return null;
        }
      },
    };
  } catch {
    return null;
  }
}
