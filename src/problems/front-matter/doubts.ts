import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';

/** Fields that are right each by itself, and hardly meant so beside the others. */

export const expiresEarly = (place: Located): Problem => ({
  ...place,
  code: 'expires-early',
  severity: 'warning',
  message: 'This article expires before it appears, so nobody will ever see it.',
  hint: 'Correct `expires`, `date` or `embargo`.',
});

export const countryForLanguage = (place: Located, written: string, meant: string): Problem => ({
  ...place,
  code: 'country-for-language',
  severity: 'warning',
  message: `\`${shown(written)}\` is the code of a country, and no language of this site. Browsers, screen readers and search engines go by the language.`,
  hint: `Write \`${meant}\` instead.`,
});

export const updatedEarly = (place: Located): Problem => ({
  ...place,
  code: 'updated-early',
  severity: 'warning',
  message: '`updated` is before `date`, so readers are not told of it.',
  hint: 'Correct the day, or delete the line: `updated` is for a change that readers should know of.',
});
