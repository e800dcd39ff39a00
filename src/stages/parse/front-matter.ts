import matter from 'gray-matter';
import type { Problem } from '../../model/problem.js';
import {
  frontMatterLanguage,
  frontMatterTooLong,
  unclearFence,
  unclosedFrontMatter,
} from '../../problems/front-matter/fences.js';
import { type Locator, locator } from '../../problems/index.js';
import { readSimpleYaml } from './simple-yaml.js';
import { readToml } from './toml.js';
import { type Fields, NO_FIELDS } from './tree.js';
import { readJson, readYaml } from './yaml.js';

/** What an engine makes of the lines between the delimiters. */
export interface Reading {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  /** True where the fields are not all that was meant, so that what is missing proves nothing. */
  readonly broken: boolean;
}

/** A file cut into its front matter and its text. */
export interface Split extends Reading {
  /** False where the file has no front matter at all. */
  readonly found: boolean;
  /** The front matter as it stands, for looking whether a file that can't be read may be quoted. */
  readonly head: string;
  readonly body: string;
  /** The file's line on which the body begins. */
  readonly bodyLine: number;
}

type Language = 'yaml' | 'toml' | 'json';

interface Fence {
  readonly open: string;
  readonly close: string;
  readonly language: Language;
  /** Offset behind the line break of the closing line; where the text begins. */
  readonly end: number;
}

const MAX_LENGTH = 1 << 20;
/** gray-matter looks for comments with a pattern that takes the square of a run of blanks; no real file has one. */
const MAX_BLANKS = 5000;

/**
 * Finds the front matter and reads it by gray-matter with our own engines alone: none of them evaluates anything, and
 * an unknown language is told before gray-matter is asked. Which delimiters the file has is found first, because
 * gray-matter takes `----` and `---x` for the closing line and a file without one for front matter as a whole.
 *
 * @param text the whole file, decoded
 */
export function splitFrontMatter(file: string, text: string): Split {
  const at = locator(file, text);
  const start = blankBefore(text);
  const firstLine = start === 0 ? 1 : count(text, 0, start) + 1;
  const stop = lineEnd(text, start);
  const opening = text.slice(start, stop).trimEnd();

  if (opening.startsWith('{')) return splitJson(text, start, firstLine, at);
  const mark = opening.slice(0, 3);
  const token = opening.slice(3).trim();
  if ((mark !== '---' && mark !== '+++' && mark !== ';;;') || !/^[a-z0-9+#]{0,20}$/i.test(token)) {
    return none(text, start, firstLine);
  }
  if (token.startsWith('+')) return none(text, start, firstLine);

  const named = token.toLowerCase();
  const language =
    named === ''
      ? mark === '+++'
        ? 'toml'
        : mark === ';;;'
          ? 'json'
          : 'yaml'
      : Object.hasOwn(LANGUAGES, named)
        ? LANGUAGES[named]
        : undefined;
  const fence = closingLine(text, stop, mark);
  if (language === undefined) {
    // Without a closing line this may be a text that begins with three dashes and a word.
    if (fence === null && !CODE.has(named)) return none(text, start, firstLine);
    const problem = frontMatterLanguage(
      at.line(firstLine, 4 + opening.slice(3).search(/\S/), token.length),
      token,
    );
    const body = fence === null ? text.length : fence.end;
    return refused(text, text.slice(start, body), body, problem);
  }
  if (fence === null) {
    const last = lastField(text, stop, firstLine);
    if (last === null && named === '') return none(text, start, firstLine);
    return refused(
      text,
      text.slice(start),
      text.length,
      unclosedFrontMatter(at.line(firstLine, 1, opening.length), mark, last ?? firstLine),
    );
  }

  const head = text.slice(start, fence.end);
  if (head.length > MAX_LENGTH || hasLongBlank(head)) {
    return refused(text, head, fence.end, frontMatterTooLong(at.line(firstLine, 1, opening.length)));
  }
  // gray-matter would end the front matter at the first line that begins so.
  const early = head.indexOf(`\n${fence.close}`, opening.length) + 1;
  const earlyEnd = lineEnd(head, early);
  if (head.slice(early, earlyEnd).trimEnd() !== fence.close) {
    const place = at.line(firstLine + count(head, 0, early), 1, earlyEnd - early);
    return refused(text, head, fence.end, unclearFence(place, fence.close));
  }
  const reading = readHead(head, { open: mark, close: fence.close, language, end: fence.end }, firstLine, at);
  return {
    ...reading,
    found: true,
    head,
    body: text.slice(fence.end),
    bodyLine: firstLine + count(text, start, fence.end),
  };
}

const LANGUAGES: { readonly [name: string]: Language } = {
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
  json5: 'json',
};
const CODE: ReadonlySet<string> = new Set([
  'js',
  'javascript',
  'coffee',
  'coffeescript',
  'cson',
  'ts',
  'mjs',
  'cjs',
]);

/** The head alone goes to gray-matter: it copies what it gets, and the text may be long. */
function readHead(head: string, fence: Fence, line: number, at: Locator): Reading {
  let reading: Reading = { fields: NO_FIELDS, problems: [], broken: false };
  const engine =
    (read: (source: string, line: number, at: Locator) => Reading) =>
    (source: string): object => {
      // What gray-matter passes on begins with the rest of the opening line.
      const rest = source.startsWith('\n') ? 1 : 0;
      reading = read(source.slice(rest), line + rest, at);
      return reading;
    };
  const refuse = (): object => ({});
  matter(head, {
    language: fence.language,
    delimiters: [fence.open, fence.close],
    engines: {
      yaml: engine(readAnyYaml),
      toml: engine(readToml),
      json: engine(readJson),
      json5: engine(readJson),
      javascript: refuse,
      js: refuse,
      coffee: refuse,
    },
  });
  return reading;
}

function readAnyYaml(source: string, line: number, at: Locator): Reading {
  const fields = readSimpleYaml(source, line);
  return fields === null ? readYaml(source, line, at) : { fields, problems: [], broken: false };
}

/** Hugo's JSON: the file begins with an object. Its braces are no delimiters, because they belong to the object. */
function splitJson(text: string, start: number, line: number, at: Locator): Split {
  const end = /^\{\s*["}]/.test(text.slice(start, start + 200)) ? objectEnd(text, start) : null;
  if (end === null) return none(text, start, line);
  const head = text.slice(start, end);
  const next = lineEnd(text, end);
  const bodyStart = text.slice(end, next).trim() === '' ? Math.min(next + 1, text.length) : end;
  return {
    ...readJson(head, line, at),
    found: true,
    head,
    body: text.slice(bodyStart),
    bodyLine: line + count(text, start, bodyStart),
  };
}

/** Offset behind the brace that closes the object; null where none does within reason. */
function objectEnd(text: string, start: number): number | null {
  let depth = 0;
  let quoted = false;
  const end = Math.min(text.length, start + MAX_LENGTH);
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 0x5c) i++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) depth++;
    else if ((code === 0x7d || code === 0x5d) && --depth === 0) return i + 1;
  }
  return null;
}

function none(text: string, start: number, line: number): Split {
  return {
    found: false,
    fields: NO_FIELDS,
    problems: [],
    broken: false,
    head: '',
    body: start === 0 ? text : text.slice(start),
    bodyLine: line,
  };
}

function refused(text: string, head: string, end: number, problem: Problem): Split {
  return {
    found: true,
    fields: NO_FIELDS,
    problems: [problem],
    broken: true,
    head,
    body: text.slice(end),
    bodyLine: count(text, 0, end) + 1,
  };
}

/** Offset of the first line that is not blank. */
function blankBefore(text: string): number {
  const first = text.charCodeAt(0);
  if (first !== 0x0a && first !== 0x20 && first !== 0x09) return 0;
  const found = /^(?:[ \t]*\n)+/.exec(text);
  return found === null ? 0 : found[0].length;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** The first line that is the mark alone (or YAML's `...`), whatever blanks follow it. */
function closingLine(
  text: string,
  from: number,
  mark: string,
): { readonly close: string; readonly end: number } | null {
  for (let at = from; at < text.length; ) {
    const line = at + 1;
    const end = lineEnd(text, line);
    const close =
      text.startsWith(mark, line) || (mark === '---' && text.startsWith('...', line))
        ? text.slice(line, end).trimEnd()
        : '';
    if (close.length === 3) return { close, end: Math.min(end + 1, text.length) };
    at = end;
  }
  return null;
}

/** The number of the last line of those that look like fields, from the opening line down. */
function lastField(text: string, from: number, firstLine: number): number | null {
  let line = firstLine;
  let last: number | null = null;
  for (let at = from; at < text.length; ) {
    const end = lineEnd(text, at + 1);
    const content = text.slice(at + 1, end);
    line++;
    if (/^[\w"'-][\w "'-]{0,60}\s*[:=](?:\s|$)/.test(content)) last = line;
    else if (
      last === null ? content.trim() !== '' && !content.startsWith('#') : !/^(?:[ \t-]|#|$)/.test(content)
    )
      break;
    else if (last !== null && /^(?:[ \t]+\S|- )/.test(content)) last = line;
    at = end;
  }
  return last;
}

function count(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function hasLongBlank(head: string): boolean {
  if (head.length < MAX_BLANKS) return false;
  let run = 0;
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    run = code === 0x20 || code === 0x0a || code === 0x09 || code === 0xa0 || code > 0x1fff ? run + 1 : 0;
    if (run > MAX_BLANKS) return head.slice(i - run + 1, i + 1).trim() === '';
  }
  return false;
}
