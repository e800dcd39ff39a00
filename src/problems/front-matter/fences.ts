import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';

/** What is wrong with the lines between which front matter stands. */

export const unclosedFrontMatter = (place: Located, fence: string, after: number): Problem => ({
  ...place,
  code: 'unclosed-front-matter',
  severity: 'error',
  message: `The front matter begins here with \`${fence}\`, but no line with \`${fence}\` alone ends it.`,
  hint: `Write \`${fence}\` on a line of its own below the last field, which seems to be line ${after}.`,
});

export const unclearFence = (place: Located, fence: string): Problem => ({
  ...place,
  code: 'unclear-fence',
  severity: 'error',
  message: `This line begins with \`${fence}\` but holds more, so it is not clear whether the front matter ends here.`,
  hint: `To end the front matter, write \`${fence}\` alone. Inside a value, indent the line by two spaces.`,
});

export const frontMatterLanguage = (place: Located, language: string): Problem => ({
  ...place,
  code: 'front-matter-language',
  severity: 'error',
  message: `This front matter says that it is written in \`${shown(language)}\`. Dateline reads YAML, TOML and JSON; it never runs code from an article.`,
  hint: 'Begin the file with `---` alone and write the fields as `name: value` lines.',
});

export const frontMatterTooLong = (place: Located): Problem => ({
  ...place,
  code: 'front-matter-too-long',
  severity: 'error',
  message:
    'This front matter is longer than any real one (more than a megabyte, or thousands of empty lines).',
  hint: 'Check that the line `---` that ends it is there; the article’s text belongs below it.',
});

export const frontMatterNotFields = (place: Located): Problem => ({
  ...place,
  code: 'front-matter-not-fields',
  severity: 'error',
  message: 'Between the two `---` lines there must be fields, each a name, a colon and a value.',
  hint: 'Write a line such as `title: Your headline`. If the file has no front matter, delete the `---` at its start.',
});
