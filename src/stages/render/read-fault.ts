import type { Problem } from '../../model/problem.js';
import { type Located, type Locator, suggestion } from '../../problems/index.js';
import {
  blockTwice,
  commentOpen,
  outputOpen,
  strayCommentEnd,
  strayEnd,
  tagOpen,
  templateSyntax,
  unknownTag,
} from '../../problems/template/syntax.js';

interface Position {
  readonly line: number;
  readonly column: number;
}

/** Tags that nunjucks knows, for suggestions. */
const TAGS = [
  'block',
  'call',
  'elif',
  'else',
  'endblock',
  'endcall',
  'endfilter',
  'endfor',
  'endif',
  'endmacro',
  'endraw',
  'endset',
  'endswitch',
  'extends',
  'filter',
  'for',
  'from',
  'if',
  'import',
  'include',
  'macro',
  'raw',
  'set',
  'switch',
];

/**
 * What is wrong with a template that can't be read. nunjucks' own message names the place where its parser gave up,
 * which for a tag that was never closed is the end of the file, without a line: what is open is found here.
 */
export function readFault(
  locate: Locator,
  source: string,
  error: unknown,
  scriptPlace: Position | null,
): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const own = positionOf(error) ?? scriptPlace;
  const place = own ? marked(locate, source, own) : { file: locate.file };

  if (/^expected end of comment/.test(message)) return commentOpen(locate.at(source.lastIndexOf('{#'), 2));
  if (/^unexpected end of comment/.test(message))
    return strayCommentEnd(locate.at(strayCommentAt(source), 2));
  const twice = /^Block "(.+)" defined more than once/.exec(message)?.[1];
  if (twice !== undefined) return blockTwice(secondBlock(locate, source, twice), twice);

  const fault = firstUnbalanced(source);
  const tag = /unknown block tag: (.+)/.exec(message)?.[1];
  if (tag !== undefined) {
    if (!tag.startsWith('end') && tag !== 'else' && tag !== 'elif') {
      return unknownTag(place, tag, suggestion(tag, TAGS));
    }
    return strayEnd(
      place,
      tag,
      fault?.open ? { tag: fault.open.tag, line: lineOf(source, fault.open.at) } : null,
    );
  }
  if (
    fault?.open &&
    fault.close === null &&
    (own === null || /end of file|end block|got EOF/.test(message))
  ) {
    return tagOpen(locate.at(fault.open.at, fault.open.length), fault.open.tag);
  }
  const output = openOutput(source, own === null ? source.length : offsetOf(source, own));
  if (output !== null) return outputOpen(locate.at(output, 2));
  return templateSyntax(own ? place : locate.at(source.trimEnd().length), plain(message));
}

/** nunjucks' messages without the names of its functions. */
function plain(message: string): string {
  return message
    .replace(/^(?:\(.*\)[^\n]*\n\s*)?(?:parse[A-Z]\w*|advanceAfter\w+|compile\w+|assertType): /, '')
    .trim();
}

function positionOf(error: unknown): Position | null {
  if (typeof error !== 'object' || error === null || !('lineno' in error) || !('colno' in error)) return null;
  const { lineno, colno } = error;
  return typeof lineno === 'number' && typeof colno === 'number' ? { line: lineno, column: colno } : null;
}

/** A place with the length of the word or sign that stands there. */
export function marked(locate: Locator, source: string, { line, column }: Position): Located {
  const text = source.split('\n', line)[line - 1] ?? '';
  const found = /^(?:[\p{L}\p{N}_]+|"[^"]*"|'[^']*'|[{}%|-]+|.)/u.exec(text.slice(column - 1));
  return locate.line(line, column, found?.[0].length ?? 1);
}

function offsetOf(source: string, { line, column }: Position): number {
  const before = source.split('\n', line - 1);
  return before.join('\n').length + (before.length > 0 ? 1 : 0) + column - 1;
}

/** The `{{` before a place of which no `}}` comes before the next tag. */
function openOutput(source: string, offset: number): number | null {
  const start = source.lastIndexOf('{{', offset);
  if (start === -1) return null;
  const next = /\}\}|\{\{|\{%/.exec(source.slice(start + 2));
  return next?.[0] === '}}' ? null : start;
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function strayCommentAt(source: string): number {
  const at = source.search(/#\}/);
  for (const found of source.matchAll(/\{#[\s\S]*?#\}|#\}/g)) if (found[0] === '#}') return found.index;
  return Math.max(0, at);
}

function secondBlock(locate: Locator, source: string, name: string): Located {
  const found = [...source.matchAll(/\{%-?\s*block\s+([^\s%-]+)/g)].filter((match) => match[1] === name)[1];
  return found ? locate.at(found.index, found[0].length) : { file: locate.file };
}

interface Tag {
  readonly tag: string;
  readonly at: number;
  readonly length: number;
}

const PAIRED = new Set([
  'if',
  'for',
  'block',
  'macro',
  'call',
  'filter',
  'switch',
  'asyncEach',
  'asyncAll',
  'ifAsync',
]);
const ENDS: { readonly [end: string]: string } = { endeach: 'asyncEach', endall: 'asyncAll', endif: 'if' };

/** The innermost tag that is open where the first end tag fits nothing, or at the end of the file. */
function firstUnbalanced(source: string): { readonly open: Tag | null; readonly close: Tag | null } | null {
  const open: Tag[] = [];
  const tags =
    /\{#[\s\S]*?#\}|\{%-?\s*(raw|verbatim)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}|\{%-?\s*(\w+)([^%]*(?:%(?!\})[^%]*)*)%\}/g;
  for (const found of source.matchAll(tags)) {
    const name = found[2];
    if (name === undefined) continue;
    const tag: Tag = { tag: name, at: found.index, length: found[0].split('\n', 1)[0]?.length ?? 2 };
    if (
      PAIRED.has(name) ||
      name === 'raw' ||
      name === 'verbatim' ||
      (name === 'set' && !found[3]?.includes('='))
    ) {
      open.push(tag);
    } else if (name.startsWith('end')) {
      const last = open.pop() ?? null;
      const wanted = ENDS[name] ?? name.slice(3);
      if (last === null || (last.tag !== wanted && !(wanted === 'if' && last.tag === 'ifAsync'))) {
        return { open: last, close: tag };
      }
    }
  }
  return open.length > 0 ? { open: open.at(-1) ?? null, close: null } : null;
}
