import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';

/** What is wrong with the files of a theme: their encoding, its texts, those that nothing uses. */

export const templateEncoding = (place: Located): Problem => ({
  ...place,
  code: 'template-encoding',
  severity: 'error',
  message: 'This file of the theme is not UTF-8, so its letters can’t be read for certain.',
  hint: 'Save it as UTF-8 in your editor.',
});

export const fileUnused = (
  place: Located,
  unused: { readonly why: string; readonly cure: string },
): Problem => ({
  ...place,
  code: 'theme-file-unused',
  severity: 'warning',
  message: `This file is not used: ${unused.why}.`,
  hint: unused.cure,
});

export const textsOfSameLanguage = (place: Located, other: string): Problem => ({
  ...place,
  code: 'theme-file-unused',
  severity: 'warning',
  message: `This file is not used: the texts of its language are already read from \`${other}\`.`,
  hint: `Move its lines into \`${other}\` and delete it.`,
});

export const themeTexts = (place: Located, message: string): Problem => ({
  ...place,
  code: 'theme-texts',
  severity: 'error',
  message: `These texts of the theme can’t be read: ${message.replace(/[.\s]+$/, '')}.`,
  hint: 'Write one text on a line, its name first: `home.latest: Latest`. Quote a text that holds `: ` or ` #`.',
});

export const themeTextsQuote = (place: Located): Problem => ({
  ...place,
  code: 'theme-texts',
  severity: 'error',
  message: 'These texts of the theme can’t be read: the quote that begins here is not closed.',
  hint: "Write the same quote at the end of the text. In single quotes an apostrophe is written twice: `'It''s here'`.",
});

export const textTwice = (place: Located, name: string, line: number): Problem => ({
  ...place,
  code: 'theme-text-twice',
  severity: 'error',
  message: `The text \`${name}\` stands here a second time, after line ${line}. Only one of the two could count.`,
  hint: 'Keep one of the two lines and delete the other.',
});

export const unknownTextKey = (place: Located, name: string, meant: string): Problem => ({
  ...place,
  code: 'theme-text-unknown',
  severity: 'warning',
  message: `No template asks for a text \`${name}\`, so that nothing would ever show this one.`,
  hint: `Did you mean \`${meant}\`?`,
});
