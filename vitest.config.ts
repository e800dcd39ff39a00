import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/order.js';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    // By default one core is left idle, half of a small machine.
    maxWorkers: 2,
    // The modules keep nothing between two tests, so each process loads them once for all files that it runs: that was half of the time.
    isolate: false,
    globalSetup: ['tests/support/fresh-dist.ts', 'tests/support/run-folder.ts'],
    setupFiles: ['tests/support/tidy.ts'],
    sequence: { sequencer: LongestFirst },
  },
});
