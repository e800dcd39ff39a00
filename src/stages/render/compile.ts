import { Script } from 'node:vm';
import type { TemplateCode } from 'nunjucks';
import nunjucks from 'nunjucks';
import transformer from 'nunjucks/src/transformer.js';
import type { Problem } from '../../model/problem.js';
import { type Locator, locator } from '../../problems/index.js';
import { setField } from '../../problems/template/syntax.js';
import { marked, readFault } from './read-fault.js';
import { child, is, leftmost, list, literal, type Node, nodesOf } from './tree.js';

/** A template that was read and translated to JavaScript. */
export interface Compiled {
  readonly name: string;
  /** It comes with Dateline, not from the site. */
  readonly theme: boolean;
  readonly code: TemplateCode;
  /** Its syntax tree, `super()` lifted out of expressions. */
  readonly tree: Node;
  /** All of its nodes, each before what it holds. */
  readonly nodes: readonly Node[];
  readonly source: string;
  readonly locate: Locator;
  /** Where in the template a place of the translated script comes from. Both count from 1. */
  readonly origin: (line: number, column: number) => { readonly line: number; readonly column: number };
}

/** Marks the script's text with the places of the template: comments cost nothing when it runs. */
const mark = (node: Node): string => `/*@njk ${node.lineno + 1}:${node.colno + 1}*/`;
const MARK = /^\/\*@njk (\d+):(\d+)\*\//;

/** The name under which a template's script appears in the stack of an error. */
export const scriptName = (index: number, name: string): string => `njk-${index}:${encodeURI(name)}`;
const IN_STACK = /\bnjk-(\d+):[^\s()]*?:(\d+):(\d+)\)?$/;

/** The places of templates in the stack of an error, the innermost first. */
export function placesInStack(stack: string): { index: number; line: number; column: number }[] {
  return stack.split('\n').flatMap((frame) => {
    const found = /^\s*at /.test(frame) ? IN_STACK.exec(frame) : null;
    return found ? [{ index: Number(found[1]), line: Number(found[2]), column: Number(found[3]) }] : [];
  });
}

/** The syntax tree of a template. @throws {Error} nunjucks' own, see `readFault`. */
export function parseTemplate(source: string): Node {
  return nunjucks.parser.parse(source, [], {});
}

/**
 * Translates one template. nunjucks notes a place only at calls; here every node leaves its place in the translated
 * script, so that the stack of any error leads back to the line and column in the right file.
 */
export function compileTemplate({
  name,
  theme,
  file,
  text,
  index,
}: {
  readonly name: string;
  readonly theme: boolean;
  /** The path that messages name. */
  readonly file: string;
  readonly text: string;
  /** Its number in the set. */
  readonly index: number;
}): { readonly compiled: Compiled } | { readonly problem: Problem } {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const locate = locator(file, source);
  let script = '';
  try {
    const compiler = new nunjucks.compiler.Compiler(name, true);
    const compileNode = compiler.compile.bind(compiler);
    compiler.compile = (node, frame) => {
      compiler._emit(mark(node));
      const [left, right] = [child(node, 'left'), child(node, 'right')];
      if (is(node, 'Add', 'Concat') && left !== null && right !== null) {
        compiler._emit(node.typename === 'Add' ? 'runtime.add(' : 'runtime.concat(');
        compiler.compile(left, frame);
        compiler._emit(', ');
        compiler.compile(right, frame);
        compiler._emit(')');
        return;
      }
      const field = fieldOf(node);
      const target = child(node, 'target');
      if (field !== null && target !== null) {
        compiler._emit('((_object=(');
        compiler.compile(target, frame);
        compiler._emit(`))===undefined||_object===null||(_value=_object[${field}])===undefined`);
        compiler._emit(
          `||typeof _value==="function"?${mark(node)}runtime.memberLookup(_object,${field}):_value)`,
        );
        return;
      }
      // What is set aside by `{% set x %}…{% endset %}` or given to `{% filter %}` was escaped as it was printed.
      const captured = node.typename === 'Capture';
      if (captured) compiler._emit('runtime.captured(');
      compileNode(node, frame);
      if (captured) compiler._emit(')');
    };
    const tree = transformer.transform(parseTemplate(source), []);
    const nodes = nodesOf(tree);
    const wrong = fieldsSet(nodes)[0];
    if (wrong) return { problem: setField(marked(locate, source, wrong)) };
    compiler.compile(tree);
    script = `(function(){var _object,_value;${compiler.getCode()}})`;
    const make: () => TemplateCode = new Script(script, {
      filename: scriptName(index, name),
    }).runInThisContext();
    const origin: Compiled['origin'] = (line, column) => originIn(script, line, column);
    return { compiled: { name, theme, code: make(), tree, nodes, source, locate, origin } };
  } catch (error) {
    const place = error instanceof SyntaxError ? syntaxErrorPlace(error, script) : null;
    return { problem: readFault(locate, source, error, place) };
  }
}

/**
 * The name in `object.name`, as JavaScript writes it. Where each place in a template looks a field up by itself, V8 remembers
 * there where objects have it; in one function for all places it can't.
 */
function fieldOf(node: Node): string | null {
  const val = is(node, 'LookupVal') ? child(node, 'val') : null;
  const name = val === null ? null : literal(val);
  return name === null ? null : JSON.stringify(name);
}

function originIn(script: string, line: number, column: number): { line: number; column: number } {
  let start = 0;
  for (let n = 1; n < line; n++) start = script.indexOf('\n', start) + 1;
  const at = script.lastIndexOf('/*@njk ', start + column - 1);
  const found = at === -1 ? null : MARK.exec(script.slice(at, at + 40));
  return found ? { line: Number(found[1]), column: Number(found[2]) } : { line: 1, column: 1 };
}

/** V8 shows the line of a syntax error with carets below it, over the stack. */
function syntaxErrorPlace(error: SyntaxError, script: string): { line: number; column: number } | null {
  const [head = '', , carets = ''] = (error.stack ?? '').split('\n');
  const line = /^njk-\d+:.*:(\d+)$/.exec(head)?.[1];
  return line === undefined ? null : originIn(script, Number(line), carets.indexOf('^') + 1);
}

/** Where `{% set a.b = … %}` tries to change a field, which nunjucks silently doesn't do. */
function fieldsSet(nodes: readonly Node[]): readonly { readonly line: number; readonly column: number }[] {
  return nodes
    .flatMap((node) => (is(node, 'Set') ? list(node, 'targets') : []))
    .filter((target) => target.typename !== 'Symbol')
    .map(leftmost)
    .map((node) => ({ line: node.lineno + 1, column: node.colno + 1 }));
}
