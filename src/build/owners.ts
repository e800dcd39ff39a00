import type { FileOutput } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import type { Site } from '../model/site.js';
import { outputTaken, staticTaken } from '../problems/site.js';
import { planFiles } from '../stages/plan/index.js';
import type { Templates } from './pipeline.js';
import type { Reading } from './read.js';

/** Whose each output is: a path has one owner, the first that asks for it. */
export interface Owners {
  /** False where the path is another's: that is a fault, and told. */
  claim(path: string, owner: string): boolean;
  /** By path: a file, or what made the output, in words. */
  readonly byPath: ReadonlyMap<string, string>;
  /** With one of these nothing can be published. */
  readonly faults: Problem[];
  /** Of files that are left out. */
  readonly leftOut: Problem[];
}

export function createOwners(): Owners {
  const byPath = new Map<string, string>();
  const faults: Problem[] = [];
  return {
    byPath,
    faults,
    leftOut: [],
    claim(path, owner) {
      const before = byPath.get(path);
      if (before !== undefined) faults.push(outputTaken({ file: owner }, `/${path}`, before));
      else byPath.set(path, owner);
      return before === undefined;
    },
  };
}

/** The files that are published as they stand; those of `content/static/` give way to whoever has their path. */
export function* ownedFiles(
  site: Site,
  { discovered, invalid }: Pick<Reading, 'discovered' | 'invalid'>,
  { assets }: Pick<Templates, 'assets'>,
  { byPath, claim, leftOut }: Owners,
): Generator<FileOutput & { readonly isStatic: boolean }> {
  const statics = discovered?.statics.filter((file) => !invalid.has(file)) ?? [];
  const known = new Set(statics);
  for (const output of planFiles(site, statics, assets)) {
    const { path, source } = output;
    const isStatic = known.has(source);
    const before = isStatic ? byPath.get(path) : undefined;
    if (before !== undefined) leftOut.push(staticTaken({ file: source }, `/${path}`, before));
    else if (claim(path, source)) yield { ...output, isStatic };
  }
}
