import { deserialize, serialize } from 'node:v8';
import type { PackedParse, StoredParse } from '../../build/ports.js';
import type { Article, ParsedArticle, Terms } from '../../model/article.js';
import type { Json } from '../../model/json.js';
import type { Record } from './writer.js';

/**
 * A head is a header of six numbers, the terms as they lie in memory, and the rest as JSON: of what keeps every
 * value, that is the fastest to read. Where a number is in it that JSON does not have, the rest is V8's own format.
 */
const HEADER = 24;

/** The parse in the store's own format. */
export function packParse(value: StoredParse): PackedParse {
  return { goodFor: goodFor(value), head: bytesOf(encodeHead(value)), bodies: bytesOf(encodeBodies(value)) };
}

/** The file that a parse without errors is of: only such a one may stand in for a later one that fails. */
export function goodFor({ parsed, problems }: StoredParse): string | null {
  return parsed !== null && problems.every((problem) => problem.severity !== 'error')
    ? parsed.article.file
    : null;
}

function bytesOf({ room, write }: Record): Uint8Array {
  const bytes = Buffer.allocUnsafe(room);
  // Another thread is given all of the memory behind it, so no more than is needed.
  return Uint8Array.prototype.slice.call(bytes, 0, write(bytes, 0));
}

/** The parse without the HTML of its texts. */
export function headOf(value: StoredParse): StoredParse {
  const { parsed, problems } = value;
  return parsed === null ? value : { parsed: { ...parsed, ...emptied(parsed) }, problems };
}

/** The HTML of a parse's texts: the article's own, then each live post's. */
export function bodiesOf(value: StoredParse): readonly string[] {
  const { parsed } = value;
  return parsed === null ? [] : [parsed.body.html, ...parsed.article.live.map((post) => post.body.html)];
}

function emptied({ article, body }: ParsedArticle): Pick<ParsedArticle, 'article' | 'body'> {
  const live = article.live.map((post) => ({ ...post, body: { ...post.body, html: '' } }));
  return { article: article.live.length === 0 ? article : { ...article, live }, body: { ...body, html: '' } };
}

export function encodeHead(value: StoredParse): Record {
  const { parsed, problems } = headOf(value);
  const { terms = NO_TERMS, ...others } = parsed ?? {};
  const rest = { parsed: parsed === null ? null : others, problems };
  const structured = parsed !== null && !fitsJson(parsed.article);
  const end = structured ? serialize(rest) : JSON.stringify(rest);
  const arrays = [terms.ids, terms.counts, terms.passages, terms.prints].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  const room = arrays.reduce((sum, { length }) => sum + length, HEADER);
  return {
    room: room + end.length * 3,
    write(into, at) {
      into.writeUInt32LE(structured ? 1 : 0, at);
      into.writeUInt32LE(terms.ids.length, at + 4);
      into.writeUInt32LE(terms.headline, at + 8);
      into.writeUInt32LE(terms.passages.length, at + 12);
      into.writeUInt32LE(terms.prints.length, at + 16);
      into.writeUInt32LE(terms.thinning, at + 20);
      let from = at + HEADER;
      for (const bytes of arrays) {
        into.set(bytes, from);
        from += bytes.length;
      }
      return from + (typeof end === 'string' ? into.write(end, from) : end.copy(into, from));
    },
  };
}

const NO_TERMS: Terms = {
  ids: new Uint32Array(),
  counts: new Uint8Array(),
  headline: 0,
  passages: new Uint16Array(),
  prints: new Uint32Array(),
  thinning: 0,
};

/** The head in these bytes, which are what `encodeHead` made: the caller has compared their checksum. */
export function decodeHead(bytes: Buffer): StoredParse {
  let from = HEADER;
  // Copies: the bytes are a window that moves on, and the numbers must begin at a multiple of four.
  const copied = <T extends Uint32Array | Uint16Array | Uint8Array>(array: T): T => {
    const next = from + array.byteLength;
    new Uint8Array(array.buffer).set(bytes.subarray(from, next));
    from = next;
    return array;
  };
  const length = bytes.readUInt32LE(4);
  const terms = {
    ids: copied(new Uint32Array(length)),
    counts: copied(new Uint8Array(length)),
    headline: bytes.readUInt32LE(8),
    passages: copied(new Uint16Array(bytes.readUInt32LE(12))),
    prints: copied(new Uint32Array(bytes.readUInt32LE(16))),
    thinning: bytes.readUInt32LE(20),
  };
  const end = bytes.subarray(from);
  const others: Rest = bytes.readUInt32LE(0) === 0 ? JSON.parse(end.toString('utf8')) : deserialize(end);
  const { parsed, problems } = others;
  // Not by a spread: an object that is added to has a shape of its own, and there are as many as articles.
  return {
    parsed: parsed === null ? null : { article: parsed.article, body: parsed.body, terms },
    problems,
  };
}

interface Rest extends Pick<StoredParse, 'problems'> {
  readonly parsed: Omit<ParsedArticle, 'terms'> | null;
}

/** JSON has no infinity, no NaN and no negative zero; only what an editor may write freely can hold such a number. */
function fitsJson({ extra, priority }: Article): boolean {
  return isJson(extra) && isJson(priority);
}

function isJson(value: Json): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isJson);
}

export function encodeBodies(value: StoredParse): Record {
  const texts = bodiesOf(value);
  return {
    room: 4 + texts.reduce((sum, text) => sum + 4 + text.length * 3, 0),
    write(into, at) {
      into.writeUInt32LE(texts.length, at);
      let end = at + 4 + texts.length * 4;
      for (const [i, text] of texts.entries()) {
        const length = into.write(text, end);
        into.writeUInt32LE(length, at + 4 + i * 4);
        end += length;
      }
      return end;
    },
  };
}

export function decodeBodies(bytes: Buffer): readonly string[] {
  const count = bytes.readUInt32LE(0);
  const texts: string[] = [];
  for (let i = 0, at = 4 + count * 4; i < count; i++) {
    const length = bytes.readUInt32LE(4 + i * 4);
    texts.push(bytes.toString('utf8', at, at + length));
    at += length;
  }
  return texts;
}
