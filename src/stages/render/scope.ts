import type { Problem } from '../../model/problem.js';
import type { Located } from '../../problems/index.js';
import type { Compiled } from './compile.js';
import { child, is, list, type Node, word } from './tree.js';
import { either, type Type } from './types.js';

/** A compiled template with what can be said of its names before it is followed. */
export interface Parsed {
  readonly compiled: Compiled;
  /** Names that it gives to something anywhere, or asks after: never called unknown, whatever the order. */
  readonly own: ReadonlySet<string>;
  /** Fields that it asks after (`article.rating is defined`) and so allows for the absence of. */
  readonly asked: ReadonlySet<string>;
}

/** What a name is that no scope has: its type, or what is wrong with it. */
export type View = (name: string, scope: Scope) => Type | ((place: Located) => Problem);

/** The variables at a place of a template. */
export interface Scope {
  readonly file: Parsed;
  readonly variables: Map<string, Type>;
  readonly outer: Scope | null;
  readonly view: View;
  /** Blocks that stand in the place of those of the same name, and where they were written. */
  readonly blocks: ReadonlyMap<string, { readonly node: Node; readonly scope: Scope }>;
}

export function inside(scope: Scope): Scope {
  return { ...scope, variables: new Map(), outer: scope };
}

/**
 * Gives a name to a value. One that has the name already may be meant as well: the tag may stand in an `if`. Inside a
 * loop it changes the variable outside.
 *
 * @returns whether a variable outside may now be more than it was
 */
export function assign(scope: Scope, name: string, type: Type): boolean {
  let owner = scope;
  for (let at: Scope | null = scope; at !== null && at.file === scope.file; at = at.outer) {
    if (!at.variables.has(name)) continue;
    owner = at;
    break;
  }
  const before = owner.variables.get(name);
  const now = before === undefined ? type : either(before, type);
  owner.variables.set(name, now);
  return owner !== scope && before !== undefined && inWords(before) !== inWords(now);
}

/** Whether a template asks after a field before it uses it, or one that includes or extends it does. */
export function asksAfter(scope: Scope, path: string): boolean {
  for (let at: Scope | null = scope; at !== null; at = at.outer) if (at.file.asked.has(path)) return true;
  return false;
}

/** The variable of a name. Null: there is none, as far as one can know. */
export function variable(scope: Scope, name: string): Type | null {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const type = at.variables.get(name);
    if (type !== undefined) return type;
  }
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    if (at.file.own.has(name)) return { kind: 'any' };
  }
  return null;
}

export function* namesIn(scope: Scope): Generator<string> {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    yield* at.variables.keys();
    yield* at.file.own;
  }
}

/** Scopes with the same signature have the same variables. */
export function signature(scope: Scope): string {
  const types = new Map<string, string>();
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    for (const [name, type] of at.variables) if (!types.has(name)) types.set(name, inWords(type));
  }
  return JSON.stringify([[...types].sort(), [...filesOf(scope)]]);
}

function filesOf(scope: Scope): ReadonlySet<string> {
  const files = new Set<string>();
  for (let at: Scope | null = scope; at !== null; at = at.outer) files.add(at.file.compiled.name);
  return files;
}

export function inWords(type: Type): string {
  return type.kind === 'data' ? type.atoms.join('|') : type.kind;
}

export interface Parameter {
  readonly name: string;
  readonly default: Node | null;
}

/** Parameters of a macro or of a `call` block. */
export function parametersOf(macro: Node): readonly Parameter[] {
  const args = child(macro, 'args');
  return (args === null ? [] : list(args)).flatMap((argument): readonly Parameter[] =>
    is(argument, 'Dict', 'KeywordArgs')
      ? list(argument).map((pair) => ({
          name: word(child(pair, 'key')) ?? '',
          default: child(pair, 'value'),
        }))
      : [{ name: word(argument) ?? '', default: null }],
  );
}
