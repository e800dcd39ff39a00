import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageMemory, Publisher } from '../build/ports.js';
import { readManifest } from './publisher/index.js';
import { placesOf } from './publisher/places.js';

/** Larger files are pictures and films, which a page can wait for. */
const MOST_BYTES = 1024 * 1024;
/** Hundreds of them are made of a day’s photographs. */
const PICTURE = /\.(?:avif|gif|jpe?g|png|webp)$/i;

/**
 * Lets a publisher begin with what the last build has published, as far as it is there: pages that are still made of
 * the same need not be rendered again, and there is something to show until the first build is done. Only reads.
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
    for (const [path, { phase, hash, size }] of Object.entries(manifest.files)) {
      // A page that nobody knows of may be of a build that was not the last one.
      if (PICTURE.test(path)) continue;
      const wanted = path.endsWith('.html') ? pages.get(path)?.hash === hash : size <= MOST_BYTES;
      const content = wanted ? contentOf(join(places.out, path)) : null;
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
