import type { CatalogueEntry } from './entry.js';

export const theme: readonly CatalogueEntry[] = [
  {
    code: 'unknown-token',
    severity: 'warning',
    title: 'A token of the theme is spelt otherwise',
    explanation:
      '`theme.brand` gives values to tokens by their names. One that the theme has not changes nothing, unless style sheets of your own use it.',
    example: 'theme:\n  brand:\n    rde: "#00558c"',
    cure: 'theme:\n  brand:\n    red: "#00558c"',
  },
  {
    code: 'token-value',
    severity: 'error',
    title: 'A token has a value that style sheets can’t hold',
    explanation:
      'Browsers leave out a rule that they can’t read, without a word. So colours are written as `#` and three or six figures (or as `rgb(…)`, `oklch(…)`, which nobody checks), a size is a number with its unit, a factor or a height of lines a number without one, and typefaces are names with commas between them. No value may end the rule in which it stands.',
    example: 'theme:\n  brand:\n    red: dark blue',
    cure: 'theme:\n  brand:\n    red: "#00307a"',
  },
  {
    code: 'low-contrast',
    severity: 'warning',
    title: 'Words in a colour of the newsroom can’t be read by many',
    explanation:
      'The accessibility rules of the web (WCAG 2.2, level AA) ask for a contrast of 4.5:1 between words and their ground. The hint names the nearest colour that has it. Colours that are not written as `#…` are not checked.',
    example: 'theme:\n  brand:\n    red: "#ff8a00"',
    cure: 'theme:\n  brand:\n    red: "#a85b00"',
  },
  {
    code: 'font-format',
    severity: 'error',
    title: 'A font is not in WOFF2',
    explanation:
      'Every browser of the last ten years reads WOFF2, and it is the smallest. The first bytes of the file are looked at, too.',
    example: 'theme:\n  fonts:\n    - { family: Franklin, file: /media/franklin.ttf, for: head }',
    cure: 'theme:\n  fonts:\n    - { family: Franklin, file: /media/franklin.woff2, for: head }',
  },
  {
    code: 'theme-file-missing',
    severity: 'warning',
    title: 'A logo, icon or font of the theme is not there',
    explanation:
      'Files that `theme` names are looked for in `content/`. Pages are made without the missing one.',
    example: 'theme:\n  logo: /media/wordmrak.svg',
    cure: 'theme:\n  logo: /media/wordmark.svg',
  },
];
