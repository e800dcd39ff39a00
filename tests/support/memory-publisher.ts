import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PublishError, type Publisher } from '../../src/build/ports.js';
import { placesOf } from '../../src/edges/publisher/places.js';
import { pathRefused } from '../../src/edges/publisher/told.js';
import type { Manifest, ManifestEntry, NextChange, Phase } from '../../src/model/page.js';
import type { Problem } from '../../src/model/problem.js';
import { outputFileAndFolder } from '../../src/problems/publish.js';
import { diff, entriesOf, fileAndFolder, manifestOf } from '../../src/stages/publish/index.js';
import { contentHash } from '../../src/text/hash.js';

/** A publisher that keeps everything in memory. */
export interface MemoryPublisher extends Publisher {
  /** What is published, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly next: NextChange | null;
}

/**
 * The twin of the publisher on the disk: the same manifest, changes and refusals.
 *
 * @param root the site's folder, from which relative sources are copied
 */
export function createMemoryPublisher(root = '.'): MemoryPublisher {
  let files: ReadonlyMap<string, Uint8Array> = new Map();
  let manifest: Manifest | null = null;
  let due: NextChange | null = null;
  return {
    get files() {
      return files;
    },
    get next() {
      return due;
    },
    async begin() {
      const previous = manifest;
      const contents = new Map<string, Uint8Array>();
      const outputs = new Map<string, ManifestEntry>();
      const problems: Problem[] = [];
      let open = true;
      const put = (path: string, content: Uint8Array, phase: Phase, hash = contentHash(content)): string => {
        if (!open) throw new Error('This publication has ended.');
        if (outputs.has(path)) throw new Error(`${path} was planned twice.`);
        const refused = pathRefused(placesOf(root, null), path, '');
        if (refused !== null) problems.push(refused);
        outputs.set(path, { hash, size: content.length, phase });
        contents.set(path, content);
        return hash;
      };
      return {
        previous,
        stage: null,
        place: async () => false,
        write: async (path, content, phase) =>
          put(path, typeof content === 'string' ? Buffer.from(content) : content.slice(), phase),
        copy: async (path, from, phase) => void put(path, readFileSync(resolve(root, from)), phase),
        async keep(path, until) {
          // Nobody has a page under way from here.
          if (until !== undefined) return false;
          const [entry, content] = [previous?.files[path], files.get(path)];
          if (entry === undefined || content === undefined) return false;
          put(path, content, entry.phase, entry.hash);
          return true;
        },
        async commit(next) {
          if (!open) throw new Error('This publication has ended.');
          open = false;
          for (const path of fileAndFolder(outputs.keys(), outputs))
            problems.push(outputFileAndFolder(`public/${path}`));
          if (problems.length > 0) throw new PublishError(problems, 1);
          const changes = diff(previous === null ? null : entriesOf(previous), outputs);
          manifest = manifestOf(outputs);
          files = contents;
          due = next;
          return { manifest, changes, repaired: [], problems: [] };
        },
        async abort() {
          open = false;
        },
      };
    },
  };
}
