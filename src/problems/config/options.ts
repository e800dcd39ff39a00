import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { quoted, shown } from '../quote.js';
import { suggestion } from '../suggest.js';

/** What is wrong with the name or the kind of an option, whichever it is. */

export const unknownOption = (place: Located, name: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-option',
  severity: 'warning',
  message: `There is no option \`${shown(name)}\`, so this line has no effect.${suggestion(name.split('.').at(-1) ?? name, known)}`,
  hint: 'Correct the name, delete the line, or move it under `extra:` if your templates read it.',
});

export const optionSpelledTwice = (place: Located, name: string, other: string): Problem => ({
  ...place,
  code: 'option-spelled-twice',
  severity: 'error',
  message: `\`${shown(name)}\` and \`${shown(other)}\` are spellings of one option, and both stand here. Only one of them could count.`,
  hint: 'Keep one of the two lines and delete the other.',
});

export const optionType = (
  place: Located,
  name: string,
  wanted: string,
  found: string,
  example: string | undefined,
): Problem => ({
  ...place,
  code: 'option-type',
  severity: 'error',
  message: `\`${shown(name)}\` must be ${wanted}. Here it is ${found}.`,
  hint:
    example === undefined
      ? `Write ${wanted} there, or delete the line to get the default.`
      : `Delete it to get the default, or write it as in this example:\n${example.replace(/^/gm, '    ')}`,
});

export const optionMissing = (place: Located, name: string, wanted: string): Problem => ({
  ...place,
  code: 'option-missing',
  severity: 'error',
  message: `\`${shown(name)}\` is missing here, and there is no default for it.`,
  hint: `Add a line \`${name.split('.').at(-1)}:\` with ${wanted}.`,
});

export const optionValue = (
  place: Located,
  name: string,
  value: string,
  allowed: readonly string[],
): Problem => ({
  ...place,
  code: 'option-value',
  severity: 'error',
  message: `\`${shown(name)}\` cannot be \`${shown(value)}\`.${suggestion(value, allowed)}`,
  hint: `Write one of these: ${quoted(allowed)}`,
});

export const optionRange = (
  place: Located,
  name: string,
  bound: 'least' | 'most',
  limit: number,
): Problem => ({
  ...place,
  code: 'option-range',
  severity: 'error',
  message: `\`${shown(name)}\` must be at ${bound} ${limit}.`,
  hint: `Write a number that is ${limit} or ${bound === 'least' ? 'more' : 'less'}.`,
});
