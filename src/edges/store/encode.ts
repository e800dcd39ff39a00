import { deserialize, serialize } from 'node:v8';
import type { PackedParse, StoredHead, StoredParse } from '../../build/ports.js';
import type { Article, ParsedArticle, Terms } from '../../model/article.js';
import type { Json } from '../../model/json.js';
import type { Record } from './writer.js';

/** The parse in the store's own format. */
export function packParse(value: StoredParse): PackedParse {
  return {
    goodFor: goodFor(value),
    head: bytesOf(encodeHead(value)),
    bodies: bytesOf(encodeBodies(value)),
    words: bytesOf(encodeWords(value.parsed?.terms ?? NO_TERMS)),
  };
}

/** The file that a parse without errors is of: only such a one may stand in for a later one that fails. */
export function goodFor({ parsed, problems }: StoredHead): string | null {
  return parsed !== null && problems.every((problem) => problem.severity !== 'error')
    ? parsed.article.file
    : null;
}

function bytesOf({ room, write }: Record): Uint8Array {
  const bytes = Buffer.allocUnsafe(room);
  // Another thread is given all of the memory behind it, so no more than is needed.
  return Uint8Array.prototype.slice.call(bytes, 0, write(bytes, 0));
}

/** The parse without its words and the HTML of its texts. */
export function headOf({ parsed, problems }: StoredParse): StoredHead {
  return { parsed: parsed === null ? null : emptied(parsed), problems };
}

/** The HTML of a parse's texts: the article's own, then each live post's. */
export function bodiesOf(value: StoredParse): readonly string[] {
  const { parsed } = value;
  return parsed === null ? [] : [parsed.body.html, ...parsed.article.live.map((post) => post.body.html)];
}

function emptied({ article, body }: ParsedArticle): Omit<ParsedArticle, 'terms'> {
  const live = article.live.map((post) => ({ ...post, body: { ...post.body, html: '' } }));
  return { article: article.live.length === 0 ? article : { ...article, live }, body: { ...body, html: '' } };
}

/** A head is JSON, of what keeps every value the fastest to read; where it has a number that JSON has not, V8's own format. */
const JSON_HEAD = 0;
const V8_HEAD = 1;

export function encodeHead(value: StoredParse): Record {
  const head = headOf(value);
  const structured = head.parsed !== null && !fitsJson(head.parsed.article);
  const text = structured ? serialize(head) : JSON.stringify(head);
  return {
    room: 1 + text.length * 3,
    write(into, at) {
      into.writeUInt8(structured ? V8_HEAD : JSON_HEAD, at);
      return at + 1 + (typeof text === 'string' ? into.write(text, at + 1) : text.copy(into, at + 1));
    },
  };
}

/** The head in these bytes, which are what `encodeHead` made: the caller has compared their checksum. */
export function decodeHead(bytes: Buffer): StoredHead {
  return bytes[0] === JSON_HEAD ? JSON.parse(bytes.toString('utf8', 1)) : deserialize(bytes.subarray(1));
}

const NO_TERMS: Terms = {
  ids: new Uint32Array(),
  counts: new Uint8Array(),
  headline: 0,
  passages: new Uint16Array(),
  prints: new Uint32Array(),
  thinning: 0,
};

/** Words are a header of five numbers, then the lists as they lie in memory, those of the widest numbers first. */
const HEADER = 20;

export function encodeWords({ ids, counts, headline, passages, prints, thinning }: Terms): Record {
  const lists = [ids, prints, passages, counts].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  return {
    room: lists.reduce((sum, { length }) => sum + length, HEADER),
    write(into, at) {
      for (const [i, number] of [ids.length, prints.length, passages.length, headline, thinning].entries())
        into.writeUInt32LE(number, at + i * 4);
      let end = at + HEADER;
      for (const bytes of lists) {
        into.set(bytes, end);
        end += bytes.length;
      }
      return end;
    },
  };
}

/** The words in these bytes, which are what `encodeWords` made. */
export function decodeWords(bytes: Buffer): Terms {
  const [words, prints, passages] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4), bytes.readUInt32LE(8)];
  // A copy: the bytes are a window that moves on, and numbers of four bytes must begin at a multiple of four.
  const { buffer } = Uint8Array.prototype.slice.call(bytes, HEADER);
  return {
    ids: new Uint32Array(buffer, 0, words),
    counts: new Uint8Array(buffer, (words + prints) * 4 + passages * 2, words),
    headline: bytes.readUInt32LE(12),
    passages: new Uint16Array(buffer, (words + prints) * 4, passages),
    prints: new Uint32Array(buffer, words * 4, prints),
    thinning: bytes.readUInt32LE(16),
  };
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
