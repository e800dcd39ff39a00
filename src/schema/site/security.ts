import { z } from 'zod';
import type { CspDirective } from '../../model/csp.js';
import { option } from '../option.js';

const sources = z.array(z.string()).optional();

const directives = {
  'child-src': sources,
  'connect-src': sources,
  'default-src': sources,
  'font-src': sources,
  'form-action': sources,
  'frame-ancestors': sources,
  'frame-src': sources,
  'img-src': sources,
  'manifest-src': sources,
  'media-src': sources,
  'object-src': sources,
  'script-src': sources,
  'style-src': sources,
  'worker-src': sources,
} satisfies Record<CspDirective, typeof sources>;

/** The parts of `security`. */
export const securityParts = z.object({
  csp: option(z.union([z.boolean(), z.object(directives)]).default(true), {
    text: 'The Content-Security-Policy: which servers a page may load from. The build works it out from what pages really use, without `unsafe-inline`; name here what can’t be seen in a page, such as what a script of an advertiser loads. `false`: pages have none.',
    example: 'security:\n  csp:\n    script-src: [https://ads.example]\n    frame-src: [https://ads.example]',
    form: '`true`, `false`, or directives, each with a list of sources',
  }),
  headers: option(z.record(z.string(), z.string()).default({}), {
    text: 'Headers of your own for every page, and other values for those that Dateline sets. An empty text leaves one out.',
    example:
      'security:\n  headers:\n    Strict-Transport-Security: max-age=31536000\n    Referrer-Policy: same-origin',
    form: 'names of headers and their values',
  }),
});
