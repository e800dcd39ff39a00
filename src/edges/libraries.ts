import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `name@release` of each library that a package reaches, as Node would find it, sorted; `name@?` where none is found. */
export function installedLibraries(root: string): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (folder: string, dependencies: readonly string[]): void => {
    for (const name of dependencies) {
      const library = libraryAbove(folder, name);
      if (library !== null && seen.has(library.folder)) continue;
      found.add(`${name}@${library?.version ?? '?'}`);
      if (library === null) continue;
      seen.add(library.folder);
      visit(library.folder, library.dependencies);
    }
  };
  const folder = realpathSync.native(root);
  visit(folder, readPackage(folder)?.dependencies ?? []);
  return [...found].sort();
}

/** The release of a library that a package reaches; null where it is not there. */
export const packageVersion = (root: string, name: string): string | null =>
  libraryAbove(realpathSync.native(root), name)?.version ?? null;

interface Library {
  readonly folder: string;
  readonly version: string;
  readonly dependencies: readonly string[];
}

/** The nearest `node_modules` that has it, behind links: what a linked library needs lies beside where it really is. */
function libraryAbove(from: string, name: string): Library | null {
  for (let at = from; ; at = dirname(at)) {
    const found = join(at, 'node_modules', name);
    // Asked first: an error for every folder in vain takes longer than all the rest.
    const library = existsSync(found) ? readPackage(found) : null;
    if (library !== null) return { ...library, folder: realpathSync.native(library.folder) };
    if (dirname(at) === at) return null;
  }
}

function readPackage(folder: string): Library | null {
  try {
    const data: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (typeof data !== 'object' || data === null) return null;
    const version = 'version' in data ? String(data.version) : '?';
    return {
      folder,
      version,
      dependencies: [...namesIn(data, 'dependencies'), ...namesIn(data, 'optionalDependencies')],
    };
  } catch {
    return null;
  }
}

function namesIn(data: object, field: string): string[] {
  const names: unknown = Object.getOwnPropertyDescriptor(data, field)?.value;
  return typeof names === 'object' && names !== null ? Object.keys(names) : [];
}
