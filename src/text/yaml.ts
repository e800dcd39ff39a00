import { Composer, CST, type Document, type LineCounter, Parser, visit, YAMLParseError } from 'yaml';
import { firstControl, hasOdd, withoutOdd } from './control.js';

/** Levels of lists and names inside each other that a text may have. */
const DEEPEST = 100;

/** Longer texts are refused: options and front matter have some kilobytes. */
const LONGEST = 1_000_000;

/**
 * A text as one YAML document by the core schema (no timestamps, no tags that make other things than texts), with
 * errors and warnings in it; never throws, and takes time in proportion to the text. Nesting is measured before the
 * library walks the tree, which it does by recursion: near the end of the stack V8 may end the whole process instead
 * of throwing. Keys that stand twice are not looked for, which takes the library quadratic time: see that you do.
 *
 * @returns 'too-deep' with the offset where it becomes so, 'too-long', or the document
 */
export function parseYamlDocument(source: string, lines?: LineCounter): Document.Parsed | YamlRefusal {
  if (source.length > LONGEST) return { refused: 'too-long', offset: LONGEST };
  const composer = new Composer({
    schema: 'core',
    version: '1.2',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const tokens = [...new Parser(lines?.addNewLine).parse(source)];
  const deep = depthFault(tokens);
  if (deep !== null) return { refused: 'too-deep', offset: deep };
  const [document, ...more] = composer.compose(tokens, true, source.length);
  if (document === undefined) throw new Error('The YAML library always gives a document.');
  const [next] = more;
  if (next !== undefined) {
    const range: [number, number] = [next.range[0], next.range[1]];
    document.errors.push(new YAMLParseError(range, 'MULTIPLE_DOCS', 'Several documents in one text'));
  }
  if (!isParsed(document)) throw new Error('The YAML library always places its documents.');
  return document;
}

/**
 * Takes characters that can't be published out of all texts of a document: as `"\u0001"` they pass every look at the
 * file itself.
 *
 * @returns the first of them, by the place of its value, or null where there was none
 */
export function dropControls(
  document: Document.Parsed,
): { readonly offset: number; readonly name: string } | null {
  let first: { readonly offset: number; readonly name: string } | null = null;
  visit(document, {
    Scalar(_, node) {
      const text = typeof node.value === 'string' ? node.value : (node.source ?? '');
      if (!hasOdd(text)) return;
      const found = firstControl(text);
      if (found !== null) first ??= { offset: node.range?.[0] ?? 0, name: found.name };
      if (typeof node.value === 'string') node.value = withoutOdd(node.value);
      if (node.source !== undefined) node.source = withoutOdd(node.source);
    },
  });
  return first;
}

export interface YamlRefusal {
  readonly refused: 'too-deep' | 'too-long';
  readonly offset: number;
}

function isParsed(document: Document): document is Document.Parsed {
  return document.range !== undefined;
}

/** Offset of the first list or map that lies too deep; without recursion. */
function depthFault(tokens: readonly CST.Token[]): number | null {
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({
    token,
    depth: 0,
  }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > DEEPEST) return token.offset;
    if (token.type === 'document') {
      if (token.value) open.push({ token: token.value, depth: depth + 1 });
    } else if (CST.isCollection(token)) {
      for (const item of token.items) {
        if (item.key) open.push({ token: item.key, depth: depth + 1 });
        if (item.value) open.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return null;
}
