import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageMemory, Publisher } from '../build/ports.js';
import { readManifest } from './publisher/index.js';
import { placesOf } from './publisher/places.js';

/**
 * Lets a publisher begin with the pages that the last build has published, as far as they are there and the memory
 * knows what they are made of: those that are still made of the same need not be rendered again. Only reads the folder.
 */
export async function beginWith(
  publisher: Publisher,
  root: string,
  out: string,
  pages: PageMemory,
): Promise<void> {
  try {
    const places = placesOf(root, out);
    const manifest = readManifest(join(places.folder, 'manifest.json'));
    if (manifest === null) return;
    const publication = await publisher.begin();
    for (const [path, { phase, hash }] of Object.entries(manifest.files)) {
      const content = pages.get(path)?.hash === hash ? contentOf(join(places.out, path)) : null;
      if (content !== null) await publication.write(path, content, phase);
    }
    await publication.commit({ at: null, reason: null });
  } catch {
    // Damaged or not to be read: everything is rendered.
  }
}

function contentOf(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
