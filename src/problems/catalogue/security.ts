import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/security.ts`. */
export const security: readonly CatalogueEntry[] = [
  {
    code: 'csp-source',
    severity: 'error',
    title: 'A source of the policy can’t be read',
    explanation: 'Each entry is one source: a server, or a word in single quotes.',
    example: 'security:\n  csp:\n    script-src: ["https://a.example https://b.example"]',
    cure: 'security:\n  csp:\n    script-src: [https://a.example, https://b.example]',
  },
  {
    code: 'csp-unsafe',
    severity: 'warning',
    title: 'A source of the policy lets anything in',
    explanation:
      'A policy is there for the day on which something gets into a page that should not be in it. With this source it would run.',
    example: 'security:\n  csp:\n    script-src: ["\'unsafe-inline\'"]',
    cure: 'security:\n  csp:\n    script-src: [https://ads.example]',
  },
  {
    code: 'csp-long',
    severity: 'warning',
    title: 'The policy is longer than hosts read',
    explanation:
      'Where a host sends the policy, one line has to hold what all pages need together. Styles and scripts that stand in pages are in it with a hash each.',
    example: '<td style="width: 13px">, <td style="width: 14px">, …',
    cure: 'Use classes and a style sheet of `templates/assets/`.',
  },
  {
    code: 'header-name',
    severity: 'error',
    title: 'A header has no possible name',
    explanation: 'Names of headers are words of ASCII, joined by `-`.',
    example: 'security:\n  headers:\n    "Referrer Policy": same-origin',
    cure: 'security:\n  headers:\n    Referrer-Policy: same-origin',
  },
  {
    code: 'header-policy',
    severity: 'error',
    title: 'The policy is written as a header',
    explanation: 'Dateline works the policy out; `csp` adds to it.',
    example: 'security:\n  headers:\n    Content-Security-Policy: "default-src *"',
    cure: 'security:\n  csp:\n    img-src: [https://pictures.example]',
  },
  {
    code: 'header-value',
    severity: 'error',
    title: 'The value of a header can’t be written for every server',
    explanation: 'Servers read some signs as variables or as the end of the value.',
    example: 'security:\n  headers:\n    Report-To: "{ \\"group\\": \\"csp\\" }"',
    cure: 'Set this header in the configuration of the server.',
  },
];
