import type { Place, Problem } from '../model/problem.js';
import type { Located } from './locate.js';

/** What is wrong with the style sheets and scripts of `templates/assets/`. */

export const styleSyntax = (place: Located, message: string): Problem => ({
  ...place,
  code: 'style-syntax',
  severity: 'error',
  message: `This style sheet can’t be read here: ${message}.`,
  hint: 'Look at the marked place and just before it for a missing `;`, `}` or quote.',
});

export const styleOpen = (place: Located, opened: string): Problem => ({
  ...place,
  code: 'style-open',
  severity: 'error',
  message:
    opened === '{'
      ? '`{` opens here and is never closed: all that follows is taken for a part of this rule.'
      : 'A comment begins here and never ends: all that follows is taken for a part of it.',
  hint: `Write \`${opened === '{' ? '}' : '*/'}\` where it is to end.`,
});

export const styleUnknown = (place: Located, message: string): Problem => ({
  ...place,
  code: 'style-unknown',
  severity: 'warning',
  message: `Browsers may skip this part of the style sheet: ${message}.`,
  hint: 'Mend it if it is a slip. Where it is meant so, write `style-unknown: off` under `severity` in content/site.yaml.',
});

export const styleReference = (place: Located, name: string): Problem => ({
  ...place,
  code: 'style-reference',
  severity: 'warning',
  message: `The style sheet loads \`${name}\`, and there is no such file in \`templates/assets/\`.`,
  hint: `Put the file at \`templates/assets/${name}\`, or mend the address: it is read from the folder of the style sheet.`,
});

export const scriptSyntax = (place: Located, message: string): Problem => ({
  ...place,
  code: 'script-syntax',
  severity: 'error',
  message: `This script can’t be read: ${message}.`,
  hint: 'Look at the marked place and just before it for a missing bracket, quote or comma.',
});

export const scriptOdd = (place: Located, message: string): Problem => ({
  ...place,
  code: 'script-odd',
  severity: 'warning',
  message: `This script may not do what it should: ${message}.`,
  hint: 'Look whether it is meant so.',
});

export const assetTool = (file: Place['file'], library: string): Problem => ({
  file,
  code: 'asset-tool',
  severity: 'error',
  message: `The library \`${library}\`, which makes style sheets and scripts ready for browsers, is not installed for this system.`,
  hint: 'Run `npm ci` on this machine. A `node_modules` that was copied from another system, or installed with `--omit=optional`, lacks the part for this one.',
});
