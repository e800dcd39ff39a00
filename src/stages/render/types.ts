import { BUILT_IN_GLOBALS } from './built-in.js';
import { SHAPES, VIEWS } from './shapes.js';

/**
 * What is known of a value in a template before any page is rendered. `data` lists what it may be, in the words of
 * `shapes.ts`.
 */
export type Type =
  | { readonly kind: 'any' }
  | { readonly kind: 'data'; readonly atoms: readonly string[] }
  /** `check` looks at its body for arguments of these types. */
  | {
      readonly kind: 'macro';
      readonly check: (args: readonly Type[], named: ReadonlyMap<string, Type>) => void;
    }
  | { readonly kind: 'module'; readonly exports: ReadonlyMap<string, Type> };

export const ANY: Type = { kind: 'any' };

export function data(...atoms: readonly string[]): Type {
  return atoms.includes('any') ? ANY : { kind: 'data', atoms };
}

/** What is one or the other. */
export function either(...types: readonly Type[]): Type {
  const [first] = types;
  if (first !== undefined && types.every((type) => type === first)) return first;
  const atoms = new Set<string>();
  for (const type of types) {
    if (type.kind !== 'data') return ANY;
    for (const atom of type.atoms) atoms.add(atom);
  }
  return data(...atoms);
}

/** The field of a value: its type, or the fields that there are where this one is not among them. */
export function fieldOf(type: Type, key: string): Type | { readonly fields: readonly string[] } {
  if (type.kind === 'module') return type.exports.get(key) ?? { fields: [...type.exports.keys()] };
  if (type.kind !== 'data') return ANY;
  const found: Type[] = [];
  const fields = new Set<string>();
  for (const atom of type.atoms) {
    const shape = Object.hasOwn(SHAPES, atom) ? SHAPES[atom] : undefined;
    if (shape === undefined) {
      // Texts, numbers and lists have methods; none has nothing.
      if (atom !== 'none') return ANY;
      continue;
    }
    for (const field of Object.keys(shape)) fields.add(field);
    const own = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (own !== undefined) found.push(data(...own.split('|')));
  }
  if (found.length > 0) return either(...found);
  return fields.size === 0 ? ANY : { fields: [...fields] };
}

/** What a list holds. */
export function elementOf(type: Type): Type {
  if (type.kind !== 'data') return ANY;
  const lists = type.atoms.filter((atom) => atom !== 'none');
  if (lists.length === 0 || !lists.every((atom) => atom.endsWith('[]'))) return ANY;
  return data(...lists.map((atom) => atom.slice(0, -2)));
}

/** Variables of the view of a kind of page. */
export function viewVariables(kind: string): ReadonlyMap<string, Type> {
  const shape = SHAPES[VIEWS[kind] ?? ''] ?? {};
  return new Map(Object.entries(shape).map(([name, types]) => [name, data(...types.split('|'))]));
}

/** Kinds of pages, by the variables of their views. */
export const KINDS_OF: ReadonlyMap<string, readonly string[]> = (() => {
  const kinds = new Map<string, string[]>();
  for (const kind of Object.keys(VIEWS)) {
    for (const name of viewVariables(kind).keys()) kinds.set(name, [...(kinds.get(name) ?? []), kind]);
  }
  return kinds;
})();

/** Every variable of any view, with all that it may be. */
export const ANY_VIEW: ReadonlyMap<string, Type> = new Map(
  [...KINDS_OF].map(([name, kinds]) => [
    name,
    either(...kinds.map((kind) => viewVariables(kind).get(name) ?? ANY)),
  ]),
);

/** What every template sees, macros of imported files included. */
export const EVERYWHERE: ReadonlyMap<string, Type> = new Map([
  ['site', data('SiteView')],
  ['page', data('PageView')],
]);

/** Names that mean something wherever they may stand. */
export const GLOBALS: ReadonlySet<string> = new Set([
  ...BUILT_IN_GLOBALS,
  't',
  'asset',
  'fragment',
  'allow',
  'body',
  'caller',
  'loop',
  'super',
]);
