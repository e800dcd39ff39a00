const THEME = '@theme/';

/** The name that always means the file of the theme that comes with Dateline: `@theme/article.njk`. */
export function themeName(name: string): string {
  return THEME + name;
}

/**
 * The template that a reference names. Names are paths below `templates/`; `./` and `../` lead on from the folder of
 * the template that refers.
 */
export function resolveName(name: string, from: string | undefined): string {
  if (!name.startsWith('./') && !name.startsWith('../')) return name;
  // What the theme's files refer to may be overridden, wherever they are asked for.
  const start = from?.startsWith(THEME) ? from.slice(THEME.length) : (from ?? '');
  const parts = start.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
