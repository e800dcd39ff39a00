import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';
import { suggestion } from '../suggest.js';

/** What options may not name: fields, codes and elements. */

export const unknownField = (place: Located, name: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-field-target',
  severity: 'error',
  message: `\`fields\` maps other names on Dateline's own, and \`${shown(name)}\` is none of those.${suggestion(name, known)}`,
  hint: 'Write our name first and the names that your files use behind it: `summary: [description, deck]`',
});

export const unknownCode = (place: Located, code: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-code',
  severity: 'warning',
  message: `\`severity\` names \`${shown(code)}\`, and there is no warning of that code.${suggestion(code, known)}`,
  hint: 'Codes stand behind the place in every message, such as `broken-link`.',
});

export const fixedSeverity = (place: Located, code: string): Problem => ({
  ...place,
  code: 'fixed-severity',
  severity: 'warning',
  message: `\`${shown(code)}\` is an error, and errors can be neither silenced nor lowered: the site would be wrong or unsafe. This line has no effect.`,
  hint: 'Delete the line. To publish without the articles that have errors, build with `--on-invalid skip`.',
});

export const unsafeHtml = (place: Located, element: string): Problem => ({
  ...place,
  code: 'unsafe-html',
  severity: 'error',
  message: `\`html.allow\` cannot hold \`${shown(element)}\`: what it loads or runs would be out of the newsroom's hands.`,
  hint: 'Delete it from the list. Videos and posts of other sites are embedded with `@[youtube](id)`.',
});
