import { createHash } from 'node:crypto';

/** First 32 hex digits of the SHA-256 of the content: names a content, in manifests and keys. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

/** The SHA-256 of a text as base64, by which a policy names what stands in a page. */
export const sha256Base64 = (text: string): string => createHash('sha256').update(text).digest('base64');
