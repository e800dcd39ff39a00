import type { CatalogueEntry } from '../entry.js';

export const fences: readonly CatalogueEntry[] = [
  {
    code: 'unclosed-front-matter',
    severity: 'error',
    title: 'Nothing ends the front matter',
    explanation:
      'The fields stand between two lines of exactly three dashes. Without the second, the whole article would be taken for fields. Four dashes, or dashes with a word behind them, don’t count.',
    example: '---\ntitle: Night trains return\ndate: 2023-06-30\n\nThe sleeper leaves at nine.',
    cure: '---\ntitle: Night trains return\ndate: 2023-06-30\n---\n\nThe sleeper leaves at nine.',
  },
  {
    code: 'unclear-fence',
    severity: 'error',
    title: 'A line within the front matter begins with three dashes',
    explanation:
      'The front matter ends with three dashes alone on their line. A line that begins with them and holds more may be meant as the end, or as part of a value.',
    example: '---\ntitle: Night trains return\ndate: 2023-06-30\n-----\nText.\n\n---\n\nMore text.',
    cure: '---\ntitle: Night trains return\ndate: 2023-06-30\n---\nText.\n\n---\n\nMore text.',
  },
  {
    code: 'front-matter-language',
    severity: 'error',
    title: 'The front matter is in a language that Dateline does not read',
    explanation:
      'YAML, TOML and JSON are read. Other programs also run JavaScript or CoffeeScript there; Dateline never runs code from an article.',
    example: '---js\n{ title: "Night trains return" }\n---\nText.',
    cure: '---\ntitle: Night trains return\ndate: 2023-06-30\n---\nText.',
  },
  {
    code: 'front-matter-too-long',
    severity: 'error',
    title: 'The front matter is longer than any real one',
    explanation:
      'More than a megabyte of fields, or thousands of empty lines among them, is a mistake, usually a forgotten `---`.',
    example: '---\ntitle: Night trains return\n(a whole book)\n---',
    cure: 'End the front matter with `---` and put the text below it.',
  },
  {
    code: 'front-matter-not-fields',
    severity: 'error',
    title: 'The front matter holds no fields',
    explanation: 'Fields are lines of a name, a colon and a value. A list or a text alone names no field.',
    example: '---\n- Night trains return\n---\nText.',
    cure: '---\ntitle: Night trains return\ndate: 2023-06-30\n---\nText.',
  },
];
