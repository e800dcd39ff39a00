import { posix } from 'node:path';
import type { TransformResult, Warning } from 'lightningcss';
import type { Problem } from '../../model/problem.js';
import { type Located, locator } from '../../problems/index.js';
import * as told from '../../problems/styles.js';
import { styleTargets } from './browsers.js';
import { loadStyleTool } from './native.js';
import { referenceOf, relativeTo } from './references.js';
import type { FoundAsset, Made } from './types.js';

const THEME = '@theme/';

export interface StyleSetting {
  /** The style sheets, by name; the theme's own also as `@theme/NAME`. */
  readonly sources: ReadonlyMap<string, FoundAsset>;
  /** Where each file that is no style sheet is published, below `assets/`, by name. */
  readonly published: ReadonlyMap<string, string>;
}

/**
 * A style sheet as it is published: what it imports from `templates/assets/` in it, in the words of the browsers that count,
 * without a byte too many, and with the published names of what it loads.
 */
export async function makeStyle({ name, place, text }: FoundAsset, setting: StyleSetting): Promise<Made> {
  const source = text ?? '';
  const { sources } = setting;
  const problems: Problem[] = [];
  const at = (file: string, line: number, column: number, length = 1): Located => {
    const found = sources.get(file);
    return found?.text ? locator(found.place, found.text).line(line, column, length) : { file: place };
  };
  let result: TransformResult;
  try {
    result = await transformed(name, sources);
  } catch (error) {
    const fault = asFault(error);
    if (fault === null) throw error;
    const where = at(fault.file, fault.line, fault.column);
    return { text: null, problems: [told.styleSyntax(where, fault.message)] };
  }
  for (const warning of result.warnings) problems.push(problemOf(warning, at, sources));
  const open = openedAt(source);
  if (open !== null) problems.push(told.styleOpen(locator(place, source).at(open), source.charAt(open)));

  let made = new TextDecoder().decode(result.code);
  for (const dependency of result.dependencies ?? []) {
    if (dependency.type !== 'url' && dependency.type !== 'import') continue;
    const { url, placeholder, loc } = dependency;
    const from = nameIn(loc.filePath);
    const found =
      dependency.type === 'import'
        ? ({ kind: 'kept', url } as const)
        : referenceOf(url, from, name, (other) => setting.published.has(other));
    if (found.kind === 'missing')
      problems.push(
        told.styleReference(at(loc.filePath, loc.start.line, loc.start.column, url.length), found.name),
      );
    const address =
      found.kind === 'own'
        ? encodeURI(relativeTo(name, setting.published.get(found.name) ?? found.name)) + found.tail
        : found.kind === 'kept'
          ? found.url
          : url;
    made = made.replaceAll(`"${placeholder}"`, () => quoted(address));
  }
  return { text: problems.some(({ severity }) => severity === 'error') ? null : made, problems };
}

const nameIn = (file: string): string => (file.startsWith(THEME) ? file.slice(THEME.length) : file);

const quoted = (url: string): string =>
  `"${url.replace(/["\\\n]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;

async function transformed(name: string, sources: StyleSetting['sources']): Promise<TransformResult> {
  const { transform, bundleAsync } = loadStyleTool();
  const options = {
    filename: name,
    minify: true,
    errorRecovery: true,
    targets: styleTargets(),
  };
  const source = sources.get(name)?.text ?? '';
  if (!/@import/i.test(source))
    return transform({ ...options, code: Buffer.from(source), analyzeDependencies: true });
  const read = (file: string): string => sources.get(file)?.text ?? '';
  const resolve = (specifier: string, from: string): string | { external: string } => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(specifier)) return { external: specifier };
    const wanted = specifier.startsWith(THEME)
      ? specifier
      : posix.normalize(posix.join(posix.dirname(nameIn(from)), specifier));
    // A sheet that takes the place of the theme's means that one by the same name.
    if (!sources.has(wanted))
      throw new Error(`there is no style sheet \`${wanted}\` in \`templates/assets/\``);
    return wanted;
  };
  const all = { ...options, analyzeDependencies: { preserveImports: true }, resolver: { read, resolve } };
  return bundleAsync(all);
}

/** Where it went wrong, of what lightningcss throws; null of any other error. */
function asFault(error: unknown): {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
} | null {
  if (!(error instanceof Error) || !('loc' in error) || !('fileName' in error)) return null;
  const { loc } = error;
  if (typeof loc !== 'object' || loc === null || !('line' in loc) || !('column' in loc)) return null;
  const message = error.message.replace(/^Error: /, '').replace(/\.$/, '');
  return { file: String(error.fileName), line: Number(loc.line), column: Number(loc.column), message };
}

function problemOf(
  { message, type, value, loc }: Warning,
  at: (file: string, line: number, column: number) => Located,
  sources: StyleSetting['sources'],
): Problem {
  const line = (sources.get(loc.filename)?.text ?? '').split(LINE_BREAK)[loc.line - 1] ?? '';
  const spaces = /^\s*/.exec(line.slice(loc.column - 1))?.[0].length ?? 0;
  const place = at(loc.filename, loc.line, loc.column + spaces);
  const words = inWords(message);
  // What this tool has not heard of may be known to a browser; tricks for old ones are meant to be skipped by others.
  const kind: unknown = typeof value === 'object' && value !== null ? value.type : undefined;
  const unheard = type === 'AtRuleInvalid' || String(kind).startsWith('Unsupported');
  return unheard || isTrick(line.slice(0, loc.column - 1))
    ? told.styleUnknown(place, words)
    : told.styleSyntax(place, words);
}

/** The tool's own names of tokens, `Ident("red")`, as what stands in the file. */
function inWords(message: string): string {
  const token = /^Unexpected token (\w+)(?:\("(.*)"\))?/.exec(message);
  if (token !== null)
    return token[2] === undefined ? 'something unexpected stands here' : `\`${token[2]}\` is unexpected here`;
  if (message === 'Unexpected end of input') return 'it ends before the rule does: a `}` is missing';
  if (message === 'Invalid empty selector')
    return 'the rule has no selector, or a `}` too many stands before it';
  return message.replace(/\.$/, '');
}

/** Where a `{` or a comment opens that never ends: browsers take all that follows for a part of it. */
function openedAt(text: string): number | null {
  const open: number[] = [];
  for (const { 0: token, index } of text.matchAll(
    /\/\*[\s\S]*?(?:\*\/|$)|\\[\s\S]|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|[{}]/g,
  )) {
    if (token === '{') open.push(index);
    else if (token === '}') open.pop();
    else if (token.startsWith('/*') && (token.length < 4 || !token.endsWith('*/'))) return index;
  }
  return open[0] ?? null;
}

/** `*zoom: 1` and `_height: 1px` were written for browsers that are gone. */
function isTrick(before: string): boolean {
  return /^\s*[*_]/.test(before.slice(Math.max(before.lastIndexOf('{'), before.lastIndexOf(';')) + 1));
}

const LINE_BREAK = /\r\n?|\n|\f/;
