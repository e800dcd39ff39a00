import { contentHash } from './hash.js';
import { loadTransliteration } from './libraries.js';

export type SlugMode = 'unicode' | 'ascii';

/** File systems allow 255 bytes for a name; `.html` and the like must fit behind it. */
const MAX_BYTES = 200;

/**
 * The part of an address that a text makes: lower case, words joined by `-`. `unicode` keeps the letters and digits of
 * every script, `ascii` writes them in Latin letters (`Gjirokastër` → `gjirokaster`). Never empty (a text without a
 * letter or digit becomes a hash of itself), never `.` or `..`, never with a `/`, at most 200 bytes, cut at a word.
 * Percent escapes are decoded once. The same for the same text on every machine.
 */
export function slugify(text: string, mode: SlugMode): string {
  if (SIMPLE.test(text)) return cut(text);
  // Persian joins the parts of a word by an invisible non-joiner.
  let plain = unescapePercent(text).replaceAll('\u200c', '-').normalize('NFC');
  if (mode === 'ascii' && NOT_ASCII.test(plain))
    plain = loadTransliteration().transliterate(plain.replace(DROPPED, ''));
  const slug = plain
    .replace(DROPPED, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(mode === 'ascii' ? ASCII_BETWEEN : BETWEEN, '-')
    .replace(/^-+|-+$/g, '');
  // A mark without a letter to stand on names nothing.
  return LETTER.test(slug) ? cut(slug) : contentHash(text).slice(0, 10);
}

/** Slugs of a path's parts, joined by `/`; parts that are empty are left out. */
export function slugPath(path: string, mode: SlugMode): string {
  return path
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => slugify(part, mode))
    .join('/');
}

const SIMPLE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII
const NOT_ASCII = /[^\x00-\x7f]/;
/** Apostrophes of all kinds, soft hyphens, joiners, byte-order marks and marks of direction vanish within a word. */
const DROPPED = /['’‘ʼʻ`´\u00ad\u200b\u200e\u200f\u2060\ufeff\u061c]|\u200d/g;
const BETWEEN = /[^\p{L}\p{N}\p{M}]+/gu;
const ASCII_BETWEEN = /[^a-z0-9]+/g;
const LETTER = /[\p{L}\p{N}]/u;

function unescapePercent(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function cut(slug: string): string {
  if (slug.length * 3 <= MAX_BYTES) return slug;
  const bytes = new TextEncoder().encode(slug);
  if (bytes.length <= MAX_BYTES) return slug;
  const short = new TextDecoder().decode(bytes.subarray(0, MAX_BYTES)).replace(/\ufffd+$/u, '');
  const word = short.lastIndexOf('-');
  // Scripts without spaces have no word to cut at.
  return (word > MAX_BYTES / 4 && slug[short.length] !== '-' ? short.slice(0, word) : short).replace(
    /-+$/,
    '',
  );
}
