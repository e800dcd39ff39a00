import type { Problem } from '../../model/problem.js';
import { didYouMean, type Located } from '../../problems/index.js';
import { unknownField } from '../../problems/template/names.js';
import { asksAfter, inside, parametersOf, type Scope, variable } from './scope.js';
import { below, child, is, leftmost, list, literal, type Node, pathOf, word } from './tree.js';
import { ANY, data, EVERYWHERE, either, elementOf, fieldOf, GLOBALS, type Type } from './types.js';

/** A node, and where what is told of it begins. */
export type Marked = Node | { readonly at: Node; readonly about: Node };

/** What looking at an expression needs of the walk through the templates. */
export interface Walk {
  visit(node: Node | null, scope: Scope): void;
  /** Something is wrong with a node as it is reached here. It may mean something where it is reached otherwise. */
  tell(scope: Scope, node: Marked, length: number, make: (place: Located) => Problem): void;
  /** A node means something as it is reached here. */
  fine(node: Node): void;
}

/** Filters that give what they are given, or one item of it. */
const SAME = new Set(['sort', 'reverse', 'selectattr', 'rejectattr', 'select', 'reject', 'list']);
const ONE = new Set(['first', 'last']);

/**
 * What an expression may be. Names and fields in it that can't mean anything are told on the way.
 *
 * @param silent the template asks itself whether it is there: `x is defined`, `x | default(…)`
 */
export function typeOf(node: Node | null, scope: Scope, walk: Walk, silent = false): Type {
  if (node === null) return ANY;
  const of = (field: string, quiet = false): Type => typeOf(child(node, field), scope, walk, quiet);
  switch (node.typename) {
    case 'Symbol':
      return typeOfName(node, scope, walk, silent);
    case 'LookupVal':
      return typeOfField(node, scope, walk, silent);
    case 'FunCall':
      return typeOfCall(node, scope, walk);
    case 'Filter':
      return typeOfFilter(node, scope, walk);
    case 'Is': {
      const test = word(child(node, 'right'));
      of('left', test === 'defined' || test === 'undefined');
      return ANY;
    }
    case 'InlineIf':
      of('cond');
      return either(of('body'), child(node, 'else_') === null ? data('text') : of('else_'));
    case 'Or':
    case 'And':
      return either(of('left'), of('right'));
    case 'Group':
      return list(node).reduce((_, item) => typeOf(item, scope, walk), ANY);
    case 'Literal':
      return data('text');
    case 'Dict':
    case 'KeywordArgs':
      // Keys are names of their own.
      for (const pair of list(node)) typeOf(child(pair, 'value'), scope, walk);
      return ANY;
    case 'Caller': {
      const inner = inside(scope);
      for (const parameter of parametersOf(node)) inner.variables.set(parameter.name, ANY);
      walk.visit(child(node, 'body'), inner);
      return ANY;
    }
    case 'Capture':
      walk.visit(child(node, 'body'), inside(scope));
      return data('text');
    default:
      for (const next of below(node)) typeOf(next, scope, walk);
      return ANY;
  }
}

function typeOfName(node: Node, scope: Scope, walk: Walk, silent: boolean): Type {
  const name = word(node) ?? '';
  const known = variable(scope, name) ?? EVERYWHERE.get(name);
  if (known !== undefined) {
    walk.fine(node);
    return known;
  }
  // `super()` became a variable when the template was translated.
  if (GLOBALS.has(name) || name.startsWith('hole_')) return ANY;
  const type = scope.view(name, scope);
  if (typeof type !== 'function') {
    walk.fine(node);
    return type;
  }
  if (!silent) walk.tell(scope, node, name.length, type);
  return ANY;
}

function typeOfField(node: Node, scope: Scope, walk: Walk, silent: boolean): Type {
  const target = child(node, 'target');
  const type = typeOf(target, scope, walk, silent);
  const value = child(node, 'val');
  const key = literal(value);
  if (value === null || key === null) {
    typeOf(value, scope, walk);
    return elementOf(type);
  }
  const field = fieldOf(type, key);
  if (!('fields' in field)) {
    // What is none here, such as an argument that was left out, says nothing of its fields.
    if (type.kind !== 'data' || type.atoms.some((atom) => atom !== 'none')) walk.fine(value);
    return field;
  }
  const path = pathOf(target);
  const whole = pathOf(node);
  if (silent || (whole !== null && asksAfter(scope, whole))) return ANY;
  const [from, length] = whole === null ? [value, key.length] : [leftmost(node), whole.length];
  const meant = didYouMean(key, field.fields);
  walk.tell(scope, { at: from, about: value }, length, (place) =>
    unknownField(place, path ?? '…', key, field.fields, meant),
  );
  return ANY;
}

function typeOfCall(node: Node, scope: Scope, walk: Walk): Type {
  const callee = typeOf(child(node, 'name'), scope, walk);
  const args = child(node, 'args');
  const types: Type[] = [];
  const named = new Map<string, Type>();
  for (const argument of args === null ? [] : list(args)) {
    if (is(argument, 'KeywordArgs')) {
      for (const pair of list(argument)) {
        named.set(word(child(pair, 'key')) ?? '', typeOf(child(pair, 'value'), scope, walk));
      }
    } else types.push(typeOf(argument, scope, walk));
  }
  if (callee.kind === 'macro') callee.check(types, named);
  return ANY;
}

function typeOfFilter(node: Node, scope: Scope, walk: Walk): Type {
  const name = word(child(node, 'name')) ?? '';
  const args = child(node, 'args');
  const [input = null, ...rest] = args === null ? [] : list(args);
  const forgiving = name === 'default' || name === 'd';
  const type = typeOf(input, scope, walk, forgiving);
  const others = rest.map((argument) => typeOf(argument, scope, walk));
  if (SAME.has(name)) return type;
  if (ONE.has(name)) return elementOf(type);
  return forgiving ? either(type, ...others) : ANY;
}
