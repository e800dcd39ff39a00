import type { Publisher } from '../../build/ports.js';
import { manifestOf } from '../../stages/publish/index.js';

/** A publisher that lets everything go: for commands that only want to know whether a site could be made. */
export function createDiscardPublisher(): Publisher {
  return {
    begin: async () => ({
      previous: null,
      stage: null,
      write: async () => {},
      place: async () => true,
      copy: async () => {},
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
    }),
  };
}
