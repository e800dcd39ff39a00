/**
 * Addresses in the files of hosts. Whatever an editor wrote as an old address is text of somebody else's language
 * here: nothing that has a meaning there may come through.
 */

/** Everything but letters and digits of ASCII and `-._~/` as percent escapes: safe in every file, also as a target. */
export function strictly(path: string): string {
  return encodeURIComponent(path.toWellFormed())
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * A path as browsers ask for it, for hosts that compare the address as it was sent. `*` and `:` have a meaning in
 * `_redirects`, `?` and `#` in addresses: they are escaped in any case.
 */
export function asRequested(path: string): string {
  return encodeURI(path.toWellFormed()).replace(
    /[?#*:]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A text between the quotes of nginx, where nothing is expanded. */
export function nginxQuoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/**
 * A path as a regular expression for Apache. Every sign of ASCII that is no letter, digit, `/`, `-` or `_` goes by its
 * number, so that neither the expression nor the quotes around it, nor `${…}` and `%{…}`, can be meant.
 */
export function apachePattern(path: string): string {
  return path.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through
    /[\u0000-\u007f]/g,
    (c) => (/[\w/-]/.test(c) ? c : `\\x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`),
  );
}
