import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { meantOr } from '../suggest.js';

/** Variables, fields, blocks and macros that there are not: what a template says of itself before it is rendered. */

export const macroNotImported = (place: Located, name: string, file: string): Problem => ({
  ...place,
  code: 'template-unknown-name',
  severity: 'error',
  message: `\`${name}\` is a macro of \`${file}\`, and this file does not import it, so it is always undefined here.`,
  hint: `Write this at the top of the file: \`{% from "${file}" import ${name} with context %}\`.`,
});

export const unknownName = (place: Located, name: string, meant: string | null): Problem => ({
  ...place,
  code: 'template-unknown-name',
  severity: 'error',
  message: `No page has a variable \`${name}\`, and nothing sets one, so it is always undefined here.`,
  hint: meantOr(
    meant,
    `Correct the name, or make the variable first: \`{% set ${name} = … %}\`. Where it may be absent, ask: \`{% if ${name} is defined %}\`.`,
  ),
});

export const nameOfOtherPages = (place: Located, name: string, kinds: readonly string[]): Problem => ({
  ...place,
  code: 'template-other-page',
  severity: 'error',
  message: `The pages that this template makes have no \`${name}\`; it is only in the view of: ${kinds.join(', ')}.`,
  hint: 'Take it out, or move it into a template that only those pages are made with.',
});

export const nameOutsideMacro = (place: Located, name: string): Problem => ({
  ...place,
  code: 'template-macro-scope',
  severity: 'error',
  message: `\`${name}\` is undefined here: this file is imported, and an imported file sees only \`page\`, \`site\` and what its macros are given.`,
  hint: `Hand it to the macro as an argument, or import the file \`with context\`.`,
});

export const unknownField = (
  place: Located,
  path: string,
  key: string,
  fields: readonly string[],
  meant: string | null,
): Problem => ({
  ...place,
  code: 'template-unknown-field',
  severity: 'error',
  message: `\`${path}\` has no field \`${key}\`, so this is always undefined.`,
  hint: meantOr(
    meant === null ? null : `${path}.${meant}`,
    `Its fields are ${fields.map((field) => `\`${field}\``).join(', ')}. Where it may be absent, ask: \`{% if ${path}.${key} is defined %}\`.`,
  ),
});

export const unusedBlock = (place: Located, name: string, parent: string): Problem => ({
  ...place,
  code: 'template-unused-block',
  severity: 'warning',
  message: `This block is never shown: neither \`${parent}\` nor what it extends has a block \`${name}\`.`,
  hint: `Put \`{% block ${name} %}{% endblock %}\` into \`${parent}\` where it is to appear, or take the block out here.`,
});

export const misspeltBlock = (place: Located, name: string, parent: string, meant: string): Problem => ({
  ...place,
  code: 'template-misspelt-block',
  severity: 'error',
  message: `Neither \`${parent}\` nor what it extends has a block \`${name}\`, so that nothing of this one would be shown.`,
  hint: `Did you mean \`${meant}\`?`,
});

export const importMissing = (place: Located, name: string, meant: string | null): Problem => ({
  ...place,
  code: 'template-import-missing',
  severity: 'error',
  message: `The imported file has no macro \`${name}\`.`,
  hint: meantOr(meant, 'Only macros and variables that the file itself makes can be imported.'),
});
