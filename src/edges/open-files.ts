import type { Problem } from '../model/problem.js';
import { tooFewOpenFiles } from '../problems/publish.js';

/** The code of a system's error, such as ENOENT; null for any other. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * What an error means that says that no more files may be opened; null for any other. Loading the program itself opens
 * a hundred files, so this is all that is known where that fails: it imports nothing but messages.
 */
export function openFilesProblem(error: unknown): Problem | null {
  const code = codeOf(error);
  const few =
    code === 'EMFILE' ||
    code === 'ENFILE' ||
    // A thread beside this one could not begin.
    (code === 'ERR_WORKER_INIT_FAILED' && error instanceof Error && /\bE[MN]FILE\b/.test(error.message));
  return few ? tooFewOpenFiles() : null;
}
