import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Publication, Publisher } from '../../build/ports.js';
import { manifestOf } from '../../stages/publish/index.js';

/**
 * A publisher that lets everything go: for commands that only want to know whether a site could be made, and how large.
 *
 * @param root the site's folder, from which relative sources are measured
 */
export function createDiscardPublisher(root = '.'): Publisher {
  return { begin: async () => discard(root) };
}

function discard(root: string): Publication {
  const planned = new Map<string, number>();
  return {
    previous: null,
    planned,
    stage: null,
    async write(path, content) {
      planned.set(path, Buffer.byteLength(content));
      // Nothing is published, so nothing is ever compared with it.
      return '';
    },
    place: async (path, { size }) => planned.set(path, size).size > 0,
    copy: async (path, from) =>
      void planned.set(path, statSync(resolve(root, from), { throwIfNoEntry: false })?.size ?? 0),
    keep: async () => false,
    commit: async () => ({
      manifest: manifestOf(new Map()),
      changes: {
        added: { asset: [], article: [], index: [] },
        changed: { asset: [], article: [], index: [] },
        removed: [],
      },
      repaired: [],
      problems: [],
    }),
    abort: async () => {},
  };
}
