const UNSAFE = /[&<>"]/;
const UNSAFE_ALL = /[&<>"]/g;
const ESCAPES: { readonly [char: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const SCRIPT_UNSAFE = /[<>&\u2028\u2029]/;
const SCRIPT_UNSAFE_ALL = /[<>&\u2028\u2029]/g;
/** Half of a surrogate pair, as `JSON.stringify` writes it. */
const LONE_HALF = /\\ud[89a-f]/;

const wellFormed = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value;

/**
 * Data as JSON that can stand in a `script` element: nothing in it ends the element or opens a comment, and every text
 * is one that UTF-8 can hold. Undefined for what JSON can't say, such as a function.
 *
 * @param each turns values into those that are written
 */
export function scriptJson(
  data: unknown,
  each?: (key: string, value: unknown) => unknown,
): string | undefined {
  const written: string | undefined = JSON.stringify(data, each);
  if (written === undefined) return undefined;
  const json = LONE_HALF.test(written) ? JSON.stringify(JSON.parse(written), wellFormed) : written;
  return SCRIPT_UNSAFE.test(json)
    ? json.replace(SCRIPT_UNSAFE_ALL, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : json;
}

/** Text as HTML shows it, in content and in double-quoted attributes. */
export function escapeHtml(text: string): string {
  return UNSAFE.test(text) ? text.replace(UNSAFE_ALL, (char) => ESCAPES[char] ?? char) : text;
}
