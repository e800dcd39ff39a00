import type { Config, RedirectForm } from '../../model/config.js';
import type { Site } from '../../model/site.js';
import { ASSETS } from '../../text/assets.js';
import { policyOf } from '../../text/csp.js';
import { apachePattern, asRequested, nginxQuoted } from './encode.js';

/*
 * What servers say with each file: what a browser may do with a page, and that files of the theme, whose names change with
 * their content, may be kept for ever.
 */

/** What pages need and what the theme loads, known when all pages are made. */
export interface Served {
  /** Needs of `text/csp.ts`, of all pages. */
  readonly needs: readonly string[];
  /** Paths of the theme's files, below the site's base. */
  readonly marked: readonly string[];
}

/**
 * Forms by which a server gets headers from the site itself. With none of them pages carry their policy; with `nginx` too,
 * because only its administrator knows whether our file is included.
 */
const WITH_HEADERS: ReadonlySet<RedirectForm> = new Set(['netlify', 'cloudflare', 'apache']);

export const sendsHeaders = ({ redirects }: Pick<Config, 'redirects'>): boolean =>
  redirects.some((form) => WITH_HEADERS.has(form));

type Headers = readonly (readonly [name: string, value: string])[];

const FOR_EVER = 'public, max-age=31536000, immutable';

const USUAL: Headers = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  // What no news site asks of its readers' machines; frames of other servers don't get it either.
  [
    'Permissions-Policy',
    'browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  ],
];

/** The headers of every file. */
export function headersOf({ security }: Config, needs: Iterable<string>): Headers {
  const written = new Map(
    Object.entries(security.headers).map(([name, value]) => [name.toLowerCase(), { name, value }]),
  );
  const usual: Headers =
    security.csp === null ? USUAL : [['Content-Security-Policy', policyOf(needs, 'header')], ...USUAL];
  const all = [
    ...usual.map(([name, value]) => ({ name, value: written.get(name.toLowerCase())?.value ?? value })),
    ...[...written.values()].filter(
      ({ name }) => !usual.some(([own]) => own.toLowerCase() === name.toLowerCase()),
    ),
  ];
  return all.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]);
}

/** `_headers` of Netlify and Cloudflare. */
export function underscoreHeaders({ config, statics }: Site, { needs, marked }: Served): string {
  const base = asRequested(decodeURI(config.base));
  const rule = (path: string, headers: Headers): string =>
    `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  // Files of the newsroom in that folder may change under their names.
  const others = [...statics].some((url) => url.startsWith(`/${ASSETS}`));
  const forEver = others ? marked.map((path) => base + asRequested(path)) : [`${base}${ASSETS}*`];
  return [
    '# Made by dateline build; edits are overwritten. `security` of content/site.yaml changes it.\n',
    rule(`${base}*`, headersOf(config, needs)),
    ...forEver.map((path) => rule(path, [['Cache-Control', FOR_EVER]])),
  ].join('');
}

/** A part of `.htaccess`. */
export function apacheHeaders({ config }: Site, { needs }: Served): string {
  const folder = apachePattern(`${decodeURI(config.base)}${ASSETS}`);
  const lines = headersOf(config, needs).map(([name, value]) => `Header always set ${name} "${value}"\n`);
  return `<IfModule mod_headers.c>
${lines.join('')}<IfModule mod_setenvif.c>
SetEnvIf Request_URI "^${folder}.+\\.[0-9a-f]{8}(\\.[^./]+)?$" DATELINE_MARKED
Header set Cache-Control "${FOR_EVER}" env=DATELINE_MARKED
</IfModule>
</IfModule>
`;
}

/** For `http { }`: which files may be kept for ever. */
export function nginxHeaderMap({ config }: Site): string {
  // By bytes, as nginx compares.
  const folder = [...new TextEncoder().encode(decodeURI(config.base) + ASSETS)]
    .map((byte) =>
      /[\w/-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`,
    )
    .join('');
  return `# Made by dateline build; edits are overwritten. Include it in \`http { }\`.
map $uri $dateline_cache {
  default "";
  "~^${folder}.+\\.[0-9a-f]{8}(\\.[^./]+)?$" "${FOR_EVER}";
}
`;
}

/**
 * For `server { }`. A \`location\` with an \`add_header\` of its own has none of these: nginx takes the innermost alone.
 */
export function nginxHeaders({ config }: Site, { needs }: Served): string {
  const lines = headersOf(config, needs).map(
    ([name, value]) => `add_header ${name} ${nginxQuoted(value)} always;\n`,
  );
  return `# Made by dateline build; edits are overwritten. Include it in \`server { }\`, and again in each \`location\` that has
# an \`add_header\` of its own: there nginx forgets all others.
${lines.join('')}add_header Cache-Control $dateline_cache;
`;
}
