import { isMap, isScalar } from 'yaml';
import { unfilledInTitle } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import { didYouMean, type Locator, locator } from '../problems/index.js';
import { textTwice, themeTexts, themeTextsQuote, unknownTextKey } from '../problems/template/theme-files.js';
import { titleTextValue } from '../problems/template/tools.js';
import { plainYaml } from '../text/plain-yaml.js';
import { parseYamlDocument } from '../text/yaml.js';

/** The texts of one file, and where each stands. */
export interface TextFile {
  readonly texts: Readonly<Record<string, string>>;
  readonly path: string;
  readonly locate: Locator;
  readonly offsetOf: (name: string) => number;
  readonly problems: readonly Problem[];
}

/**
 * `name: text` lines; a map inside a map lengthens the name: `home: { latest: … }` is `home.latest`. Nearly all files
 * hold nothing but lines, and are read without the YAML library.
 */
export function readTexts(source: string, path: string): TextFile {
  const locate = locator(path, source);
  const texts: Record<string, string> = Object.create(null);
  const plain = plainYaml(source);
  if (plain !== null) {
    Object.assign(texts, Object.fromEntries(plain));
    const offsetOf = (name: string): number => Math.max(0, `\n${source}`.indexOf(`\n${name}:`));
    return { texts, path, locate, offsetOf, problems: [] };
  }
  const { offsets, problems } = readYaml(source, locate, texts);
  return { texts, path, locate, offsetOf: (name) => offsets.get(name) ?? 0, problems };
}

function readYaml(
  source: string,
  locate: Locator,
  texts: Record<string, string>,
): { readonly offsets: ReadonlyMap<string, number>; readonly problems: readonly Problem[] } {
  const offsets = new Map<string, number>();
  const problems: Problem[] = [];
  const told = (offset: number, message: string): void =>
    void problems.push(themeTexts(locate.at(offset), message));
  const doc = parseYamlDocument(source);
  if ('refused' in doc) {
    told(doc.offset, 'there is more in it than texts');
    return { offsets, problems };
  }
  if (doc.errors.length > 0) {
    const open = openQuote(source);
    if (open !== null) return { offsets, problems: [themeTextsQuote(locate.at(open))] };
    const lines = new Set<number | undefined>();
    for (const { pos, message } of doc.errors) {
      const { line } = locate.at(pos[0]);
      if (!lines.has(line)) told(pos[0], message.split('\n')[0] ?? '');
      lines.add(line);
    }
    return { offsets, problems };
  }

  const take = (node: unknown, prefix: string): void => {
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      const name = prefix + (isScalar(key) ? String(key.source ?? key.value) : '');
      const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
      if (isMap(value)) {
        take(value, `${name}.`);
        continue;
      }
      const before = offsets.get(name);
      if (before !== undefined)
        problems.push(textTwice(locate.at(offset), name, locate.at(before).line ?? 1));
      else if (isScalar(value)) {
        // What was written, not what YAML makes of it: `no` and `10:30` are texts here.
        texts[name] = typeof value.value === 'string' ? value.value : (value.source ?? '');
        offsets.set(name, offset);
      } else if (value !== null) told(offset, `\`${name}\` is not a text`);
    }
  };
  if (doc.contents !== null && !isMap(doc.contents)) told(0, 'it holds no names');
  else take(doc.contents, '');
  return { offsets, problems };
}

/**
 * Where a text opens a quote that its line doesn't close, before another name or the end: the YAML library notices
 * that only where the next quote comes, or at the end of the file.
 */
function openQuote(source: string): number | null {
  let offset = 0;
  const lines = source.split('\n');
  for (const [i, line] of lines.entries()) {
    const [, head = '', value = ''] = /^(\s*[^\s:#][^:]*:\s+)(["'].*?)\s*$/.exec(line) ?? [];
    const closed = value.startsWith("'") ? /^'(?:[^']|'')*'(?!')/ : /^"(?:[^"\\]|\\.)*"/;
    if (value !== '' && !closed.test(value)) {
      const next = lines.slice(i + 1).find((other) => other.trim() !== '');
      if (next === undefined || /^\s*[\w.-]+:(?:\s|$)/.test(next)) return offset + head.length;
    }
    offset += line.length + 1;
  }
  return null;
}

/** Texts of the site's own files that ask for a value where titles stand, in which there is none. */
export function unfilledTitles(own: readonly TextFile[]): readonly Problem[] {
  return own.flatMap(({ texts, locate, offsetOf }) =>
    Object.entries(texts).flatMap(([key, text]) => {
      const unfilled = unfilledInTitle(key, text);
      return unfilled === null
        ? []
        : [titleTextValue(locate.at(offsetOf(key), key.length), key, text, unfilled)];
    }),
  );
}

const CATEGORY = /\.(?:zero|one|two|few|many|other)$/;

/**
 * Names in the site's own files that nothing asks for but that are nearly those of the theme.
 *
 * @param sources the site's own templates, which may ask for texts that the theme doesn't have
 */
export function misspeltTexts(
  own: readonly TextFile[],
  theme: Iterable<string>,
  sources: Iterable<string>,
): readonly Problem[] {
  const known = new Set([...theme].map((name) => name.replace(CATEGORY, '')));
  const all = [...sources].join('\n');
  return own.flatMap(({ texts, locate, offsetOf }) =>
    Object.keys(texts).flatMap((name) => {
      const key = name.replace(CATEGORY, '');
      if (known.has(key) || all.includes(`'${key}'`) || all.includes(`"${key}"`)) return [];
      const meant = didYouMean(key, known);
      if (meant === null) return [];
      const at = locate.at(offsetOf(name), name.length);
      return [unknownTextKey(at, name, meant + name.slice(key.length))];
    }),
  );
}
