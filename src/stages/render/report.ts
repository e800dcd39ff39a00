import type { Page } from '../../model/page.js';
import type { Problem } from '../../model/problem.js';
import { didYouMean, type Located } from '../../problems/index.js';
import { importMissing } from '../../problems/template/names.js';
import {
  failedCall,
  missingField,
  missingVariable,
  noneHasNoFields,
  notCallable,
  nothingToPrint,
  templateEndless,
  templateFailed,
} from '../../problems/template/rendering.js';
import { missingTemplate } from '../../problems/template/tools.js';
import { type Compiled, parseTemplate, placesInStack } from './compile.js';
import { type Missed, TemplateFault, UndefinedOutput } from './fault.js';
import { marked } from './read-fault.js';
import { describe } from './runtime.js';
import { child, is, leftmost, list, literal, type Node, nodesOf, pathOf, word } from './tree.js';

/** What `renderFault` needs to know besides the error. */
export interface FaultScene {
  readonly page: Page;
  /** In the order of their script names. */
  readonly compiled: readonly Compiled[];
  readonly templates: Iterable<string>;
  /** Names that templates see on this page. */
  readonly names: readonly string[];
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** Says what went wrong while a page was rendered: in which template, on which line, on which page. */
export function renderFault(thrown: unknown, scene: FaultScene): Problem {
  const error = innermost(thrown);
  const places = error instanceof Error ? placesInStack(error.stack ?? '') : [];
  const [stack] = places;
  const template = stack === undefined ? undefined : scene.compiled[stack.index];
  if (stack === undefined || template === undefined) {
    return onPage(
      templateFailed({ file: scene.page.file ?? scene.page.template }, messageOf(error)),
      scene.page,
    );
  }
  const origin = template.origin(stack.line, stack.column);
  const place = marked(template.locate, template.source, origin);
  const problem = problemOf(error, place, template, origin, scene);
  const call = template.theme ? callIn(places, scene) : null;
  return onPage(call === null ? problem : failedCall(call, problem), scene.page);
}

/** Where one of the site's own templates called the macro of the theme in which something went wrong. */
function callIn(places: ReturnType<typeof placesInStack>, { compiled }: FaultScene): Located | null {
  for (const { index, line, column } of places) {
    const template = compiled[index];
    if (template === undefined || template.theme) continue;
    const origin = template.origin(line, column);
    if (nodeAt(template, origin, ['FunCall']) === null) continue;
    return whole(marked(template.locate, template.source, origin), template, origin);
  }
  return null;
}

function problemOf(
  error: unknown,
  place: Located,
  template: Compiled,
  origin: Position,
  scene: FaultScene,
): Problem {
  if (error instanceof UndefinedOutput) return undefinedOutput(error, place, template, origin, scene);
  const at = whole(place, template, origin);
  if (error instanceof TemplateFault) return error.problem(at);
  const message = messageOf(error);
  const absent = /^template not found: (.*)/.exec(message)?.[1];
  if (absent !== undefined) return missingTemplate(place, absent, didYouMean(absent, scene.templates));
  const call = /^Unable to call `(.*)`, which is (undefined or falsey|not a function)/s.exec(message);
  if (call) return notCallable(at, dotted(call[1] ?? ''));
  const macro = /^cannot import '(.*)'/.exec(message)?.[1];
  if (macro !== undefined) return importMissing(place, macro, null);
  if (error instanceof RangeError && /call stack/.test(message)) return templateEndless(at);
  return templateFailed(at, message);
}

/** `m["card"]` as its author wrote it: `m.card`. */
function dotted(name: string): string {
  return name.replace(/\["(\w+)"\]/g, '.$1');
}

/** nunjucks wraps errors in its own, once for each template on the way. */
function innermost(error: unknown): unknown {
  let inner = error;
  while (inner instanceof Error && inner.name === 'Template render error' && inner.cause instanceof Error) {
    inner = inner.cause;
  }
  return inner;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.trim() : String(error);
}

function onPage(problem: Problem, page: Page): Problem {
  const about = page.file === null ? '' : `, which is made from \`${page.file}\``;
  return { ...problem, message: `${problem.message} This happened on the page ${page.url}${about}.` };
}

/** The node of a kind that begins at a place. */
function nodeAt(template: Compiled, { line, column }: Position, kinds: readonly string[]): Node | null {
  for (const node of nodesOf(parseTemplate(template.source))) {
    if (node.lineno + 1 === line && node.colno + 1 === column && kinds.includes(node.typename)) return node;
  }
  return null;
}

/** What `{{ … }}` was to print, or a filter was to take. */
function expressionAt(template: Compiled, origin: Position): Node | null {
  const node = nodeAt(template, origin, ['Output', 'Filter']);
  if (is(node, 'Output')) return printedIn(node);
  const args = node === null ? null : child(node, 'args');
  return args === null ? null : (list(args)[0] ?? null);
}

function printedIn(output: Node): Node | null {
  return list(output).find((item) => item.typename !== 'TemplateData') ?? null;
}

/** The place of an expression with all of its path: `article.image.src`. */
function placeOf(node: Node, template: Compiled): Located {
  const first = leftmost(node);
  const path = pathOf(node);
  return path === null
    ? marked(template.locate, template.source, { line: first.lineno + 1, column: first.colno + 1 })
    : template.locate.line(first.lineno + 1, first.colno + 1, path.length);
}

/** nunjucks puts a printed value at its braces, a call at its bracket, a field at its dot: the place of the whole. */
function whole(place: Located, template: Compiled, origin: Position): Located {
  const node = nodeAt(template, origin, ['Output', 'FunCall', 'LookupVal']);
  if (node === null) return place;
  if (is(node, 'LookupVal')) return placeOf(node, template);
  const meant = is(node, 'FunCall') ? child(node, 'name') : printedIn(node);
  return meant === null ? place : placeOf(meant, template);
}

/** A side of the `+` or `~` that begins at a place; of several, the one whose name was looked up last. */
function operandAt(
  template: Compiled,
  { line, column }: Position,
  side: 'left' | 'right',
  missed: Missed,
): Node | null {
  const operands = nodesOf(parseTemplate(template.source))
    .filter((node) => is(node, 'Add', 'Concat') && node.lineno + 1 === line && node.colno + 1 === column)
    .flatMap((node) => child(node, side) ?? []);
  return operands.find((node) => literal(child(node, 'val')) === missed.key) ?? operands.at(-1) ?? null;
}

function undefinedOutput(
  { missed, side }: UndefinedOutput,
  place: Located,
  template: Compiled,
  origin: Position,
  scene: FaultScene,
): Problem {
  const node = side === null ? expressionAt(template, origin) : operandAt(template, origin, side, missed);
  if (node === null) return nothingToPrint(place, null);
  const at = placeOf(node, template);
  const path = pathOf(node);
  if (path === null) return nothingToPrint(at, null);
  if (is(node, 'Symbol')) return missingVariable(at, path, didYouMean(path, scene.names));
  const target = pathOf(child(node, 'target')) ?? '';
  const key = literal(child(node, 'val')) ?? '';
  if (missed.key !== key && word(child(node, 'val')) !== null) return nothingToPrint(at, path);
  if (missed.object === null || missed.object === undefined) {
    return noneHasNoFields(at, target, key, missed.object === null);
  }
  const fields = typeof missed.object === 'object' ? Object.keys(missed.object) : [];
  return missingField(at, target, key, didYouMean(key, fields), describe(missed.object));
}
