/**
 * Characters that can't stand in HTML or XML, and the marks of the holes in a body, which nobody may write. Tabs and
 * line ends stay.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ODD = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0\ufdd1]/;
const ODD_ALL = new RegExp(ODD.source, 'g');
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;

export const hasOdd = (text: string): boolean => ODD.test(text);

export const withoutOdd = (text: string): string => (ODD.test(text) ? text.replace(ODD_ALL, '') : text);

/** The first control character: where it stands, and its name (`U+0001`). */
export function firstControl(text: string): { readonly index: number; readonly name: string } | null {
  const found = CONTROL.exec(text);
  if (found === null) return null;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { index: found.index, name: `U+${code}` };
}
