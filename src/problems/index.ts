/**
 * Every message of Dateline, one function each. Nothing else may word a message.
 *
 * A new message takes two entries, and `tests/problems/catalogue.test.ts` holds them to each other both ways:
 *
 * 1. in its area's file (`markdown.ts`, `template/syntax.ts`, …) an exported function, and nothing else exported:
 *
 *        export const missingTitle = (place: Located): Problem => ({
 *          ...place,
 *          code: 'missing-title',
 *          severity: 'error',
 *          message: 'This article has no title. Every page, list and feed shows one.',
 *          hint: 'Add a line to the front matter: `title: Your headline`',
 *        });
 *
 *    The code is written out as a literal, in kebab-case; it is permanent. The message says what is wrong and why, in
 *    full sentences; the hint says what to do and shows the line to write. What an editor wrote goes in backticks.
 *
 * 2. in the file of the same name in `catalogue/` its entry for `docs/problems.md` (then `npm run docs`):
 *
 *        { code: 'missing-title', severity: 'error', title: 'An article has no title', explanation: '…',
 *          example: '…', cure: '…' },
 *
 * Places come from `locator(file, text)`: `at(offset, length)` gives file, line, column and the line itself.
 */
export { type Located, type Locator, locator } from './locate.js';
export { didYouMean, suggestion } from './suggest.js';
