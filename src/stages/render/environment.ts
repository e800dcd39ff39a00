import type { Environment, RenderFunction, Runtime, Task, Template, TemplateCode } from 'nunjucks';
import nunjucks from 'nunjucks';
import { BUILT_IN_FILTERS } from './built-in.js';
import { TemplateFault } from './fault.js';
import { filters, globals, type Toolbox } from './filters.js';
import { FastFrame } from './frame.js';
import { htmlFilters } from './html-filters.js';
import type { Library } from './library.js';
import { resolveName } from './reference.js';
import { safe, strictRuntime, textOf } from './runtime.js';

export interface TemplateSet {
  /** Null: there is no such template. */
  template(name: string): Template | null;
  /** Makes a value visible to every template, imported macros included. */
  share(name: string, value: unknown): void;
}

export interface EnvironmentInput {
  readonly library: Library;
  readonly tools: Toolbox;
  /** Told of each template that another one asks for, absent ones too. */
  readonly reached: (name: string) => void;
  readonly belongsToView: (list: object) => boolean;
}

/** One nunjucks environment for a set of compiled templates. */
export function createTemplateSet({ library, tools, reached, belongsToView }: EnvironmentInput): TemplateSet {
  // Templates come from the map below; nunjucks asks the loader only for absent ones.
  const env = new nunjucks.Environment(
    { getSource: () => null },
    { autoescape: true, throwOnUndefined: true, dev: true },
  );
  const { runtime, ensureDefined } = strictRuntime(belongsToView);
  addFilters(env, tools, ensureDefined);
  for (const [name, value] of Object.entries(globals(tools))) env.addGlobal(name, value);
  env.waterfall = runTasks;

  const templates = new Map<string, Template>();
  const find = (name: string): Template | null => {
    const known = templates.get(name);
    if (known !== undefined) return known;
    const compiled = library.get(name);
    if (compiled === null) {
      const problem = library.problemOf(name);
      if (problem === null) return null;
      throw new TemplateFault(() => problem);
    }
    const code = withRuntime(compiled.code, runtime);
    const made = new nunjucks.Template({ type: 'code', obj: code }, env, name, true);
    templates.set(name, made);
    return made;
  };

  const getTemplate = env.getTemplate.bind(env);
  env.getTemplate = (reference, eager, parent, ignoreMissing, done) => {
    const text = textOf(reference);
    if (text === null) return getTemplate(reference, eager, parent, ignoreMissing, done);
    const name = resolveName(text, parent);
    reached(name);
    const known = find(name);
    if (known === null) return getTemplate(name, eager, undefined, ignoreMissing, done);
    if (done === undefined) return known;
    done(null, known);
    return undefined;
  };

  return {
    template: find,
    share: (name, value) => void env.addGlobal(name, value),
  };
}

/** nunjucks hands its own runtime and frame to the root of a template; blocks and parents get what the root has. */
function withRuntime(code: TemplateCode, runtime: Runtime): TemplateCode {
  const root: RenderFunction = (env, context, given, _, done) => {
    let frame = given;
    if (!(frame instanceof FastFrame)) {
      frame = new FastFrame();
      frame.topLevel = true;
    }
    code.root(env, context, frame, runtime, done);
  };
  return { ...code, root };
}

/** Filters take `undefined` for an error, but for those that are made for it. */
function addFilters(env: Environment, tools: Toolbox, ensureDefined: <T>(value: T) => T): void {
  const own = htmlFilters((name) => env.getFilter(name));
  for (const name of BUILT_IN_FILTERS) {
    if (name in own || name === 'default' || name === 'd') continue;
    const filter = env.getFilter(name);
    env.addFilter(name, function (value, ...args) {
      return filter.call(this, ensureDefined(value), ...args);
    });
  }
  for (const [name, filter] of Object.entries({ ...own, ...filters(tools) })) {
    env.addFilter(name, function (value, ...args) {
      return filter.call(this, ensureDefined(value), ...args);
    });
  }
  env.addFilter('safe', (value) => {
    const given = ensureDefined(value);
    return given === null ? null : textOf(given) === null ? safe(String(given)) : safe(textOf(given) ?? '');
  });
}

/** nunjucks' waterfall for tasks that are all synchronous: each calls back before it returns, or never. */
function runTasks(tasks: readonly Task[], done: (error?: unknown) => void): void {
  let next = 0;
  const step = (error?: unknown, ...results: unknown[]): void => {
    const task = error ? undefined : tasks[next++];
    if (task === undefined) done(error);
    else task(...results, step);
  };
  step();
}
