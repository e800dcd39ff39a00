import type { RedirectForm } from '../../model/config.js';
import type { TextOutput } from '../../model/page.js';
import type { Problem } from '../../model/problem.js';
import type { Site } from '../../model/site.js';
import {
  htaccessLarge,
  queryUnanswered,
  redirectTooLong,
  tooManyRedirects,
} from '../../problems/redirects.js';
import { cspLong } from '../../problems/security.js';
import { HOSTS } from '../../text/hosts.js';
import { apache } from './apache.js';
import {
  apacheHeaders,
  headersOf,
  nginxHeaderMap,
  nginxHeaders,
  type Served,
  underscoreHeaders,
} from './headers.js';
import { NGINX_SERVER, nginxMaps } from './nginx.js';
import { oldAddressFiles } from './old-addresses.js';
import { type Move, queryText, type Rules, rulesOf, withFeeds } from './rules.js';
import { s3 } from './s3.js';
import { cloudflare, netlify } from './underscore.js';

export { type Served, sendsHeaders } from './headers.js';
export { type Move, type QueryMove, type Rules, rulesOf } from './rules.js';

const SOURCE = '`redirects` of content/site.yaml';

/** Files that lie on the site itself, because the host looks for them there; and what the page for errors looks up. */
export function* redirectOutputs(site: Site, served: Served): Generator<TextOutput> {
  const { redirects: forms } = site.config;
  const rules = once(() => withFeeds(rulesOf(site), site));
  const output = (path: string, text: () => string): TextOutput => ({
    path,
    phase: 'index',
    bodies: [],
    text,
    source: SOURCE,
  });
  if (forms.includes('netlify')) yield output('_redirects', () => netlify(rules()).text);
  else if (forms.includes('cloudflare'))
    yield output('_redirects', () => cloudflareText(rulesOf(site), rules()));
  const reads = forms.includes('netlify') || forms.includes('cloudflare');
  if (reads && !site.statics.has('/_headers'))
    yield output('_headers', () => underscoreHeaders(site, served));
  if (forms.includes('apache'))
    yield output(
      '.htaccess',
      () => apache(rules(), originOf(site), baseOf(site)) + apacheHeaders(site, served),
    );
  if (forms.includes('html')) {
    for (const { path, text } of oldAddressFiles(site)) yield output(path, () => text);
  }
}

/** Where there is no room for all, old addresses of feeds stay behind: files answer them. */
function cloudflareText(needed: Rules, all: Rules): string {
  const { text, tooMany } = cloudflare(all);
  return tooMany.length > 0 ? cloudflare(needed).text : text;
}

/** A file for whoever runs the server: it is no part of the site. Its name is below `.dateline/`. */
export interface ServerFile {
  readonly name: string;
  readonly text: string;
}

export function serverFiles(site: Site, served: Served): ServerFile[] {
  const { redirects: forms } = site.config;
  const rules = once(() => withFeeds(rulesOf(site), site));
  return [
    ...(forms.includes('nginx')
      ? [
          { name: 'redirects/nginx-maps.conf', text: nginxMaps(rules(), originOf(site)) },
          { name: 'redirects/nginx-server.conf', text: NGINX_SERVER },
          { name: 'redirects/nginx-headers-map.conf', text: nginxHeaderMap(site) },
          { name: 'redirects/nginx-headers.conf', text: nginxHeaders(site, served) },
        ]
      : []),
    ...(forms.includes('s3') ? [{ name: 'redirects/s3.json', text: s3(rules(), baseOf(site)).text }] : []),
  ];
}

/** Which forms besides `html` can answer an address that differs behind its `?` alone. */
const ANSWERS_QUERIES: ReadonlySet<RedirectForm> = new Set(['netlify', 'nginx', 'apache']);

/** Apache reads `.htaccess` for every request, and tries its rules one by one: so many took 15 ms where measured. */
const MANY_FOR_APACHE = 2000;

/** Old addresses that nothing will answer: with the pages of `html` each is answered, else a host's limits count. */
export function checkRedirects(site: Site): Problem[] {
  const { redirects: forms } = site.config;
  const problems: Problem[] = [];
  if (forms.includes('apache')) {
    const { moves, queries, gone } = rulesOf(site);
    const count = moves.length + queries.length + gone.length;
    if (count > MANY_FOR_APACHE) problems.push(htaccessLarge(count, MANY_FOR_APACHE));
  }
  if (forms.includes('html')) return problems;
  const rules = rulesOf(site);
  const tellTooLong = (host: string, moves: readonly Move[]): void => {
    for (const { from, place } of moves) problems.push(redirectTooLong(place, host, from));
  };
  if (forms.includes('cloudflare')) {
    const { title, redirects } = HOSTS.cloudflare;
    const { tooLong, tooMany } = cloudflare(rules);
    tellTooLong(title, tooLong);
    const most = redirects?.rules?.most ?? 0;
    if (tooMany.length > 0) problems.push(tooManyRedirects(title, most + tooMany.length, most));
  }
  if (forms.includes('s3')) tellTooLong(HOSTS.s3.title, s3(rules, baseOf(site)).tooLong);
  if (!forms.some((form) => ANSWERS_QUERIES.has(form))) {
    for (const move of rules.queries)
      problems.push(queryUnanswered(move.place, `${move.from}?${queryText(move)}`, forms));
  }
  return problems;
}

/** A policy that is longer than hosts read of one line. */
export function checkHeaders({ config }: Site, { needs }: Served): Problem[] {
  const most = HOSTS.cloudflare.headers?.lineLength?.most ?? 0;
  if (!config.redirects.includes('cloudflare') && !config.redirects.includes('netlify')) return [];
  const [, policy = ''] = headersOf(config, needs).find(([name]) => name === 'Content-Security-Policy') ?? [];
  const length = 'Content-Security-Policy: '.length + policy.length;
  return length > most ? [cspLong('content/site.yaml', length, most)] : [];
}

/** What is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const originOf = (site: Site): string => new URL(site.config.url).origin;

const baseOf = (site: Site): string => decodeURI(site.config.base);
