import type { Config } from '../model/config.js';
import { CSP_DIRECTIVES, type CspDirective } from '../model/csp.js';
import type { Problem } from '../model/problem.js';
import type { Located } from '../problems/locate.js';
import * as told from '../problems/security.js';
import type { SiteOptions } from '../schema/site.js';
import { isCspSource } from '../text/csp.js';
import type { Path } from './fit.js';

/** `security` of `site.yaml`. What would end a line or a directive is refused: it goes into files of servers. */
export function readSecurity(
  { csp, headers }: SiteOptions['security'],
  placeOf: (path: Path, part?: 'key' | 'value') => Located,
  problems: Problem[],
): Config['security'] {
  const additions: { [directive in CspDirective]?: readonly string[] } = {};
  for (const name of CSP_DIRECTIVES) {
    const sources = typeof csp === 'boolean' ? undefined : csp[name];
    if (sources === undefined) continue;
    sources.forEach((source, i) => {
      const place = placeOf(['security', 'csp', name, i]);
      if (!isCspSource(source)) problems.push(told.cspSource(place, source));
      else if (UNSAFE.test(source)) problems.push(told.cspUnsafe(place, source));
    });
    additions[name] = sources;
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z][A-Za-z\d-]*$/.test(name))
      problems.push(told.headerName(placeOf(['security', 'headers', name], 'key'), name));
    else if (name.toLowerCase() === 'content-security-policy')
      problems.push(told.headerPolicy(placeOf(['security', 'headers', name], 'key')));
    else if (!/^[ -~]*$/.test(value) || /["\\$%]/.test(value))
      problems.push(told.headerValue(placeOf(['security', 'headers', name]), name));
  }
  return { csp: csp === false ? null : additions, headers };
}

/** What takes most of its worth from a policy. */
const UNSAFE = /^(?:'unsafe-inline'|'unsafe-eval'|\*|https?:|data:)$/;
