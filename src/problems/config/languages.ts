import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';

/** What is wrong with `languages`. */

export const unknownLanguage = (place: Located, value: string): Problem => ({
  ...place,
  code: 'unknown-language',
  severity: 'error',
  message: `\`languages\` names \`${shown(value)}\`, which is not a language tag.`,
  hint: 'Write the tag of the language, as articles write it in `lang`: `sq` for Albanian, `ar` for Arabic, `zh-Hant`.',
});

export const languageTwice = (place: Located, language: string, main: boolean): Problem => ({
  ...place,
  code: 'language-twice',
  severity: 'error',
  message: main
    ? `\`${language}\` is the main language of the site already: \`language\` says so.`
    : `\`languages\` has \`${language}\` twice.`,
  hint: main
    ? 'Take it out of `languages`. What the site says in its main language stands above, in `title`, `sections` and so on.'
    : 'Keep one of the two.',
});

export const invalidPrefix = (place: Located, value: string): Problem => ({
  ...place,
  code: 'invalid-prefix',
  severity: 'error',
  message: `\`${shown(value)}\` can’t be the address of a language: it is one folder of letters, digits and hyphens.`,
  hint: 'Write `prefix: /sq/`, with the name that readers shall see in addresses.',
});

export const prefixTaken = (place: Located, prefix: string, holder: string): Problem => ({
  ...place,
  code: 'prefix-taken',
  severity: 'error',
  message: `The address \`${shown(prefix)}\` belongs to ${holder}, so no language can live there.`,
  hint: 'Give the language another `prefix`. Addresses that readers know stay as they are.',
});
