import type { CatalogueEntry } from '../entry.js';

export const languages: readonly CatalogueEntry[] = [
  {
    code: 'unknown-language',
    severity: 'error',
    title: '`languages` names something that is no language tag',
    explanation:
      'The names under `languages` are tags, as articles write them in `lang`: `sq`, `ar`, `pt-BR`. Browsers, screen readers and search engines go by them.',
    example: 'languages:\n  albanian: { title: Fletorja }',
    cure: 'languages:\n  sq: { title: Fletorja }',
  },
  {
    code: 'language-twice',
    severity: 'error',
    title: 'A language is there twice',
    explanation:
      'The main language is that of `language`, and the options of the site are in it. `languages` has the others, each once.',
    example: 'language: en\nlanguages:\n  en: { prefix: /en/ }\n  sq: { prefix: /sq/ }',
    cure: 'language: en\nlanguages:\n  sq: { prefix: /sq/ }',
  },
  {
    code: 'invalid-prefix',
    severity: 'error',
    title: 'A language has no address',
    explanation:
      'All pages of another language stand in one folder: `/sq/`. Its name has letters, digits, `-` and `_`. The main language has none, so that its addresses never move.',
    example: 'languages:\n  sq: { prefix: / }',
    cure: 'languages:\n  sq: { prefix: /sq/ }',
  },
  {
    code: 'prefix-taken',
    severity: 'error',
    title: 'The address of a language belongs to something else',
    explanation:
      'A language stands in a folder of its own. What a section, a page or another language has already keeps its address.',
    example: 'sections: [World, SQ]\nlanguages:\n  sq: { prefix: /sq/ }',
    cure: 'sections: [World, SQ]\nlanguages:\n  sq: { prefix: /shqip/ }',
  },
];
