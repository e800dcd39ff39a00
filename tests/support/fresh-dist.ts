import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Brings `dist/` and the script of the search up to date with `src/`, for tests that run them: `npm ci` has compiled it, an edit since
 * then has not. Types are checked elsewhere.
 */
export async function setup(): Promise<void> {
  const src = join(REPOSITORY, 'src');
  const made = Math.min(
    ...['dist/main.js', 'templates/assets/search.js'].map((name) => {
      const file = join(REPOSITORY, name);
      return existsSync(file) ? statSync(file).mtimeMs : 0;
    }),
  );
  const names = ['', ...readdirSync(src, { recursive: true, encoding: 'utf8' })];
  if (names.every((name) => statSync(join(src, name)).mtimeMs < made)) return;
  execSync('npx rolldown -c rolldown.config.ts', { cwd: REPOSITORY, stdio: 'pipe' });
}
