import type { Problem } from '../model/problem.js';
import type { Located } from './locate.js';
import { shown } from './quote.js';

/** What is wrong with `security` of site.yaml, and what hosts would not take of it. */

export const cspSource = (place: Located, source: string): Problem => ({
  ...place,
  code: 'csp-source',
  severity: 'error',
  message: `\`${shown(source)}\` is no source of a Content-Security-Policy: it has spaces or signs that would end the directive.`,
  hint: "Write one source for each entry, such as `https://ads.example` or `'wasm-unsafe-eval'` with its quotes inside double ones.",
});

export const cspUnsafe = (place: Located, source: string): Problem => ({
  ...place,
  code: 'csp-unsafe',
  severity: 'warning',
  message: `\`${shown(source)}\` lets any code or any server in, so that the Content-Security-Policy protects nobody.`,
  hint: 'Name the servers that are meant, and put scripts and styles into files of `templates/assets/`.',
});

export const cspLong = (file: string, length: number, most: number): Problem => ({
  file,
  code: 'csp-long',
  severity: 'warning',
  message: `The Content-Security-Policy of the site has ${length} characters, more than the ${most} that hosts read of one line. Pages use many servers, or many styles in attributes.`,
  hint: 'Put styles that stand in `style="…"` into a style sheet, or write `csp: false` under `security` in content/site.yaml.',
});

export const headerName = (place: Located, name: string): Problem => ({
  ...place,
  code: 'header-name',
  severity: 'error',
  message: `\`${shown(name)}\` can’t be the name of a header: those are made of letters, digits and \`-\`.`,
  hint: 'Write it as in `Referrer-Policy: same-origin`.',
});

export const headerPolicy = (place: Located): Problem => ({
  ...place,
  code: 'header-policy',
  severity: 'error',
  message: 'The Content-Security-Policy is worked out by the build; a second one here would take its place.',
  hint: 'Write what it needs besides under `csp`, or `csp: false` and your own file `content/static/_headers`.',
});

export const headerValue = (place: Located, name: string): Problem => ({
  ...place,
  code: 'header-value',
  severity: 'error',
  message: `The value of \`${shown(name)}\` has signs that mean something else in the files of servers: quotes, \`\\\`, \`$\`, \`%\`, line breaks or letters that are not ASCII.`,
  hint: 'Write the header in the configuration of your server instead.',
});
