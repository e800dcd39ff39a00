import { hash } from 'node:crypto';

/** First 32 hex digits of the SHA-256 of the content: names a content, in manifests and keys. */
export function contentHash(content: string | Uint8Array): string {
  // Not the digits of all of it cut off: such a string keeps the whole one in memory.
  return hash('sha256', content, 'buffer').toString('hex', 0, 16);
}

/** The SHA-256 of a text as base64, by which a policy names what stands in a page. */
export const sha256Base64 = (text: string): string => hash('sha256', text, 'base64');
