import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { meantOr } from '../suggest.js';

/** What goes wrong while a page is rendered. */

export const missingVariable = (place: Located, name: string, meant: string | null): Problem => ({
  ...place,
  code: 'template-undefined',
  severity: 'error',
  message: `There is nothing to print: \`${name}\` is undefined here.`,
  hint: meantOr(
    meant,
    `Correct the name, make it first (\`{% set ${name} = … %}\`), or allow for its absence: \`{{ ${name} | default('') }}\`.`,
  ),
});

export const missingField = (
  place: Located,
  target: string,
  key: string,
  meant: string | null,
  description: string,
): Problem => ({
  ...place,
  code: 'template-undefined',
  severity: 'error',
  message: `There is nothing to print: \`${target}\` has no \`${key}\`. It is ${description}.`,
  hint: meantOr(
    meant === null ? null : `${target}.${meant}`,
    `Correct the name, or allow for its absence: \`{{ ${target}.${key} | default('') }}\`.`,
  ),
});

export const noneHasNoFields = (place: Located, target: string, key: string, none: boolean): Problem => ({
  ...place,
  code: 'template-undefined',
  severity: 'error',
  message: `There is nothing to print: \`${target}\` is ${none ? 'none (null)' : 'undefined'} here, so it has no \`${key}\`.`,
  hint: `Print it only where there is one: \`{% if ${target} %}{{ ${target}.${key} }}{% endif %}\`.`,
});

export const nothingToPrint = (place: Located, path: string | null): Problem => ({
  ...place,
  code: 'template-undefined',
  severity: 'error',
  message: `There is nothing to print: ${path === null ? 'this' : `\`${path}\``} is undefined here.`,
  hint: "Correct the names in it, or allow for its absence: `{{ … | default('') }}`.",
});

export const unprintable = (place: Located, description: string): Problem => ({
  ...place,
  code: 'template-unprintable',
  severity: 'error',
  message: `Only texts and numbers can be printed, but this is ${description}.`,
  hint: 'Print one of its fields (such as `.name` or `.title`), or walk through a list with `{% for … %}`.',
});

export const viewChanged = (place: Located, method: string): Problem => ({
  ...place,
  code: 'template-changes-view',
  severity: 'error',
  message: `\`${method}\` would change a list that other pages show too.`,
  hint: 'Make a list of your own: `{% set items = [] %}`, or use a filter (`sort`, `reverse`), which makes a new one.',
});

export const notCallable = (place: Located, name: string): Problem => ({
  ...place,
  code: 'template-not-callable',
  severity: 'error',
  message: `\`${name}\` is called here, but it is neither a macro nor a function.`,
  hint: 'Correct the name, or import the macro: `{% from "partials/macros.njk" import … %}`.',
});

/** What went wrong in a macro of the theme, at the place of the site's own template that calls it. */
export function failedCall(place: Located, inside: Problem): Problem {
  const { code, severity, message, file, line = 1, column = 1 } = inside;
  return {
    ...place,
    code,
    severity,
    message: `What is called here fails in the theme, at ${file}:${line}:${column}. ${message}`,
    hint: 'Look at what stands in the brackets of this call: one of the values is absent, or of another kind than the macro needs.',
  };
}

export const templateEndless = (place: Located): Problem => ({
  ...place,
  code: 'template-endless',
  severity: 'error',
  message: 'This template or macro calls itself without end.',
  hint: 'Look for an `include`, `extends` or macro call that leads back here, and end it with an `{% if %}`.',
});

export const templateFailed = (place: Located, message: string): Problem => ({
  ...place,
  code: 'template-failed',
  severity: 'error',
  message: `The template stopped here: ${message.replace(/[.\s]+$/, '')}.`,
  hint: 'Look at the values that the marked place uses: one is of another kind than it expects.',
});
