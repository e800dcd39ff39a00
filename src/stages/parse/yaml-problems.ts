import type { LineCounter, YAMLError } from 'yaml';
import type { Problem } from '../../model/problem.js';
import {
  frontMatterSyntax,
  tabIndent,
  textAfterQuote,
  unclosedQuote,
  unquotedColon,
  unquotedSign,
} from '../../problems/front-matter/syntax.js';
import type { Locator } from '../../problems/index.js';

/**
 * The library's complaints as ours. It names the first place that it can't understand, and then everything that follows
 * from the misunderstanding; an editor is told the mistake itself, once: what is commonly written wrong is looked for
 * on the line and above it.
 */
export function yamlProblems(
  source: string,
  errors: readonly YAMLError[],
  lines: LineCounter,
  line: number,
  at: Locator,
): { readonly problems: Problem[]; readonly broken: boolean } {
  if (errors.length === 0) return { problems: [], broken: false };
  const texts = source.split('\n');
  const problems: Problem[] = [];
  const told = new Set<number>();
  const explained = new Set<number>();
  let broken = false;
  for (const error of errors) {
    const { line: row, col } = lines.linePos(error.pos[0]);
    const index = Math.max(row, 1) - 1;
    // One line may have a hundred thousand errors; what is commonly wrong with it is looked for once.
    if (broken && explained.has(index)) continue;
    explained.add(index);
    // What follows from a mistake is no mistake of its own; a colon is one on each line that has it.
    const problem = explain(error, texts, index, col, line, at);
    const row0 = problem.line ?? 0;
    if (told.has(row0) || (broken && problem.code !== 'unquoted-colon')) continue;
    told.add(row0);
    broken = true;
    problems.push(problem);
  }
  return { problems, broken };
}

const FIELD = /^(\s*(?:- +)?)([^\s:"'#][^:]*?)(\s*:\s+)(\S.*?)\s*$/;

function explain(
  error: YAMLError,
  texts: readonly string[],
  index: number,
  col: number,
  line: number,
  at: Locator,
): Problem {
  const text = texts[index] ?? '';
  const length = Math.min(error.pos[1] - error.pos[0], text.length - col + 1);
  const here = at.line(line + index, col, Math.max(1, length));
  if (/^ *\t/.test(text)) return tabIndent(at.line(line + index, text.indexOf('\t') + 1));

  if (error.code === 'MISSING_CHAR' && /quote/.test(error.message)) {
    const open = openQuote(texts, index);
    if (open !== null) return unclosedQuote(at.line(line + open.index, open.column), open.quote);
  }
  if (/end with a/.test(error.message)) {
    const open = openBracket(texts, index);
    if (open !== null)
      return frontMatterSyntax(at.line(line + open.index, open.column), error.code, error.message);
  }
  const colon = colonInValue(text);
  if (colon !== null) {
    return unquotedColon(at.line(line + index, colon.column, colon.value.length), colon.mended, colon.curly);
  }
  // An unclosed or early closed quote is noticed on a later line.
  for (let i = index; i >= 0 && i >= index - 2; i--) {
    const found = afterQuote(texts[i] ?? '');
    if (found !== null) return textAfterQuote(at.line(line + i, found.column, 1), found.mended);
  }
  const next = texts[index + 1] ?? '';
  if (/IMPLICIT_KEY/.test(error.code) && /^\s/.test(next) && FIELD.test(next) && !/^\s/.test(text)) {
    return frontMatterSyntax(at.line(line + index + 1, next.search(/\S/) + 1), 'BAD_INDENT', '');
  }
  const sign = /end with a/.test(error.message) ? null : signFirst(text);
  if (sign !== null) return unquotedSign(at.line(line + index, sign.column), sign.sign, sign.mended);
  return frontMatterSyntax(here, error.code, error.message);
}

function colonInValue(
  text: string,
): { column: number; value: string; mended: string; curly: boolean } | null {
  const found = FIELD.exec(text);
  if (!found) return null;
  const [, indent = '', key = '', sep = '', value = ''] = found;
  if (/^["'[{|>&*!]/.test(value) || !/:(?:\s|$)/.test(value)) return null;
  const curly = /^[“”„‟«»‘’‚]/.test(value);
  // Only a pair round the whole value was meant as YAML's quotes.
  const pair = /^[“”„‟«»‘’‚]([^“”„‟«»‘’‚]*)[“”„‟«»‘’‚]$/.exec(value);
  const bare = pair?.[1] ?? value;
  const column = indent.length + key.length + sep.length + 1;
  return { column, value, mended: `${key}: ${quoted(bare)}`, curly };
}

/** A quoted text with more text behind it: `title: "Fair" and free`, `title: 'It's here'`. */
function afterQuote(text: string): { column: number; mended: string } | null {
  const found = FIELD.exec(text);
  if (!found) return null;
  const [, indent = '', key = '', sep = '', value = ''] = found;
  const quote = value.charAt(0);
  if (quote !== '"' && quote !== "'") return null;
  const end =
    quote === "'"
      ? /'(?!')/.exec(value.slice(1).replaceAll("''", '__'))?.index
      : /(?<!\\)"/.exec(value.slice(1))?.index;
  if (end === undefined || end + 2 >= value.length || /^\s+#/.test(value.slice(end + 2))) return null;
  const inner = value.endsWith(quote) && quote === "'" ? value.slice(1, -1) : value;
  return {
    column: indent.length + key.length + sep.length + 1 + end + 1,
    mended: `${key}: ${quoted(inner)}`,
  };
}

/** A value that begins with a sign that YAML keeps for itself: `title: @home`, `title: *Really*`, `title: [Update] …`. */
export function signFirst(text: string): { column: number; sign: string; mended: string } | null {
  const found = FIELD.exec(text);
  if (!found) return null;
  const [, indent = '', key = '', sep = '', value = ''] = found;
  const sign = value.charAt(0);
  if (!/[@`%*&!|>[{\]},?-]/.test(sign)) return null;
  return { column: indent.length + key.length + sep.length + 1, sign, mended: `${key}: ${quoted(value)}` };
}

/** The last value above that begins with a quote which its own line doesn't close. */
function openQuote(
  texts: readonly string[],
  from: number,
): { index: number; column: number; quote: string } | null {
  for (let index = Math.min(from, texts.length - 1); index >= 0; index--) {
    const found = FIELD.exec(texts[index] ?? '') ?? /^(\s*- +)()()(\S.*)$/.exec(texts[index] ?? '');
    if (!found) continue;
    const [, indent = '', key = '', sep = '', value = ''] = found;
    const quote = value.charAt(0);
    if (quote !== '"' && quote !== "'") continue;
    const rest = value.slice(1).replaceAll(quote === "'" ? "''" : '\\"', '');
    if (!rest.includes(quote)) return { index, column: indent.length + key.length + sep.length + 1, quote };
  }
  return null;
}

/** The nearest value above that begins with a bracket which its own line doesn't close. */
function openBracket(texts: readonly string[], from: number): { index: number; column: number } | null {
  for (let index = Math.min(from, texts.length - 1); index >= Math.max(0, from - 50); index--) {
    const found = FIELD.exec(texts[index] ?? '');
    if (!found) continue;
    const [, indent = '', key = '', sep = '', value = ''] = found;
    const open = value.charAt(0);
    if ((open === '[' && !value.includes(']')) || (open === '{' && !value.includes('}')))
      return { index, column: indent.length + key.length + sep.length + 1 };
  }
  return null;
}

/** The value as YAML takes it whole: in the quotes that it doesn't hold itself. */
export function quoted(value: string): string {
  const shown = value.length > 80 ? `${value.slice(0, 79)}…` : value;
  if (!shown.includes('"') && !shown.includes('\\')) return `"${shown}"`;
  return `'${shown.replaceAll("'", "''")}'`;
}
