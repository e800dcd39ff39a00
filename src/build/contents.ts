import type { Problem } from '../model/problem.js';
import { unreadableFile } from '../problems/files.js';
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
