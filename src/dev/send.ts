import type { ServerResponse } from 'node:http';

/** Of every answer: no other site may show it in a frame or load it, and nobody keeps it. */
export const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "frame-ancestors 'self'",
} as const;

export const TEXT = 'text/plain; charset=utf-8';

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  content: string | Uint8Array,
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(content),
    ...HEADERS,
  });
  response.end(content);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, ...HEADERS });
  response.end();
}
