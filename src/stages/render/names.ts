import type { Problem } from '../../model/problem.js';
import { didYouMean, type Located } from '../../problems/index.js';
import {
  importMissing,
  macroNotImported,
  misspeltBlock,
  nameOfOtherPages,
  nameOutsideMacro,
  unknownName,
  unusedBlock,
} from '../../problems/template/names.js';
import { templateEndless } from '../../problems/template/rendering.js';
import type { Compiled } from './compile.js';
import { typeOf, type Walk } from './expressions.js';
import { resolveName } from './reference.js';
import {
  assign,
  inside,
  inWords,
  namesIn,
  type Parsed,
  parametersOf,
  type Scope,
  signature,
  type View,
} from './scope.js';
import { below, child, flag, is, list, literal, type Node, word } from './tree.js';
import {
  ANY,
  ANY_VIEW,
  data,
  either,
  elementOf,
  GLOBALS,
  KINDS_OF,
  type Type,
  viewVariables,
} from './types.js';

/**
 * Follows what templates extend, include, import and call, and tells every name that can't mean anything where it
 * stands: `{% if artcle.image %}` would otherwise be false for ever and say nothing.
 */
export interface NameCheck {
  /** Looks at a template that makes pages of these kinds. */
  page(entry: Parsed, kinds: readonly string[]): void;
  /** Templates that were looked at. */
  readonly reached: ReadonlySet<string>;
  /** What is wrong however one gets there: a layout may ask for what only some of its pages have. */
  finish(): readonly Problem[];
}

/** @param find the template of a name, null where there is none or nobody knows what is in it */
export function nameCheck(find: (name: string) => Parsed | null, files: readonly Parsed[]): NameCheck {
  const told = new Map<Node, Problem>();
  const fine = new Set<Node>();
  const reached = new Set<string>();
  /** Every macro, with a look at it that knows nothing of what it is given: for those that nothing calls. */
  const macros = new Map<Node, () => void>();
  const called = new Set<Node>();
  /** How often a loop has changed what is outside of it. */
  let widened = 0;
  /** Macros and included files that were looked at with the same variables. */
  const seen = new Set<string>();
  const modules = new Map<string, ReadonlyMap<string, Type>>();
  const unknown = unknownOf(macroFilesOf(files));
  const namesAnywhere = new Set(files.flatMap((file) => [...file.own]));
  /** Blocks that the file at hand and those around it have a place for. */
  let places = new Set<string>();

  const isNew = (what: string): boolean => !seen.has(what) && seen.add(what) !== undefined;

  const walk: Walk = {
    visit,
    tell(scope, node, length, make) {
      const { at, about } = 'about' in node ? node : { at: node, about: node };
      if (told.has(about)) return;
      told.set(about, make(scope.file.compiled.locate.line(at.lineno + 1, at.colno + 1, length)));
    },
    fine: (node) => void fine.add(node),
  };
  const expression = (node: Node | null, scope: Scope): Type => typeOf(node, scope, walk);

  function visit(node: Node | null, scope: Scope): void {
    if (node === null) return;
    switch (node.typename) {
      case 'For':
      case 'AsyncEach':
      case 'AsyncAll':
        visitFor(node, scope);
        break;
      case 'Set':
        visitSet(node, scope);
        break;
      case 'Macro':
        visitMacro(node, scope);
        break;
      case 'Block':
        visitBlock(node, scope);
        break;
      case 'Include':
        visitInclude(node, scope);
        break;
      case 'Import':
      case 'FromImport':
        visitImport(node, scope);
        break;
      case 'If':
      case 'IfAsync':
        expression(child(node, 'cond'), scope);
        visit(child(node, 'body'), scope);
        visit(child(node, 'else_'), scope);
        break;
      case 'Switch':
        expression(child(node, 'expr'), scope);
        for (const one of list(node, 'cases')) {
          expression(child(one, 'cond'), scope);
          visit(child(one, 'body'), scope);
        }
        visit(child(node, 'default'), scope);
        break;
      case 'Output':
        for (const item of list(node)) if (item.typename !== 'TemplateData') expression(item, scope);
        break;
      case 'Super':
      case 'Extends':
        break;
      default:
        for (const next of below(node)) visit(next, scope);
    }
  }

  function visitFor(node: Node, scope: Scope): void {
    const type = expression(child(node, 'arr'), scope);
    const inner = inside(scope);
    const target = child(node, 'name');
    if (is(target, 'Array')) for (const item of list(target)) inner.variables.set(word(item) ?? '', ANY);
    else inner.variables.set(word(target) ?? '', elementOf(type));
    const before = widened;
    visit(child(node, 'body'), inner);
    // The second turn begins with what the first has left.
    if (widened > before) visit(child(node, 'body'), inner);
    visit(child(node, 'else_'), scope);
  }

  function visitSet(node: Node, scope: Scope): void {
    const value = child(node, 'value');
    if (value === null) visit(child(node, 'body'), inside(scope));
    const type = value === null ? data('text') : expression(value, scope);
    for (const target of list(node, 'targets')) if (assign(scope, word(target) ?? '', type)) widened++;
  }

  function visitMacro(node: Node, scope: Scope): void {
    const parameters = parametersOf(node);
    const check = (args: readonly Type[], named: ReadonlyMap<string, Type>): void => {
      called.add(node);
      const inner = inside(scope);
      for (const [i, parameter] of parameters.entries()) {
        const given = args[i] ?? named.get(parameter.name);
        const absent = parameter.default === null ? data('none') : expression(parameter.default, inner);
        inner.variables.set(parameter.name, given ?? absent);
      }
      const types = [...inner.variables.values()].map(inWords).join();
      const id = `macro ${scope.file.compiled.name} ${node.lineno}:${node.colno} ${types}`;
      if (isNew(id)) visit(child(node, 'body'), inner);
    };
    assign(scope, word(child(node, 'name')) ?? '', { kind: 'macro', check });
    const unknown = parameters.map(() => ANY);
    macros.set(node, () => check(unknown, new Map()));
  }

  function visitBlock(node: Node, scope: Scope): void {
    const name = word(child(node, 'name')) ?? '';
    places.add(name);
    visit(child(node, 'body'), inside(scope));
    // What overrides it is written in another file and shown here.
    const over = scope.blocks.get(name);
    if (over) visit(child(over.node, 'body'), { ...over.scope, variables: new Map(), outer: scope });
  }

  function visitInclude(node: Node, scope: Scope): void {
    const file = fileOf(node, scope);
    if (file === null) return;
    const view = scope.view === importedView ? importedView : sharedView;
    const inner: Scope = { ...inside(scope), file, view, blocks: new Map() };
    if (isNew(`include ${file.compiled.name} ${view.name} ${signature(inner)}`)) visitFile(inner);
  }

  function visitImport(node: Node, scope: Scope): void {
    const file = fileOf(node, scope);
    const exported =
      file === null ? null : moduleOf(file, flag(node, 'withContext') && scope.view !== importedView);
    if (is(node, 'Import')) {
      const type: Type = exported === null ? ANY : { kind: 'module', exports: exported };
      assign(scope, word(child(node, 'target')) ?? '', type);
      return;
    }
    const names = child(node, 'names');
    for (const item of names === null ? [] : list(names)) {
      const original = is(item, 'Pair') ? child(item, 'key') : item;
      const name = word(original) ?? '';
      const type = exported?.get(name);
      if (exported !== null && type === undefined && original !== null) {
        walk.tell(scope, original, name.length, (place) =>
          importMissing(place, name, didYouMean(name, exported.keys())),
        );
      }
      assign(scope, is(item, 'Pair') ? (word(child(item, 'value')) ?? '') : name, type ?? ANY);
    }
  }

  /** What a file gives to those who import it. */
  function moduleOf(file: Parsed, withContext: boolean): ReadonlyMap<string, Type> {
    const key = `${file.compiled.name} ${withContext}`;
    const known = modules.get(key);
    if (known !== undefined) return known;
    const variables = new Map<string, Type>();
    modules.set(key, variables);
    visitFile({
      file,
      variables,
      outer: null,
      view: withContext ? contextView : importedView,
      blocks: new Map(),
    });
    return variables;
  }

  /** A file from its top, then what it extends with its blocks put in. `extending`: the files that extend it. */
  function visitFile(scope: Scope, extending: ReadonlySet<string> = new Set()): void {
    const { tree, nodes, name: fileName } = scope.file.compiled;
    reached.add(fileName);
    const extend = list(tree).find((node) => is(node, 'Extends'));
    const parent = extend === undefined ? null : fileOf(extend, scope);
    if (parent === null || extend === undefined) {
      visit(tree, scope);
      return;
    }
    const chain = new Set([...extending, fileName]);
    if (chain.has(parent.compiled.name)) {
      walk.tell(scope, extend, 'extends'.length, templateEndless);
      return;
    }
    // Outside its blocks, a template that extends another one only makes variables.
    for (const node of list(tree)) if (!is(node, 'Block', 'Extends')) visit(node, scope);
    const own = nodes.filter((node) => is(node, 'Block'));
    const blocks = new Map(own.map((node) => [word(child(node, 'name')) ?? '', { node, scope }]));
    const around = places;
    places = new Set();
    const view = scope.view === importedView ? importedView : sharedView;
    const over = new Map([...blocks, ...scope.blocks]);
    visitFile({ file: parent, variables: new Map(), outer: scope, view, blocks: over }, chain);
    const lost = [...blocks].filter(([name]) => !places.has(name));
    // A layout of the site's own need not have a place for all that the theme's pages offer.
    const wanted = scope.file.compiled.theme ? lost.length === blocks.size : true;
    for (const [name, { node }] of wanted ? lost : []) tellBlock(name, node, scope, parent.compiled);
    places = new Set([...around, ...places]);
  }

  function tellBlock(name: string, node: Node, scope: Scope, parent: Compiled): void {
    const meant = scope.file.compiled.theme ? null : didYouMean(name, places);
    walk.tell(scope, node, 'block'.length, (place) =>
      meant === null ? unusedBlock(place, name, parent.name) : misspeltBlock(place, name, parent.name, meant),
    );
    // What else is wrong with it is told in the same run.
    if (meant !== null) visit(child(node, 'body'), inside(scope));
  }

  /** The template that a tag names; null where a variable chooses it. */
  function fileOf(tag: Node, scope: Scope): Parsed | null {
    const reference = child(tag, 'template');
    const written = literal(reference);
    if (written !== null) return find(resolveName(written, scope.file.compiled.name));
    expression(reference, scope);
    return null;
  }

  /** What includes and layouts see: they serve several kinds of pages and may ask for any view's variables. */
  const sharedView: View = (name, scope) => ANY_VIEW.get(name) ?? unknown(name, scope);
  /** What macros see that are imported `with context`: also whatever the importing template has. */
  const contextView: View = (name, scope) => (namesAnywhere.has(name) ? ANY : sharedView(name, scope));
  const importedView: View = (name, scope) =>
    ANY_VIEW.has(name) ? (place) => nameOutsideMacro(place, name) : unknown(name, scope);

  return {
    reached,
    finish() {
      for (const [node, check] of macros) if (!called.has(node)) check();
      return [...told].flatMap(([node, problem]) => (fine.has(node) ? [] : [problem]));
    },
    page(entry, kinds) {
      const views = kinds.map(viewVariables);
      // In a page's own template its view is certain.
      const view: View = (name, scope) => {
        const types = views.flatMap((variables) => variables.get(name) ?? []);
        if (types.length > 0) return either(...types);
        const others = KINDS_OF.get(name);
        return others ? (place) => nameOfOtherPages(place, name, others) : unknown(name, scope);
      };
      visitFile({ file: entry, variables: new Map(), outer: null, view, blocks: new Map() });
    },
  };
}

const unknownOf =
  (macroFiles: ReadonlyMap<string, string>) =>
  (name: string, scope: Scope) =>
  (place: Located): Problem => {
    const file = macroFiles.get(name);
    if (file !== undefined && file !== scope.file.compiled.name) return macroNotImported(place, name, file);
    return unknownName(
      place,
      name,
      didYouMean(name, [...namesIn(scope), ...ANY_VIEW.keys(), 'site', ...GLOBALS]),
    );
  };

/** The macros that files make for others, each with its file; the site's own before the theme's of the same name. */
function macroFilesOf(files: readonly Parsed[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { compiled } of files) {
    for (const node of list(compiled.tree)) {
      const name = is(node, 'Macro') ? word(child(node, 'name')) : null;
      if (name !== null && (!found.has(name) || found.get(name)?.startsWith('@theme/')))
        found.set(name, compiled.name);
    }
  }
  return found;
}
