import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Brings `dist/` up to date with `src/`, for tests that run the command itself: `npm ci` has compiled it, an edit since
 * then has not. Types are checked elsewhere.
 */
export async function setup(): Promise<void> {
  const src = join(REPOSITORY, 'src');
  const main = join(REPOSITORY, 'dist/main.js');
  const made = existsSync(main) ? statSync(main).mtimeMs : 0;
  const names = ['', ...readdirSync(src, { recursive: true, encoding: 'utf8' })];
  if (names.every((name) => statSync(join(src, name)).mtimeMs < made)) return;
  execSync('npx rolldown -c rolldown.config.ts', { cwd: REPOSITORY, stdio: 'pipe' });
}
