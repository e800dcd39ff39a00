import type { Problem } from '../../model/problem.js';
import type { Located } from '../../problems/index.js';
import { BUILT_IN_FILTERS } from './built-in.js';
import type { Compiled } from './compile.js';
import { OWN_FILTERS } from './filters.js';
import type { RendererInput } from './index.js';
import type { Library } from './library.js';
import { type Known, lint } from './lint.js';
import { nameCheck } from './names.js';
import { themeName } from './reference.js';
import type { Parsed } from './scope.js';
import { VIEWS } from './shapes.js';
import { textKeys } from './texts.js';
import { child, is, list, type Node, pathOf, word } from './tree.js';
import { unusedTemplates } from './unused.js';

/** A template that the content names, and for what: an article or a standing page. */
export interface Asked {
  readonly template: string;
  readonly kind: 'article' | 'page';
}

/**
 * Everything that can be told of the templates that pages reach, before one is rendered; each mistake once.
 *
 * @param unreadable paths of files of which nobody knows what is in them
 */
export function checkTemplates(
  library: Library,
  input: Pick<RendererInput, 'templates' | 'places' | 'texts' | 'assets' | 'asked'>,
  unreadable: ReadonlySet<string>,
): readonly Problem[] {
  const pages = Object.keys(VIEWS).map((kind) => ({ name: `${kind}.njk`, kinds: [kind] }));
  const asked = input.asked === undefined ? anyAsked(input) : namesAsked(input.asked, input.templates);
  const { compiled, problems: unread, dynamic } = library.reach([...pages, ...asked].map(({ name }) => name));
  const known: Known = {
    templates: new Set(input.templates.keys()),
    filters: new Set([...BUILT_IN_FILTERS, ...OWN_FILTERS]),
    assets: new Set(input.assets.keys()),
    texts: [...unreadable].some((path) => /\/texts\//.test(path)) ? null : textKeys(input.texts),
  };
  const problems: Problem[] = [...unread];
  const set = new Map<Compiled, Parsed>();
  for (const template of compiled) {
    const place = (node: Node, length: number): Located =>
      template.locate.line(node.lineno + 1, node.colno + 1, length);
    const own = new Set<string>();
    const paths = new Set<string>();
    for (const node of template.nodes) {
      problems.push(...lint(node, template.name, known, place));
      for (const name of namesGiven(node)) own.add(name);
      const path = pathOf(askedAfter(node));
      if (path !== null) (path.includes('.') ? paths : own).add(path);
    }
    set.set(template, { compiled: template, own, asked: paths });
  }
  const find = (name: string): Parsed | null => {
    const template = library.get(name);
    return template === null ? null : (set.get(template) ?? null);
  };
  const check = nameCheck(find, [...set.values()]);
  for (const { name, kinds } of pages) {
    const entry = find(name);
    if (entry) check.page(entry, kinds);
  }
  for (const { name, kinds } of asked) {
    const entry = find(name);
    // Where templates are chosen by a variable, one that nobody names may as well be a part.
    const part = input.asked === undefined && (dynamic || check.reached.has(name));
    if (entry && !part) check.page(entry, kinds);
  }
  const names = new Set(compiled.map(({ name }) => name));
  const isReached = (name: string): boolean => names.has(name) || library.problemOf(name) !== null;
  return once([...problems, ...check.finish(), ...unusedTemplates(input.templates, input.places, isReached)]);
}

/** An article or a page may ask for any template of the site's own that is not in a folder. */
function anyAsked({ templates, places }: Pick<RendererInput, 'templates' | 'places'>): readonly Entry[] {
  return [...templates.keys()]
    .filter((name) => !name.includes('/') && places.get(name) !== themeName(name))
    .map((name) => ({ name, kinds: ['article', 'page'] }));
}

function namesAsked(asked: readonly Asked[], templates: ReadonlyMap<string, string>): readonly Entry[] {
  const kinds = new Map<string, Set<string>>();
  for (const { template, kind } of asked) {
    const name = templates.has(template) ? template : `${template}.njk`;
    kinds.set(name, (kinds.get(name) ?? new Set()).add(kind));
  }
  return [...kinds].map(([name, of]) => ({ name, kinds: [...of] }));
}

interface Entry {
  readonly name: string;
  readonly kinds: readonly string[];
}

/** What a template asks itself whether it is there: `x is defined`, `x | default(…)`. */
function askedAfter(node: Node): Node | null {
  if (is(node, 'Is')) {
    const test = word(child(node, 'right'));
    return test === 'defined' || test === 'undefined' ? child(node, 'left') : null;
  }
  const filter = is(node, 'Filter') ? word(child(node, 'name')) : null;
  const args = filter === 'default' || filter === 'd' ? child(node, 'args') : null;
  return args === null ? null : (list(args)[0] ?? null);
}

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
