// The checks of formats that the tests have, for programs that run without vitest.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const REPOSITORY = join(import.meta.dirname, '../..');
const SUPPORT = join(REPOSITORY, 'tests/support');

/** Bundles the TypeScript of `tests/support/`: below `node_modules`, where libraries are found. */
export async function loadTestSupport() {
  const bundle = await rolldown({
    input: 'dateline-checks',
    platform: 'node',
    // Libraries stay outside; what the compiler needs for `using` comes along.
    external: (id) => !/^(?:dateline-checks$|[.\0]|@oxc-project\/)/.test(id) && !isAbsolute(id),
    // Schemas lie beside the sources, not beside the bundle.
    transform: { target: 'node20', define: { 'import.meta.dirname': JSON.stringify(SUPPORT) } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'dateline-checks' ? join(SUPPORT, 'dateline-checks.js') : null),
        load: (id) =>
          id.endsWith('dateline-checks.js')
            ? `export { feedFaults } from './feeds.ts';
export { validateSitemap } from './sitemaps.ts';
export { faultsOf as jsonLdFaults } from './structured-data.ts';`
            : null,
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  const file = join(REPOSITORY, `node_modules/.cache/dateline/checks-${process.pid}.mjs`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, output[0].code);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file);
  }
}
