import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/translations.ts`. */
export const translations: readonly CatalogueEntry[] = [
  {
    code: 'unknown-translation',
    severity: 'warning',
    title: 'A translation names no original',
    explanation:
      '`translationOf` names the original by id, file or address, so that each page can lead to the other.',
    example: 'translationOf: port-strik',
    cure: 'translationOf: articles/business/port-strike',
  },
  {
    code: 'hidden-translation',
    severity: 'warning',
    title: 'The original of a translation can’t be seen yet',
    explanation:
      'Nothing of an unpublished article is on the site, so its translation has no picture, authors or section from it, and no link to it. All of that appears when the original does.',
    example: 'translationOf: world/night-trains   # which is embargoed until tomorrow',
    cure: 'embargo: 2026-11-25 06:00   # in both files',
  },
  {
    code: 'translation-of-itself',
    severity: 'warning',
    title: 'An article is a translation of itself',
    explanation: '`translationOf` names the original, and the original has no such line.',
    example: '# content/articles/world/trains.sq.md\ntranslationOf: articles/world/trains.sq',
    cure: '# content/articles/world/trains.sq.md\ntranslationOf: articles/world/trains',
  },
  {
    code: 'translation-circle',
    severity: 'warning',
    title: 'Translations lead in a circle',
    explanation:
      'Each of several articles says that it is a translation of another of them. They are linked with one another all the same, but which of them is the original, for readers of all other languages, is a guess.',
    example: '# a.md\ntranslationOf: articles/b\n# b.md\ntranslationOf: articles/a',
    cure: '# b.md\ntranslationOf: articles/a',
  },
  {
    code: 'translation-twice',
    severity: 'warning',
    title: 'A story is there twice in one language',
    explanation:
      'A story and its translations have one article in each language. Where two are in the same, readers and search engines are led to the original, else to the first by id.',
    example: 'lang: sq\ntranslationOf: articles/trains   # and another file says the same',
    cure: 'lang: sq-XK\ntranslationOf: articles/trains',
  },
  {
    code: 'page-translation',
    severity: 'warning',
    title: '`translationOf` of a standing page names no page',
    explanation:
      'Standing pages with the same path in two languages belong together by themselves: `/about/` and `/sq/about/`. `translationOf` joins others.',
    example: '# content/pages/rreth-nesh.sq.md\ntranslationOf: /abuot/',
    cure: '# content/pages/rreth-nesh.sq.md\ntranslationOf: /about/',
  },
];
