/** What people wrote, as messages repeat it. Every function that words a message quotes through these. */

/** Longer values are cut: whoever wrote them knows them by their beginning, and the frame shows the place. */
const MOST = 80;

/** Paths and addresses may be copied, so more of them is shown; real ones are whole. */
const MOST_OF_PATH = 160;

/** A value on one line, cut where it is long. A backtick would end the quotation, so it becomes an apostrophe. */
export function shown(text: string, most = isPath(text) ? MOST_OF_PATH : MOST): string {
  // Blanks run together, so a little more than what is shown is looked at, never a megabyte.
  const near = text.slice(0, most * 2);
  const line = near.replace(/\s+/g, ' ').replaceAll('`', '’').trim();
  if (near.length === text.length && line.length <= most) return line.toWellFormed();
  const cut = line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.toWellFormed()}…`;
}

const isPath = (text: string): boolean => /^(?:\/|content\/|templates\/|https?:)/.test(text);

/** Several of a kind: all of a few, else the first with a count. */
export function listed(values: readonly string[]): string {
  const [first = '', second] = values;
  if (second === undefined) return shown(first);
  return values.length === 2
    ? `${shown(first)} and ${shown(second)}`
    : `${shown(first)} and ${values.length - 1} others`;
}

/** All of them, each in backticks. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${shown(name)}\``).join(', ');
}

/** A file's name with everything that would not show as `\\n` or `\\u202e`. */
export function escaped(name: string): string {
  return shown(
    JSON.stringify(name)
      .slice(1, -1)
      .replace(
        /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    MOST_OF_PATH,
  );
}
