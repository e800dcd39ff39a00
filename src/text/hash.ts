import { createHash } from 'node:crypto';

/** First 32 hex digits of the SHA-256 of the content: names a content, in manifests and keys. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
