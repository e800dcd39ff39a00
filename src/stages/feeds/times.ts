/** `Tue, 24 Nov 2026 12:00:00 GMT`, as RFC 822 wants it with the years of RFC 1123. */
export const rfc822 = (ms: number): string => new Date(ms).toUTCString();

/** `2026-11-24T12:00:00Z` (RFC 3339). */
export const rfc3339 = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
