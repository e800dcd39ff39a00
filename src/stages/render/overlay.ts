/** A theme's files, with those of the site in the place of files of the same name. */
export function overlay<T>(theme: ReadonlyMap<string, T>, site: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...theme, ...site]);
}

/**
 * The template that a reference names. Names are paths below `templates/`; `./` and `../` lead on from the folder of
 * the template that refers.
 */
export function resolveName(name: string, from: string | undefined): string {
  if (!name.startsWith('./') && !name.startsWith('../')) return name;
  const parts = (from ?? '').split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
