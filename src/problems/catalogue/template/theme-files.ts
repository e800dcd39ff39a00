import type { CatalogueEntry } from '../entry.js';

export const themeFiles: readonly CatalogueEntry[] = [
  {
    code: 'template-encoding',
    severity: 'error',
    title: 'A file of the theme is not UTF-8',
    explanation:
      'Dateline reads templates and texts of a theme in UTF-8, the encoding of every current editor. In another one, letters would come out as other signs.',
    example: 'templates/article.njk   # saved as Latin-1',
    cure: 'Open the file, choose “Save with encoding: UTF-8”, and save it.',
  },
  {
    code: 'theme-texts',
    severity: 'error',
    title: 'The texts of the theme can’t be read',
    explanation:
      'The words of a theme stand in `templates/texts/`, a file for each language with one text on a line. One that has a mistake in it gives no word at all.',
    example: 'home.latest: Latest: all news',
    cure: 'home.latest: "Latest: all news"',
  },
  {
    code: 'theme-text-twice',
    severity: 'error',
    title: 'A text of the theme stands twice in one file',
    explanation: 'Each name has one text in each language. Nobody could say which of the two is meant.',
    example: 'related: Related\nrelated: More on this',
    cure: 'related: More on this',
  },
  {
    code: 'theme-text-unknown',
    severity: 'warning',
    title: 'A text whose name is probably misspelt',
    explanation:
      'The theme has no text of this name, none of the site’s own templates asks for it, and a name of the theme is nearly the same. The names are listed in docs/templates.md.',
    example: 'relatd.more: More on this',
    cure: 'related.more: More on this',
  },
  {
    code: 'theme-file-unused',
    severity: 'warning',
    title: 'A file in templates/ that is not used',
    explanation:
      'Templates end in `.njk`, texts are in `texts/LANGUAGE.yaml`, everything that browsers load is in `assets/`. A template that no page reaches is told of where its name is nearly that of a file of the theme, or that of a slot that there is not. Files of other kinds, such as a README, may stand there and are left alone.',
    example: 'templates/texts/English.yaml',
    cure: 'templates/texts/en.yaml',
  },
];
