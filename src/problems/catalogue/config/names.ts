import type { CatalogueEntry } from '../entry.js';

export const names: readonly CatalogueEntry[] = [
  {
    code: 'unknown-field-target',
    severity: 'error',
    title: '`fields` names a field that articles don’t have',
    explanation:
      'On the left stands one of Dateline’s own fields (`docs/content.md`), behind it the names that your files use.',
    example: 'fields:\n  topics: [tags]',
    cure: 'fields:\n  tags: [topics]',
  },
  {
    code: 'unknown-code',
    severity: 'warning',
    title: '`severity` names a code that there is not',
    explanation: 'The codes of warnings are listed on this page.',
    example: 'severity:\n  missing-alts: error',
    cure: 'severity:\n  missing-alt: error',
  },
  {
    code: 'fixed-severity',
    severity: 'warning',
    title: '`severity` lowers an error',
    explanation:
      'A warning may be silenced or made an error. An error stays one: the site would be wrong, or unsafe for its readers.',
    example: 'severity:\n  option-type: off',
    cure: 'Delete the line. To publish without the articles that have errors, build with `--on-invalid skip`.',
  },
  {
    code: 'unsafe-html',
    severity: 'error',
    title: '`html.allow` names an element that can never be allowed',
    explanation:
      'Scripts, frames, styles, forms and the like run code or load pages of other servers in the newsroom’s name.',
    example: 'html:\n  allow: [sub, iframe]',
    cure: 'html:\n  allow: [sub]',
  },
];
