import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';
import { yamlWords } from '../yaml-words.js';

/** What is wrong with how the fields are written, in YAML or TOML. */

export const frontMatterSyntax = (place: Located, code: string, message: string): Problem => ({
  ...place,
  code: 'front-matter-syntax',
  severity: 'error',
  ...yamlWords(code, message, place.source),
});

export const tomlSyntax = (place: Located, message: string): Problem => ({
  ...place,
  code: 'toml-syntax',
  severity: 'error',
  message: `This is not valid TOML: ${shown(message, 200)}.`,
  hint: 'Each line is a name, an equals sign and a value; texts stand in quotes: `title = "A headline"`',
});

export const unquotedColon = (place: Located, mended: string, curly: boolean): Problem => ({
  ...place,
  code: 'unquoted-colon',
  severity: 'error',
  message: curly
    ? 'The value holds a colon, and the curly quotes around it are no quotes for YAML. It takes what stands before the colon for a name.'
    : 'The value holds a colon followed by a space, and YAML takes what stands before the colon for a name.',
  hint: `Put the value in straight quotes: \`${shown(mended, 160)}\``,
});

export const unclosedQuote = (place: Located, quote: string): Problem => ({
  ...place,
  code: 'unclosed-quote',
  severity: 'error',
  message: `The value begins with a quote (\`${quote}\`) that nothing closes, so everything below would belong to it.`,
  hint: 'Add the same quote at the end of the value, or delete the one at its start.',
});

export const textAfterQuote = (place: Located, mended: string): Problem => ({
  ...place,
  code: 'text-after-quote',
  severity: 'error',
  message: 'The quoted text ends before the line does. In quotes, the same quote ends the value.',
  hint: `Write the whole value in quotes, and a quote inside it as the other kind or twice: \`${shown(mended, 160)}\``,
});

export const unquotedSign = (place: Located, sign: string, mended: string): Problem => ({
  ...place,
  code: 'unquoted-sign',
  severity: 'error',
  message: `The value begins with \`${sign}\`, which means something in YAML.`,
  hint: `Put the value in quotes: \`${shown(mended, 160)}\``,
});

export const textAfterHash = (
  place: Located,
  field: string,
  lost: string,
  mended: string | null,
): Problem => ({
  ...place,
  code: 'text-after-hash',
  severity: 'warning',
  message: `YAML takes \`${shown(lost)}\` for a comment, because a blank stands before the \`#\`. \`${shown(field)}\` ends before it.`,
  hint:
    mended === null
      ? 'If it belongs to the text, put the whole value in quotes. If it is a comment, give it a line of its own that begins with `#`.'
      : `If it belongs to the text, put the value in quotes: \`${shown(mended, 160)}\`. If it is a comment, give it a line of its own that begins with \`#\`.`,
});

export const curlyQuotes = (place: Located, field: string, written: string, mended: string): Problem => ({
  ...place,
  code: 'curly-quotes',
  severity: 'warning',
  message: `\`${shown(field)}\` says \`${shown(written)}\`. Curly quotes are no quotes for YAML, so they became part of it.`,
  hint: `Write \`${shown(mended, 160)}\`. If readers are to see the quotes, put straight ones round them.`,
});

export const tabIndent = (place: Located): Problem => ({
  ...place,
  code: 'tab-indent',
  severity: 'error',
  message: 'This line is indented with a tab. YAML allows spaces alone there.',
  hint: 'Replace the tab at the start of the line by two spaces.',
});

export const duplicateField = (place: Located, name: string, first: number): Problem => ({
  ...place,
  code: 'duplicate-field',
  severity: 'error',
  message: `The field \`${shown(name)}\` stands here a second time; the first is on line ${first}. Only one of the two could count.`,
  hint: 'Keep one of the two and delete the other.',
});

export const aliasBomb = (place: Located): Problem => ({
  ...place,
  code: 'alias-bomb',
  severity: 'error',
  message:
    'The references here (`&name`, `*name`) lead in a circle or multiply to more values than any article needs.',
  hint: 'Write the values out where they are used, without `&` and `*`.',
});

export const tooDeep = (place: Located): Problem => ({
  ...place,
  code: 'too-deep',
  severity: 'error',
  message: 'Lists are nested here more deeply than any real file needs.',
  hint: 'Remove the brackets, or put the value in quotes if it is a text.',
});

export const forbiddenKey = (place: Located, name: string): Problem => ({
  ...place,
  code: 'forbidden-key',
  severity: 'error',
  message: `\`${shown(name)}\` can’t be the name of a field: programs use it for themselves.`,
  hint: 'Give the field another name, or delete the line.',
});

export const sameFieldTwice = (place: Located, name: string, other: string): Problem => ({
  ...place,
  code: 'same-field-twice',
  severity: 'error',
  message: `\`${shown(name)}\` and \`${shown(other)}\` are spellings of one field, and both stand here. Only one of them could count.`,
  hint: 'Keep one of the two lines and delete the other.',
});
