import { isAlias, isMap, isScalar, isSeq, LineCounter } from 'yaml';
import type { Problem } from '../../model/problem.js';
import { controlCharacters } from '../../problems/front-matter/bytes.js';
import { frontMatterNotFields, frontMatterTooLong } from '../../problems/front-matter/fences.js';
import {
  aliasBomb,
  duplicateField,
  forbiddenKey,
  tooDeep,
  unquotedSign,
} from '../../problems/front-matter/syntax.js';
import type { Locator } from '../../problems/index.js';
import { dropControls, parseYamlDocument } from '../../text/yaml.js';
import type { Reading } from './front-matter.js';
import { type Comment, type Entry, type Fields, isNullWord, NO_FIELDS, type Node } from './tree.js';
import { signFirst, yamlProblems } from './yaml-problems.js';

/** Values that one front matter may come to, references written out. */
const MAX_NODES = 50_000;
/** Comments behind values that are looked at. */
const MAX_COMMENTS = 100;
/** Levels of lists and fields inside each other. */
const MAX_DEPTH = 100;

/**
 * Front matter in YAML, by the `yaml` library with the core schema: no timestamps, no tags that make other things than
 * texts, every scalar by its source. References are followed, but no further than a bound.
 *
 * @param line the file's line on which `source` begins
 */
export function readYaml(source: string, line: number, at: Locator): Reading {
  const reading = readStrict(source, line, at);
  if (!reading.broken) return reading;
  const indented = indentQuoted(source);
  if (indented === null) return reading;
  const second = readStrict(indented, line, at);
  return second.broken ? reading : second;
}

/**
 * Indents the lines that continue a quoted value at the very start of the line. YAML 1.2 forbids that, but what most
 * sites were written for (libyaml, js-yaml) lets it pass. Null where there is no such value, or where a line looks
 * like the next field, because a quote was forgotten.
 */
function indentQuoted(source: string): string | null {
  let quote = '';
  let changed = false;
  const out = source.split('\n').map((text) => {
    if (quote === '') {
      const value = /^[\w-]+:\s+(["'].*)$/.exec(text)?.[1];
      if (value !== undefined && !closes(value.slice(1), value.charAt(0))) quote = value.charAt(0);
      return text;
    }
    const continued = text !== '' && !/^\s/.test(text);
    if (continued && /^[A-Za-z_][\w-]*:(?:\s|$)/.test(text)) return null;
    if (closes(text, quote)) quote = '';
    changed ||= continued;
    return continued ? ` ${text}` : text;
  });
  return changed && quote === '' && !out.includes(null) ? out.join('\n') : null;
}

/** Whether a quoted text ends on this line. */
function closes(text: string, quote: string): boolean {
  return text.replace(quote === '"' ? /\\./g : /''/g, '').includes(quote);
}

function readStrict(source: string, line: number, at: Locator): Reading {
  const lines = new LineCounter();
  const doc = parseYamlDocument(source, lines);
  if ('refused' in doc) {
    const { line: row, col } = lines.linePos(doc.offset);
    const place = at.line(line + Math.max(row, 1) - 1, Math.max(col, 1));
    return {
      fields: NO_FIELDS,
      problems: [doc.refused === 'too-deep' ? tooDeep(place) : frontMatterTooLong(place)],
      broken: true,
    };
  }
  const syntax = yamlProblems(source, doc.errors, lines, line, at);
  const dropped = mayHoldControls(source) ? dropControls(doc) : null;
  const told: Problem[] = [];
  if (dropped !== null) {
    const { line: row, col } = lines.linePos(dropped.offset);
    told.push(controlCharacters(at.line(line + row - 1, col), dropped.name));
  }
  const tree = new Tree(source, lines, line, at);
  const root: unknown = doc.contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    return { fields: NO_FIELDS, ...syntax };
  }
  if (!isMap(root)) {
    const problems = syntax.problems.length > 0 ? syntax.problems : [frontMatterNotFields(at.line(line, 1))];
    return { fields: NO_FIELDS, problems, broken: true };
  }
  const fields = tree.fields(root, 0);
  return {
    fields: tree.comments.length === 0 ? fields : { ...fields, comments: tree.comments },
    problems: [...syntax.problems, ...told, ...tree.problems],
    broken: syntax.broken || tree.exhausted || tree.lost,
  };
}

/** In the file itself there are none any more: they can only be written by their numbers. */
const mayHoldControls = (source: string): boolean => source.includes('\\');

/**
 * Front matter in JSON. YAML holds JSON, so the same reader gives the same places and messages; Hexo leaves the braces
 * out.
 */
export function readJson(source: string, line: number, at: Locator): Reading {
  if (source.trimStart().startsWith('{')) return readYaml(source, line, at);
  return readYaml(`{\n${source.trimEnd().replace(/,$/, '')}\n}`, line - 1, at);
}

/** Builds our tree from the library's nodes. */
class Tree {
  readonly problems: Problem[] = [];
  readonly comments: Comment[] = [];
  /** The name of the innermost field. */
  private key = '';
  exhausted = false;
  /** A value could not be read. */
  lost = false;
  /** The reference that is being followed from outside all others. */
  private outermost: unknown = null;
  private left = MAX_NODES;
  /** Anchors met so far: a reference must stand behind its anchor, and the walk is in the order of the file. */
  private readonly anchors = new Map<string, unknown>();
  private readonly following = new Set<unknown>();

  constructor(
    private readonly source: string,
    private readonly lines: LineCounter,
    private readonly line: number,
    private readonly at: Locator,
  ) {}

  fields(map: unknown, depth: number): Fields {
    const entries: Entry[] = [];
    const seen = new Map<string, number>();
    const place = this.place(map);
    if (!isMap(map)) return { is: 'fields', ...place, entries };
    for (const pair of map.items) {
      if (this.left <= 0) break;
      const key = isScalar(pair.key) ? pair.key : null;
      if (key === null) continue;
      const name = textOf(key);
      const where = this.place(key);
      if (name === '__proto__') {
        this.problems.push(forbiddenKey(this.at.line(where.line, where.column, name.length), name));
        continue;
      }
      const first = seen.get(name);
      if (first !== undefined) {
        this.problems.push(duplicateField(this.at.line(where.line, where.column, name.length), name, first));
        continue;
      }
      seen.set(name, where.line);
      this.key = name;
      entries.push({ key: name, ...where, value: this.node(pair.value, depth + 1) });
    }
    return { is: 'fields', ...place, entries };
  }

  private node(node: unknown, depth: number): Node | null {
    if (node === null || node === undefined) return null;
    if (--this.left <= 0 || depth > MAX_DEPTH) return this.exhaust(node);
    if (isAlias(node)) {
      const target = this.anchors.get(node.source);
      if (target === null || target === undefined) return this.noAnchor(node);
      if (this.following.has(target)) return this.exhaust(node);
      this.following.add(target);
      this.outermost ??= node;
      const value = this.node(target, depth + 1);
      this.following.delete(target);
      if (this.outermost === node) this.outermost = null;
      return value;
    }
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) {
      this.anchors.set(node.anchor, node);
    }
    if (isMap(node) || isSeq(node)) {
      // An anchor that holds a reference to itself leads back to it.
      if (node.anchor !== undefined) this.following.add(node);
      const value = isMap(node)
        ? this.fields(node, depth)
        : {
            is: 'list' as const,
            ...this.place(node),
            items: node.items.map((item) => this.node(item, depth + 1)),
          };
      if (node.anchor !== undefined) this.following.delete(node);
      return value;
    }
    if (!isScalar(node)) return null;
    const plain = node.type === 'PLAIN' && node.tag === undefined;
    const text = textOf(node);
    if (plain) this.noteComment(node, text);
    if (plain && isNullWord(text)) return null;
    const place = this.place(node);
    const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const [from = 0, to = from] = node.range ?? [];
    const newline = this.source.indexOf('\n', from);
    const end = newline === -1 ? to : Math.min(to, newline);
    return {
      is: 'scalar',
      text,
      plain,
      ...place,
      textLine: block ? place.line + 1 : place.line,
      length: Math.max(1, end - from),
    };
  }

  private noteComment(node: { readonly range?: readonly number[] | null }, text: string): void {
    const [from = 0, to = from] = node.range ?? [];
    if (this.outermost !== null || this.comments.length === MAX_COMMENTS) return;
    const newline = this.source.indexOf('\n', to);
    const found = /^[ \t]*(#.*)$/.exec(this.source.slice(to, newline === -1 ? undefined : newline));
    if (found?.[1] === undefined) return;
    const comment = found[1].trimEnd();
    const start = this.lines.linePos(from);
    const end = this.lines.linePos(to + found[0].length - found[1].length);
    this.comments.push({
      line: end.line - 1 + this.line,
      column: end.col,
      text: comment,
      key: this.key,
      valueColumn: text === '' ? end.col : start.line === end.line ? start.col : null,
      alone: text === '',
    });
  }

  /** A reference to nothing is a text that begins with an asterisk. */
  private noAnchor(node: unknown): null {
    const { line, column } = this.place(node);
    const where = this.at.line(line, column);
    const sign = signFirst(where.source ?? '');
    this.lost = true;
    this.problems.push(unquotedSign(where, '*', sign?.sign === '*' ? sign.mended : '"*…"'));
    return null;
  }

  private exhaust(node: unknown): null {
    if (!this.exhausted) {
      this.exhausted = true;
      const { line, column } = this.place(this.outermost ?? node);
      this.problems.push(aliasBomb(this.at.line(line, column)));
    }
    this.left = 0;
    return null;
  }

  private place(node: unknown): { line: number; column: number } {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null;
    const { line, col } = this.lines.linePos(range?.[0] ?? 0);
    return { line: Math.max(line, 1) - 1 + this.line, column: Math.max(col, 1) };
  }
}

function textOf(scalar: { readonly source?: unknown; readonly value: unknown }): string {
  if (typeof scalar.source === 'string') return scalar.source;
  return scalar.value === null || scalar.value === undefined ? '' : String(scalar.value);
}
