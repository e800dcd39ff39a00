import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the installed package, with a trailing slash. */
export const PACKAGE_ROOT = `${packageAround(fileURLToPath(import.meta.url))}/`;

/** The release, as `package.json` names it. */
export function version(): string {
  const data: unknown = JSON.parse(readFileSync(`${PACKAGE_ROOT}package.json`, 'utf8'));
  return typeof data === 'object' && data !== null && 'version' in data ? String(data.version) : '0.0.0';
}

/** This file lies at one depth in `src/` and at another in `dist/`. */
function packageAround(file: string): string {
  const folder = dirname(file);
  return existsSync(join(folder, 'package.json')) ? folder : packageAround(folder);
}
