import { defineConfig } from 'vitest/config';

/** Tests that run the compiled command as its users do. */
const COMMAND = ['tests/cli/**/*.test.ts', 'tests/dev/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    // By default one core is left idle, half of a small machine.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // The modules keep nothing between two tests, so loading them once is enough: that was half of the time.
        test: { name: 'library', include: ['tests/**/*.test.ts'], exclude: COMMAND, isolate: false },
      },
      {
        extends: true,
        test: { name: 'command', include: COMMAND, globalSetup: ['tests/support/fresh-dist.ts'] },
      },
    ],
  },
});
