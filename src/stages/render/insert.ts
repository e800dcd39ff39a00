const TAG = /<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const VOID: ReadonlySet<string> = new Set([
  'area',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'source',
  'track',
  'wbr',
]);

/** So many paragraphs must follow: a text does not end with what was put into it. */
const FOLLOWING = 2;

/**
 * A text with a piece of HTML behind one of its own paragraphs, never inside of a quote, a list or a figure, and where enough
 * of it follows; a shorter text as it is.
 */
export function insertAfter(html: string, piece: string, paragraph: number): string {
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: tag, 1: closing, 2: written = '', index } of html.matchAll(TAG)) {
    const name = written.toLowerCase();
    if (VOID.has(name) || tag.endsWith('/>')) continue;
    depth += closing === '/' ? -1 : 1;
    if (closing === '/' && depth === 0 && name === 'p') ends.push(index + tag.length);
  }
  const at = ends[paragraph - 1];
  if (at === undefined || ends.length < paragraph + FOLLOWING) return html;
  return `${html.slice(0, at)}\n${piece}${html.slice(at)}`;
}
