import type { Problem } from '../../model/problem.js';
import { didYouMean, type Located } from '../../problems/index.js';
import {
  missingTemplate,
  notRandom,
  unknownArgument,
  unknownAsset,
  unknownDateStyle,
  unknownFilter,
  unknownTest,
  unknownText,
} from '../../problems/template/tools.js';
import { BUILT_IN_TESTS } from './built-in.js';
import { DATE_STYLE_NAMES } from './dates.js';
import { FILTER_ARGUMENTS } from './filters.js';
import { resolveName } from './reference.js';
import { child, flag, is, list, literal, type Node, word } from './tree.js';

/** What a template may name. */
export interface Known {
  readonly templates: ReadonlySet<string>;
  readonly filters: ReadonlySet<string>;
  readonly assets: ReadonlySet<string>;
  /** Null: they could not all be read. */
  readonly texts: ReadonlySet<string> | null;
}

const TESTS = new Set<string>(BUILT_IN_TESTS);

/**
 * Mistakes that one look at a node shows, wherever it stands: filters, tests, templates, texts and assets that don't
 * exist. They would stop the first page that gets there; told here, they are told all at once.
 */
export function lint(
  node: Node,
  name: string,
  known: Known,
  at: (node: Node, length: number) => Located,
): Problem[] {
  const args = child(node, 'args');
  const first = args === null ? null : (list(args)[0] ?? null);
  switch (node.typename) {
    case 'Filter':
      return [
        ...lintFilter(node, first, args === null ? null : (list(args)[1] ?? null), known, at),
        ...lintArguments(word(child(node, 'name')), args === null ? null : (list(args).at(-1) ?? null), at),
      ];
    case 'FunCall':
      return lintCall(word(child(node, 'name')), first, known, at);
    case 'Is': {
      const right = child(node, 'right');
      const test = word(right) ?? word(right === null ? null : child(right, 'name'));
      if (right === null || test === null || TESTS.has(test)) return [];
      return [unknownTest(at(right, test.length), test, didYouMean(test, TESTS))];
    }
    case 'Extends':
    case 'Include':
    case 'Import':
    case 'FromImport': {
      const reference = child(node, 'template');
      const written = literal(reference);
      if (reference === null || written === null || flag(node, 'ignoreMissing')) return [];
      const meant = resolveName(written, name);
      if (known.templates.has(meant)) return [];
      return [
        missingTemplate(at(reference, written.length + 2), written, didYouMean(meant, known.templates)),
      ];
    }
    default:
      return [];
  }
}

function lintFilter(
  node: Node,
  input: Node | null,
  argument: Node | null,
  known: Known,
  at: (node: Node, length: number) => Located,
): Problem[] {
  const name = word(child(node, 'name'));
  if (name === null) return [];
  if (!known.filters.has(name))
    return [unknownFilter(at(node, name.length), name, didYouMean(name, known.filters))];
  if (name === 'random') return [notRandom(at(node, name.length))];
  if (name === 't') return lintText(input, known, at);
  if (name === 'plural') return lintText(argument, known, at);
  const style = name === 'date' ? literal(argument) : null;
  if (argument === null || style === null || DATE_STYLE_NAMES.includes(style)) return [];
  return [unknownDateStyle(at(argument, style.length + 2), style, DATE_STYLE_NAMES)];
}

/** Named arguments that a filter of ours doesn't take: it would go on as if nothing had been said. */
function lintArguments(
  filter: string | null,
  given: Node | null,
  at: (node: Node, length: number) => Located,
): Problem[] {
  if (filter === null || !Object.hasOwn(FILTER_ARGUMENTS, filter)) return [];
  if (!is(given, 'KeywordArgs')) return [];
  const known = FILTER_ARGUMENTS[filter] ?? [];
  return list(given).flatMap((pair) => {
    const key = child(pair, 'key');
    const name = word(key);
    // Attributes with a hyphen are free: `data-…`, `aria-…`, those of scripts.
    if (key === null || name === null || known.includes(name) || name.includes('-')) return [];
    return [unknownArgument(at(key, name.length), filter, name, known, didYouMean(name, known))];
  });
}

function lintCall(
  name: string | null,
  argument: Node | null,
  known: Known,
  at: (node: Node, length: number) => Located,
): Problem[] {
  if (name === 't') return lintText(argument, known, at);
  const asset = name === 'asset' ? literal(argument) : null;
  if (argument === null || asset === null || known.assets.has(asset)) return [];
  return [unknownAsset(at(argument, asset.length + 2), asset, didYouMean(asset, known.assets))];
}

function lintText(key: Node | null, known: Known, at: (node: Node, length: number) => Located): Problem[] {
  const text = literal(key);
  if (key === null || text === null || known.texts === null || known.texts.has(text)) return [];
  return [unknownText(at(key, text.length + 2), text, [], didYouMean(text, known.texts))];
}
