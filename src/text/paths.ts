/** File systems allow 255 bytes for one name; longer ones fail on the disk, or in an upload. */
const NAME_BYTES = 255;

/** What is wrong with a path as an output below `public/`, by itself. */
export type PathFault = 'unsafe' | 'too-long';

/**
 * Null for a path that may be written below `public/`: relative, with `/`, no empty, `.` or `..` part, no control
 * character, backslash or lone surrogate, and no part longer than file systems allow.
 */
export function pathFault(path: string): PathFault | null {
  // Nearly all paths are like this, and 100,000 of them are looked at in each build.
  if (PLAIN.test(path)) return path.length > NAME_BYTES && tooLong(path) ? 'too-long' : null;
  if (path === '' || UNSAFE.test(path) || !path.isWellFormed()) return 'unsafe';
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..')) return 'unsafe';
  return tooLong(path) ? 'too-long' : null;
}

const PLAIN = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is its purpose
const UNSAFE = /[\u0000-\u001f\u007f\\]/;

function tooLong(path: string): boolean {
  return path.split('/').some((part) => part.length * 3 > NAME_BYTES && utf8Length(part) > NAME_BYTES);
}

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
