import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { yamlWords } from '../yaml-words.js';

/** What is wrong with the file as a whole. */

export const configSyntax = (place: Located, code: string, message: string): Problem => ({
  ...place,
  code: 'config-syntax',
  severity: 'error',
  ...yamlWords(code, message, place.source),
});

export const configNotAMap = (place: Located): Problem => ({
  ...place,
  code: 'config-not-a-map',
  severity: 'error',
  message: 'This file should hold options, each a name, a colon and a value. It holds something else.',
  hint: 'Begin with a line such as `title: The Daily Example`',
});

export const configEncoding = (place: Located): Problem => ({
  ...place,
  code: 'config-encoding',
  severity: 'error',
  message: 'This file is not UTF-8 text: some of its bytes stand for no character.',
  hint: 'Open the file in an editor and save it with the encoding UTF-8.',
});

export const configTooLong = (place: Located): Problem => ({
  ...place,
  code: 'config-too-long',
  severity: 'error',
  message:
    'This file has more than a million characters. Options have some hundred lines; something else got in here.',
  hint: 'Take the file back from an older version: `git log -- content/site.yaml` lists them.',
});

export const configAliases = (place: Located): Problem => ({
  ...place,
  code: 'config-aliases',
  severity: 'error',
  message:
    'This file comes to more values than any site needs: its references (`&name`, `*name`) lead in a circle or multiply, or it holds data that is no option.',
  hint: 'Write the values out where they are used, without `&` and `*`, and keep data out of this file.',
});
