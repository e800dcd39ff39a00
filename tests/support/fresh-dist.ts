import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Brings `dist/` up to date with `src/`, for tests that run the command itself: `npm ci` has compiled it, an edit since
 * then has not. Only what is older than its source is translated; types are checked elsewhere.
 */
export async function setup(): Promise<void> {
  await refresh(join(REPOSITORY, 'src'), join(REPOSITORY, 'dist'));
}

export async function refresh(src: string, dist: string): Promise<void> {
  const stale = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => ({ from: join(src, name), to: join(dist, name.replace(/\.ts$/, '.js')) }))
    .filter(({ from, to }) => !existsSync(to) || statSync(to).mtimeMs < statSync(from).mtimeMs);
  if (stale.length === 0) return;
  const { default: ts } = await import('typescript');
  const { compilerOptions } = ts.parseConfigFileTextToJson(
    'tsconfig.json',
    readFileSync(join(REPOSITORY, 'tsconfig.json'), 'utf8'),
  ).config;
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...compilerOptions,
      module: 'ESNext',
      moduleResolution: 'bundler',
      sourceMap: false,
      declaration: false,
    },
    REPOSITORY,
  );
  for (const { from, to } of stale) {
    const { outputText } = ts.transpileModule(readFileSync(from, 'utf8'), { compilerOptions: options });
    mkdirSync(dirname(to), { recursive: true });
    // Renamed into place: another run of the tests may be reading it.
    writeFileSync(`${to}.${process.pid}`, outputText);
    renameSync(`${to}.${process.pid}`, to);
  }
}
