import type { Problem } from '../model/problem.js';
import { unreadableFile } from '../problems/files.js';
import { contentHash } from '../text/hash.js';
import type { Files } from './ports.js';

/**
 * The content of a file that was found; a problem where the system refuses it. A file that is gone by now is no
 * problem of the newsroom's: the folder is changing, and the caller begins again or ends.
 */
export async function contentOf(files: Files, file: string): Promise<Uint8Array | Problem> {
  try {
    return await files.read(file);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code === 'ENOENT') throw error;
    // Node's words, without the path that stands behind them.
    return unreadableFile({ file }, error.message.replace(/,? ?['`].*$/s, ''));
  }
}

/** The hash of what a file holds, read where it is not known; a problem where the system refuses it. */
export async function hashOf(files: Files, file: string): Promise<string | Problem> {
  const known = files.hash?.(file) ?? null;
  if (known !== null) return known;
  const content = await contentOf(files, file);
  if (!(content instanceof Uint8Array)) return content;
  const hash = contentHash(content);
  files.learn?.(file, hash);
  return hash;
}
