/** Directives of a Content-Security-Policy that a page or a site can need something of. */
export const CSP_DIRECTIVES = [
  'child-src',
  'connect-src',
  'default-src',
  'font-src',
  'form-action',
  'frame-ancestors',
  'frame-src',
  'img-src',
  'manifest-src',
  'media-src',
  'object-src',
  'script-src',
  'style-src',
  'worker-src',
] as const;
export type CspDirective = (typeof CSP_DIRECTIVES)[number];

/** Sources by directive. */
export type CspAdditions = { readonly [directive in CspDirective]?: readonly string[] };
