import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the installed package, with a trailing slash. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The release, as `package.json` names it. */
export function version(): string {
  const data: unknown = JSON.parse(readFileSync(`${PACKAGE_ROOT}package.json`, 'utf8'));
  return typeof data === 'object' && data !== null && 'version' in data ? String(data.version) : '0.0.0';
}
