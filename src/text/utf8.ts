const decoder = new TextDecoder();

/** Bytes as text; a byte-order mark goes, and what is no UTF-8 becomes U+FFFD. */
export const decodeText = (bytes: Uint8Array): string => decoder.decode(bytes);
