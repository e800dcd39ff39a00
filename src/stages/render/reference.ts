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
