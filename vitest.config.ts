import { defineConfig } from 'vitest/config';

/** Tests that run the compiled command as its users do. */
const COMMAND = ['tests/cli/**/*.test.ts', 'tests/dev/**/*.test.ts'];

/** The browser's script is compiled, too. */
const FRESH = ['tests/support/fresh-dist.ts'];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    // By default one core is left idle, half of a small machine.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // The modules keep nothing between two tests, so loading them once is enough: that was half of the time.
        test: {
          name: 'library',
          include: ['tests/**/*.test.ts'],
          exclude: COMMAND,
          isolate: false,
          globalSetup: FRESH,
        },
      },
      {
        extends: true,
        test: { name: 'command', include: COMMAND, globalSetup: FRESH },
      },
    ],
  },
});
