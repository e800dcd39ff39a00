import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';
import { suggestion } from '../suggest.js';

/** What is wrong with the names of fields and with what they hold. */

export const wrongShape = (
  place: Located,
  field: string,
  expects: string,
  got: string,
  example: string,
): Problem => ({
  ...place,
  code: 'wrong-shape',
  severity: 'error',
  message: `\`${shown(field)}\` must be ${expects}; here it is ${shown(got)}.`,
  hint: `Write it like this: \`${example}\``,
});

export const invalidValue = (place: Located, field: string, expects: string, written: string): Problem => ({
  ...place,
  code: 'invalid-value',
  severity: 'error',
  message: `\`${shown(field)}\` must be ${expects}, but says \`${shown(written)}\`.`,
  hint: /^[“”„‟‘’‚«»]/.test(written)
    ? 'Curly quotes are no quotes for YAML: use straight ones, or none.'
    : 'Correct the value, or delete the line.',
});

export const tooLong = (place: Located, field: string, limit: number): Problem => ({
  ...place,
  code: 'too-long',
  severity: 'error',
  message: `\`${shown(field)}\` is longer than ${limit} characters.`,
  hint: 'Shorten it. If the text of the article slipped into the field, check the quotes and the line `---` that ends the front matter.',
});

export const tooMany = (place: Located, field: string, limit: number): Problem => ({
  ...place,
  code: 'too-many',
  severity: 'error',
  message: `\`${shown(field)}\` has more than ${limit} entries. Each makes work for every build, so one file can’t have as many as it likes.`,
  hint: 'Keep those that readers need. If a text slipped into the field, check its commas and quotes.',
});

export const addressTooLong = (place: Located, address: string, limit: number): Problem => ({
  ...place,
  code: 'address-too-long',
  severity: 'error',
  message: `The address \`${shown(address)}\` has ${address.length} characters. Above ${limit}, no disk can hold the pages below it.`,
  hint: 'Write a shorter `slug`, `section` or `url`, or put the file into fewer folders.',
});

export const sectionTooDeep = (place: Located, limit: number): Problem => ({
  ...place,
  code: 'section-too-deep',
  severity: 'error',
  message: `This section lies inside more than ${limit - 1} others. Each of them has a page and an archive of its own, so there is an end to it.`,
  hint: 'Write a shorter `section`, such as `section: world/europe`, or put the file into fewer folders.',
});

export const unknownKind = (place: Located, written: string, kinds: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-kind',
  severity: 'error',
  message: `There is no kind of article called \`${shown(written)}\`.${suggestion(written, kinds)}`,
  hint: `Write one of ${kinds.join(', ')}, or leave the line out for news.`,
});

export const unknownCorrectionType = (
  place: Located,
  written: string,
  types: readonly string[],
): Problem => ({
  ...place,
  code: 'unknown-correction-type',
  severity: 'error',
  message: `There is no type of correction called \`${shown(written)}\`.${suggestion(written, types)}`,
  hint: `Write one of ${types.join(', ')}, or leave the line out.`,
});

export const incompleteEntry = (
  place: Located,
  field: string,
  missing: string,
  example: string,
): Problem => ({
  ...place,
  code: 'incomplete-entry',
  severity: 'error',
  message: `Each entry of \`${shown(field)}\` needs ${missing}.`,
  hint: `Write it like this: \`${example}\``,
});

export const misspeltField = (place: Located, name: string, meant: string): Problem => ({
  ...place,
  code: 'misspelt-field',
  severity: 'warning',
  message: `There is no field \`${shown(name)}\`, so only templates can see it. Did you mean \`${meant}\`?`,
  hint: `Write \`${meant}\`. If your templates use \`${shown(name)}\`, a clearer name would keep this warning away.`,
});

export const unclearVisibility = (place: Located, name: string, written: string): Problem => ({
  ...place,
  code: 'unclear-visibility',
  severity: 'error',
  message: `\`${shown(name)}: ${shown(written)}\` sounds as if readers may not see this article yet, but Dateline has no field \`${shown(name)}\`: they would.`,
  hint: `Write \`draft: true\` to hide it, \`embargo: 2023-07-01 06:00\` to hide it until then, or delete the line.`,
});
