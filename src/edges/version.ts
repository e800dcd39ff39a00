import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedLibraries } from './libraries.js';
import { PACKAGE_ROOT } from './package.js';

/**
 * What makes results: Dateline's own compiled code, the release of each library that it is installed with, and Node
 * with its language data. Another one, and nothing that was cached may be used.
 */
export function engineVersion(): string {
  const hash = createHash('sha256');
  const dist = join(PACKAGE_ROOT, 'dist');
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  for (const name of names.sort())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(dist, name)));
  for (const library of installedLibraries(PACKAGE_ROOT)) hash.update(library).update('\0');
  return `${hash.digest('hex').slice(0, 16)} node ${process.versions.node} icu ${process.versions.icu ?? ''}`;
}
