/** A hole in finished HTML: see `Body` in `model/article.ts`. */
export function hole(letter: 'A' | 'Z' | 'I' | 'G' | 'B' | 'E', ref: number | string): string {
  return `\ufdd0${letter}${ref}\ufdd1`;
}

/** Noncharacters that mark holes (and a target that nobody knows): never let in from a source. */
const RESERVED = /[\ufdd0-\ufdef]/g;

/** A source without characters that could forge a hole. */
export function withoutHoles(source: string): string {
  return source.replace(RESERVED, '\ufffd');
}
