import type { Problem } from '../../model/problem.js';
import { largeFile, textFileTooLarge, unusableName } from '../../problems/files.js';
import { pathFault, utf8Length } from '../../text/paths.js';
import { outputPath } from '../../text/urls.js';
import type { Role } from './rules.js';

/** Folders inside each other below `content/`. Real newsrooms have about five. */
const DEEPEST = 32;

/** Bytes of a whole path: what is published from it has a longer one, in a folder of the output. */
const LONGEST = 1000;

const MEGABYTE = 1 << 20;

/** An article is read as a whole; the longest text that one may have is a fraction of this. */
const LARGEST_TEXT = 64 * MEGABYTE;

/** Beyond this, hosts refuse a file, or readers pay for it. */
const LARGE_MEDIA = 200 * MEGABYTE;

/** What speaks against a file, by its name and size; `skipped` where the site goes without it. */
export function unfitFor(
  role: Role,
  path: string,
  size: number,
): { readonly problem: Problem; readonly skipped: boolean } | null {
  const why = nameFault(role, path);
  if (why !== null) return { problem: unusableName({ file: path }, path, why), skipped: true };
  const published = role.is === 'media' || role.is === 'static';
  const read = !published || (role.is === 'media' && /\.svg$/i.test(path));
  if (read && size > LARGEST_TEXT)
    return { problem: textFileTooLarge({ file: path }, LARGEST_TEXT / MEGABYTE), skipped: true };
  if (published && size > LARGE_MEDIA)
    return { problem: largeFile({ file: path }, Math.round(size / MEGABYTE)), skipped: false };
  return null;
}

function nameFault(role: Role, path: string): 'unsafe' | 'too-long' | 'too-deep' | null {
  const below = path.slice('content/'.length);
  // The name is also that of a file of the output, where it is published as it stands.
  const fault = pathFault(
    role.is === 'media' ? outputPath(role.url) : role.is === 'static' ? below.slice('static/'.length) : below,
  );
  if (fault !== null) return fault;
  if (path.split('/').length - 2 > DEEPEST) return 'too-deep';
  return path.length * 3 > LONGEST && utf8Length(path) > LONGEST ? 'too-long' : null;
}
