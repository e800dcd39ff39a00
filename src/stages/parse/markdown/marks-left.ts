/** A variable of a template, `{{ page.title }}`: stays as written, since an author may mean it so. */
export const VARIABLE = /\{\{[-~]?[ \t]*([^{}<%\n][^{}\n]{0,400}?)[ \t]*[-~]?\}\}/;

/** Lines such as `=IMAGE=a.jpg=Caption=` of home-made systems: told, and left as they are. */
export const HOMEMADE = /^(=[A-Z][A-Z_]{2,30}=).*$/gm;

const VARIABLES = new RegExp(VARIABLE.source, 'g');

/** Plain text without the marks that a page shows as written: no teaser may open with them. */
export function withoutMarks(plain: string): string {
  let words = plain;
  if (words.includes('=')) words = words.replace(HOMEMADE, '');
  if (words.includes('{{')) words = words.replace(VARIABLES, '');
  return words === plain ? plain : words.replace(/ {2,}/g, ' ');
}
