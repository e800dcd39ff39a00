import { isAbsolute, relative, sep } from 'node:path';
import { PublishError } from '../build/ports.js';
import type { Problem } from '../model/problem.js';
import { diskFull, notWritable, publishFailed, tooManyOpenFiles } from '../problems/publish.js';
import { notPlainFile, systemRefused } from '../problems/usage.js';
import { codeOf, openFilesProblem } from './open-files.js';

export { codeOf };

/** What a system's refusal to write means to whoever runs the build; an error that is none is a bug and stays as it is. */
export function failure(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (error instanceof PublishError || code === null || !(error instanceof Error) || !('syscall' in error))
    return error;
  return new PublishError([problemOf(code, file, error.message)], 2, { cause: error });
}

function problemOf(code: string, file: string, message: string) {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(file);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return notWritable(file, code);
    case 'EMFILE':
    case 'ENFILE':
      return tooManyOpenFiles(file);
    default:
      return publishFailed(file, message);
  }
}

/** A refusal outside of publishing, such as a file that may not be read or that is a link; null for any other error. */
export function systemProblem(error: unknown): Problem | null {
  if (codeOf(error) === 'EOUTSIDE' && error instanceof Error && 'path' in error)
    return notPlainFile(String(error.path));
  const few = openFilesProblem(error);
  if (few !== null) return few;
  if (codeOf(error) === null || !(error instanceof Error) || !('syscall' in error)) return null;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : '';
  // Node's words, without the path that stands before them: `EACCES: permission denied, open '…'`.
  return systemRefused(nearPath(path), error.message.replace(/,? ?'.*$/s, ''));
}

function nearPath(path: string): string {
  const near = relative(process.cwd(), path);
  return (path === '' || near === '' || near.startsWith('..') || isAbsolute(near) ? path : near)
    .split(sep)
    .join('/');
}
