import type { Problem } from '../../model/problem.js';
import {
  controlCharacters,
  emptyFile,
  mergeConflict,
  notText,
  wrongEncoding,
} from '../../problems/front-matter/bytes.js';
import { locator } from '../../problems/index.js';
import { firstControl, hasOdd, withoutOdd } from '../../text/control.js';

export interface Decoded {
  /** Lines end in `\n`; no byte-order mark, no control character, no U+FDD0 or U+FDD1. Null where it is no text. */
  readonly text: string | null;
  /** What could be read of it, for finding out whether it may be quoted. */
  readonly glimpse: string;
  readonly problems: readonly Problem[];
}

const strict = new TextDecoder('utf-8', { fatal: true });
const lax = new TextDecoder('utf-8');

/** Files that are no text, by their first bytes; editors rename them to `.md` now and then. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['\xff\xfe', 'text in UTF-16'],
  ['\xfe\xff', 'text in UTF-16'],
  ['{\\rtf', 'an RTF document'],
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a zip archive or a Word document (.docx)'],
  ['\xd0\xcf\x11\xe0', 'an old Word document (.doc)'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['\x1f\x8b', 'a gzip archive'],
];

/** A file's bytes as text. Only UTF-8 counts as text: a guess at another encoding would print wrong names. */
export function decode(file: string, bytes: Uint8Array): Decoded {
  const what = signature(bytes);
  if (what !== null)
    return { text: null, glimpse: '', problems: [notText({ file, line: 1, column: 1 }, what)] };

  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    const glimpse = lax.decode(bytes);
    return { text: null, glimpse, problems: [brokenBytes(file, bytes)] };
  }
  const conflict = conflictIn(text);
  if (conflict >= 0)
    return { text: null, glimpse: text, problems: [mergeConflict(locator(file, text).at(conflict, 7))] };
  if (!text.includes('\r') && !hasOdd(text)) {
    return text.trim() === '' ? empty(file) : { text, glimpse: text, problems: [] };
  }
  text = text.replace(/\r\n?/g, '\n');
  const control = firstControl(text);
  const problems =
    control === null ? [] : [controlCharacters(locator(file, text).at(control.index, 1), control.name)];
  text = withoutOdd(text);
  return text.trim() === '' ? empty(file) : { text, glimpse: text, problems };
}

const OURS = '<<<<<<< ';

/** Where git has left two versions in the file; −1 in nearly all. An article about git shows such lines in a code block. */
function conflictIn(text: string): number {
  const ours = text.startsWith(OURS) ? 0 : text.indexOf(`\n${OURS}`) + 1;
  if (ours === 0 && !text.startsWith(OURS)) return -1;
  const middle = text.indexOf('\n=======', ours);
  if (middle < 0 || text.indexOf('\n>>>>>>> ', middle) < 0) return -1;
  const fences = text.slice(0, ours).match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0;
  return fences % 2 === 0 ? ours : -1;
}

const empty = (file: string): Decoded => ({
  text: null,
  glimpse: '',
  problems: [emptyFile({ file, line: 1, column: 1 })],
});

function signature(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  for (const [start, what] of SIGNATURES) if (head.startsWith(start)) return what;
  // UTF-16 without a mark: every second byte of Latin text is zero.
  if (bytes.length >= 4 && ((bytes[0] === 0 && bytes[2] === 0) || (bytes[1] === 0 && bytes[3] === 0))) {
    return 'text in UTF-16';
  }
  return null;
}

/** The first byte that is no UTF-8. */
function brokenBytes(file: string, bytes: Uint8Array): Problem {
  let line = 1;
  let lineStart = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequence(bytes, at);
    if (length === 0) break;
    if (bytes[at] === 0x0a) {
      line++;
      lineStart = at + 1;
    }
    at += length;
  }
  let lineEnd = bytes.indexOf(0x0a, at);
  if (lineEnd === -1) lineEnd = bytes.length;
  const source = lax
    .decode(bytes.subarray(lineStart, Math.min(lineEnd, lineStart + 2000)))
    .replace(/\r$/, '');
  const column = lax.decode(bytes.subarray(lineStart, at)).length + 1;
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return wrongEncoding({ file, line, column, source }, byte);
}

/** Length of the well-formed UTF-8 sequence at an offset; 0 where there is none. */
function sequence(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  const second = bytes[at + 1] ?? 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
