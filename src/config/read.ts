import { type Document, isCollection, isMap, isScalar, visit, type YAMLError } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../model/problem.js';
import {
  configAliases,
  configEncoding,
  configNotAMap,
  configSyntax,
  configTooLong,
} from '../problems/config/file.js';
import {
  optionMissing,
  optionRange,
  optionSpelledTwice,
  optionType,
  optionValue,
  unknownOption,
} from '../problems/config/options.js';
import { controlCharacters } from '../problems/front-matter/bytes.js';
import { type Located, type Locator, locator } from '../problems/locate.js';
import { OPTION_DOCS } from '../schema/option.js';
import { dropControls, parseYamlDocument } from '../text/yaml.js';
import { type Fitted, type Path, readAs, TooMuch, unwrapped } from './fit.js';

/** What a file of options holds, with the means to point into it. */
export interface Read<T> {
  /**
   * Null where the file can't be read at all. An option that is wrong has its default here, so that the others are
   * checked too: whoever uses them looks at the problems first.
   */
  readonly options: T | null;
  readonly problems: Problem[];
  /** True for an option that stands in the file. */
  written(name: string): boolean;
  /** Place of a value, or of what is nearest around it; `key`: of its name. */
  placeOf(path: Path, part?: 'key' | 'value'): Located;
}

/**
 * Reads a file of options (`site.yaml`, a front) along its schema. Every problem is found in one go and has its line,
 * column and the line itself. Never throws, whatever the text is.
 */
export function readOptions<T extends z.ZodObject>(
  source: string,
  file: string,
  schema: T,
): Read<z.output<T>> {
  const text = locator(file, source);
  const problems: Problem[] = [];
  const failed = (problem: Problem): Read<z.output<T>> => ({
    options: null,
    problems: [...problems, problem],
    written: () => false,
    placeOf: () => text.line(1),
  });

  const odd = source.indexOf('\ufffd');
  if (odd !== -1) return failed(configEncoding(text.at(odd)));

  const doc = parseYamlDocument(source);
  if ('refused' in doc) {
    const place = text.at(doc.offset);
    return failed(
      doc.refused === 'too-long' ? configTooLong(place) : configSyntax(place, 'RESOURCE_EXHAUSTION', ''),
    );
  }
  const faults = [...doc.errors, ...doc.warnings];
  if (faults.length > 0) {
    // What the first error of a line tears open is no error of its own.
    const lines = new Set<number>();
    for (const fault of faults.slice(0, 200)) {
      const opened = openedAt(doc, fault);
      const place = opened === null ? text.at(fault.pos[0], fault.pos[1] - fault.pos[0]) : text.at(opened, 1);
      if (lines.has(place.line ?? 0)) continue;
      lines.add(place.line ?? 0);
      problems.push(configSyntax(place, fault.code, fault.message));
    }
    return { options: null, problems, written: () => false, placeOf: () => text.line(1) };
  }
  const dropped = dropControls(doc);
  if (dropped !== null) problems.push(controlCharacters(text.at(dropped.offset), dropped.name));
  const { contents } = doc;
  const empty = contents === null || ('value' in contents && contents.value === null);
  if (!empty && !isMap(contents)) return failed(configNotAMap(text.at(contents.range[0])));

  let fitted: Fitted;
  try {
    fitted = readAs(empty ? null : contents, schema);
  } catch (error) {
    if (error instanceof TooMuch) return failed(configAliases(text.at(Math.max(0, source.indexOf('&')))));
    throw error;
  }
  const placeOf = placer(fitted, text);
  const has = (name: string): boolean => fitted.rangeOf([name]) !== null;
  for (const oddity of fitted.oddities) {
    const name = dotted(oddity.path);
    const place = placeOf(oddity.path, 'key', oddity.range);
    if (oddity.kind === 'unknown') problems.push(unknownOption(place, name, oddity.known));
    else if (oddity.path.at(-1) === oddity.other) problems.push(configSyntax(place, 'DUPLICATE_KEY', ''));
    else problems.push(optionSpelledTwice(place, name, oddity.other));
  }
  const written = fitted.value ?? {};
  const checked = schema.safeParse(written);
  if (checked.success) return { options: checked.data, problems, written: has, placeOf };
  const { issues } = checked.error;
  for (const issue of issues) problems.push(problemOf(issue, fitted, placeOf));
  const wrong = new Set(issues.map((issue) => String(issue.path[0])));
  const rest = Object.fromEntries(Object.entries(written).filter(([name]) => !wrong.has(name)));
  const again = schema.safeParse(rest);
  return { options: again.success ? again.data : null, problems, written: has, placeOf };
}

/**
 * Where the quote or bracket opens that a fault misses the end of. The library notices at the end of the text, or where
 * it can't read on; an editor looks for it where it begins.
 */
function openedAt(doc: Document.Parsed, fault: YAMLError): number | null {
  if (!/quote$|end with a \S$/.test(fault.message)) return null;
  let opened: number | null = null;
  visit(doc, (_, node) => {
    if (!isCollection(node) && !isScalar(node)) return;
    const opens = isCollection(node) ? node.flow === true : /^QUOTE/.test(node.type ?? '');
    if (!opens || !node.range || node.range[0] >= fault.pos[0] || node.range[2] < fault.pos[0]) return;
    // Visited from the outside in: the last one is the innermost.
    opened = node.range[0];
  });
  return opened;
}

/** `sections.0.slug` → `sections.slug`: the place says which. */
function dotted(path: Path): string {
  return path.filter((part) => typeof part === 'string').join('.');
}

function placer(fitted: Fitted, text: Locator) {
  return (path: Path, part: 'key' | 'value' = 'value', known = fitted.rangeOf(path)): Located => {
    if (known === null) return text.line(1);
    const [start, end] = (part === 'key' ? known.key : null) ?? known.value;
    return text.at(start, end - start);
  };
}

type Issue = z.core.$ZodIssue;

function problemOf(issue: Issue, fitted: Fitted, placeOf: (path: Path) => Located): Problem {
  const { path } = issue;
  const place = placeOf(path);
  const name = dotted(path);
  const found = at(fitted.value, path);
  const type = fitted.schemaOf(path);
  if (found === undefined) return optionMissing(place, name, wanted(type, issue));
  if (issue.code === 'invalid_value' && typeof found !== 'object') {
    return optionValue(place, name, String(found), issue.values.map(String));
  }
  if (issue.code === 'too_small' && typeof found === 'number') {
    return optionRange(place, name, 'least', Number(issue.minimum));
  }
  if (issue.code === 'too_big' && typeof found === 'number') {
    return optionRange(place, name, 'most', Number(issue.maximum));
  }
  if (issue.code === 'invalid_union') {
    // The member that the value was meant for complains about something inside it, not about its kind.
    const inner = issue.errors
      .map((errors) => errors[0])
      .find((error) => error && (error.path.length > 0 || /^too_/.test(error.code)));
    if (inner) return problemOf({ ...inner, path: [...path, ...inner.path] }, fitted, placeOf);
  }
  const example = type === null ? undefined : OPTION_DOCS.get(type)?.example;
  return optionType(place, name, wanted(type, issue), kindOf(found), example);
}

/** What an option wants, in words: its own, else those of its type. */
function wanted(type: z.core.$ZodType | null, issue: Issue): string {
  const form = type === null ? undefined : OPTION_DOCS.get(type)?.form;
  return (
    form ??
    typeWords(type === null ? null : unwrapped(type)) ??
    EXPECTED[expectation(issue)] ??
    'another value'
  );
}

function expectation(issue: Issue): string {
  return issue.code === 'invalid_type' ? issue.expected : '';
}

const EXPECTED: { readonly [expected: string]: string } = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a group of options, indented below its name',
  record: 'a group of names and values, indented below its name',
};

/** A type for people who write YAML. */
export function typeWords(type: z.core.$ZodType | null): string | null {
  if (type instanceof z.ZodString) return 'a text';
  if (type instanceof z.ZodNumber) return type.format?.includes('int') ? 'a whole number' : 'a number';
  if (type instanceof z.ZodBoolean) return '`true` or `false`';
  if (type instanceof z.ZodEnum) {
    const words = type.options.map((value) => `\`${value}\``);
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  }
  if (type instanceof z.ZodArray) {
    const element = unwrapped(type.element);
    return element instanceof z.ZodString ? 'a list of texts' : 'a list';
  }
  if (type instanceof z.ZodObject) return EXPECTED.object ?? null;
  if (type instanceof z.ZodRecord) return EXPECTED.record ?? null;
  if (type instanceof z.ZodUnion) {
    const words = type.options.map((member) => typeWords(unwrapped(member)));
    return words.includes(null) ? null : [...new Set(words)].join(', or ');
  }
  return null;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'empty';
  if (typeof value === 'object') return 'a group of names and values';
  if (typeof value === 'number') return Number.isInteger(value) ? `the number ${value}` : `${value}`;
  if (typeof value === 'boolean') return `\`${value}\``;
  const text = String(value);
  return `the text \`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
}

function at(value: unknown, path: Path): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.entries(found).find(([name]) => name === String(part))?.[1];
  }
  return found;
}
