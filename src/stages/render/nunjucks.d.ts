/**
 * What Dateline uses of nunjucks 3.2.4, as it is exported: the published types know neither the parser and compiler
 * nor templates that are compiled already.
 */
declare module 'nunjucks' {
  export interface TemplateNode {
    readonly typename: string;
    /** Names of what it holds: nodes, lists of nodes, texts. */
    readonly fields: readonly string[];
    /** Both count from 0. */
    readonly lineno: number;
    readonly colno: number;
  }

  /** Receives each finished text, or what went wrong. */
  export type Done = (error: unknown, text?: string) => void;
  export type RenderFunction = (
    env: Environment,
    context: Context,
    frame: Frame,
    runtime: Runtime,
    done: Done,
  ) => void;

  /** A compiled template: `root`, and `b_NAME` for each block. */
  export interface TemplateCode {
    readonly root: RenderFunction;
    readonly [block: `b_${string}`]: RenderFunction;
  }

  export interface Context {
    readonly env: Environment;
    readonly ctx: { readonly [name: string]: unknown };
    lookup(name: string): unknown;
  }

  /** The variables of a scope. */
  export interface Frame {
    topLevel?: boolean;
    set(name: string, value: unknown, resolveUp?: boolean): void;
    lookup(name: string): unknown;
    resolve(name: string, forWrite?: boolean): Frame | undefined;
    push(isolateWrites?: boolean): Frame;
    pop(): Frame | undefined;
  }

  export interface SafeString {
    readonly val: string;
    readonly length: number;
    toString(): string;
  }

  /** Anything that has fields: objects, lists, texts, numbers. */
  export interface Indexed {
    readonly [key: string | number]: unknown;
  }

  /** The functions that compiled templates call. */
  export interface Runtime {
    readonly SafeString: { new (text: string): SafeString };
    readonly Frame: { new (): Frame };
    suppressValue(value: unknown, autoescape: boolean): unknown;
    ensureDefined(value: unknown, line: number, column: number): unknown;
    memberLookup(object: Indexed | null | undefined, key: string | number): unknown;
    contextOrFrameLookup(context: Context, frame: Frame, name: string): unknown;
    makeMacro(args: readonly string[], named: readonly string[], body: Macro): Macro;
    /** Ours: `a + b` and `a ~ b`. */
    add?(left: unknown, right: unknown): unknown;
    concat?(left: unknown, right: unknown): unknown;
    /** Ours: what `{% set x %}…{% endset %}` holds. */
    captured?(html: string): unknown;
    callWrap(callee: unknown, name: string, context: Context, args: readonly unknown[]): unknown;
  }

  export type Macro = (this: unknown, ...args: unknown[]) => unknown;
  export type Task = (...args: unknown[]) => void;
  export type Filter = (this: Context, value: unknown, ...args: unknown[]) => unknown;

  export interface Environment {
    addFilter(name: string, filter: Filter): Environment;
    getFilter(name: string): Filter;
    getTest(name: string): unknown;
    addGlobal(name: string, value: unknown): Environment;
    /** Runs tasks that each hand their result to the next. Compiled templates call it for each `include`. */
    waterfall(tasks: readonly Task[], done: (error?: unknown) => void): void;
    /** Compiled templates call it with all five; `done` is called before it returns. */
    getTemplate(
      name: unknown,
      eager: boolean,
      parent: string | undefined,
      ignoreMissing: boolean,
      done?: (error: unknown, template?: Template) => void,
    ): Template | undefined;
  }

  export interface Template {
    render(context: object): string;
  }

  interface Compiler {
    compile(node: TemplateNode, frame?: object): void;
    getCode(): string;
    /** Appends to the code. */
    _emit(code: string): void;
  }

  interface Nunjucks {
    readonly Environment: {
      new (
        loader: { getSource(name: string): null },
        options: { autoescape: boolean; throwOnUndefined: boolean; dev: boolean },
      ): Environment;
    };
    readonly Template: {
      new (
        source: { readonly type: 'code'; readonly obj: TemplateCode },
        env: Environment,
        path: string,
        eager: boolean,
      ): Template;
    };
    readonly runtime: Runtime;
    readonly parser: { parse(source: string, extensions: readonly never[], options: object): TemplateNode };
    readonly compiler: { readonly Compiler: { new (name: string, throwOnUndefined: boolean): Compiler } };
  }

  const nunjucks: Nunjucks;
  export default nunjucks;
}

declare module 'nunjucks/src/transformer.js' {
  import type { TemplateNode } from 'nunjucks';

  /** Lifts calls of `super()` out of expressions; must come before compiling. */
  const transformer: { transform(tree: TemplateNode, asyncFilters: readonly string[]): TemplateNode };
  export default transformer;
}
