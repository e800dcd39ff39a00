import type { IncomingMessage, ServerResponse } from 'node:http';
import { HEADERS } from './send.js';

/** Answers a request for a part of a file, as players of sound and film make it; false where it is for the whole. */
export function sendPart(
  { headers }: IncomingMessage,
  response: ServerResponse,
  type: string,
  content: Uint8Array,
): boolean {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
  if (first === '' && last === '') return false;
  const size = content.length;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start > end) {
    response.writeHead(416, { 'content-range': `bytes */${size}` });
    response.end();
    return true;
  }
  response.writeHead(206, {
    'content-type': type,
    'content-length': end + 1 - start,
    'content-range': `bytes ${start}-${end}/${size}`,
    'accept-ranges': 'bytes',
    ...HEADERS,
  });
  response.end(content.subarray(start, end + 1));
  return true;
}
