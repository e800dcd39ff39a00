/**
 * A test for paths below `content/` by the patterns of `ignore`: `*` stands for any part of a name, `?` for one sign,
 * `**` for any folders. A pattern without `/` is about a file or folder of that name anywhere; one that ends in `/`
 * about all that lies in that folder.
 */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.filter((pattern) => pattern.trim() !== '').map(compile);
  return (path) => tests.some((test) => test.test(path));
}

function compile(pattern: string): RegExp {
  const clean = pattern
    .trim()
    .replace(/^\.?\//, '')
    .replace(/^content\//, '')
    .replace(/\/+$/, '');
  const body = clean
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => WILD[part] ?? part.replace(/[.+^${}()|[\]\\]/g, '\\$&'))
    .join('');
  const anywhere = clean.includes('/') ? '' : '(?:.*/)?';
  // What lies in a folder that is meant is meant too.
  return new RegExp(`^${anywhere}${body}(?:/.*)?$`, 'su');
}

const WILD: { readonly [part: string]: string } = {
  '**/': '(?:.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};
