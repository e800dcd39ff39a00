import type { Problem } from '../../model/problem.js';
import type { Located } from '../../problems/index.js';
import { BUILT_IN_FILTERS } from './built-in.js';
import type { Compiled } from './compile.js';
import { OWN_FILTERS } from './filters.js';
import type { RendererInput } from './index.js';
import { type Known, lint } from './lint.js';
import { nameCheck } from './names.js';
import type { Parsed } from './scope.js';
import { VIEWS } from './shapes.js';
import { textKeys } from './texts.js';
import { child, is, list, literal, type Node, nodesOf, word } from './tree.js';

/** Everything that can be told of a set of templates before a page is rendered; each mistake once. */
export function checkTemplates(
  compiled: readonly Compiled[],
  input: Pick<RendererInput, 'templates' | 'texts' | 'assets'>,
): readonly Problem[] {
  const known: Known = {
    templates: new Set(input.templates.keys()),
    filters: new Set([...BUILT_IN_FILTERS, ...OWN_FILTERS]),
    assets: new Set(input.assets.keys()),
    texts: textKeys(input.texts),
  };
  const problems: Problem[] = [];
  const set = new Map<string, Parsed>();
  let dynamic = false;
  for (const template of compiled) {
    const own = new Set<string>();
    const place = (node: Node, length: number): Located =>
      template.locate.line(node.lineno + 1, node.colno + 1, length);
    for (const node of nodesOf(template.tree)) {
      problems.push(...lint(node, template.name, known, place));
      for (const name of namesGiven(node)) own.add(name);
      dynamic ||= isReference(node) && literal(child(node, 'template')) === null;
    }
    set.set(template.name, { compiled: template, own });
  }
  problems.push(...namesOf(set, dynamic));
  return once(problems);
}

function namesOf(set: ReadonlyMap<string, Parsed>, dynamic: boolean): readonly Problem[] {
  const check = nameCheck(set);
  for (const kind of Object.keys(VIEWS)) {
    const entry = set.get(`${kind}.njk`);
    if (entry) check.page(entry, [kind]);
  }
  // What no page reaches by itself is a template that an article or a page asks for by its field `template`. Where
  // templates are chosen by a variable it may as well be a part, whose variables nobody can know.
  if (!dynamic) {
    for (const [name, entry] of set) {
      if (!check.reached.has(name) && !name.includes('/')) check.page(entry, ['article', 'page']);
    }
  }
  return check.problems;
}

const isReference = (node: Node): boolean => is(node, 'Extends', 'Include', 'Import', 'FromImport');

/** Names that a node gives to something. */
function namesGiven(node: Node): readonly string[] {
  if (is(node, 'Set')) return list(node, 'targets').flatMap((target) => word(target) ?? []);
  if (is(node, 'Macro')) return [word(child(node, 'name')) ?? ''];
  if (is(node, 'Import')) return [word(child(node, 'target')) ?? ''];
  if (!is(node, 'FromImport')) return [];
  const names = child(node, 'names');
  return (names === null ? [] : list(names)).flatMap(
    (item) => word(is(item, 'Pair') ? child(item, 'value') : item) ?? [],
  );
}

function once(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.code} ${problem.file}:${problem.line}:${problem.column} ${problem.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
