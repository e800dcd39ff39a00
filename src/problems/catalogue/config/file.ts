import type { CatalogueEntry } from '../entry.js';

/** By itself, because it is the first of the area in `docs/problems.md`. */
export const yaml: readonly CatalogueEntry[] = [
  {
    code: 'config-syntax',
    severity: 'error',
    title: 'The file is not valid YAML',
    explanation:
      '`site.yaml` and the files of `content/fronts/` are lists of names and values. A sign in the wrong place keeps all of it from being read, so nothing is published until it is mended. The message names the usual cause; texts with a colon in them belong in quotes.',
    example: 'title: News: today',
    cure: 'title: "News: today"',
  },
];

export const file: readonly CatalogueEntry[] = [
  {
    code: 'config-not-a-map',
    severity: 'error',
    title: 'The file holds something else than options',
    explanation:
      'Options are lines of a name, a colon and a value. A file that holds one text or a list names no option.',
    example: '- The Daily Example',
    cure: 'title: The Daily Example',
  },
  {
    code: 'config-encoding',
    severity: 'error',
    title: 'The file is not UTF-8',
    explanation:
      'Dateline reads UTF-8, the encoding of every current editor. In another encoding letters such as `ë` become other signs.',
    example: 'tagline: Lajme nga Gjirokast\\xebr   # saved as Latin-1',
    cure: 'Open the file, choose “Save with encoding: UTF-8”, and save it.',
  },
  {
    code: 'config-too-long',
    severity: 'error',
    title: 'The file is longer than a million characters',
    explanation:
      'Options have some hundred lines. So long a file holds something that does not belong there, and reading it would take long.',
    example: 'extra: { dump: "…a database…" }',
    cure: 'Keep data out of `site.yaml`.',
  },
  {
    code: 'config-aliases',
    severity: 'error',
    title: 'References lead in a circle or multiply without end',
    explanation:
      'YAML can name a value (`&name`) and repeat it (`*name`). References to references multiply, and one to itself never ends.',
    example: 'extra: &all { again: *all }',
    cure: 'extra: { again: once }',
  },
];
