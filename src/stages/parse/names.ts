import type { z } from 'zod';
import { noteOf } from '../../schema/field.js';
import type { ParseConfig } from './config.js';
import { foldKey, type Node } from './tree.js';

/** One way in which a key can be meant. */
export interface Meaning<F extends string> {
  readonly field: F;
  /** 0 for our own name, then those of site.yaml, then those of other systems. The lowest that says something wins. */
  readonly rank: number;
  /** Whether the value can be meant so at all. Other systems' names must not make errors of what they mean there. */
  readonly fits?: (node: Node) => boolean;
  /** The value says the opposite: `published: false` is a draft. */
  readonly negated?: true;
}

export interface Names<F extends string> {
  readonly meanings: (key: string) => readonly Meaning<F>[];
  readonly known: readonly F[];
  /** Names that are understood besides ours, as they are written: those of site.yaml, then those of other systems. */
  readonly others: readonly string[];
}

/** Ranks from here on are names of other systems. */
export const FOREIGN = 1000;
const KEYS_REMEMBERED = 5000;

/** Which field each name means: ours, those that site.yaml maps, and the usual ones of other systems. */
export function namesOf<F extends string>(
  shape: { readonly [field in F]: z.core.$ZodType },
  config: ParseConfig,
  special: (field: F, name: string) => Partial<Meaning<F>> | null,
): Names<F> {
  const table = new Map<string, Meaning<F>[]>();
  const mapped = new Set<string>();
  const others: string[] = [];
  const known = Object.keys(shape).filter((name): name is Extract<F, string> => name in shape);
  const add = (name: string, meaning: Meaning<F>): void => {
    const key = foldKey(name);
    const list = table.get(key);
    if (list) list.push(meaning);
    else table.set(key, [meaning]);
  };
  for (const field of known) {
    add(field, { field, rank: 0 });
    for (const [i, name] of (config.fields[field] ?? []).entries()) {
      mapped.add(foldKey(name));
      others.push(name);
      add(name, { field, rank: 1 + i });
    }
  }
  for (const field of known) {
    for (const [i, name] of (noteOf(shape[field]).names ?? []).entries()) {
      const key = foldKey(name);
      const ours = table.get(key)?.some((meaning) => meaning.rank === 0);
      // What the site says of a name goes before what it usually means.
      if (ours || mapped.has(key)) continue;
      others.push(name);
      add(name, { field, rank: FOREIGN + i, ...special(field, key) });
    }
  }
  const remembered = new Map<string, readonly Meaning<F>[]>();
  const nothing: readonly Meaning<F>[] = [];
  return {
    known,
    others,
    meanings(key) {
      let found = remembered.get(key);
      if (found === undefined) {
        found = table.get(foldKey(key)) ?? nothing;
        // Bounded: keys come from files.
        if (remembered.size < KEYS_REMEMBERED && key.length < 60) remembered.set(key, found);
      }
      return found;
    },
  };
}
