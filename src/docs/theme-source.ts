import { parseTemplate } from '../stages/render/compile.js';
import { parametersOf } from '../stages/render/scope.js';
import { child, is, literal, nodesOf, word } from '../stages/render/tree.js';

/** What the reference of the theme reads from its templates. */

/** The template that one extends, and the blocks that stand in it. */
export function nodesIn(source: string): {
  readonly parent: string | null;
  readonly blocks: readonly string[];
} {
  const nodes = nodesOf(parseTemplate(source));
  const parent = nodes.find((node) => is(node, 'Extends'));
  return {
    parent: parent === undefined ? null : literal(child(parent, 'template')),
    blocks: nodes.flatMap((node) => (is(node, 'Block') ? (word(child(node, 'name')) ?? []) : [])),
  };
}

export interface MacroDoc {
  readonly name: string;
  readonly args: readonly string[];
  /** The comment before it. */
  readonly comment: string;
}

/** @throws {Error} where a macro has no comment before it */
export function macros(source: string): readonly MacroDoc[] {
  const starts = source.split('\n');
  return nodesOf(parseTemplate(source)).flatMap((node) => {
    if (!is(node, 'Macro')) return [];
    const before = starts.slice(0, node.lineno).join('\n').trimEnd();
    const comment = /\{#-?\s*((?:(?!#\})[\s\S])*?)\s*-?#\}$/.exec(before)?.[1];
    const name = word(child(node, 'name')) ?? '';
    const args = parametersOf(node).map((parameter) => parameter.name);
    if (comment === undefined) throw new Error(`The macro ${name} of the theme needs a comment before it.`);
    return [{ name, args, comment }];
  });
}
