import type { TemplateNode } from 'nunjucks';

/**
 * The syntax tree of a template, as far as Dateline looks at it. nunjucks' nodes have fields by their kind; these
 * readers give what a field holds where it is of the expected sort.
 */
export type Node = TemplateNode;

function fieldOf(node: Node, name: string): unknown {
  const value: unknown = Reflect.get(node, name);
  return value;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'typename' in value && 'lineno' in value;
}

export function child(node: Node, name: string): Node | null {
  const value = fieldOf(node, name);
  return isNode(value) ? value : null;
}

export function list(node: Node, name = 'children'): readonly Node[] {
  const value = fieldOf(node, name);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The name of a symbol, or the value of a literal text. */
export function word(node: Node | null): string | null {
  const value = node === null ? null : fieldOf(node, 'value');
  return typeof value === 'string' ? value : null;
}

export function flag(node: Node, name: string): boolean {
  return fieldOf(node, name) === true;
}

export function is(node: Node | null, ...kinds: readonly string[]): node is Node {
  return node !== null && kinds.includes(node.typename);
}

/** The text of a literal; null for anything else. */
export function literal(node: Node | null): string | null {
  return is(node, 'Literal') ? word(node) : null;
}

/** All nodes directly below one. */
export function below(node: Node): readonly Node[] {
  const found: Node[] = [];
  // nunjucks forgets what stands between `{% set x %}` and `{% endset %}`.
  for (const name of node.typename === 'Set' ? [...node.fields, 'body'] : node.fields) {
    const value = fieldOf(node, name);
    if (isNode(value)) found.push(value);
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) found.push(item);
  }
  return found;
}

/** A node and all below it, each before what it holds. */
export function nodesOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  const add = (next: Node): void => {
    found.push(next);
    for (const one of below(next)) add(one);
  };
  add(node);
  return found;
}

/** An expression as its author wrote it: `article.image.src`; null where it is more than a path. */
export function pathOf(node: Node | null): string | null {
  if (is(node, 'Symbol')) return word(node);
  if (!is(node, 'LookupVal')) return null;
  const target = pathOf(child(node, 'target'));
  const key = child(node, 'val');
  if (target === null || !is(key, 'Literal')) return null;
  const value = fieldOf(key, 'value');
  return typeof value === 'number' ? `${target}[${value}]` : `${target}.${String(value)}`;
}

/** The first node of an expression's text: `article` of `article.title`. */
export function leftmost(node: Node): Node {
  if (is(node, 'LookupVal')) return leftmost(child(node, 'target') ?? node);
  if (is(node, 'FunCall')) return leftmost(child(node, 'name') ?? node);
  return node;
}
