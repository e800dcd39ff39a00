import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';

/** What is wrong with the bytes of a file, before anything in it is read. */

export const notText = (place: Located, what: string): Problem => ({
  ...place,
  code: 'not-text',
  severity: 'error',
  message: `This file is ${what}, although its name ends in \`.md\`. Dateline reads plain text in UTF-8.`,
  hint: 'Open it in the program that made it, save it as plain text (UTF-8), or give it its true ending and move it to `content/media/`.',
});

export const wrongEncoding = (place: Located, byte: string): Problem => ({
  ...place,
  code: 'wrong-encoding',
  severity: 'error',
  message: `This file is not UTF-8 text: on this line the byte ${byte} stands for no character.`,
  hint: 'Save the file again with the encoding UTF-8. Texts of older Windows programs are often in “Windows-1252” or “Latin 1”.',
});

export const controlCharacters = (place: Located, char: string): Problem => ({
  ...place,
  code: 'control-characters',
  severity: 'warning',
  message: `There is an invisible control character (${char}) on this line. It is left out.`,
  hint: 'Delete it; it often comes along when text is copied from another program.',
});

export const emptyFile = (place: Located): Problem => ({
  ...place,
  code: 'empty-file',
  severity: 'error',
  message: 'This file is empty.',
  hint: 'Write its text, or delete the file.',
});

export const mergeConflict = (place: Located): Problem => ({
  ...place,
  code: 'merge-conflict',
  severity: 'error',
  message: 'Two people changed this file, and git has put both versions here, one below the other.',
  hint: 'Keep the lines that are right, of the part above or below `=======`, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
});
