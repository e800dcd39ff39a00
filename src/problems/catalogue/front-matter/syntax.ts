import type { CatalogueEntry } from '../entry.js';

export const syntax: readonly CatalogueEntry[] = [
  {
    code: 'front-matter-syntax',
    severity: 'error',
    title: 'The front matter is not valid YAML',
    explanation:
      'A sign in the wrong place keeps the fields from being read. The message names the usual cause; texts with special signs belong in quotes.',
    example: 'tags: [railways, night trains',
    cure: 'tags: [railways, night trains]',
  },
  {
    code: 'toml-syntax',
    severity: 'error',
    title: 'The front matter is not valid TOML',
    explanation:
      'Front matter between `+++` lines is TOML: a name, an equals sign and a value, texts in quotes.',
    example: '+++\ntitle = Night trains return\ndate = 2023-06-30\n+++\nText.',
    cure: '+++\ntitle = "Night trains return"\ndate = 2023-06-30\n+++\nText.',
  },
  {
    code: 'unquoted-colon',
    severity: 'error',
    title: 'A value with a colon stands without quotes',
    explanation:
      'In YAML a colon followed by a space separates a name from its value, also inside a headline. Quotes say that all of it is one text. Curly quotes are letters for YAML, not quotes.',
    example: 'title: Tirana: a city wakes',
    cure: 'title: "Tirana: a city wakes"',
  },
  {
    code: 'unclosed-quote',
    severity: 'error',
    title: 'A quote is opened and never closed',
    explanation: 'A value that begins with a quote goes on until the same quote comes again.',
    example: 'title: "Night trains return',
    cure: 'title: "Night trains return"',
  },
  {
    code: 'text-after-quote',
    severity: 'error',
    title: 'Text stands behind a quoted value',
    explanation:
      'A value that begins with a quote ends at the next one. A quote inside must be of the other kind, or be written twice in single quotes.',
    example: 'title: "Fair" trains return',
    cure: 'title: \'"Fair" trains return\'',
  },
  {
    code: 'unquoted-sign',
    severity: 'error',
    title: 'A value begins with a sign that means something in YAML',
    explanation:
      'Signs such as `@`, `*`, `&`, `!`, `%`, `[` and `{` at the start of a value mean something in YAML. Quotes make them part of the text.',
    example: 'title: @home in Tirana',
    cure: 'title: "@home in Tirana"',
  },
  {
    code: 'text-after-hash',
    severity: 'warning',
    title: 'A number sign cuts a text off',
    explanation:
      'In YAML a `#` behind a blank begins a comment, and what follows is not read. In a headline, a list of tags or a caption it was hardly meant so.',
    example: 'title: We are #1 in the table',
    cure: 'title: "We are #1 in the table"',
  },
  {
    code: 'curly-quotes',
    severity: 'warning',
    title: 'A name or a summary stands in curly quotes',
    explanation:
      'Word processors make curly quotes of straight ones. YAML knows only the straight ones, so an author, tag or section would have the quotes in its name and a page of its own.',
    example: 'author: “Ana Leka”',
    cure: 'author: Ana Leka',
  },
  {
    code: 'tab-indent',
    severity: 'error',
    title: 'A line is indented with a tab',
    explanation: 'YAML shows by spaces what belongs together, and forbids tabs there.',
    example: 'image:\n\tsrc: sleeper.jpg',
    cure: 'image:\n  src: sleeper.jpg',
  },
  {
    code: 'duplicate-field',
    severity: 'error',
    title: 'A field stands twice',
    explanation:
      'Only one of the two values could count, and nobody can say which was meant. Some programs silently take the last.',
    example: 'tags: [railways]\ntags: [night trains]',
    cure: 'tags: [railways, night trains]',
  },
  {
    code: 'same-field-twice',
    severity: 'error',
    title: 'Two spellings of one field stand in one article',
    explanation: 'Case, `-` and `_` don’t count in the names of fields, so these are the same field.',
    example: 'relatedExclude: [articles/a]\nrelated-exclude: [articles/b]',
    cure: 'relatedExclude: [articles/a, articles/b]',
  },
  {
    code: 'alias-bomb',
    severity: 'error',
    title: 'References multiply without end',
    explanation:
      'YAML lets a value refer to another (`*name`). References to references can come to billions of values, or lead in a circle; Dateline stops at 50,000.',
    example: 'tags: &a [*a]',
    cure: 'tags: [railways]',
  },
  {
    code: 'too-deep',
    severity: 'error',
    title: 'Lists are nested too deeply',
    explanation: 'More than a hundred levels of lists inside lists are no field of an article.',
    example: 'tags: [[[[[[[[… a hundred brackets …]]]]]]]]',
    cure: 'tags: [railways]',
  },
  {
    code: 'forbidden-key',
    severity: 'error',
    title: 'A field has a name that programs use for themselves',
    explanation:
      'A field called `__proto__` could change how the program works. It has no use in an article.',
    example: '__proto__: { admin: true }',
    cure: 'Delete the line.',
  },
];
