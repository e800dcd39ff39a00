import type { ParseConfig } from '../stages/parse/index.js';
import { contentHash } from '../text/hash.js';

/**
 * What decides the result of parsing a file, and so whether an old result may be used again. What made it (the
 * release, Node and its language data) is the store's `version`.
 */
export interface ParseKey {
  /** The path: id, section, slug and date may come from it, and problems name it. */
  readonly file: string;
  /** `contentHash` of its bytes. */
  readonly content: string;
}

/** Gives the key of a file's parse under one configuration. */
export function parseKeys(config: ParseConfig): (key: ParseKey) => string {
  // The parser is given nothing else of the configuration, so nothing else can matter.
  const settings = contentHash(JSON.stringify(config));
  return ({ file, content }) => contentHash(`${settings}\n${file}\n${content}`);
}
